package uk.frith.platform.reports.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.files.BurstingArchive;
import uk.frith.platform.foundation.files.IncomingFile;
import uk.frith.platform.foundation.files.RecordReader;
import uk.frith.platform.foundation.identity.Desk;

/** Takes in one file, whole or not at all. */
@Component
class FileImport {

    private static final String PURPOSE = "to take in open data";

    private final Desk desk;
    private final VersionRepository versions;

    FileImport(Desk desk, VersionRepository versions) {
        this.desk = desk;
        this.versions = versions;
    }

    /**
     * Takes in a file.
     *
     * @throws StoringFailed when the database doesn't take it
     */
    Outcome take(IncomingFile file, Progress progress) {
        MessageDigest digest = FileReading.sha256();
        CountingStream content;
        try {
            content = new CountingStream(file.open(progress::taken));
        } catch (IOException e) {
            return new Outcome.Failed(sentence(e));
        }
        try (RecordReader reader = new RecordReader(FileReading.digesting(content, digest))) {
            return recognised(file, reader, digest, content, progress);
        } catch (UncheckedIOException e) {
            return new Outcome.Failed(sentence(Objects.requireNonNull(e.getCause())));
        } catch (IOException e) {
            return new Outcome.Failed(sentence(e));
        }
    }

    private Outcome recognised(
            IncomingFile file, RecordReader reader, MessageDigest digest, CountingStream content, Progress progress)
            throws IOException {
        if (reader.sixteenBits()) {
            return notOurs(file, "it isn't UTF-8 but looks like UTF-16; save it as CSV in UTF-8");
        }
        Optional<FileKind> kind =
                reader.next() == RecordReader.Found.RECORD ? FileKind.of(reader.texts()) : Optional.empty();
        if (kind.isEmpty()) {
            return notOurs(file, "its header isn't known; expected is " + FileKind.expected());
        }
        Optional<FileName> name = FileName.parse(file.name());
        if (name.isEmpty() || name.get().kind() != kind.get()) {
            return notOurs(
                    file,
                    "it holds " + kind.get().word()
                            + " rows, but its name doesn't say of which month and series; it must" + " look like "
                            + FileName.SHAPE);
        }
        return desk.audited(
                () -> store(file, name.get(), reader, digest, content, progress),
                outcome -> entry(name.get(), outcome));
    }

    private static Outcome notOurs(IncomingFile file, String sentence) {
        return file.named() ? new Outcome.Failed(sentence) : new Outcome.LeftAlone(sentence);
    }

    private Outcome store(
            IncomingFile file,
            FileName name,
            RecordReader reader,
            MessageDigest digest,
            CountingStream content,
            Progress progress) {
        try {
            versions.lock(name);
            Optional<VersionRepository.Current> current = versions.current(name);
            if (current.isPresent() && Arrays.equals(current.get().sha256(), digestOf(file, progress))) {
                progress.read(current.get().rows(), current.get().refused());
                return new Outcome.Unchanged(
                        current.get().id(), current.get().rows(), current.get().refused());
            }
            long id = versions.nextId();
            Tally tally = copy(name, reader, digest, id, progress);
            tally.bytes = content.count();
            boolean wholeForce = isWholeForce(name, tally);
            if (current.isPresent() && current.get().wholeForce() && !wholeForce && tally.stored > 0) {
                throw new UncheckedIOException(new IOException("its rows are of " + tally.force()
                        + ", a part of a force takes the place of no whole force's month, and the month of "
                        + name.series() + " is a whole force's"));
            }
            versions.add(id, name, file.label(), wholeForce, tally, counted(id, name, tally), current);
            return new Outcome.Stored(
                    id,
                    tally.rows(),
                    tally.stored,
                    tally.refused,
                    current.isPresent(),
                    Optional.ofNullable(tally.monthWritten));
        } catch (InterruptedIOException e) {
            throw new CommandFailed("The import was stopped. Start it again to complete it.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new StoringFailed(e);
        }
    }

    private Tally copy(FileName name, RecordReader reader, MessageDigest digest, long id, Progress progress)
            throws IOException, SQLException {
        CopyPipe pipe = new CopyPipe();
        FileReading reading = new FileReading(reader, digest, name.kind(), name.month(), id, pipe, progress);
        Thread thread = Thread.ofPlatform().name("read-" + id).daemon().start(reading);
        try {
            versions.copy(name.kind(), pipe);
        } finally {
            pipe.abandon();
            join(thread);
        }
        return reading.tally();
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private VersionRepository.Counted counted(long id, FileName name, Tally tally) {
        if (name.kind() == FileKind.STREET && tally.countsOutgrown()) {
            return versions.count(id);
        }
        return VersionRepository.Counted.of(tally);
    }

    private static boolean isWholeForce(FileName name, Tally tally) {
        return switch (name.kind()) {
            case STREET -> ForceNames.slug(tally.force()).equals(name.series());
            case STOP_SEARCH -> ForceNames.isForce(name.series());
        };
    }

    private static byte[] digestOf(IncomingFile file, Progress progress) throws IOException {
        MessageDigest digest = FileReading.sha256();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = file.open(progress::taken)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return digest.digest();
    }

    private static Entry entry(FileName name, Outcome outcome) {
        Entry entry = Entry.of(Act.COLLECTION, "open data file", PURPOSE)
                .with("kind", name.kind().name())
                .with("series", name.series())
                .with("month", name.month().toString());
        return switch (outcome) {
            case Outcome.Stored stored ->
                entry.about(List.of(Long.toString(stored.version())))
                        .with("stored", Long.toString(stored.stored()))
                        .with("refused", Long.toString(stored.refused()));
            case Outcome.Unchanged unchanged ->
                entry.about(List.of(Long.toString(unchanged.version()))).with("stored", "0");
            case Outcome.LeftAlone _, Outcome.Failed _ -> entry.with("stored", "0");
        };
    }

    private static String sentence(IOException e) {
        return switch (e) {
            case EOFException _ -> "it is cut off: the compressed data end too early; fetch it again";
            case ZipException _ -> "its compressed data are damaged; fetch it again";
            case BurstingArchive burst -> String.valueOf(burst.getMessage());
            default -> "it can't be read: " + e.getMessage();
        };
    }
}
