package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static Period period(String from, String to) {
        return new Period(YearMonth.parse(from), YearMonth.parse(to));
    }

    @Test
    void is_said_as_people_say_it() {
        assertThat(period("2021-01", "2021-12").words()).isEqualTo("2021");
        assertThat(period("2019-01", "2021-12").words()).isEqualTo("2019 to 2021");
        assertThat(period("2021-03", "2021-03").words()).isEqualTo("March 2021");
        assertThat(period("2021-01", "2021-03").words()).isEqualTo("January to March 2021");
        assertThat(period("2020-04", "2021-03").words()).isEqualTo("April 2020 to March 2021");
    }

    @Test
    void the_year_before_has_the_same_months() {
        assertThat(period("2020-04", "2021-03").yearBefore()).isEqualTo(period("2019-04", "2020-03"));
    }

    @Test
    void months_that_are_not_there_are_missing() {
        Period period = period("2020-05", "2020-08");

        assertThat(period.missingFrom(new TreeSet<>(List.of(YearMonth.of(2020, 5), YearMonth.of(2020, 7)))))
                .containsExactly(YearMonth.of(2020, 6), YearMonth.of(2020, 8));
    }

    @Test
    void refuses_to_end_before_it_begins_and_to_be_endless() {
        assertThatThrownBy(() -> period("2021-02", "2021-01")).hasMessageContaining("before it begins");
        assertThat(period("2010-01", "2019-12").length()).isEqualTo(Period.LONGEST_MONTHS);
        assertThatThrownBy(() -> period("2010-01", "2020-01")).hasMessageContaining("at most 120");
    }
}
