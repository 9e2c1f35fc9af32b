package uk.frith.platform.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.frith.platform.portal.report.TurnRules.Line;
import uk.frith.platform.portal.report.TurnRules.Turn;

class TurnRulesTest {

    private static final Instant NINE = Instant.parse("2026-03-01T21:00:00Z");
    private static final TurnRules RULES = new TurnRules(20, 12);

    private static Instant after(long seconds) {
        return NINE.plusSeconds(seconds);
    }

    @Test
    void a_household_that_tells_much_at_once_does_not_wait() {
        Line line = RULES.line(NINE);
        for (int i = 0; i < 20; i++) {
            assertThat(RULES.take(line, "", "t" + i, NINE)).isEqualTo(new Turn.Now());
        }
        assertThat(RULES.take(line, "", "t20", NINE)).isInstanceOf(Turn.Later.class);
    }

    @Test
    void a_thousand_reports_a_minute_are_slowed_and_none_is_dropped() {
        Line line = RULES.line(NINE);
        int now = 0;
        int later = 0;
        for (int i = 0; i < 1_000; i++) {
            Instant at = NINE.plus(Duration.ofMillis(i * 60L));
            switch (RULES.take(line, "", "t" + i, at)) {
                case Turn.Now() -> now++;
                case Turn.Later place -> {
                    assertThat(place.ticket()).isEqualTo("t" + i);
                    later++;
                }
            }
        }
        assertThat(now + later).isEqualTo(1_000);
        assertThat(now).isBetween(20, 20 + 12);
    }

    @Test
    void somebody_real_at_the_same_address_gets_through_within_a_minute_or_two() {
        Line line = RULES.line(NINE);
        String ticket = "";
        long waited = -1;
        // The flood goes on all the while and never waits for its turn; the person asks every ten seconds.
        for (int second = 0; second < 600 && waited < 0; second++) {
            for (int i = 0; i < 17; i++) {
                RULES.take(line, "", "flood-" + second + "-" + i, after(second));
            }
            if (second >= 120 && second % 10 == 0) {
                switch (RULES.take(line, ticket, "person", after(second))) {
                    case Turn.Now() -> waited = second - 120L;
                    case Turn.Later place -> ticket = place.ticket();
                }
            }
        }
        assertThat(waited).isBetween(0L, 120L);
    }

    @Test
    void those_who_wait_are_served_in_the_order_in_which_they_came() {
        TurnRules one = new TurnRules(1, 60);
        Line line = one.line(NINE);
        one.take(line, "", "first", NINE);
        List<String> waiting = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            waiting.add(((Turn.Later) one.take(line, "", name, NINE)).ticket());
        }
        List<String> served = new ArrayList<>();
        for (int second = 1; second <= 6; second++) {
            for (String ticket : List.of("c", "b", "a")) {
                if (waiting.contains(ticket) && one.take(line, ticket, "unused", after(second)) instanceof Turn.Now) {
                    served.add(ticket);
                    waiting.remove(ticket);
                }
            }
        }
        assertThat(served).containsExactly("a", "b", "c");
    }

    @Test
    void whoever_comes_back_after_a_while_still_has_their_place() {
        TurnRules one = new TurnRules(1, 1);
        Line line = one.line(NINE);
        one.take(line, "", "first", NINE);
        String ticket = ((Turn.Later) one.take(line, "", "mine", NINE)).ticket();
        String other = ((Turn.Later) one.take(line, "", "another", after(10))).ticket();
        assertThat(one.take(line, ticket, "unused", after(65))).isEqualTo(new Turn.Now());
        assertThat(one.take(line, other, "unused", after(66))).isInstanceOf(Turn.Later.class);
    }

    @Test
    void a_ticket_that_nobody_gave_is_no_ticket() {
        TurnRules one = new TurnRules(1, 1);
        Line line = one.line(NINE);
        one.take(line, "", "first", NINE);
        one.take(line, "", "second", NINE);
        assertThat(one.take(line, "forged", "given", NINE))
                .isInstanceOfSatisfying(
                        Turn.Later.class, place -> assertThat(place.ticket()).isEqualTo("given"));
    }

    @Test
    void a_line_too_long_for_another_says_so_without_a_ticket() {
        Line line = RULES.line(NINE);
        Turn last = new Turn.Now();
        for (int i = 0; i < TurnRules.LONGEST_LINE + 30; i++) {
            last = RULES.take(line, "", "t" + i, NINE);
        }
        assertThat(last)
                .isInstanceOfSatisfying(
                        Turn.Later.class, place -> assertThat(place.ticket()).isEmpty());
    }
}
