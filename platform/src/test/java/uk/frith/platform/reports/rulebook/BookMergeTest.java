package uk.frith.platform.reports.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.rulebook.BookMerge.Merged;

/** A newer book that ships, beside what a force changed in the one before. */
class BookMergeTest {

    private static BookFiles book(String rules, String words) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("rulebook.txt", "version 1\nwords words.txt\nrules rules.txt\n");
        texts.put("words.txt", words);
        texts.put("rules.txt", rules);
        return new BookFiles(texts);
    }

    private static String rules(String... conditions) {
        StringBuilder rules = new StringBuilder("// Rules.\ndefault source S\ndefault from 2026-04-01\n");
        for (int i = 0; i < conditions.length; i++) {
            if (!conditions[i].isEmpty()) {
                rules.append("\nrule R")
                        .append(i)
                        .append("\nfinds fact f\nwhen ")
                        .append(conditions[i])
                        .append('\n');
            }
        }
        return rules.toString();
    }

    private static List<String> conditions(BookFiles files) {
        return BookIndex.of(files).rules().stream()
                .map(rule -> rule.part().name() + " " + rule.form().when())
                .toList();
    }

    @Test
    void what_only_one_side_changed_comes_from_that_side() {
        Merged merged = BookMerge.merge(
                book(rules("a", "b", "c"), "x = y\n"),
                book(rules("a", "b2", "c"), "x = y\nours = y\n"),
                book(rules("a", "b", "c3", "d"), "x = y\ntheirs = y\n"),
                Set.of());
        assertThat(conditions(merged.files())).containsExactly("R0 a", "R1 b2", "R2 c3", "R3 d");
        assertThat(merged.files().text("words.txt")).isEqualTo("x = y\ntheirs = y\nours = y\n");
        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.taken()).containsExactly("Rule R2", "Rule R3");
        assertThat(merged.kept()).containsExactlyInAnyOrder("Rule R1", "File words.txt");
    }

    @Test
    void what_both_changed_is_shown_and_chosen() {
        BookFiles base = book(rules("a", "b"), "x = y\n");
        BookFiles ours = book(rules("a2", "b"), "x = y\n");
        BookFiles theirs = book(rules("a3", "b"), "x = y\n");
        Merged mine = BookMerge.merge(base, ours, theirs, Set.of());
        assertThat(mine.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.before()).endsWith("when a");
            assertThat(conflict.ours()).endsWith("when a2");
            assertThat(conflict.theirs()).endsWith("when a3");
        });
        assertThat(conditions(mine.files())).containsExactly("R0 a2", "R1 b");
        Merged ships = BookMerge.merge(
                base, ours, theirs, Set.of(mine.conflicts().getFirst().key()));
        assertThat(conditions(ships.files())).containsExactly("R0 a3", "R1 b");
    }

    @Test
    void rules_that_were_added_stand_where_they_stood_and_those_taken_out_stay_out() {
        Merged merged = BookMerge.merge(
                book(rules("a", "b", "", "d"), "x = y\n"),
                book(rules("", "b", "c", "d"), "x = y\n"),
                book(rules("a", "b", "", "d9"), "x = y\n"),
                Set.of());
        assertThat(conditions(merged.files())).containsExactly("R1 b", "R2 c", "R3 d9");
        assertThat(merged.conflicts()).isEmpty();
    }

    @Test
    void a_force_without_changes_gets_what_ships_and_the_other_way_round() {
        BookFiles shipped = BookFiles.shipped();
        BookFiles older =
                EditRules.removed(shipped, BookIndex.of(shipped).rules().get(1).part());
        assertThat(BookMerge.merge(shipped, shipped, older, Set.of()).files()).isEqualTo(older);
        assertThat(BookMerge.merge(older, shipped, older, Set.of()).conflicts()).isEmpty();
        BookFiles ours = EditRules.replaced(
                shipped, BookIndex.of(shipped).rules().getFirst().part(), "rule OURS\nfinds fact x\nwhen rel");
        assertThat(BookMerge.merge(shipped, ours, shipped, Set.of()).files().parts())
                .anyMatch(part -> part.name().equals("OURS"));
    }
}
