package uk.frith.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The standard town, built once for all tests, and small helpers to read what towns write. {@code -Dtrials.seed=N} tries
 * another.
 */
final class Standard {

    static final Town TOWN = Town.build(TownPlan.standard(Long.getLong("trials.seed", 11)));

    private Standard() {}

    static TownPlan small(long seed) {
        return new TownPlan(seed, 2_000, TownPlan.STANDARD_FIRST_MONTH, 12);
    }

    /** All files below a folder, by their path in it. */
    static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }

    /** The value of a key that must be there. */
    static <K, V> V in(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> "nothing at " + key);
    }

    /** The point of an incident that must have one. */
    static GridPoint point(Incident incident) {
        return Objects.requireNonNull(incident.point(), incident.reference());
    }

    static List<List<String>> csv(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Standard::fields).toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The fields of one line; none of the town's fields holds a line end. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
