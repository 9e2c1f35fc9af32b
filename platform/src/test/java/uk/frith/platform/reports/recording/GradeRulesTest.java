package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.frith.narrative.Account;
import uk.frith.narrative.AccountReader;
import uk.frith.narrative.Findings;
import uk.frith.narrative.RuleBook;

class GradeRulesTest {

    private static final AccountReader READER = new AccountReader(RuleBook.shipped());

    private static Findings read(String text) {
        return READER.read(Account.of(text));
    }

    @Test
    void danger_that_is_told_while_it_happens_is_immediate() {
        assertThat(GradeRules.grade(read("He is back and has a knife.")).grade())
                .isEqualTo(Grade.IMMEDIATE);
    }

    @Test
    void a_threat_to_kill_is_a_priority() {
        Findings findings = read("A man threatened to stab me outside the shop last night.");
        assertThat(findings.crimes()).anyMatch(crime -> crime.offence().code().equals("3B"));
        assertThat(GradeRules.grade(findings).grade()).isEqualTo(Grade.PRIORITY);
    }

    @Test
    void what_could_not_be_read_is_read_by_somebody_soon() {
        GradeRules.Graded graded =
                GradeRules.grade(read("Hay un hombre con un cuchillo intentando entrar en mi casa ahora, socorro."));
        assertThat(graded.grade()).isLessThanOrEqualTo(Grade.PRIORITY);
        assertThat(graded.reasons()).anyMatch(reason -> reason.contains("another language"));
    }

    @Test
    void why_somebody_is_at_risk_is_said_in_words_a_person_would_write() {
        assertThat(GradeRules.grade(read("The lad next door keeps shouting at me and I want to end my life."))
                        .reasons())
                .contains("Somebody concerned is at particular risk: thoughts of suicide.");
    }

    @Test
    void of_several_readings_the_most_urgent_holds() {
        List<Findings> readings =
                List.of(read("There is an old sofa in the alley."), read("He is back and has a knife."));
        assertThat(GradeRules.mostUrgent(readings).grade()).isEqualTo(Grade.IMMEDIATE);
        assertThat(GradeRules.mostUrgent(readings.reversed()).grade()).isEqualTo(Grade.IMMEDIATE);
    }
}
