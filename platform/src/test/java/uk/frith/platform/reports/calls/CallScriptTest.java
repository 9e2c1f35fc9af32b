package uk.frith.platform.reports.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.frith.narrative.Account;
import uk.frith.narrative.AsbCategory;
import uk.frith.narrative.AsbType;
import uk.frith.narrative.Findings;
import uk.frith.platform.reports.calls.CallScript.Question;
import uk.frith.platform.reports.calls.CallScript.Told;
import uk.frith.platform.reports.recording.Earlier;
import uk.frith.platform.reports.recording.Grade;
import uk.frith.platform.reports.recording.Heard;

/** What is asked next, by what was told. */
class CallScriptTest {

    private static final String STORY = "Music and shouting from the flat above since nine tonight again";

    private static Typed typed(String... fields) {
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            sent.put(fields[i], fields[i + 1]);
        }
        return Typed.of(sent);
    }

    private static Heard heard(@Nullable AsbCategory category, @Nullable AsbType type, String... questions) {
        Findings findings = new Findings(
                category != null,
                category,
                type,
                "ASB",
                Findings.Decision.ASB_INCIDENT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                false,
                List.of(questions),
                List.of());
        return new Heard(findings, Grade.ROUTINE, List.of("It is told."), "2026-04");
    }

    private static Earlier earlier(boolean samePlace) {
        return new Earlier(
                new UUID(0, 1),
                "26-000000001",
                Instant.EPOCH,
                "",
                Optional.of(uk.frith.platform.reports.recording.AsbCategory.PERSONAL),
                Optional.empty(),
                samePlace ? Earlier.Near.PLACE : Earlier.Near.CALLER,
                new Account.Earlier("told", Set.of()));
    }

    private static List<String> ids(Typed typed, Optional<Heard> heard, List<Earlier> before) {
        return CallScript.left(new Told(typed, heard, before)).stream()
                .map(Question::id)
                .toList();
    }

    @Test
    void danger_comes_first_and_then_the_place() {
        assertThat(ids(typed(), Optional.empty(), List.of()))
                .startsWith("danger", "place", "number", "name", "affected");
        assertThat(ids(typed("account", STORY), Optional.of(heard(null, null)), List.of()))
                .startsWith("place");
    }

    @Test
    void what_the_reader_needs_to_decide_comes_before_what_is_merely_missing() {
        List<Question> left = CallScript.left(new Told(
                typed("account", STORY, "location", "Long Row"),
                Optional.of(heard(AsbCategory.NUISANCE, AsbType.NUISANCE_NOISE, "Was anybody hurt?")),
                List.of()));

        assertThat(left.getFirst().words()).isEqualTo("Was anybody hurt?");
        assertThat(left).extracting(Question::id).contains("type-NUISANCE_NOISE", "often", "number");
    }

    @Test
    void each_type_has_a_question_of_its_own() {
        for (AsbType type : AsbType.values()) {
            List<Question> left = CallScript.left(new Told(
                    typed("account", STORY, "location", "Long Row"),
                    Optional.of(heard(AsbCategory.NUISANCE, type)),
                    List.of()));
            assertThat(left.getFirst().id()).isEqualTo("type-" + type.name());
            assertThat(left.getFirst().words()).isNotEqualTo("What does it look like?");
        }
    }

    @Test
    void a_story_of_which_nobody_can_tell_the_kind_is_asked_about() {
        Typed told = typed("account", STORY, "location", "Long Row");

        assertThat(ids(told, Optional.of(heard(null, null)), List.of())).startsWith("whom");
        assertThat(ids(
                        typed("account", "Music again", "location", "Long Row"),
                        Optional.of(heard(null, null)),
                        List.of()))
                .doesNotContain("whom");
    }

    @Test
    void earlier_reports_ask_whether_it_is_the_same_and_what_lies_behind_it() {
        Typed typed = typed("account", STORY, "location", "Long Row");
        Optional<Heard> heard = Optional.of(heard(null, null));

        assertThat(ids(typed, heard, List.of(earlier(false)))).contains("same").doesNotContain("home");
        assertThat(ids(typed, heard, List.of(earlier(true)))).doesNotContain("same");
        assertThat(ids(typed, heard, List.of(earlier(true), earlier(true), earlier(true))))
                .contains("home");
        assertThat(ids(
                        typed("account", STORY, "location", "Row", "follows", "FOLLOW_UP:1"),
                        heard,
                        List.of(earlier(false))))
                .doesNotContain("same");
    }

    @Test
    void whoever_is_affected_is_asked_after_until_each_was_spoken_to() {
        Typed nobody = typed("account", STORY, "location", "Long Row");
        Typed one = typed("account", STORY, "location", "Long Row", "affected", "Ben Example, 07700 900 123");
        Typed spoken = typed("account", STORY, "location", "Long Row", "affected", "Ben Example, spoken to");

        assertThat(ids(nobody, Optional.empty(), List.of()))
                .contains("affected")
                .doesNotContain("spoken");
        assertThat(ids(one, Optional.empty(), List.of())).contains("spoken").doesNotContain("affected");
        assertThat(ids(spoken, Optional.empty(), List.of())).doesNotContain("affected", "spoken");
    }

    @Test
    void what_was_asked_is_not_asked_again_and_something_is_always_left_to_say() {
        Typed typed = typed("account", STORY, "asked", "place number name affected evidence wishes");

        assertThat(CallScript.left(new Told(typed, Optional.empty(), List.of())))
                .containsExactly(new Question("", "Is there anything else that I should know?"));
    }

    @Test
    void a_personal_story_asks_what_makes_it_harder_to_bear() {
        Typed typed = typed("account", STORY, "location", "Long Row");

        assertThat(ids(typed, Optional.of(heard(AsbCategory.PERSONAL, null)), List.of()))
                .contains("harder");
        assertThat(ids(typed, Optional.of(heard(AsbCategory.NUISANCE, null)), List.of()))
                .doesNotContain("harder");
    }
}
