package uk.frith.platform.reports.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.frith.narrative.Findings;

/**
 * A rule as the fields of a form. What the form doesn't know stays in {@code more}, so that nothing of a rule is lost.
 *
 * @param id unique in the book
 * @param finds what follows, as {@code crime 8L probable}
 * @param source the official text; empty where the file's default holds
 * @param from the first day; empty where the file's default holds
 * @param because the reason in a sentence
 * @param when conditions, one a line, all of which must hold
 * @param unless conditions, one a line, none of which may hold
 * @param points conditions that weigh, one a line, each after its points
 * @param at from how many points on the rule holds
 * @param show the phrases to show; empty where those of the conditions are shown
 * @param note remarks for colleagues
 * @param more lines of other kinds, as they stand
 */
record RuleForm(
        String id,
        String finds,
        String source,
        String from,
        String because,
        String when,
        String unless,
        String points,
        String at,
        String show,
        String note,
        String more) {

    static final List<String> FIELDS = List.of(
            "id", "finds", "source", "from", "because", "when", "unless", "points", "at", "show", "note", "more");

    /** Longer than any condition that somebody could still read. */
    static final int LONGEST_FIELD = 20_000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final Pattern STARTS_ANOTHER = Pattern.compile("(?s)(rule|default|=|class)(\\s.*)?");

    /** A line of a rule and the field that it comes from. */
    record Line(String field, String text) {}

    static RuleForm of(Map<String, String> sent) {
        Map<String, String> clean = new LinkedHashMap<>();
        FIELDS.forEach(field -> clean.put(field, clean(sent.getOrDefault(field, ""))));
        return new RuleForm(
                flat(clean, "id"),
                flat(clean, "finds"),
                flat(clean, "source"),
                flat(clean, "from"),
                flat(clean, "because"),
                clean.getOrDefault("when", ""),
                clean.getOrDefault("unless", ""),
                clean.getOrDefault("points", ""),
                flat(clean, "at"),
                flat(clean, "show"),
                clean.getOrDefault("note", ""),
                clean.getOrDefault("more", ""));
    }

    /** Line ends as LF, no other control characters, nothing at the ends. */
    static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }

    private static String flat(Map<String, String> clean, String field) {
        return clean.getOrDefault(field, "").replaceAll("\\s*\n\\s*", " ");
    }

    static RuleForm of(Part rule) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        FIELDS.forEach(field -> found.put(field, new ArrayList<>()));
        for (String line : rule.lines().subList(1, rule.lines().size())) {
            String stripped = line.strip();
            if (stripped.isEmpty()) {
                continue;
            }
            if (stripped.startsWith("//")) {
                put(found, "note", stripped.substring(2).strip());
                continue;
            }
            String[] parts = stripped.split("\\s+", 2);
            String rest = parts.length == 2 ? parts[1].strip() : "";
            switch (parts[0]) {
                case "when", "unless", "points" -> put(found, parts[0], rest);
                case "finds", "source", "from", "because", "at", "show" -> {
                    // The last one counts for the reader; an earlier one stays where it can be seen.
                    if (!found.getOrDefault(parts[0], List.of()).isEmpty()) {
                        put(
                                found,
                                "more",
                                parts[0] + " "
                                        + found.getOrDefault(parts[0], List.of())
                                                .getFirst());
                        found.put(parts[0], new ArrayList<>());
                    }
                    put(found, parts[0], rest);
                }
                default -> put(found, "more", stripped);
            }
        }
        Map<String, String> fields = new LinkedHashMap<>();
        found.forEach((field, lines) -> fields.put(field, String.join("\n", lines)));
        fields.put("id", rule.name());
        return of(fields);
    }

    private static void put(Map<String, List<String>> found, String field, String line) {
        found.computeIfAbsent(field, none -> new ArrayList<>()).add(line);
    }

    String value(String field) {
        return switch (field) {
            case "id" -> id;
            case "finds" -> finds;
            case "source" -> source;
            case "from" -> from;
            case "because" -> because;
            case "when" -> when;
            case "unless" -> unless;
            case "points" -> points;
            case "at" -> at;
            case "show" -> show;
            case "note" -> note;
            case "more" -> more;
            default -> throw new IllegalArgumentException("A rule has no field " + field + ".");
        };
    }

    /** The lines of the rule as they stand in its file. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("id", "rule " + id));
        each(note, line -> lines.add(new Line("note", ("// " + line).stripTrailing())));
        // What the form knows comes last: of two lines the reader takes the later.
        each(more, line -> lines.add(new Line("more", line)));
        one(lines, "finds", finds);
        one(lines, "source", source);
        one(lines, "from", from);
        one(lines, "because", because);
        each(when, line -> lines.add(new Line("when", "when " + line)));
        each(unless, line -> lines.add(new Line("unless", "unless " + line)));
        each(points, line -> lines.add(new Line("points", "points " + line)));
        one(lines, "at", at);
        one(lines, "show", show);
        return lines;
    }

    String text() {
        return String.join("\n", lines().stream().map(Line::text).toList());
    }

    private static void one(List<Line> lines, String field, String value) {
        if (!value.isEmpty()) {
            lines.add(new Line(field, field + " " + value));
        }
    }

    private static void each(String value, java.util.function.Consumer<String> taker) {
        value.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(taker);
    }

    /** What keeps the rule from being put into a file at all, by field; whatever else is wrong with it the reader says. */
    Map<String, String> unfit() {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String field : FIELDS) {
            if (value(field).length() > LONGEST_FIELD) {
                wrong.put(
                        field,
                        "This holds " + number(value(field).length()) + " characters; at most " + number(LONGEST_FIELD)
                                + " are taken");
            }
        }
        if (!ID.matcher(id).matches()) {
            wrong.putIfAbsent("id", "An id is made of letters, figures, full stops and hyphens, as C-8L-2");
        }
        if (id.startsWith(Findings.Crime.SUGGESTED)) {
            wrong.putIfAbsent("id", "Ids that begin with S- are those of scorecards");
        }
        if (finds.isEmpty()) {
            wrong.putIfAbsent("finds", "Say what the rule finds, as crime 8L probable");
        }
        if (when.isEmpty() && unless.isEmpty() && points.isEmpty()) {
            wrong.putIfAbsent("when", "Say when the rule holds");
        }
        if (more.lines()
                .map(String::strip)
                .anyMatch(line -> STARTS_ANOTHER.matcher(line).matches())) {
            wrong.putIfAbsent("more", "Another rule can't begin here; add it as a rule of its own");
        }
        return wrong;
    }

    private static String number(int figure) {
        return String.format(java.util.Locale.UK, "%,d", figure);
    }
}
