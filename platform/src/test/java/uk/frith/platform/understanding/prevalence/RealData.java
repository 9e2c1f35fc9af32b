package uk.frith.platform.understanding.prevalence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The real files, where somebody has them: the environment variable FRITH_REAL_DATA names their folder. */
final class RealData {

    private RealData() {}

    /** The folder; skips the test, and says so, when it isn't there. */
    static Path folder() {
        String name = System.getenv("FRITH_REAL_DATA");
        assumeTrue(name != null && !name.isBlank(), "FRITH_REAL_DATA isn't set, so the real data aren't compared.");
        return Path.of(name);
    }

    static List<String> lines(String file) {
        Path path = folder().resolve(file);
        try (InputStream in = Files.newInputStream(path);
                InputStream text = file.endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a simple file without its header. */
    static List<String[]> rows(String file) {
        return lines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    static String text(String file) {
        return String.join("\n", lines(file));
    }
}
