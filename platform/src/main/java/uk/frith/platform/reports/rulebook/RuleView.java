package uk.frith.platform.reports.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.frith.platform.reports.rulebook.BookIndex.Ruled;

/**
 * A rule in plain words.
 *
 * @param finds what follows from it, as a sentence
 * @param all what must hold
 * @param none what must not
 * @param points what weighs, each with its points
 * @param names what it listens to
 * @param lines the rule as it is written
 */
record RuleView(
        String id,
        String finds,
        String source,
        String from,
        String because,
        List<String> all,
        List<String> none,
        List<String> points,
        List<Heard> names,
        String lines,
        String file) {

    /**
     * Something that a rule listens to.
     *
     * @param says some of the phrases, or the rules that establish it
     */
    record Heard(String name, String says) {}

    /** More phrases than these tell no more at a glance. */
    private static final int PHRASES_SHOWN = 6;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    static RuleView of(Ruled rule, BookIndex index) {
        RuleForm form = rule.form();
        return new RuleView(
                rule.part().name(),
                finds(form.finds(), index),
                rule.source(),
                day(rule.from()),
                form.because(),
                form.when()
                        .lines()
                        .flatMap(line -> ConditionWords.all(line).stream())
                        .toList(),
                form.unless()
                        .lines()
                        .flatMap(line -> ConditionWords.any(line).stream())
                        .toList(),
                points(form),
                BookIndex.names(form).stream()
                        .map(name -> new Heard(name, says(name, index)))
                        .toList(),
                rule.part().text(),
                rule.part().file());
    }

    private static List<String> points(RuleForm form) {
        return Stream.concat(
                        form.points()
                                .lines()
                                .map(line -> line.strip().split("\\s+", 2)[0] + " when "
                                        + String.join(" and ", ConditionWords.all(BookIndex.weighed(line)))),
                        form.at().isEmpty() ? Stream.empty() : Stream.of("It holds from " + form.at() + " points on"))
                .toList();
    }

    private static String says(String name, BookIndex index) {
        if (name.endsWith("*")) {
            String begin = name.substring(0, name.length() - 1);
            return "All of "
                    + String.join(
                            ", ",
                            index.conceptNames().stream()
                                    .filter(each -> each.startsWith(begin))
                                    .toList());
        }
        List<String> phrases = phrases(index.concept(name));
        if (!phrases.isEmpty()) {
            return String.join(" · ", phrases.stream().limit(PHRASES_SHOWN).toList())
                    + (phrases.size() > PHRASES_SHOWN ? " and " + (phrases.size() - PHRASES_SHOWN) + " more" : "");
        }
        List<Ruled> by = index.establishing(name);
        return by.isEmpty()
                ? "Nothing is called so"
                : "Established by "
                        + String.join(
                                ", ",
                                by.stream().map(each -> each.part().name()).toList());
    }

    static List<String> phrases(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part.lines().stream().skip(1))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .toList();
    }

    static String day(String date) {
        try {
            return DAY.format(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            return date;
        }
    }

    static String finds(String finds, BookIndex index) {
        String[] words = finds.split("\\s+", 3);
        String rest = finds.substring(words[0].length()).strip();
        return switch (words[0]) {
            case "crime" ->
                words.length < 3 ? "Crime " + rest : "Crime " + index.offence(words[1]) + ", " + certainty(words[2]);
            case "fact" -> "The fact “" + rest + "”, for other rules";
            case "question" -> "Ask: " + rest;
            case "category" -> "Category: " + title(rest);
            case "type" -> "Type: " + title(rest);
            case "weighs" -> "Weighs for: " + title(rest);
            case "hate" -> "Hostility: " + title(rest);
            case "asb" -> rest.isEmpty() ? "It is antisocial behaviour" : "Antisocial behaviour: " + rest;
            default -> title(words[0]) + (rest.isEmpty() ? "" : ": " + rest);
        };
    }

    private static String certainty(String word) {
        return switch (word) {
            case "certain" -> "every point is told";
            case "probable" -> "more likely than not";
            case "possible" -> "possible";
            default -> word;
        };
    }

    private static String title(String word) {
        String plain = word.replace('_', ' ').toLowerCase(Locale.UK);
        return plain.isEmpty() ? plain : plain.substring(0, 1).toUpperCase(Locale.UK) + plain.substring(1);
    }
}
