package uk.frith.platform.reports.victims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.frith.patterns.ConfidenceInterval;
import uk.frith.platform.foundation.sheets.SheetRow;
import uk.frith.platform.reports.victims.GroupRules.Beside;
import uk.frith.platform.reports.victims.GroupRules.Figure;
import uk.frith.platform.reports.victims.GroupRules.Group;

class GroupRulesTest {

    private static final Group YOUNG = new Group("AGE", "A18_24", "18 to 24");
    private static final Group OLD = new Group("AGE", "A65_OR_OVER", "65 or over");
    private static final Group FEMALE = new Group("SEX", "FEMALE", "Female");
    static final List<Figure> FIGURES = List.of(
            new Figure(YOUNG, Optional.of(100_000L), Optional.of(40.0)),
            new Figure(OLD, Optional.of(100_000L), Optional.of(20.0)),
            new Figure(FEMALE, Optional.of(500_000L), Optional.empty()));
    static final Map<Group, Long> NAMED = Map.of(YOUNG, 50L, OLD, 400L, FEMALE, 3L);

    /** The exact interval of 50 counts is 37.11 to 65.92 (Garwood 1936). */
    @Test
    void a_group_that_is_named_less_than_others_who_experienced_as_much_is_said_to_report_less() {
        List<Beside> beside = GroupRules.beside(FIGURES, NAMED);
        assertThat(beside).extracting(Beside::least).containsExactly(true, false, false);
        assertThat(beside.getFirst().perThousand()).hasValueSatisfying(interval -> {
            assertThat(interval.lower()).isCloseTo(0.3711, within(1e-3));
            assertThat(interval.upper()).isCloseTo(0.6592, within(1e-3));
        });
        assertThat(beside.getFirst().perHundred())
                .map(ConfidenceInterval::upper)
                .hasValueSatisfying(upper -> assertThat(upper).isCloseTo(0.1648, within(1e-3)));
    }

    @Test
    void without_a_survey_nothing_is_said_of_reporting_and_a_small_count_shows_no_more_than_that_it_is_small() {
        Beside female = GroupRules.beside(FIGURES, NAMED).getLast();
        assertThat(female.perHundred()).isEmpty();
        assertThat(female.perThousand())
                .isEqualTo(
                        GroupRules.beside(FIGURES, Map.of(FEMALE, 9L)).getLast().perThousand());
        assertThat(EqualityPages.sentence(List.of(female))).startsWith("Who reports least can't be said yet");
        assertThat(EqualityPages.line(female).named()).isEqualTo("fewer than 10");
        assertThat(EqualityPages.line(female).perThousand()).isEqualTo("under 0.1");
    }

    @Test
    void groups_alike_are_not_told_apart() {
        assertThat(GroupRules.beside(FIGURES, Map.of(YOUNG, 40L, OLD, 22L)))
                .extracting(Beside::least)
                .containsExactly(false, false, false);
    }

    @Test
    void a_row_names_a_group_as_the_question_does_and_says_which_field_is_wrong() {
        GroupRules.Reader reader = new GroupRules.Reader();
        assertThat(reader.read(List.of("age", "18 to 24", "100000", "")))
                .isEqualTo(new SheetRow.Sound<>(new Figure(YOUNG, Optional.of(100_000L), Optional.empty())));
        assertThat(field(reader, "shoe", "18 to 24", "1", "1")).isEqualTo(0);
        assertThat(field(reader, "age", "18 to 24", "1", "1")).isEqualTo(1);
        assertThat(field(reader, "age", "18", "1", "1")).isEqualTo(1);
        assertThat(field(reader, "sex", "Not said", "1", "1")).isEqualTo(1);
        assertThat(field(reader, "sex", "female", "-1", "1")).isEqualTo(2);
        assertThat(field(reader, "sex", "female", "", "101")).isEqualTo(3);
        assertThat(field(reader, "sex", "female", "", "")).isEqualTo(2);
    }

    private static int field(GroupRules.Reader reader, String... row) {
        return reader.read(List.of(row)) instanceof SheetRow.Faulty<Figure>(int field, String reason) ? field : -1;
    }
}
