package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.integrity.MeterRepository.Audited;
import uk.frith.platform.reports.integrity.MeterRepository.Suggested;

/** The inspectorate's 103 of 182 as a meter, and what it says when there is little or nothing. */
class MeterRulesTest {

    @Test
    void a_hundred_and_three_of_a_hundred_and_eighty_two_with_its_interval() {
        List<MeterRules.Line> lines = MeterRules.lines(
                List.of(new Suggested("North", 100, 60, 10), new Suggested("South", 82, 43, 20)), List.of(), 20);

        MeterRules.Line all = lines.getLast();
        assertThat(MeterRules.sentence(all, 28))
                .isEqualTo("Accounts of the last 28 days suggest 182 crimes: 103 recorded, 30 refused with a reason,"
                        + " 49 to decide. Recorded: 57 % (95 % interval 49 to 64).");
        assertThat(lines).extracting(MeterRules.Line::team).containsExactly("North", "South", "All");
        assertThat(lines.getFirst().share().words()).isEqualTo("60 % (50 to 69)");
    }

    @Test
    void with_few_it_says_too_few_and_with_none_that_there_are_none() {
        MeterRules.Line few = MeterRules.lines(List.of(new Suggested("", 19, 10, 0)), List.of(), 20)
                .getLast();
        assertThat(MeterRules.sentence(few, 28)).endsWith("9 to decide. Too few for a share.");
        MeterRules.Line none = MeterRules.lines(List.of(), List.of(), 20).getLast();
        assertThat(MeterRules.sentence(none, 28)).isEqualTo("No account of the last 28 days suggests a crime.");
        assertThat(MeterRules.audits(none)).isEqualTo("No audit at random has been closed in the last twelve months.");
    }

    @Test
    void audits_stand_beside_suggestions_and_are_never_added_to_them() {
        List<Audited> audited = new ArrayList<>();
        for (int i = 0; i < 182; i++) {
            audited.add(new Audited("North", new EstimateRules.Unit(0.1, i < 103 ? 1 : 0, 1)));
        }
        MeterRules.Line all = MeterRules.lines(List.of(new Suggested("North", 4, 4, 0)), audited, 20)
                .getLast();
        assertThat(all.share().whole()).isEqualTo(4);
        assertThat(MeterRules.audits(all))
                .isEqualTo("Audits at random of the last twelve months found 103 of 182 expected crimes recorded:"
                        + " 57 % (95 % interval 49 to 64).");
    }
}
