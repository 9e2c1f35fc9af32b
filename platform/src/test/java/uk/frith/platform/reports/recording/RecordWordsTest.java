package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.frith.narrative.Account;
import uk.frith.narrative.AccountReader;
import uk.frith.narrative.RuleBook;

/** The words in which it is shown who is vulnerable. */
class RecordWordsTest {

    private static List<RecordWords.Shown> shown(String account) {
        return RecordWords.remarks(new AccountReader(RuleBook.shipped()).read(Account.of(account))).stream()
                .map(RecordWords::shown)
                .toList();
    }

    @Test
    void a_child_that_did_it_is_told_apart_from_a_child_that_is_harmed() {
        assertThat(shown("A second lad, Kyan, 16, threw a brick through the front window of the shop and smashed it."))
                .contains(new RecordWords.Shown("Vulnerable, and said to have done it", "a child"))
                .noneMatch(each -> each.kind().startsWith("At risk"));
        assertThat(shown("My son, 12, was punched in the face on the way home from school."))
                .contains(new RecordWords.Shown("At risk, a victim", "a child"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vulnerability | caller: mental_health (personal) | At risk, the caller: mental ill health",
                "vulnerability | victim: suicidal (personal) | At risk, a victim: thoughts of suicide",
                "vulnerability | other: night worker | At risk, somebody else or not told who: night worker",
                "impact | moving | Harm: wants to move home",
                "hate | sexual_orientation | Perceived as hate: sexual orientation",
                "exploitation | a home taken over | Exploitation: a home taken over",
            })
    void what_was_noticed_is_said_in_words_under_its_heading(String kind, String what, String says) {
        assertThat(new Incidents.Seen(kind, what, "words").says()).isEqualTo(says);
    }

    @Test
    void what_is_no_vulnerability_keeps_its_heading() {
        assertThat(shown("They shout at me every night and I can't sleep any more."))
                .anyMatch(each -> each.kind().equals("Harm"));
    }
}
