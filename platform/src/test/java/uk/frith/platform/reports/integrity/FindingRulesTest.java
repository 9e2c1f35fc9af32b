package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.integrity.FindingRules.Deciders;
import uk.frith.platform.reports.integrity.FindingRules.Draft;
import uk.frith.platform.reports.integrity.FindingRules.Step;

/** What becomes a finding, whose slip it is, and who may do what with it. */
class FindingRulesTest {

    private static final UUID REFUSER = new UUID(0, 1);
    private static final UUID RECORDER = new UUID(0, 2);
    private static final UUID CHECKER = new UUID(0, 3);
    private static final UUID CLOSER = new UUID(0, 4);
    private static final UUID TAKER = new UUID(0, 5);

    private static Crime crime(String code, int victims) {
        return new Crime(code, "Class " + code, victims, "");
    }

    private static Deciders deciders() {
        return new Deciders(
                code -> code.equals("8L") ? Optional.of(REFUSER) : Optional.empty(),
                code -> Optional.of(RECORDER),
                Optional.of(CHECKER),
                Optional.of(CLOSER),
                Optional.of(TAKER));
    }

    @Test
    void each_difference_becomes_one_finding_and_what_agrees_becomes_none() {
        List<Draft> drafts = FindingRules.findings(
                CompareRules.compare(
                        Sorting.PERSONAL,
                        List.of(crime("8L", 1), crime("8N", 3), crime("58C", 1), crime("9A", 1)),
                        Sorting.NUISANCE,
                        List.of(crime("8N", 1), crime("58D", 1), crime("9A", 1))),
                deciders());
        assertThat(drafts)
                .extracting(draft -> draft.kind() + " " + draft.classCode())
                .containsExactly("CATEGORY_WRONG ", "CRIME_MISSING 58C", "OTHER_CLASS 8L", "VICTIMS_MISSING 8N");
        assertThat(drafts.getLast().expected()).isEqualTo("8N Class 8N, 3 victims");
        assertThat(drafts.getLast().recorded()).isEqualTo("8N Class 8N, 1 victim");
    }

    @Test
    void a_recorded_crime_that_was_not_expected_is_nobodys_finding() {
        assertThat(FindingRules.findings(
                        CompareRules.compare(Sorting.PERSONAL, List.of(), Sorting.PERSONAL, List.of(crime("9A", 1))),
                        deciders()))
                .isEmpty();
    }

    @Test
    void a_missed_crime_is_the_slip_of_whoever_refused_it_and_else_of_whoever_looked_last() {
        assertThat(deciders().missed("8L")).contains(REFUSER);
        assertThat(deciders().missed("8N")).contains(CHECKER);
        assertThat(deciders().categorised()).contains(CLOSER);
        Deciders fewer = new Deciders(
                code -> Optional.empty(),
                code -> Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TAKER));
        assertThat(fewer.missed("8N")).contains(TAKER);
        assertThat(fewer.categorised()).contains(TAKER);
    }

    @Test
    void a_missing_crime_is_recorded_or_disputed_and_never_only_noted() {
        for (FindingState state : FindingState.values()) {
            assertThat(FindingRules.steps(FindingKind.CRIME_MISSING, state, true, false))
                    .doesNotContain(Step.NOTE);
        }
        assertThat(FindingRules.steps(FindingKind.CATEGORY_WRONG, FindingState.OPEN, true, false))
                .containsExactlyInAnyOrder(Step.NOTE, Step.DISPUTE);
    }

    @Test
    void a_finding_is_disputed_once_and_the_registrar_has_the_last_word() {
        assertThat(FindingRules.steps(FindingKind.CRIME_MISSING, FindingState.OPEN, true, true))
                .containsExactly(Step.DISPUTE);
        assertThat(FindingRules.steps(FindingKind.CRIME_MISSING, FindingState.DISPUTED, true, false))
                .isEmpty();
        assertThat(FindingRules.steps(FindingKind.CRIME_MISSING, FindingState.DISPUTED, false, true))
                .containsExactlyInAnyOrder(Step.UPHOLD, Step.WITHDRAW);
        assertThat(FindingRules.steps(FindingKind.CRIME_MISSING, FindingState.STANDS, true, true))
                .isEmpty();
        for (FindingState state : FindingState.values()) {
            if (state.isEnd()) {
                assertThat(FindingRules.steps(FindingKind.CATEGORY_WRONG, state, true, true))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_reason_is_a_sentence() {
        assertThat(FindingRules.faultOfReason("no")).isPresent();
        assertThat(FindingRules.faultOfReason("x".repeat(2_001))).isPresent();
        assertThat(FindingRules.faultOfReason("The victim withdrew on the spot"))
                .isEmpty();
    }
}
