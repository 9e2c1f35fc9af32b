package uk.frith.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StorytellerTest {

    private static final List<Told> TOLD = Standard.TOWN.told();
    private static final Map<String, Told> BY_ID =
            TOLD.stream().collect(Collectors.toMap(Told::id, account -> account));

    @Test
    void thousands_of_accounts_are_told_and_most_differ() {
        assertThat(TOLD).hasSizeGreaterThanOrEqualTo(4_000);
        Set<String> texts = new HashSet<>();
        TOLD.forEach(account -> texts.add(account.text()));
        assertThat(texts.size()).isGreaterThan(TOLD.size() * 3 / 4);
    }

    @Test
    void every_story_is_told_in_every_voice() {
        Set<String> pairs =
                TOLD.stream().map(account -> account.story() + account.voice()).collect(Collectors.toSet());
        long stories = TOLD.stream().map(Told::story).distinct().count();
        assertThat(stories).isGreaterThanOrEqualTo(25);
        assertThat(pairs).hasSize((int) stories * Voice.values().length);
    }

    @Test
    void no_account_has_a_gap_that_nobody_filled() {
        assertThat(TOLD).allSatisfy(account -> assertThat(account.text()).doesNotContain("{", "}", "  "));
    }

    @Test
    void a_follow_up_is_told_later_by_the_same_voice_about_the_same_place() {
        List<Told> followUps =
                TOLD.stream().filter(account -> !account.follows().isEmpty()).toList();
        assertThat(followUps).hasSizeGreaterThan(500);
        for (Told account : followUps) {
            Told before = Objects.requireNonNull(BY_ID.get(account.follows()));
            assertThat(account.at()).isAfter(before.at());
            assertThat(account.location()).isEqualTo(before.location());
            assertThat(account.voice()).isEqualTo(before.voice());
        }
    }

    @Test
    void what_is_nuisance_once_can_be_harassment_the_third_time() {
        assertThat(TOLD.stream().filter(account -> account.story().equals("knock-and-run")))
                .allSatisfy(account -> assertThat(account.crimes())
                        .isEqualTo(account.follows().isEmpty() ? List.of() : List.of("8L")));
    }

    @Test
    void half_of_what_is_told_holds_no_crime() {
        double without =
                TOLD.stream().filter(account -> account.crimes().isEmpty()).count() / (double) TOLD.size();
        assertThat(without).isBetween(0.4, 0.7);
    }
}
