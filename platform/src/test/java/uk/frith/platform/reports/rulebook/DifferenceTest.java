package uk.frith.platform.reports.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.frith.narrative.Account;
import uk.frith.narrative.AsbCategory;
import uk.frith.narrative.Certainty;
import uk.frith.narrative.Findings;
import uk.frith.narrative.OffenceClass;
import uk.frith.platform.reports.rulebook.Difference.Kind;
import uk.frith.platform.reports.rulebook.PublishRules.Asked;
import uk.frith.platform.reports.rulebook.PublishRules.Standing;

/** What is seen as changed between two readings, what breaks a kept case, and what is asked before publishing. */
class DifferenceTest {

    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    private static Findings findings(@Nullable AsbCategory category, List<String> codes, List<String> questions) {
        return new Findings(
                category != null,
                category,
                null,
                "x",
                Findings.Decision.ASB_INCIDENT,
                codes.stream()
                        .map(code -> new Findings.Crime(
                                new OffenceClass(code, "Name of " + code),
                                1,
                                Certainty.PROBABLE,
                                "words of " + code,
                                "r",
                                "s"))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                false,
                questions,
                List.of());
    }

    private static String grade(Findings findings) {
        return findings.crimes().isEmpty() ? "Routine" : "Priority";
    }

    @Test
    void the_same_findings_differ_in_nothing() {
        Findings same = findings(AsbCategory.PERSONAL, List.of("8L"), List.of("Who?"));
        assertThat(Difference.between(same, same, DifferenceTest::grade).isNone())
                .isTrue();
    }

    @Test
    void everything_that_changes_is_named_with_the_words_that_carry_it() {
        Difference difference = Difference.between(
                findings(AsbCategory.PERSONAL, List.of("8L", "58A"), List.of("Who?")),
                findings(null, List.of("58A", "8Q"), List.of("When?")),
                DifferenceTest::grade);
        assertThat(difference.changes())
                .containsExactly(
                        new Difference.Change(Kind.GAINED, "8Q Name of 8Q"),
                        new Difference.Change(Kind.LOST, "8L Name of 8L"),
                        new Difference.Change(Kind.CATEGORY, "Personal → Not antisocial behaviour"),
                        new Difference.Change(Kind.ASKED, "When?"),
                        new Difference.Change(Kind.NO_LONGER_ASKED, "Who?"));
        assertThat(difference.words()).containsExactly("words of 8Q", "words of 8L");
        assertThat(Difference.between(
                                findings(null, List.of(), List.of()),
                                findings(null, List.of("8L"), List.of()),
                                DifferenceTest::grade)
                        .changes())
                .contains(new Difference.Change(Kind.GRADE, "Routine → Priority"));
    }

    @Test
    void a_key_leads_back_to_its_change() {
        for (Kind kind : Kind.values()) {
            Difference.Change change = new Difference.Change(kind, "what it is");
            assertThat(Difference.Change.ofKey(change.key())).contains(change);
        }
        assertThat(Difference.Change.ofKey("nothing")).isEmpty();
    }

    @Test
    void a_kept_case_says_in_what_a_reading_departs_from_it() {
        KeptCase kept = new KeptCase(
                new UUID(0, 1),
                "Neighbours",
                Account.of("x"),
                true,
                Optional.of("PERSONAL"),
                new TreeSet<>(List.of("8L")),
                "A");
        assertThat(kept.departures(findings(AsbCategory.PERSONAL, List.of("8L"), List.of())))
                .isEmpty();
        assertThat(kept.departures(findings(AsbCategory.NUISANCE, List.of("58A"), List.of())))
                .containsExactly(
                        "Category Nuisance instead of Personal",
                        "Crime 8L isn't found",
                        "Crime 58A is found and shouldn't be");
        assertThat(kept.departures(findings(null, List.of("8L"), List.of())))
                .containsExactly("It isn't seen as antisocial behaviour", "Category none instead of Personal");
        assertThat(kept.toString()).doesNotContain("Neighbours");
    }

    @Test
    void before_publishing_a_reason_a_future_and_a_book_without_faults_are_asked_for() {
        Standing good = new Standing(0, false, 0);
        Asked asked = new Asked("", "", "Because of the guidance", "");
        assertThat(PublishRules.faults(asked, good, NOW)).isEmpty();
        assertThat(PublishRules.faults(asked, new Standing(1, false, 0), NOW)).containsOnlyKeys("publish");
        assertThat(PublishRules.faults(asked, new Standing(0, true, 0), NOW)).containsOnlyKeys("publish");
        assertThat(PublishRules.faults(asked, new Standing(0, false, 2), NOW)).containsOnlyKeys("broken");
        assertThat(PublishRules.faults(new Asked("", "", "short", ""), good, NOW))
                .containsOnlyKeys("reason");
        assertThat(PublishRules.faults(new Asked("2026-11-26", "", asked.reason(), ""), good, NOW))
                .containsOnlyKeys("day");
        assertThat(PublishRules.faults(new Asked("tomorrow", "", asked.reason(), ""), good, NOW))
                .containsOnlyKeys("day");
        assertThat(PublishRules.faults(new Asked("", "06:00", asked.reason(), ""), good, NOW))
                .containsOnlyKeys("day");
        // In summer Britain is an hour ahead of universal time.
        assertThat(PublishRules.moment(new Asked("2027-07-01", "06:00", "", "")))
                .contains(Instant.parse("2027-07-01T05:00:00Z"));
    }
}
