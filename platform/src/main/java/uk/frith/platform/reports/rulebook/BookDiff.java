package uk.frith.platform.reports.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What differs between two books, part by part. Comments and blank lines between parts don't count. */
final class BookDiff {

    private BookDiff() {}

    /**
     * A part that isn't the same in both.
     *
     * @param title as people call it
     * @param gone lines that only the first has
     * @param come lines that only the second has
     * @param part where it stands now; where it stood when it is gone
     */
    record Change(String title, State state, List<String> gone, List<String> come, Part part) {}

    enum State {
        ADDED("Added"),
        REMOVED("Removed"),
        CHANGED("Changed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static List<Change> between(BookFiles before, BookFiles after) {
        Map<String, Part> old = byKey(before);
        Map<String, Part> now = byKey(after);
        List<Change> changes = new ArrayList<>();
        now.forEach((key, part) -> {
            Part was = old.get(key);
            if (was == null) {
                changes.add(new Change(title(part), State.ADDED, List.of(), lines(part), part));
            } else if (!lines(was).equals(lines(part))) {
                changes.add(new Change(
                        title(part),
                        State.CHANGED,
                        without(lines(was), lines(part)),
                        without(lines(part), lines(was)),
                        part));
            }
        });
        old.forEach((key, part) -> {
            if (!now.containsKey(key)) {
                changes.add(new Change(title(part), State.REMOVED, lines(part), List.of(), part));
            }
        });
        return changes;
    }

    /** The parts that count, by what makes each the same part in another book. */
    static Map<String, Part> byKey(BookFiles files) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Part part : files.parts()) {
            boolean counts = part.kind() != Part.Kind.TEXT || !isCut(files, part.file());
            if (counts) {
                parts.put(part.key(), part);
            }
        }
        return parts;
    }

    static boolean isCut(BookFiles files, String file) {
        return Set.of("rules", "lexicon").contains(files.kindOf(file));
    }

    private static List<String> lines(Part part) {
        return part.lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> known = new LinkedHashSet<>(others);
        List<String> only = lines.stream().filter(line -> !known.contains(line)).toList();
        return only.isEmpty() && !lines.equals(others) ? List.of("the order of the lines") : only;
    }

    static String title(Part part) {
        return switch (part.kind()) {
            case RULE -> "Rule " + part.name();
            case CONCEPT -> "Concept " + part.name();
            case CLASS -> "Class of words " + part.name();
            case DEFAULT -> "Default " + part.name() + " of " + part.file();
            case TEXT -> "File " + part.file();
        };
    }
}
