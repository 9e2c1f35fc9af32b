package uk.frith.platform.foundation.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;
import uk.frith.platform.foundation.files.RecordReader;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.pages.ErrorLink;

/** The door of sheets. Called within the caller's piece of work at the desk, which enters it in the audit. */
@Service
public class Sheets {

    /** A force records some thousand crimes a week: a year of them fits. */
    public static final int MOST_ROWS = 200_000;

    /** A year of rows of a hundred characters, with room. */
    static final long LARGEST_BYTES = 32L * 1024 * 1024;

    /** Refused rows that are kept of one file; the count goes on. */
    static final int MOST_REFUSED = 20_000;

    private static final int LONGEST_SOURCE = 300;
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final SheetRepository repository;
    private final InstantSource clock;

    Sheets(SheetRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * What became of a sheet.
     *
     * @param <T> what a sound row says
     */
    public sealed interface Outcome<T> {

        /** It is kept; its rows are the caller's to store. */
        record Taken<T>(UUID id, List<T> rows, long refused) implements Outcome<T> {
            public Taken {
                rows = List.copyOf(rows);
            }

            /** Where it is told what became of the file. */
            public String path() {
                return "/sheets/" + id;
            }
        }

        /** Nothing of it is kept; the form says why. */
        record NotTaken<T>(SheetForm form) implements Outcome<T> {}
    }

    /** A value for a CSV file. Quoted always; what a spreadsheet would take for a formula begins with an apostrophe. */
    public static String quoted(String value) {
        String plain = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }

    /** What a form brought. */
    public record Sent(@Nullable MultipartFile file, String source, String dated) {}

    /** An empty form. */
    public SheetForm form(SheetKind kind) {
        return form(kind, "", "", List.of());
    }

    private static SheetForm form(SheetKind kind, String source, String dated, List<ErrorLink> errors) {
        return new SheetForm(kind.action(), String.join(",", kind.header()), source, dated, errors);
    }

    /**
     * Takes a sheet in: asks of each row with the right number of fields what it says.
     *
     * @param reader is asked in the order of the file, so it may remember what stood further up
     */
    public <T> Outcome<T> take(Actor actor, SheetKind kind, Sent sent, Function<List<String>, SheetRow<T>> reader) {
        String source = sent.source().replace("\0", "").strip();
        Optional<LocalDate> dated = day(sent.dated());
        List<ErrorLink> errors = new ArrayList<>();
        MultipartFile file = sent.file();
        if (file == null || file.isEmpty()) {
            errors.add(ErrorLink.at("file", "Choose a CSV file that isn't empty"));
        } else if (file.getSize() > LARGEST_BYTES) {
            errors.add(ErrorLink.at("file", "The file is larger than 32 MB. Bring it in by parts"));
        }
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            errors.add(ErrorLink.at("source", "Say where it comes from, in up to 300 characters"));
        }
        if (dated.isEmpty()) {
            errors.add(ErrorLink.at("dated", "Give the day it was made, up to today, as 2026-03-01"));
        }
        if (file == null || !errors.isEmpty() || dated.isEmpty()) {
            return new Outcome.NotTaken<>(form(kind, source, sent.dated(), errors));
        }
        try {
            return read(actor, kind, file, source, dated.get(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Outcome<T> read(
            Actor actor,
            SheetKind kind,
            MultipartFile file,
            String source,
            LocalDate dated,
            Function<List<String>, SheetRow<T>> reader)
            throws IOException {
        MessageDigest digest = sha256();
        SheetReading<T> reading = new SheetReading<>(kind.header(), reader);
        Optional<String> wrong;
        try (InputStream in = new DigestInputStream(file.getInputStream(), digest);
                RecordReader records = new RecordReader(in)) {
            wrong = reading.all(records);
        }
        if (wrong.isPresent()) {
            return new Outcome.NotTaken<>(
                    form(kind, source, dated.toString(), List.of(ErrorLink.at("file", wrong.get()))));
        }
        UUID id = repository.add(
                new SheetRepository.Coming(
                        actor.organisation(),
                        kind.code(),
                        name(Objects.requireNonNullElse(file.getOriginalFilename(), "")),
                        source,
                        dated,
                        HexFormat.of().formatHex(digest.digest()),
                        reading.rows().size(),
                        reading.refusedCount(),
                        actor.account()),
                clock.instant(),
                reading.refused());
        return new Outcome.Taken<>(id, reading.rows(), reading.refusedCount());
    }

    private Optional<LocalDate> day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.isBefore(FIRST_DAY) || day.isAfter(LocalDate.ofInstant(clock.instant(), LONDON))
                    ? Optional.empty()
                    : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last part of a name, without what can't be shown. */
    private static String name(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return last.isEmpty() ? "sheet" : last.substring(0, Math.min(last.length(), 200));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
