package uk.frith.patterns;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads the files with other programs' results, from the folder that {@code FRITH_REAL_DATA} names. */
final class RealData {
    private RealData() {}

    private static Path file(String name) {
        String folder = System.getenv("FRITH_REAL_DATA");
        assumeTrue(folder != null, "FRITH_REAL_DATA names no folder of real data");
        Path file = Path.of(folder == null ? "." : folder, "hotspot").resolve(name);
        assumeTrue(Files.exists(file), "There is no file hotspot/" + name);
        return file;
    }

    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A gzipped table of plain fields, by the names in its header. */
    static Table table(String name) {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file(name))), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.replace("\"", "").split(",", -1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Table(List.of(rows.removeFirst()), rows);
    }

    record Table(List<String> header, List<String[]> rows) {
        String[] words(String column) {
            int at = header.indexOf(column);
            return rows.stream().map(row -> row[at].strip()).toArray(String[]::new);
        }

        double[] numbers(String column) {
            int at = header.indexOf(column);
            return rows.stream().mapToDouble(row -> Double.parseDouble(row[at])).toArray();
        }
    }

    /** Neighbours by the names of the areas. */
    static Neighbours neighbours(String[] areas, String[] from, String[] to) {
        Map<String, Integer> number = new HashMap<>();
        for (String area : areas) {
            number.put(area, number.size());
        }
        return Neighbours.of(areas.length, numbers(number, from), numbers(number, to));
    }

    private static int[] numbers(Map<String, Integer> number, String[] names) {
        int[] numbers = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            Integer found = number.get(names[i]);
            if (found == null) {
                throw new IllegalArgumentException("No such area: " + names[i]);
            }
            numbers[i] = found;
        }
        return numbers;
    }
}
