package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.recording.PeopleRules.Told;

class PeopleRulesTest {

    @Test
    void somebody_told_once_by_name_once_by_number_and_once_by_both_is_one() {
        Told name = new Told("", "annsmith");
        Told number = new Told("7700900123", "");
        assertThat(PeopleRules.count(List.of(name, number))).isEqualTo(2);
        assertThat(PeopleRules.count(List.of(name, number, new Told("7700900123", "annsmith"))))
                .isEqualTo(1);
        assertThat(PeopleRules.count(List.of(number, name, new Told("7700900123", "annsmith"), new Told("", "bob"))))
                .isEqualTo(2);
    }

    @Test
    void what_is_no_name_makes_nobody_the_same() {
        assertThat(PeopleRules.count(List.of(new Told("", "unknown"), new Told("", "unknown"), new Told("", "x"))))
                .isEqualTo(3);
        assertThat(PeopleRules.count(List.of(new Told("", ""), new Told("", ""))))
                .isEqualTo(2);
        assertThat(PeopleRules.count(List.of())).isZero();
    }

    @Test
    void a_chain_of_names_and_numbers_is_one_in_any_order() {
        List<Told> chain = List.of(
                new Told("1", "ann"),
                new Told("2", "anne"),
                new Told("2", "ann"),
                new Told("3", "cy"),
                new Told("1", ""));
        assertThat(PeopleRules.count(chain)).isEqualTo(2);
        assertThat(PeopleRules.count(chain.reversed())).isEqualTo(2);
    }
}
