package uk.frith.narrative;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules: a line {@code rule ID}, then lines {@code finds}, {@code source}, {@code from}, {@code because},
 * {@code when}, {@code unless}, {@code show}, {@code state}, and for a scorecard {@code points 2 condition} and {@code at 6}; a line {@code default source …} or {@code default from …}
 * holds for the rules after it. A rule may use concepts of the lexicon and facts of rules before it.
 */
final class RuleReader {

    private static final Set<String> FINDINGS = Set.of(
            "crime",
            "fact",
            "category",
            "weighs",
            "type",
            "asb",
            "incident",
            "hate",
            "vulnerability",
            "qualifier",
            "question",
            "danger",
            "now",
            "hold",
            "repeat",
            "impact",
            "writeoff",
            "decision",
            "limb",
            "exploitation",
            "witness");

    private final Lexicon lexicon;
    private final Map<String, OffenceClass> offences;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private String defaultSource = "";
    private @Nullable LocalDate defaultFrom;
    private @Nullable Draft draft;

    private static final class Draft {
        private final String id;
        private List<String> finds = List.of();
        private String source = "";
        private @Nullable LocalDate from;
        private String because = "";
        private @Nullable Condition when;
        private @Nullable Condition show;
        private boolean state;
        private final List<Condition.Point> points = new ArrayList<>();
        private int least;

        Draft(String id) {
            this.id = id;
        }
    }

    RuleReader(Lexicon lexicon, Map<String, OffenceClass> offences) {
        this.lexicon = lexicon;
        this.offences = offences;
    }

    List<Rule> rules() {
        return rules;
    }

    void line(String line) {
        String[] parts = line.split("\\s+", 2);
        String rest = parts.length == 2 ? parts[1].strip() : "";
        if (parts[0].equals("rule")) {
            begin(rest);
            return;
        }
        if (parts[0].equals("default")) {
            setDefault(rest);
            return;
        }
        Draft open = draft;
        if (open == null) {
            throw new IllegalArgumentException("a line stands before the first rule");
        }
        switch (parts[0]) {
            case "finds" -> open.finds = finding(List.of(rest.split("\\s+")));
            case "source" -> open.source = rest;
            case "from" -> open.from = date(rest);
            case "because" -> open.because = rest;
            case "state" -> open.state = true;
            case "points" -> open.points.add(point(rest));
            case "at" -> open.least = Integer.parseInt(rest);
            case "show" -> open.show = condition(rest);
            case "when" -> {
                Condition condition = condition(rest);
                open.when = open.when == null ? condition : new Condition.Both(open.when, condition);
            }
            case "unless" -> {
                Condition not = new Condition.Not(condition(rest));
                open.when = open.when == null ? not : new Condition.Both(open.when, not);
            }
            default -> throw new IllegalArgumentException("a rule has no line " + parts[0]);
        }
    }

    private void begin(String id) {
        try {
            finish();
        } finally {
            draft = new Draft(id);
        }
        if (id.isEmpty() || !ids.add(id)) {
            throw new IllegalArgumentException(id.isEmpty() ? "a rule needs an id" : "the id " + id + " is used twice");
        }
    }

    private void setDefault(String rest) {
        String[] parts = rest.split("\\s+", 2);
        if (parts.length == 2 && parts[0].equals("source")) {
            defaultSource = parts[1];
        } else if (parts.length == 2 && parts[0].equals("from")) {
            defaultFrom = date(parts[1]);
        } else {
            throw new IllegalArgumentException("'default source …' or 'default from …' is expected");
        }
    }

    private List<String> finding(List<String> words) {
        if (!FINDINGS.contains(words.getFirst())) {
            throw new IllegalArgumentException("a rule can't find " + words.getFirst());
        }
        if (words.getFirst().equals("crime")) {
            if (words.size() != 3) {
                throw new IllegalArgumentException("a crime needs a class and a certainty");
            }
            if (!offences.containsKey(words.get(1))) {
                throw new IllegalArgumentException("the offence list has no current class " + words.get(1));
            }
            Certainty.of(words.get(2));
        }
        if (Set.of("fact", "category", "type", "weighs").contains(words.getFirst()) && words.size() < 2) {
            throw new IllegalArgumentException("after " + words.getFirst() + " the name of one is expected");
        }
        if (words.getFirst().equals("weighs") && !Weights.names(words.get(1))) {
            throw new IllegalArgumentException("neither a category nor a type: " + words.get(1));
        }
        if (words.getFirst().equals("category")) {
            AsbCategory.valueOf(words.get(1));
        }
        if (words.getFirst().equals("type")) {
            AsbType.valueOf(words.get(1));
        }
        return words;
    }

    private Condition.Point point(String text) {
        String[] parts = text.split("\\s+", 2);
        if (parts.length < 2 || !parts[0].matches("-?[1-9][0-9]?")) {
            throw new IllegalArgumentException("a number of points up to 99, or less than nought, and a condition");
        }
        return new Condition.Point(Integer.parseInt(parts[0]), condition(parts[1]));
    }

    private Condition condition(String text) {
        return ConditionParser.parse(text, lexicon::numbers);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no date: " + text, e);
        }
    }

    /** Ends the rule that is open; called at the end of a file. */
    void finish() {
        Draft done = draft;
        draft = null;
        if (done == null) {
            return;
        }
        if (!done.points.isEmpty()) {
            Condition score = new Condition.Score(List.copyOf(done.points), done.least);
            done.when = done.when == null ? score : new Condition.Both(done.when, score);
        }
        if (!done.finds.isEmpty()
                && done.finds.getFirst().equals("weighs")
                && !(done.when instanceof Condition.Score)) {
            throw new IllegalArgumentException("the rule " + done.id + " weighs, and so needs points and nothing else");
        }
        LocalDate from = done.from == null ? defaultFrom : done.from;
        String source = done.source.isEmpty() ? defaultSource : done.source;
        if (done.finds.isEmpty() || done.when == null) {
            throw new IllegalArgumentException("the rule " + done.id + " needs 'finds' and 'when'");
        }
        if (source.isEmpty() || from == null) {
            throw new IllegalArgumentException("the rule " + done.id + " needs a source and a date");
        }
        String finds = done.finds.getFirst();
        List<String> words = List.copyOf(done.finds.subList(1, done.finds.size()));
        int fact = finds.equals("fact") ? lexicon.fact(words.getFirst()) : -1;
        rules.add(new Rule(done.id, finds, words, source, from, done.because, done.when, done.show, done.state, fact));
    }
}
