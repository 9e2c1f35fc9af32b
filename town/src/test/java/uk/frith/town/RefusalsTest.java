package uk.frith.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00Z");

    @Test
    void refuses_a_plan_that_cannot_be_built() {
        YearMonth first = YearMonth.of(2025, 1);
        assertThatThrownBy(() -> new TownPlan(1, 0, first, 12)).hasMessageContaining("incidents");
        assertThatThrownBy(() -> new TownPlan(1, 5_000_001, first, 12)).hasMessageContaining("incidents");
        assertThatThrownBy(() -> new TownPlan(1, 10, first, 121)).hasMessageContaining("months");
        assertThatThrownBy(() -> new TownPlan(1, 10, YearMonth.of(2090, 1), 12)).hasMessageContaining("first month");
    }

    @Test
    void builds_the_smallest_and_the_oddest_plans() {
        assertThat(Town.build(new TownPlan(1, 1, YearMonth.of(2025, 11), 3)).incidents())
                .hasSize(1);
        Town withoutSummer = Town.build(new TownPlan(2, 500, YearMonth.of(2025, 11), 3));
        assertThat(withoutSummer.truth().hotspots().get(3).periods()).isEmpty();
        assertThat(Town.build(new TownPlan(Long.MIN_VALUE, 500, YearMonth.of(2011, 1), 120))
                        .incidents())
                .hasSize(500);
    }

    @Test
    void refuses_an_incident_whose_times_are_out_of_order() {
        assertThatThrownBy(() -> incident(NOON, NOON.minusSeconds(60), NOON)).hasMessageContaining("ends before");
        assertThatThrownBy(() -> incident(NOON, NOON.plusSeconds(60), NOON)).hasMessageContaining("reported before");
        assertThat(incident(NOON, NOON, NOON).reportedAt()).isEqualTo(NOON);
    }

    @Test
    void refuses_values_that_cannot_be() {
        assertThatThrownBy(() -> new GridPoint(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GridPoint(0, 1_300_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AgeBands(1, 1, -1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Deprivation.Place(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Deprivation(new Deprivation.Place(1, 1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_decile_is_a_tenth_of_all_ranks() {
        assertThat(new Deprivation.Place(1, 0).decile()).isEqualTo(1);
        assertThat(new Deprivation.Place(3_375, 0).decile()).isEqualTo(1);
        assertThat(new Deprivation.Place(3_376, 0).decile()).isEqualTo(2);
        assertThat(new Deprivation.Place(Deprivation.RANKS, 0).decile()).isEqualTo(10);
    }

    @Test
    void writes_fractions_with_the_decimals_they_need() {
        assertThat(Digits.fixed(-5, 3)).isEqualTo("-0.005");
        assertThat(Digits.shortest(1_500, 3)).isEqualTo("1.5");
        assertThat(Digits.shortest(-2_000, 3)).isEqualTo("-2");
        assertThat(Digits.shortest(0, 3)).isEqualTo("0");
        assertThat(Digits.degrees(-0.0000004)).isEqualTo("0.000000");
        assertThat(Digits.padded(42, 5)).isEqualTo("00042");
    }

    private static Incident incident(Instant from, Instant to, Instant reported) {
        return new Incident(
                "FS-1",
                from,
                to,
                reported,
                null,
                null,
                "",
                AsbCategory.NUISANCE,
                AsbType.BEGGING,
                Channel.CALL,
                "Begging.");
    }
}
