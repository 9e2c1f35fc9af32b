package uk.frith.town;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Real public data beside the project, where there is some. */
final class RealData {

    private RealData() {}

    /** The lines of a gzipped file; the test is skipped where the file isn't. */
    static List<String> lines(String name) throws IOException {
        String folder = System.getenv("FRITH_REAL_DATA");
        assumeTrue(folder != null, "FRITH_REAL_DATA names no folder of real data");
        Path file = Path.of(folder).resolve(name);
        assumeTrue(Files.exists(file), () -> "no real data at " + name);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
