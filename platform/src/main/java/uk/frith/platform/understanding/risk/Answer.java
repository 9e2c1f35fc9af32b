package uk.frith.platform.understanding.risk;

import java.util.List;

/**
 * What was answered to a question.
 *
 * @param options the numbers of the chosen answers, at least one, in their order
 * @param words what was said beside it; may be empty
 */
record Answer(List<Integer> options, String words) {
    Answer {
        options = options.stream().sorted().distinct().toList();
        if (options.isEmpty()) {
            throw new IllegalArgumentException("Whoever answers chooses something.");
        }
    }

    @Override
    public String toString() {
        return "Answer" + options;
    }
}
