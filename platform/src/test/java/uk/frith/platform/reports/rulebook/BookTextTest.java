package uk.frith.platform.reports.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books as texts: cut into parts, put together again, changed, compared, and said in plain words. */
class BookTextTest {

    private static final BookFiles SHIPPED = BookFiles.shipped();

    @Test
    void the_parts_of_every_file_put_together_are_the_file() {
        SHIPPED.texts()
                .forEach((name, text) ->
                        assertThat(Part.joined(SHIPPED.parts(name))).as(name).isEqualTo(text));
    }

    @Test
    void every_rule_that_ships_survives_its_form_and_the_book_can_still_be_read() {
        BookFiles files = SHIPPED;
        for (BookIndex.Ruled rule : BookIndex.of(SHIPPED).rules()) {
            RuleForm form = RuleForm.of(rule.part());
            assertThat(form.unfit()).as(form.id()).isEmpty();
            Part now = EditRules.find(files, Part.Kind.RULE, form.id(), 0).orElseThrow();
            files = EditRules.replaced(files, now, form.text());
            assertThat(RuleForm.of(
                            EditRules.find(files, Part.Kind.RULE, form.id(), 0).orElseThrow()))
                    .isEqualTo(form);
        }
        assertThat(BookCheck.check(files).faults()).isEmpty();
        assertThat(BookCheck.check(files).book().orElseThrow().ruleCount())
                .isEqualTo(BookIndex.of(SHIPPED).rules().size());
    }

    @Test
    void every_rule_that_ships_is_said_in_words_and_has_a_source_and_a_day() {
        BookIndex index = BookIndex.of(SHIPPED);
        for (BookIndex.Ruled rule : index.rules()) {
            RuleView view = RuleView.of(rule, index);
            assertThat(view.source()).as(view.id()).isNotBlank();
            assertThat(view.from()).as(view.id()).matches("\\d+ \\w+ \\d{4}");
            assertThat(view.finds()).as(view.id()).isNotBlank();
            assertThat(view.all().size() + view.none().size() + view.points().size())
                    .as(view.id())
                    .isPositive();
            assertThat(view.names())
                    .as(view.id())
                    .noneMatch(heard -> heard.says().equals("Nothing is called so"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "control~“control”",
                "imp.*~anything of “imp”",
                "!ex~nothing says “ex”",
                "a | b~“a” or “b”",
                "count(control,3)~“control” is said at least 3 times",
                "near(a, b | c, 0)~“a” stands in the same sentence as (“b” or “c”)",
                "lone(a, b)~“a” stands where no “b” is within one sentence",
                "close(a,b,6)~“a” stands within 6 words of “b”",
                "crime(8L|8Q)~a rule before this one finds a crime of class 8L or 8Q",
                "history(harass.*)~an earlier report tells of anything of “harass”",
                "short(12)~the account has at most 12 words",
                "least(2,a,b,c)~at least 2 of these hold: “a”; “b”; “c”",
                "unheard(a,b)~“unheard” of “a”, “b”",
                "(a~(a"
            })
    void a_condition_is_said_in_plain_words(String condition, String words) {
        assertThat(ConditionWords.all(condition)).containsExactly(words);
    }

    @Test
    void what_a_condition_demands_is_said_one_by_one() {
        assertThat(ConditionWords.all("a & (b | c) & !d")).containsExactly("“a”", "“b” or “c”", "nothing says “d”");
        assertThat(ConditionWords.names("near(a, b, 2) & crime(8L) & !c.*")).containsExactly("a", "b", "c.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!a", "a | !b", "!a & !b", "short(5)", "!(a & b)"})
    void a_condition_that_holds_for_nothing_said_is_known(String condition) {
        assertThat(ConditionWords.holdsForNothing(condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a & !b", "count(a,1)", "any(a)", "((", ""})
    void one_that_needs_something_said_is_not(String condition) {
        assertThat(ConditionWords.holdsForNothing(condition)).isFalse();
    }

    @Test
    void depth_is_counted_and_length_is_not() {
        assertThat(ConditionWords.tooDeep("when " + "a & ".repeat(3_000) + "b")).isFalse();
        assertThat(ConditionWords.tooDeep("when " + "!a & ".repeat(3_000) + "!b"))
                .isFalse();
        assertThat(ConditionWords.tooDeep("when " + "near(a,b) | ".repeat(3_000) + "b"))
                .isFalse();
        assertThat(ConditionWords.tooDeep("when " + "(".repeat(41))).isTrue();
        assertThat(ConditionWords.tooDeep("when " + "!".repeat(41) + "a")).isTrue();
    }

    @Test
    void a_line_of_the_lexicon_that_stands_for_thousands_of_phrases_is_refused_before_it_is_tried() {
        String bomb = "a+b|c+d|e+f ..0 ".repeat(11).strip();
        BookFiles files =
                SHIPPED.with("lexicon-state.txt", SHIPPED.text("lexicon-state.txt") + "\n= bomb\n" + bomb + "\n");
        assertThat(BookCheck.check(files).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("2,000 phrases"));
    }

    @Test
    void a_new_rule_stands_where_it_was_put_and_taking_it_out_leaves_what_was() {
        Part after = BookIndex.of(SHIPPED).rules().getFirst().part();
        BookFiles with = EditRules.added(
                SHIPPED, after.file(), Optional.of(after), "rule X-1\nfinds crime 8L probable\nwhen ex");
        List<String> ids = BookIndex.of(with).rules().stream()
                .map(rule -> rule.part().name())
                .toList();
        assertThat(ids.get(ids.indexOf(after.name()) + 1)).isEqualTo("X-1");
        assertThat(BookDiff.between(SHIPPED, with))
                .singleElement()
                .satisfies(change -> assertThat(change.state()).isEqualTo(BookDiff.State.ADDED));
        BookFiles without = EditRules.removed(
                with, EditRules.find(with, Part.Kind.RULE, "X-1", 0).orElseThrow());
        assertThat(BookDiff.between(SHIPPED, without)).isEmpty();
    }

    @Test
    void the_same_book_has_the_same_digest_and_a_changed_one_another() {
        assertThat(new BookFiles(SHIPPED.texts()).digest()).isEqualTo(SHIPPED.digest());
        assertThat(SHIPPED.with("words.txt", "x").digest()).isNotEqualTo(SHIPPED.digest());
    }

    @Test
    void what_a_form_does_not_know_is_kept_beside_it() {
        Part part = Part.of(
                        "rules-x.txt",
                        "rules",
                        "rule X\n// why\nfinds crime 8L probable\nstate\nnovel line of it\nwhen a\nwhen b\nunless c")
                .getFirst();
        RuleForm form = RuleForm.of(part);
        assertThat(form.more()).isEqualTo("state\nnovel line of it");
        assertThat(form.note()).isEqualTo("why");
        assertThat(form.when()).isEqualTo("a\nb");
        assertThat(RuleForm.of(Map.of("id", "X", "more", form.more())).text()).contains("novel line of it");
    }
}
