package uk.frith.platform.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.frith.platform.portal.report.StepRules.Fault;
import uk.frith.platform.portal.report.StepRules.Offer;

class StepRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T20:10:00Z");
    private static final Offer ALL = new Offer(true, true, true);
    private static final Offer NONE = new Offer(false, false, false);
    private static final Answers SHORTEST = new Answers(Map.of(
            "who",
            "SAW",
            "what",
            "Loud music",
            "when",
            "OFTEN",
            "where",
            "WORDS",
            "place",
            "High Street",
            "contact",
            "NO"));

    @Test
    void the_shortest_way_asks_for_nothing_that_is_not_needed() {
        List<Step> asked = new ArrayList<>();
        Optional<Step> step = Optional.of(Step.WHO);
        while (step.isPresent()) {
            asked.add(step.get());
            step = StepRules.next(step.get(), SHORTEST, NONE);
        }
        assertThat(asked)
                .containsExactly(
                        Step.WHO, Step.WHAT, Step.WHEN, Step.WHERE, Step.PLACE, Step.HARM, Step.CONTACT, Step.WISHES);
        assertThat(StepRules.missing(SHORTEST, NONE, NOW)).isEmpty();
    }

    @Test
    void a_choice_brings_its_own_question_and_no_other() {
        assertThat(StepRules.next(Step.WHEN, SHORTEST.with(Map.of("when", "ONCE")), ALL))
                .contains(Step.DAY);
        assertThat(StepRules.next(Step.WHERE, SHORTEST.with(Map.of("where", "POSTCODE")), ALL))
                .contains(Step.POSTCODE);
        assertThat(StepRules.next(Step.WHERE, SHORTEST.with(Map.of("where", "LIST")), ALL))
                .contains(Step.AREA);
        assertThat(StepRules.next(Step.CONTACT, SHORTEST.with(Map.of("contact", "YES")), ALL))
                .contains(Step.DETAILS);
        assertThat(StepRules.next(Step.CONTACT, SHORTEST.with(Map.of("who", "OTHER")), ALL))
                .contains(Step.OTHER);
        assertThat(StepRules.previous(Step.HARM, SHORTEST, ALL)).contains(Step.FORCE);
    }

    @Test
    void a_page_behind_a_needed_answer_that_is_missing_cannot_be_reached() {
        assertThat(StepRules.isReachable(Step.WHO, Answers.NONE, ALL, NOW)).isTrue();
        assertThat(StepRules.isReachable(Step.WHAT, Answers.NONE, ALL, NOW)).isFalse();
        assertThat(StepRules.isReachable(Step.WISHES, SHORTEST, NONE, NOW)).isTrue();
        assertThat(StepRules.isReachable(Step.WISHES, SHORTEST.with(Map.of("where", "")), NONE, NOW))
                .isFalse();
        assertThat(StepRules.isReachable(Step.DETAILS, SHORTEST, NONE, NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LE1 5YA", "le15ya", " le1-5ya ", "EC1A 1BB", "M1 1AE"})
    void a_postcode_is_known_however_it_is_written(String typed) {
        assertThat(StepRules.postcode(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LE1", "Leicester", "12345", "<b>LE1 5YA", "'; drop table portal.report; --"})
    void what_is_no_postcode_is_said_to_be_none(String typed) {
        assertThat(StepRules.faults(Step.POSTCODE, new Answers(Map.of("postcode", typed.isEmpty() ? "x" : typed)), NOW))
                .extracting(Fault::key)
                .contains("postcode.wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "1,3,2026,",
        "28,2,2026,",
        "2,3,2026,day.ahead",
        "30,2,2026,day.wrong",
        "x,2,2026,day.wrong",
        "1,3,2010,day.old",
        "1,3,99999,day.wrong",
        "1,3,26,",
        "2,3,26,day.ahead",
        "1,3,27,day.ahead",
        "1,3,10,day.old",
        "1,3,99,day.wrong",
        "1,3,6,day.old"
    })
    void a_day_is_one_that_was(String day, String month, String year, String wrong) {
        List<Fault> faults =
                StepRules.faults(Step.DAY, new Answers(Map.of("day", day, "month", month, "year", year)), NOW);
        assertThat(faults).extracting(Fault::key).isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @Test
    void contact_is_a_number_or_an_address_and_never_a_name() {
        assertThat(keys(Step.DETAILS, "name", "Ada Example")).containsExactly("details.missing");
        assertThat(keys(Step.DETAILS, "phone", "0113 496 0123")).isEmpty();
        assertThat(keys(Step.DETAILS, "email", "ada@example.org")).isEmpty();
        assertThat(keys(Step.DETAILS, "phone", "call me")).containsExactly("phone.wrong");
        assertThat(keys(Step.DETAILS, "email", "ada at example")).containsExactly("email.wrong");
    }

    private static List<String> keys(Step step, String field, String value) {
        return StepRules.faults(step, new Answers(Map.of(field, value)), NOW).stream()
                .map(Fault::key)
                .toList();
    }

    @Test
    void controls_and_halves_of_signs_are_taken_out_and_everything_else_stays() {
        Map<String, String> typed = StepRules.typed(
                Step.WHAT,
                Map.of("what", " a\u0000b\u001b[31m\r\nc \ud83d\ude21 <script>alert(1)</script> \ud83d ' ; -- "));
        assertThat(typed).containsEntry("what", "a b [31m\nc \ud83d\ude21 <script>alert(1)</script>   ' ; --");
    }

    @Test
    void a_megabyte_in_any_field_is_said_to_be_too_long() {
        String much = "x".repeat(1_000_000);
        for (Step step : Step.values()) {
            for (String field : step.fields()) {
                assertThat(StepRules.faults(step, new Answers(Map.of(field, much)), NOW))
                        .as("%s", field)
                        .isNotEmpty();
            }
        }
    }
}
