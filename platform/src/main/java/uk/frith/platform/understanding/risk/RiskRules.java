package uk.frith.platform.understanding.risk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.Incidents.Seen;
import uk.frith.platform.understanding.risk.Matrix.Option;
import uk.frith.platform.understanding.risk.Matrix.Question;

/**
 * How a risk is scored.
 *
 * <p><em>What it computes</em>: the sum of the scores of the chosen answers over all questions; the band by the borders of
 * the matrix, or HIGH when any override holds. <em>Units and ranges</em>: points, 0 to the matrix's most (42 for RAM-D1);
 * bands STANDARD, MEDIUM, HIGH. <em>Edge cases</em>: with a question unanswered there is no score; the sum so far gives the
 * least band that it can end in, since no answer lowers it. <em>Source</em>: the matrix's own. <em>Not for</em>: ranking
 * people within a band; the weights are nobody's measurement.
 */
final class RiskRules {

    static final int SHORTEST_REASON = 10;
    static final int LONGEST_REASON = 2_000;
    static final int LONGEST_WORDS = 500;

    private RiskRules() {}

    /**
     * What score and overrides say.
     *
     * @param soFar the sum over the answered questions; the score once all are answered
     * @param unanswered how many questions are not
     */
    record Scored(int soFar, int unanswered, Band band) {

        /** Whether there is a score; until then the band is provisional. */
        boolean isComplete() {
            return unanswered == 0;
        }
    }

    static Scored score(Matrix matrix, Map<Integer, Answer> answers, Set<String> overrides) {
        int soFar = 0;
        int unanswered = 0;
        for (Question question : matrix.questions()) {
            Answer answer = answers.get(question.number());
            if (answer == null) {
                unanswered++;
            } else {
                soFar += scoreOf(question, answer);
            }
        }
        Band byScore = matrix.bands().of(soFar);
        return new Scored(soFar, unanswered, overrides.isEmpty() ? byScore : Band.HIGH);
    }

    private static int scoreOf(Question question, Answer answer) {
        return answer.options().stream()
                .flatMap(number -> question.option(number).stream())
                .mapToInt(Option::score)
                .sum();
    }

    /** Only the answers that a version knows; an answer of an older version is carried over as long as it has it. */
    static Map<Integer, Answer> known(Matrix matrix, Map<Integer, Answer> answers) {
        return answers.entrySet().stream()
                .filter(each -> matrix.question(each.getKey())
                        .filter(question -> each.getValue().options().stream()
                                .allMatch(number -> question.option(number).isPresent()))
                        .filter(question ->
                                question.several() || each.getValue().options().size() == 1)
                        .isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is wrong with a field of the form. */
    record Wrong(String field, String sentence) {}

    /** Everything that is wrong with what somebody said, in the order of the form. */
    static List<Wrong> faults(Matrix matrix, Given given, boolean mayLower) {
        List<Wrong> faults = new ArrayList<>();
        if (given.saysNothing()) {
            int first = matrix.questions().getFirst().number();
            faults.add(new Wrong("q" + first, "Answer at least one question: with none answered nothing is assessed"));
        }
        for (Question question : matrix.questions()) {
            Answer answer = given.answers().get(question.number());
            if (answer != null && answer.words().length() > LONGEST_WORDS) {
                faults.add(new Wrong("w" + question.number(), "It is longer than 500 characters"));
            }
            if (answer != null && question.several() && contradicts(question, answer)) {
                faults.add(new Wrong(
                        "q" + question.number(),
                        "Nobody and somebody can't both be: untick one (" + question.words() + ")"));
            }
        }
        if (!given.overrides().isEmpty() && isNoReason(given.overrideReason())) {
            faults.add(new Wrong("overrideReason", "Say what speaks for it, in 10 to 2,000 characters"));
        }
        if (given.overrides().isEmpty() && !given.overrideReason().isEmpty()) {
            faults.add(new Wrong("override", "Tick what your reason speaks for, or leave the reason empty"));
        }
        faults.addAll(faultsOfJudgement(matrix, given, mayLower));
        return faults;
    }

    private static List<Wrong> faultsOfJudgement(Matrix matrix, Given given, boolean mayLower) {
        if (given.judged().isEmpty()) {
            return given.judgement().isEmpty()
                    ? List.of()
                    : List.of(new Wrong(
                            "judged", "Choose the band that your reason speaks for, or leave the reason empty"));
        }
        List<Wrong> faults = new ArrayList<>();
        Band found = score(matrix, given.answers(), given.overrides()).band();
        Band judged = given.judged().get();
        if (judged == found) {
            faults.add(new Wrong("judged", "That is what was found: choose that you agree"));
        } else if (judged.compareTo(found) < 0 && !mayLower) {
            faults.add(new Wrong(
                    "judged", "Only a supervisor may judge it lower than was found, which is " + found.inSentence()));
        }
        if (isNoReason(given.judgement())) {
            faults.add(new Wrong("judgement", "Say why you judge otherwise, in 10 to 2,000 characters"));
        }
        return faults;
    }

    /** Whether a text is no reason: too short, or longer than is kept. */
    static boolean isNoReason(String text) {
        return text.length() < SHORTEST_REASON || text.length() > LONGEST_REASON;
    }

    private static boolean contradicts(Question question, Answer answer) {
        return answer.options().size() > 1
                && answer.options().stream()
                        .flatMap(number -> question.option(number).stream())
                        .anyMatch(option -> option.score() == 0);
    }

    /** An answer that isn't what it was; empty words when there was none. */
    record Change(String question, String before, String after) {
        @Override
        public String toString() {
            return "Change";
        }
    }

    /** Question by question what is answered otherwise than before; each in the words of its own version. */
    static List<Change> changes(Matrix matrix, Map<Integer, Answer> before, Map<Integer, Answer> after) {
        List<Change> changes = new ArrayList<>();
        for (Question question : matrix.questions()) {
            String was = words(question, before.get(question.number()));
            String is = words(question, after.get(question.number()));
            if (!was.equals(is)) {
                changes.add(new Change(question.words(), was, is));
            }
        }
        return changes;
    }

    /** An answer as people say it: {@code Daily (5)}. */
    static String words(Question question, @org.jspecify.annotations.Nullable Answer answer) {
        if (answer == null) {
            return "Not answered";
        }
        String chosen = answer.options().stream()
                .flatMap(number -> question.option(number).stream())
                .map(option -> option.words() + " (" + option.score() + ")")
                .collect(Collectors.joining(", "));
        return answer.words().isEmpty() ? chosen : chosen + ": " + answer.words();
    }

    /** What the reader of accounts noticed, by the sign that it is, with the words that carry it. */
    static Map<Sign, String> noticed(List<Seen> seen, Optional<AsbCategory> category) {
        Map<Sign, String> signs = new EnumMap<>(Sign.class);
        if (category.filter(each -> each == AsbCategory.PERSONAL).isPresent()) {
            signs.put(Sign.PERSONAL, "it reads as aimed at somebody");
        }
        for (Seen each : seen) {
            switch (each.kind()) {
                case "hate" -> put(signs, Sign.HATE, each);
                case "exploitation" -> put(signs, Sign.EXPLOITATION, each);
                case "impact" -> {
                    put(signs, Sign.IMPACT, each);
                    if (each.what().equals("health")) {
                        put(signs, Sign.HEALTH, each);
                    }
                }
                case "vulnerability" -> vulnerable(signs, each);
                default -> {}
            }
        }
        return signs;
    }

    private static void vulnerable(Map<Sign, String> signs, Seen each) {
        if (each.what().startsWith("suspect")) {
            return;
        }
        put(signs, Sign.VULNERABLE, each);
        if (each.what().contains("suicidal")) {
            put(signs, Sign.SUICIDAL, each);
        }
        if (each.what().contains("exploitation")) {
            put(signs, Sign.EXPLOITATION, each);
        }
        if (each.what().contains("child")) {
            put(signs, Sign.CHILD, each);
        }
    }

    private static void put(Map<Sign, String> signs, Sign sign, Seen seen) {
        signs.putIfAbsent(sign, seen.words().isEmpty() ? seen.inWords() : "“" + seen.words() + "”");
    }

    /** The answer that what was noticed makes likely; empty when it says nothing about this question. */
    static Optional<Option> likely(Question question, Set<Sign> signs) {
        return question.options().stream()
                .filter(option -> option.sign().filter(signs::contains).isPresent())
                .findFirst();
    }
}
