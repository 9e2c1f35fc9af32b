package uk.frith.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Each age by itself, since a phrase that names a figure as it stands makes it a word of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"10", "11", "12", "13", "14", "15", "16", "17", "fourteen"})
    void the_age_of_somebody_young_who_did_it_is_read_in_whichever_way_it_is_told(String age) {
        for (String person : List.of(
                "A boy of %s",
                "A lad of %s", "A teenager of %s", "A girl aged %s", "A boy, %s,", "A %s year old boy")) {
            assertThat(whose(person.formatted(age) + " kicked my fence"))
                    .as(person, age)
                    .containsExactly("suspect");
        }
        assertThat(whose("My lad of " + age + " was punched in the face by a man"))
                .as(age)
                .containsExactly("victim");
        assertThat(whose("A man kicked a boy of " + age)).as(age).containsExactly("other");
    }

    @Test
    void what_is_written_short_or_of_several_is_read_too() {
        for (String account : List.of(
                "A 14 yr old boy smashed my window",
                "a 14yo boy kicked my gate",
                "14 year old boy kicked my fence panel and broke it",
                "Two boys of about 13 kicked my fence",
                "My neighbour's boy of 14 kicked my fence")) {
            assertThat(whose(account)).as(account).containsExactly("suspect");
        }
        assertThat(whose("A bloke with 14 yrs of service kicked my fence")).isEmpty();
        assertThat(whose("A lad from number 14 kicked my fence")).isEmpty();
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
