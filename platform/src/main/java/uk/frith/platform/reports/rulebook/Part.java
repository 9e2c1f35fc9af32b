package uk.frith.platform.reports.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch of lines of a file that belongs together. The parts of a file, put together again, are the file.
 *
 * @param kind what it is
 * @param file in which file it stands
 * @param name the rule's id, the concept's or the class's name; empty for what has none
 * @param number counts parts of the same kind and name in a file, from 0
 * @param firstLine where it begins, from 1
 * @param lines as they stand
 */
record Part(Kind kind, String file, String name, int number, int firstLine, List<String> lines) {

    enum Kind {
        RULE,
        CONCEPT,
        CLASS,
        DEFAULT,
        /** Comments, blank lines, and whatever files without such parts hold. */
        TEXT
    }

    Part {
        lines = List.copyOf(lines);
    }

    String text() {
        return String.join("\n", lines);
    }

    /** What makes it the same part in two books. */
    String key() {
        return kind + " " + (kind == Kind.RULE ? "" : file + " ") + name + " " + number;
    }

    int lastLine() {
        return firstLine + lines.size() - 1;
    }

    /** The text of a file from its parts. */
    static String joined(List<Part> parts) {
        return String.join("\n", parts.stream().map(Part::text).toList());
    }

    static List<Part> of(String file, String fileKind, String text) {
        return switch (fileKind) {
            case "rules", "lexicon" -> new Cutter(file).cut(text);
            default -> List.of(new Part(Kind.TEXT, file, "", 0, 1, List.of(text.split("\n", -1))));
        };
    }

    /** Cuts a file of rules or phrases where a rule, a concept, a class or a default begins. */
    private static final class Cutter {
        private final String file;
        private final List<Part> parts = new ArrayList<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private List<String> open = new ArrayList<>();
        private Kind kind = Kind.TEXT;
        private String name = "";
        private int first = 1;

        Cutter(String file) {
            this.file = file;
        }

        List<Part> cut(String text) {
            int number = 0;
            for (String line : text.split("\n", -1)) {
                number++;
                String stripped = line.strip();
                Kind begins = begins(stripped);
                if (begins != null) {
                    end();
                    first = number;
                    kind = begins;
                    name = name(begins, stripped);
                } else if (kind == Kind.DEFAULT || kind == Kind.CLASS) {
                    end();
                    first = number;
                }
                open.add(line);
            }
            end();
            return List.copyOf(parts);
        }

        private static @org.jspecify.annotations.Nullable Kind begins(String line) {
            if (line.equals("rule") || line.startsWith("rule ")) {
                return Kind.RULE;
            }
            if (line.startsWith("= ")) {
                return Kind.CONCEPT;
            }
            if (line.startsWith("class ")) {
                return Kind.CLASS;
            }
            return line.startsWith("default ") ? Kind.DEFAULT : null;
        }

        private static String name(Kind kind, String line) {
            String rest = line.substring(line.indexOf(' ') + 1).strip();
            return switch (kind) {
                case RULE -> line.equals("rule") ? "" : rest;
                case CONCEPT -> rest.split("\\s+", 2)[0];
                case CLASS -> rest.split(":", 2)[0].strip();
                case DEFAULT -> rest.split("\\s+", 2)[0];
                case TEXT -> "";
            };
        }

        /** Ends the open part; comments and blank lines at its end are a part of their own, which the next one follows. */
        private void end() {
            int kept = open.size();
            while (kind != Kind.TEXT && kept > 1 && idle(open.get(kept - 1))) {
                kept--;
            }
            add(kind, name, first, open.subList(0, kept));
            add(Kind.TEXT, "", first + kept, open.subList(kept, open.size()));
            open = new ArrayList<>();
            kind = Kind.TEXT;
            name = "";
        }

        private static boolean idle(String line) {
            return line.isBlank() || line.strip().startsWith("//");
        }

        private void add(Kind added, String called, int at, List<String> lines) {
            if (!lines.isEmpty()) {
                int number = seen.merge(added + " " + called, 1, Integer::sum) - 1;
                parts.add(new Part(added, file, called, number, at, lines));
            }
        }
    }
}
