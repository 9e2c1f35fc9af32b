package uk.frith.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A child that did it is told apart from a child that was harmed, as far as the words tell. */
class PartiesTest {

    private static final AccountReader READER = new AccountReader(RuleBook.shipped());

    /** Whose a child's age is, in the order in which it is found. */
    private static List<String> whose(String account) {
        return READER.read(Account.of(account)).vulnerability().stream()
                .filter(found -> found.factor().equals("child"))
                .map(Findings.Vulnerability::who)
                .toList();
    }

    @Test
    void whoever_stands_before_a_deed_or_after_by_did_it() {
        assertThat(whose("A second lad, Kyan, 16, threw a brick through the front window of the shop and smashed it."))
                .containsExactly("suspect");
        assertThat(whose("Another of them, Marcus 16, has squirted the PCSO full in the face and punched her."))
                .containsExactly("suspect");
        assertThat(whose("Charlie has been chased home from the park by the same two brothers, 12 and 14."))
                .containsExactly("suspect");
    }

    @Test
    void a_child_of_the_one_who_tells_or_to_whom_it_was_done_is_a_victim() {
        assertThat(whose("My son, 12, was punched in the face on the way home."))
                .containsExactly("victim");
        assertThat(whose("My daughter is 9 and she is scared to go out.")).containsExactly("victim");
    }

    @Test
    void of_two_children_each_is_said() {
        assertThat(whose("My daughter is 9 and she is scared to go out."
                        + " Kyan, 16, threw a brick through the front window and smashed it."))
                .containsExactly("victim", "suspect");
    }

    @Test
    void a_child_who_was_there_or_of_whom_nothing_tells_is_never_taken_for_the_one_who_did_it() {
        assertThat(whose("A man smashed the door in. Child 3 upstairs, baby crying in a cot."))
                .isNotEmpty()
                .doesNotContain("suspect");
        assertThat(whose("Son Finn, 6, was bitten on the calf by a dog.")).doesNotContain("suspect");
    }
}
