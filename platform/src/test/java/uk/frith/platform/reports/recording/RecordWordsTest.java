package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
                .contains(new RecordWords.Shown("Vulnerable, and said to have done it", "child (personal)"))
                .noneMatch(each -> each.kind().startsWith("At risk"));
        assertThat(shown("My son, 12, was punched in the face on the way home from school."))
                .contains(new RecordWords.Shown("At risk, a victim", "child (personal)"));
    }

    @Test
    void what_is_no_vulnerability_keeps_its_heading() {
        assertThat(shown("They shout at me every night and I can't sleep any more."))
                .anyMatch(each -> each.kind().equals("Harm"));
    }
}
