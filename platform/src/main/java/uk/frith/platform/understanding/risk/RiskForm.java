package uk.frith.platform.understanding.risk;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.recording.Incidents;

/** What the form of an assessment sent; whatever isn't an answer of its list counts as not answered. */
final class RiskForm {

    private RiskForm() {}

    static Given given(Matrix matrix, MultiValueMap<String, String> sent, List<Incidents.Involved> people) {
        Map<Integer, Answer> answers = new HashMap<>();
        for (Matrix.Question question : matrix.questions()) {
            List<Integer> chosen = sent.getOrDefault("q" + question.number(), List.of()).stream()
                    .flatMap(each -> question.options().stream()
                            .filter(option -> each.equals(Integer.toString(option.number()))))
                    .map(Matrix.Option::number)
                    .limit(question.several() ? question.options().size() : 1)
                    .toList();
            String words = question.asksWords() ? text(sent, "w" + question.number()) : "";
            if (!chosen.isEmpty()) {
                answers.put(question.number(), new Answer(chosen, words));
            }
        }
        Set<String> overrides = new LinkedHashSet<>(sent.getOrDefault("override", List.of()));
        return new Given(
                Choice.sent(Trigger.values(), text(sent, "trigger")).orElse(Trigger.PERIODIC),
                people.stream()
                        .map(Incidents.Involved::id)
                        .filter(id -> id.toString().equals(text(sent, "person")))
                        .findFirst(),
                answers,
                matrix.known(overrides),
                text(sent, "overrideReason"),
                Choice.sent(Band.values(), text(sent, "judged")),
                text(sent, "judgement"));
    }

    /** The id of the assessment that the form was shown over; empty when there was none. */
    static Optional<UUID> seen(MultiValueMap<String, String> sent) {
        String typed = text(sent, "seen");
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(MultiValueMap<String, String> sent, String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : Incidents.cleaned(value);
    }
}
