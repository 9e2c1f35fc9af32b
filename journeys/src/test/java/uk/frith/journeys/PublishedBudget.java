package uk.frith.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the guide promises a call handler, and the page on which stands what was measured. */
final class PublishedBudget {

    /** Seconds that an average skilled typist needs for a key: the keystroke-level model. */
    private static final double SECONDS_FOR_A_KEY = 0.2;

    private static final Path GUIDE = Path.of("../docs/guides/use/call-handler.md");
    private static final Path PUBLISHED = Path.of("../docs/generated/keystrokes.md");
    private static final Path MEASURED = Path.of("target/keystrokes.md");
    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z][^|]+?) \\| (\\d+) \\| (\\d+) \\|$");

    private PublishedBudget() {}

    /** What a call may take: keys for the screen, and seconds in all. */
    record Budget(int keys, int seconds) {}

    /** What a call took. The waits are those of the machine it ran on, in milliseconds. */
    record Measured(String call, int told, int worked, double findings, double saving) {

        /** All keys at a skilled typist's pace, and what the screen made one wait for. */
        double seconds() {
            return (told + worked) * SECONDS_FOR_A_KEY + (findings + saving) / 1000;
        }
    }

    static Map<String, Budget> read() {
        Map<String, Budget> budgets = new LinkedHashMap<>();
        for (String line : lines(GUIDE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                budgets.put(row.group(1), new Budget(Integer.parseInt(row.group(2)), Integer.parseInt(row.group(3))));
            }
        }
        return budgets;
    }

    /** Writes what was measured beside the reports of the build, and into the docs only when that is asked for. */
    static void write(List<Measured> calls) {
        StringBuilder page = new StringBuilder("""
                # Keystrokes and seconds of the ten commonest calls

                Measured in a browser by `CallJourney`, from the list of drafts to the recorded incident, by keyboard alone. *Told*
                are the keys that take down what the caller says, *worked* those that only work the screen; Alt and a letter are two.
                Seconds are all keys at 0.2 seconds, the pace of an average skilled typist (Card, Moran and Newell 1980, the
                keystroke-level model), and the two waits: from the last key to the findings, and from the key that records to the
                incident. A pause of 0.15 seconds, after which what was typed is sent, is part of the first.

                | Call | Told | Worked | Findings after, ms | Saved after, ms | Seconds |
                |---|---|---|---|---|---|
                """);
        for (Measured call : calls) {
            page.append(String.format(
                    Locale.UK,
                    "| %s | %d | %d | %.0f | %.0f | %.0f |%n",
                    call.call(),
                    call.told(),
                    call.worked(),
                    call.findings(),
                    call.saving(),
                    call.seconds()));
        }
        page.append(
                "\nWritten by `./frith test -Dkeystrokes.publish=true`; the waits are those of the machine it ran on.\n");
        try {
            Files.createDirectories(MEASURED.getParent());
            Files.writeString(MEASURED, page);
            if (Boolean.getBoolean("keystrokes.publish")) {
                Files.writeString(PUBLISHED, page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
