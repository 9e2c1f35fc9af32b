package uk.frith.platform.portal.signs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.frith.platform.portal.signs.DigestRules.Answered;
import uk.frith.platform.portal.signs.DigestRules.Count;
import uk.frith.platform.portal.signs.DigestRules.Words;
import uk.frith.platform.portal.signs.DigestRules.Wrote;

class DigestRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);
    private static final UUID GATE = new UUID(0, 1);
    private static final UUID STILE = new UUID(0, 2);

    private static Wrote wrote(int id, UUID sign, String words) {
        return new Wrote(new UUID(1, id), sign, sign.equals(GATE) ? "Gate" : "Stile", words);
    }

    @Test
    void only_whole_months_of_the_last_eighteen_are_told() {
        assertThat(DigestRules.months(TODAY)).hasSize(18).first().isEqualTo(YearMonth.of(2026, 2));
        assertThat(DigestRules.month("2026-02", TODAY)).contains(YearMonth.of(2026, 2));
        assertThat(DigestRules.month("2024-09", TODAY)).contains(YearMonth.of(2024, 9));
        for (String wrong : List.of("2026-03", "2024-08", "2026-13", "", "last")) {
            assertThat(DigestRules.month(wrong, TODAY)).as(wrong).isEmpty();
        }
    }

    @Test
    void numbers_stand_from_three_answers_on_and_places_that_were_not_chosen_are_left_out() {
        List<Answered> answered = List.of(
                new Answered(GATE, "Gate", "Safe?", 3, 2.5),
                new Answered(GATE, "Gate", "Clean?", 2, 1),
                new Answered(STILE, "Stile", "Safe?", 9, 4));
        assertThat(DigestRules.counts(answered, Set.of(GATE)))
                .containsExactly(
                        new Count("Gate", "Safe?", Optional.of(3L), Optional.of(2.5)),
                        new Count("Gate", "Clean?", Optional.empty(), Optional.empty()));
    }

    @Test
    void words_are_told_where_three_wrote_with_everything_hidden_that_was_asked_for() {
        List<Wrote> wrote = List.of(
                wrote(1, GATE, "Ring 07700 900123 about the blue van"),
                wrote(2, GATE, "Dark at night"),
                wrote(3, GATE, "blue van"),
                wrote(4, STILE, "Nobody else writes"),
                wrote(5, STILE, "but me"));
        assertThat(DigestRules.words(wrote, Set.of(GATE, STILE), List.of("blue van")))
                .extracting(Words::words)
                .containsExactly("Ring [number hidden] about the [hidden hidden]", "Dark at night", "[hidden hidden]");
        assertThat(DigestRules.words(wrote, Set.of(STILE), List.of())).isEmpty();
    }

    @Test
    void what_is_to_be_hidden_is_typed_a_line_each() {
        assertThat(DigestRules.hidden(" blue van \r\n\nKevin\rKevin")).containsExactly("blue van", "Kevin");
        assertThat(DigestRules.hidden("")).isEmpty();
    }
}
