package uk.frith.platform.understanding.risk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody who assesses says.
 *
 * @param person whose household it is; empty while nobody is named
 * @param answers by the question's number; a question without one is unanswered
 * @param overrides codes of what makes the risk high whatever the score
 * @param overrideReason what speaks for them; empty without any
 * @param judged what the assessor thinks instead of what was found; empty when they agree
 * @param judgement why; empty when they agree
 */
record Given(
        Trigger trigger,
        Optional<UUID> person,
        Map<Integer, Answer> answers,
        Set<String> overrides,
        String overrideReason,
        Optional<Band> judged,
        String judgement) {
    Given {
        answers = Map.copyOf(answers);
        overrides = Set.copyOf(overrides);
    }

    /** Whether nothing was answered, ticked, chosen or written. */
    boolean saysNothing() {
        return answers.isEmpty() && overrides.isEmpty() && judged.isEmpty() && (overrideReason + judgement).isEmpty();
    }

    @Override
    public String toString() {
        return "Given[" + trigger + "]";
    }
}
