package uk.frith.platform.reports.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import uk.frith.platform.foundation.files.RecordReader;

/** Reads one file from its first data row to its end, on a thread of its own, into a {@link CopyPipe}. */
final class FileReading implements Runnable {

    /** How many rows are read between two words to the progress. */
    private static final int TELL_EVERY = 1_024;

    /** A stored row has two columns more than the file: its version and its line. */
    private static final int OWN_COLUMNS = 2;

    private final RecordReader reader;
    private final MessageDigest digest;
    private final FileKind kind;
    private final Rows rows;
    private final RowWriter out;
    private final CopyPipe pipe;
    private final Progress progress;
    private final Tally tally = new Tally();

    /** Reads on behind the header, which the reader has already given. */
    FileReading(
            RecordReader reader,
            MessageDigest digest,
            FileKind kind,
            YearMonth month,
            long version,
            CopyPipe pipe,
            Progress progress) {
        this.reader = reader;
        this.digest = digest;
        this.kind = kind;
        this.pipe = pipe;
        this.progress = progress;
        this.out = new RowWriter(pipe, version, kind.header().size() + OWN_COLUMNS);
        this.rows = switch (kind) {
            case STREET -> new StreetRows(month, out, tally);
            case STOP_SEARCH -> new StopSearchRows(month, out, tally);
        };
    }

    @Override
    public void run() {
        try {
            out.open();
            read();
            out.close();
            tally.byteOrderMark = reader.byteOrderMark();
            tally.carriageReturns = reader.carriageReturns();
            tally.sha256 = digest.digest();
            pipe.finish();
        } catch (IOException | RuntimeException | Error e) {
            pipe.fail(e);
        }
    }

    /** What was counted; complete once the pipe has ended. */
    Tally tally() {
        return tally;
    }

    private void read() throws IOException {
        int expected = kind.header().size();
        long told = 0;
        long toldRefused = 0;
        for (RecordReader.Found found = reader.next(); found != RecordReader.Found.END; found = reader.next()) {
            if (found == RecordReader.Found.REFUSED) {
                RecordReader.Refusal refusal = reader.refusal();
                tally.refuse(new Refused(reader.line(), column(refusal.field()), refusal.value(), refusal.reason()));
            } else if (reader.fields() != expected) {
                tally.refuse(new Refused(
                        reader.line(),
                        "",
                        beginning(String.join(",", reader.texts())),
                        "it has " + reader.fields() + (reader.fields() == 1 ? " field" : " fields") + " instead of "
                                + expected));
            } else {
                rows.take(reader);
            }
            if (tally.rows() - told >= TELL_EVERY) {
                progress.read(tally.rows() - told, tally.refused - toldRefused);
                told = tally.rows();
                toldRefused = tally.refused;
            }
        }
        progress.read(tally.rows() - told, tally.refused - toldRefused);
    }

    private String column(int field) {
        return field >= 0 && field < kind.header().size() ? kind.header().get(field) : "";
    }

    /** The beginning of a value, as much as is kept. */
    static String beginning(String value) {
        return value.length() <= RecordReader.EXCERPT ? value : value.substring(0, RecordReader.EXCERPT);
    }

    /** Why a month isn't that of the file. */
    static String monthReason(String text, YearMonth month) {
        if (FieldRules.month(text).isEmpty() && FieldRules.rewrittenMonth(text).isEmpty()) {
            return "there is no such month";
        }
        return "it isn't the month of the file, " + month;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The content that a digest is made of while it is read. */
    static InputStream digesting(InputStream in, MessageDigest digest) {
        return new DigestInputStream(in, digest);
    }
}
