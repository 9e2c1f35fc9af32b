package uk.frith.platform.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.Incidents.Seen;
import uk.frith.platform.understanding.risk.Matrix.Bands;
import uk.frith.platform.understanding.risk.Matrix.Option;
import uk.frith.platform.understanding.risk.Matrix.Question;
import uk.frith.platform.understanding.risk.Matrix.Section;
import uk.frith.platform.understanding.risk.RiskRules.Scored;
import uk.frith.platform.understanding.risk.RiskRules.Wrong;

/** Scores, bands and judgements, without a database. The scores are those of RAM-D1, question by question. */
class RiskRulesTest {

    private static final int[][] SCORES = {
        {0, 1, 2, 3, 4, 5},
        {0, 1},
        {0, 2},
        {0, 1, 2},
        {0, 2, 4, 6},
        {0, 0},
        {0, 1, 2, 3},
        {0, 3},
        {0, 3},
        {0, 1, 2, 3, 5},
        {0, 3, 3, 5},
        {0, 1},
        {0, 1, 3},
        {0, 1, 1, 1}
    };
    private static final int LAST = 14;
    private static final Matrix MATRIX = matrix();

    private static Matrix matrix() {
        List<Question> questions = IntStream.rangeClosed(1, SCORES.length)
                .mapToObj(number -> new Question(
                        number,
                        Section.HISTORY,
                        "Question " + number,
                        number == LAST,
                        number == 9,
                        number == 1 ? 1 : 0,
                        IntStream.rangeClosed(1, SCORES[number - 1].length)
                                .mapToObj(option -> new Option(
                                        option,
                                        "Answer " + option,
                                        SCORES[number - 1][option - 1],
                                        number == 8 && option == 2 ? Optional.of(Sign.HATE) : Optional.empty()))
                                .toList()))
                .toList();
        return new Matrix(
                new UUID(0, 1),
                "RAM-D1",
                1,
                false,
                LocalDate.EPOCH,
                "A source",
                "As shipped",
                false,
                questions,
                new Bands(13, 24),
                List.of(new Matrix.Overriding("WEAPON", "A weapon", Optional.empty())));
    }

    /** The gravest answer to each question. */
    private static Map<Integer, Answer> gravest() {
        Map<Integer, Answer> answers = new HashMap<>();
        for (Question question : MATRIX.questions()) {
            List<Integer> all = question.options().stream()
                    .filter(option -> option.score() > 0)
                    .map(Option::number)
                    .toList();
            answers.put(
                    question.number(),
                    new Answer(
                            question.several()
                                    ? all
                                    : List.of(question.options().getLast().number()),
                            ""));
        }
        return answers;
    }

    private static Map<Integer, Answer> lightest() {
        Map<Integer, Answer> answers = new HashMap<>();
        MATRIX.questions().forEach(question -> answers.put(question.number(), new Answer(List.of(1), "")));
        return answers;
    }

    private static Scored scored(Map<Integer, Answer> answers) {
        return RiskRules.score(MATRIX, answers, Set.of());
    }

    @Test
    void everything_at_its_gravest_is_forty_two_and_at_its_lightest_nought() {
        assertThat(MATRIX.most()).isEqualTo(42);
        assertThat(scored(gravest())).isEqualTo(new Scored(42, 0, Band.HIGH));
        assertThat(scored(lightest())).isEqualTo(new Scored(0, 0, Band.STANDARD));
    }

    @Test
    void the_bands_begin_at_thirteen_and_at_twenty_four() {
        assertThat(MATRIX.bands().of(12)).isEqualTo(Band.STANDARD);
        assertThat(MATRIX.bands().of(13)).isEqualTo(Band.MEDIUM);
        assertThat(MATRIX.bands().of(23)).isEqualTo(Band.MEDIUM);
        assertThat(MATRIX.bands().of(24)).isEqualTo(Band.HIGH);
        assertThatThrownBy(() -> new Bands(0, 24)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bands(13, 13)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_score_at_each_border_gives_the_band_of_that_side() {
        Map<Integer, Answer> answers = lightest();
        answers.put(1, new Answer(List.of(6), ""));
        answers.put(10, new Answer(List.of(5), ""));
        answers.put(3, new Answer(List.of(2), ""));
        assertThat(scored(answers)).isEqualTo(new Scored(12, 0, Band.STANDARD));
        answers.put(2, new Answer(List.of(2), ""));
        assertThat(scored(answers)).isEqualTo(new Scored(13, 0, Band.MEDIUM));
        answers.put(11, new Answer(List.of(4), ""));
        answers.put(7, new Answer(List.of(4), ""));
        answers.put(4, new Answer(List.of(3), ""));
        assertThat(scored(answers)).isEqualTo(new Scored(23, 0, Band.MEDIUM));
        answers.put(12, new Answer(List.of(2), ""));
        assertThat(scored(answers)).isEqualTo(new Scored(24, 0, Band.HIGH));
    }

    @Test
    void with_a_question_unanswered_the_band_is_provisional_and_never_higher_than_it_will_end() {
        Map<Integer, Answer> answers = gravest();
        answers.remove(5);
        Scored provisional = scored(answers);
        assertThat(provisional.isComplete()).isFalse();
        assertThat(provisional).isEqualTo(new Scored(36, 1, Band.HIGH));
        assertThat(scored(Map.of())).isEqualTo(new Scored(0, 14, Band.STANDARD));
    }

    @Test
    void an_override_makes_it_high_whatever_the_score() {
        assertThat(RiskRules.score(MATRIX, lightest(), Set.of("WEAPON"))).isEqualTo(new Scored(0, 0, Band.HIGH));
        assertThat(MATRIX.known(Set.of("WEAPON", "UNHEARD_OF"))).containsExactly("WEAPON");
    }

    @Test
    void a_graver_answer_never_lowers_score_or_band() {
        long seed = Long.getLong("trials.seed", 7);
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int trial = 0; trial < 500; trial++) {
            Map<Integer, Answer> answers = new HashMap<>();
            for (Question question : MATRIX.questions()) {
                if (chance.nextInt(4) > 0) {
                    answers.put(
                            question.number(),
                            new Answer(
                                    List.of(1
                                            + chance.nextInt(question.options().size())),
                                    ""));
                }
            }
            Scored before = scored(answers);
            int changed = 1 + chance.nextInt(LAST);
            answers.put(changed, gravest().getOrDefault(changed, new Answer(List.of(1), "")));
            Scored after = scored(answers);
            assertThat(after.soFar()).as("seed " + seed).isGreaterThanOrEqualTo(before.soFar());
            assertThat(after.band()).as("seed " + seed).isGreaterThanOrEqualTo(before.band());
        }
    }

    private static Given given(Map<Integer, Answer> answers, Optional<Band> judged, String judgement) {
        return new Given(Trigger.PERIODIC, Optional.empty(), answers, Set.of(), "", judged, judgement);
    }

    private static List<String> faults(Given given, boolean supervisor) {
        return RiskRules.faults(MATRIX, given, supervisor).stream()
                .map(Wrong::field)
                .toList();
    }

    @Test
    void anybody_may_judge_it_higher_and_only_a_supervisor_lower_each_with_a_reason() {
        String why = "She lives alone and is afraid";
        assertThat(faults(given(lightest(), Optional.of(Band.HIGH), why), false))
                .isEmpty();
        assertThat(faults(given(lightest(), Optional.of(Band.HIGH), "so"), false))
                .containsExactly("judgement");
        assertThat(faults(given(gravest(), Optional.of(Band.MEDIUM), why), false))
                .containsExactly("judged");
        assertThat(faults(given(gravest(), Optional.of(Band.MEDIUM), why), true))
                .isEmpty();
        assertThat(faults(given(gravest(), Optional.of(Band.HIGH), why), true)).containsExactly("judged");
        assertThat(faults(given(gravest(), Optional.empty(), why), true)).containsExactly("judged");
        assertThat(faults(given(gravest(), Optional.empty(), ""), false)).isEmpty();
    }

    @Test
    void an_override_needs_a_reason_and_a_reason_an_override() {
        Given without =
                new Given(Trigger.INITIAL, Optional.empty(), Map.of(), Set.of("WEAPON"), "", Optional.empty(), "");
        assertThat(faults(without, false)).containsExactly("overrideReason");
        Given alone = new Given(
                Trigger.INITIAL, Optional.empty(), Map.of(), Set.of(), "He showed a knife", Optional.empty(), "");
        assertThat(faults(alone, false)).containsExactly("override");
    }

    @Test
    void a_form_with_nothing_in_it_is_no_assessment() {
        Given nothing = new Given(Trigger.INITIAL, Optional.empty(), Map.of(), Set.of(), "", Optional.empty(), "");
        assertThat(faults(nothing, false)).containsExactly("q1");
    }

    @Test
    void nobody_and_somebody_cannot_both_be_affected() {
        Map<Integer, Answer> both = lightest();
        both.put(LAST, new Answer(List.of(1, 2), ""));
        assertThat(faults(given(both, Optional.empty(), ""), false)).containsExactly("q14");
        Map<Integer, Answer> long_ = lightest();
        long_.put(9, new Answer(List.of(2), "x".repeat(501)));
        assertThat(faults(given(long_, Optional.empty(), ""), false)).containsExactly("w9");
    }

    @Test
    void what_changed_is_told_question_by_question() {
        Map<Integer, Answer> after = lightest();
        after.put(1, new Answer(List.of(6), ""));
        after.remove(2);
        assertThat(RiskRules.changes(MATRIX, lightest(), after))
                .containsExactly(
                        new RiskRules.Change("Question 1", "Answer 1 (0)", "Answer 6 (5)"),
                        new RiskRules.Change("Question 2", "Answer 1 (0)", "Not answered"));
        assertThat(RiskRules.changes(MATRIX, after, after)).isEmpty();
    }

    @Test
    void an_answer_is_carried_over_only_as_far_as_the_version_knows_it() {
        assertThat(RiskRules.known(
                        MATRIX,
                        Map.of(
                                1, new Answer(List.of(6), ""),
                                2, new Answer(List.of(9), ""),
                                3, new Answer(List.of(1, 2), ""),
                                40, new Answer(List.of(1), ""))))
                .containsOnlyKeys(1);
    }

    @Test
    void what_the_reader_noticed_makes_answers_likely_and_a_suspects_frailty_does_not() {
        Map<Sign, String> signs = RiskRules.noticed(
                List.of(
                        new Seen("hate", "race", "go home"),
                        new Seen("vulnerability", "suspect: child (personal)", "the boy"),
                        new Seen("vulnerability", "victim: suicidal (personal)", "end it"),
                        new Seen("impact", "health", "")),
                Optional.of(AsbCategory.PERSONAL));
        assertThat(signs.keySet())
                .containsExactlyInAnyOrder(
                        Sign.HATE, Sign.PERSONAL, Sign.VULNERABLE, Sign.SUICIDAL, Sign.IMPACT, Sign.HEALTH);
        assertThat(signs.get(Sign.HATE)).isEqualTo("“go home”");
        assertThat(RiskRules.noticed(
                        List.of(new Seen("vulnerability", "victim: older (personal)", "")), Optional.empty()))
                .containsEntry(Sign.VULNERABLE, "an older person");
        assertThat(RiskRules.likely(MATRIX.questions().get(7), signs.keySet()).map(Option::number))
                .contains(2);
        assertThat(RiskRules.likely(MATRIX.questions().getFirst(), signs.keySet()))
                .isEmpty();
    }
}
