package uk.frith.platform.portal.report;

import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was answered, as it is read again before it is sent.
 *
 * @param place the place in words
 * @param force the force that it goes to; empty while that isn't known
 */
record AnswersInWords(Words words, Answers answers, String place, String force) {

    /** Figures alone, which every language reads. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d/M/uuuu, HH:mm").withZone(StepRules.LONDON);

    /** What was answered to one question. */
    String answered(Step step) {
        Function<String, String> said = this::said;
        String all = step == Step.DAY
                ? String.join(" ", said.apply("day"), said.apply("month"), said.apply("year"), said.apply("time"))
                : step.fields().stream()
                        .map(said)
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.joining(", "));
        return all.isBlank() ? words.of("check.empty") : all.strip();
    }

    private String said(String field) {
        String value = answers.of(field);
        if (value.isEmpty()) {
            return "";
        }
        if (field.equals("now") && StepRules.isNow(answers)) {
            return words.of(
                    "now.at", StepRules.scanned(answers).map(MOMENT::format).orElse(""));
        }
        if (StepRules.CHOICES.containsKey(field)) {
            return words.of(field + "." + value);
        }
        return switch (field) {
            case "ward" -> place;
            case "point" -> StepRules.point(answers).map(MapRules::reference).orElse("");
            case "force" -> force;
            case "year" ->
                StepRules.day(answers).map(day -> String.valueOf(day.getYear())).orElse(value);
            default -> value;
        };
    }

    @Override
    public String toString() {
        return "AnswersInWords";
    }
}
