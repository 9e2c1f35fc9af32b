package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.integrity.LearningRepository.ReadAt;
import uk.frith.platform.reports.integrity.LearningRepository.Slip;
import uk.frith.platform.reports.integrity.LearningRules.Pattern;

/** Which text somebody should read, by what they repeat, and until when it counts. */
class LearningRulesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final LearningText ALL = text(1, LearningField.CRIME, "");
    private static final LearningText HARASSMENT = text(2, LearningField.CRIME, "8L");
    private static final LearningText CATEGORY = text(3, LearningField.CATEGORY, "");
    private static final List<LearningText> TEXTS = List.of(ALL, HARASSMENT, CATEGORY);

    private static LearningText text(int id, LearningField field, String classCode) {
        return new LearningText(
                new UUID(0, id),
                "TEXT",
                field,
                classCode,
                "Title",
                "A text that is long enough",
                "Source",
                365,
                LocalDate.of(2026, 4, 1),
                true);
    }

    private static Slip slip(FindingKind kind, String classCode, int daysAgo) {
        return new Slip(
                new UUID(1, daysAgo),
                kind,
                classCode,
                "Expected",
                NOW.minus(Duration.ofDays(daysAgo)),
                FindingState.OPEN);
    }

    @Test
    void slips_of_the_same_kind_and_class_are_one_pattern_the_most_frequent_first() {
        List<Pattern> patterns = LearningRules.patterns(
                List.of(
                        slip(FindingKind.CATEGORY_WRONG, "", 1),
                        slip(FindingKind.CRIME_MISSING, "8L", 2),
                        slip(FindingKind.CRIME_MISSING, "8L", 3),
                        slip(FindingKind.CRIME_MISSING, "8N", 4)),
                TEXTS);
        assertThat(patterns).extracting(pattern -> pattern.slips().size()).containsExactly(2, 1, 1);
        assertThat(patterns.getFirst().text()).contains(HARASSMENT);
        assertThat(patterns.getFirst().repeats()).isTrue();
        assertThat(patterns.get(1).repeats()).isFalse();
    }

    @Test
    void a_text_about_the_class_goes_before_one_about_the_field() {
        assertThat(LearningRules.textFor(LearningField.CRIME, "8L", TEXTS)).contains(HARASSMENT);
        assertThat(LearningRules.textFor(LearningField.CRIME, "8N", TEXTS)).contains(ALL);
        assertThat(LearningRules.textFor(LearningField.VICTIMS, "8N", TEXTS)).isEmpty();
    }

    @Test
    void what_was_read_counts_until_it_should_be_read_again_and_a_new_version_is_unread() {
        ReadAt lately = new ReadAt(ALL.id(), NOW.minus(Duration.ofDays(364)));
        ReadAt longAgo = new ReadAt(ALL.id(), NOW.minus(Duration.ofDays(366)));
        assertThat(LearningRules.readInTime(ALL, List.of(longAgo, lately), NOW)).contains(lately.at());
        assertThat(LearningRules.readInTime(ALL, List.of(longAgo), NOW)).isEmpty();
        assertThat(LearningRules.readInTime(HARASSMENT, List.of(lately), NOW)).isEmpty();
    }

    @Test
    void a_text_is_urgent_when_its_slip_repeats_and_it_was_not_read_since() {
        List<Pattern> once = LearningRules.patterns(List.of(slip(FindingKind.CRIME_MISSING, "8L", 3)), TEXTS);
        assertThat(LearningRules.mostUrgent(once, List.of(), NOW)).isEmpty();
        List<Pattern> twice = LearningRules.patterns(
                List.of(slip(FindingKind.CRIME_MISSING, "8L", 3), slip(FindingKind.CRIME_MISSING, "8L", 30)), TEXTS);
        assertThat(LearningRules.mostUrgent(twice, List.of(), NOW)).isPresent();
        ReadAt between = new ReadAt(HARASSMENT.id(), NOW.minus(Duration.ofDays(10)));
        assertThat(LearningRules.mostUrgent(twice, List.of(between), NOW)).isPresent();
        ReadAt since = new ReadAt(HARASSMENT.id(), NOW.minus(Duration.ofDays(1)));
        assertThat(LearningRules.mostUrgent(twice, List.of(since), NOW)).isEmpty();
    }
}
