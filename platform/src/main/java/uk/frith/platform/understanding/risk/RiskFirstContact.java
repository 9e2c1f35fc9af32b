package uk.frith.platform.understanding.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.frith.narrative.Findings;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.calls.FirstContact;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.Heard;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.Seen;
import uk.frith.platform.understanding.risk.Matrix.Option;
import uk.frith.platform.understanding.risk.Matrix.Question;

/** The first questions of the assessment, on the call screen. */
@Component
class RiskFirstContact implements FirstContact {

    private final Assessor assessor;
    private final Incidents incidents;

    RiskFirstContact(Assessor assessor, Incidents incidents) {
        this.assessor = assessor;
        this.incidents = incidents;
    }

    @Override
    public Part part(Call call) {
        Matrix matrix = assessor.matrix();
        Map<Integer, Answer> given = answers(matrix, call.answers());
        Optional<Assessment> before = call.follows().flatMap(assessor::highest);
        Map<Integer, Answer> last = before.map(
                        each -> RiskRules.known(matrix, each.given().answers()))
                .orElse(Map.of());
        Map<Sign, String> signs = call.heard().map(RiskFirstContact::signs).orElse(Map.of());
        List<FirstContact.Asked> questions = matrix.firstContact().stream()
                .map(each -> new FirstContact.Asked(
                        Integer.toString(each.number()),
                        each.words(),
                        each.options().stream()
                                .map(option -> Choice.of(Integer.toString(option.number()), option.words()))
                                .toList(),
                        given.containsKey(each.number()) ? null : suggestion(each, last, signs)))
                .toList();
        return new Part("Risk to the victim", questions, says(matrix, call, given, before, signs));
    }

    /** What the earlier assessment said, or else what the reader noticed; the graver of the two when both speak. */
    private static FirstContact.@Nullable Suggestion suggestion(
            Question question, Map<Integer, Answer> last, Map<Sign, String> signs) {
        Optional<Option> likely = RiskRules.likely(question, signs.keySet());
        Optional<Option> earlier = Optional.ofNullable(last.get(question.number()))
                .flatMap(answer -> question.option(answer.options().getFirst()));
        boolean graver = likely.isPresent()
                && earlier.filter(each -> each.score() >= likely.get().score()).isEmpty();
        if (graver) {
            return suggestion(likely.get(), likely.get().sign().map(signs::get).map(words -> "Noticed: " + words));
        }
        return earlier.map(each -> suggestion(each, Optional.of("As it was assessed last")))
                .orElse(null);
    }

    private static FirstContact.Suggestion suggestion(Option option, Optional<String> why) {
        return new FirstContact.Suggestion(Integer.toString(option.number()), option.words(), why.orElse(""));
    }

    private static List<String> says(
            Matrix matrix,
            Call call,
            Map<Integer, Answer> given,
            Optional<Assessment> before,
            Map<Sign, String> signs) {
        List<String> says = new ArrayList<>();
        before.ifPresent(each -> says.add("The report that this follows was assessed: " + each.says() + "."));
        if (given.isEmpty()) {
            boolean personal = call.heard().flatMap(RiskFirstContact::category).stream()
                    .anyMatch(category -> category == AsbCategory.PERSONAL);
            says.add(personal ? "Not assessed yet. It is owed, since this is personal." : "Not assessed yet.");
        } else {
            RiskRules.Scored scored = RiskRules.score(matrix, carried(matrix, given, before), Set.of());
            says.add(
                    scored.isComplete()
                            ? scored.band().words() + ", score " + scored.soFar() + "."
                            : "At least " + scored.band().inSentence() + ": " + scored.soFar() + " so far.");
        }
        matrix.overrides().stream()
                .filter(each -> each.sign().filter(signs::containsKey).isPresent())
                .forEach(each -> says.add("May be high whatever the score: " + each.words()
                        + ". Finish the assessment on" + " the incident's page."));
        return says;
    }

    /** What was answered now, over what the earlier report's assessment said about everything else. */
    private static Map<Integer, Answer> carried(
            Matrix matrix, Map<Integer, Answer> given, Optional<Assessment> before) {
        Map<Integer, Answer> all = new HashMap<>(
                before.map(each -> RiskRules.known(matrix, each.given().answers()))
                        .orElse(Map.of()));
        given.forEach((number, answer) ->
                all.merge(number, answer, (was, is) -> was.options().equals(is.options()) ? was : is));
        return all;
    }

    private static Map<Integer, Answer> answers(Matrix matrix, Map<String, String> sent) {
        Map<Integer, Answer> answers = new HashMap<>();
        for (Question question : matrix.firstContact()) {
            String option = sent.getOrDefault(Integer.toString(question.number()), "");
            question.options().stream()
                    .filter(each -> Integer.toString(each.number()).equals(option))
                    .forEach(each -> answers.put(question.number(), new Answer(List.of(each.number()), "")));
        }
        return answers;
    }

    private static Map<Sign, String> signs(Heard heard) {
        Findings findings = heard.findings();
        List<Seen> seen = Stream.of(
                        findings.vulnerability().stream()
                                .map(each -> new Seen("vulnerability", each.who() + ": " + each.factor(), each.span())),
                        findings.hate().stream().map(each -> new Seen("hate", each.strand(), each.span())),
                        findings.remarks().stream().map(each -> new Seen(each.kind(), each.what(), each.span())))
                .flatMap(each -> each)
                .toList();
        Map<Sign, String> signs = new HashMap<>(RiskRules.noticed(seen, category(heard)));
        if (findings.repeat()) {
            signs.put(Sign.REPEAT, "it happened before");
        }
        if (findings.immediateDanger()) {
            signs.put(Sign.DANGER, "somebody may be in danger now");
        }
        return signs;
    }

    private static Optional<AsbCategory> category(Heard heard) {
        return Optional.ofNullable(heard.findings().category()).map(found -> AsbCategory.valueOf(found.name()));
    }

    @Override
    public void recorded(UUID incident, Call call) {
        Matrix matrix = assessor.matrix();
        Map<Integer, Answer> given = answers(matrix, call.answers());
        if (given.isEmpty()) {
            return;
        }
        Optional<Assessment> before = call.follows().flatMap(assessor::highest);
        incidents
                .incident(incident)
                .ifPresent(found -> assessor.assess(
                        found,
                        1,
                        new Given(
                                before.isPresent() ? Trigger.CHANGE : Trigger.INITIAL,
                                assessor.victim(incident),
                                carried(matrix, given, before),
                                before.map(each -> matrix.known(each.given().overrides()))
                                        .orElse(Set.of()),
                                before.filter(each -> !matrix.known(each.given().overrides())
                                                .isEmpty())
                                        .map(each -> each.given().overrideReason())
                                        .orElse(""),
                                Optional.empty(),
                                "")));
    }
}
