package uk.frith.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A condition whose needs aren't met never holds, so that to leave it out changes nothing. */
class NeedsTest {

    private static final RuleBook BOOK = RuleBook.shipped();
    private static final PhraseFinder FINDER = new PhraseFinder(BOOK);
    private static final Path CORPUS = Path.of("src/test/resources/uk/frith/narrative/corpus-a.jsonl");

    private static Evidence evidence(String text) {
        Tokens tokens = FINDER.tokens(text);
        return new Evidence(
                FINDER.find(tokens),
                new BitSet(),
                Set.of(),
                0,
                tokens.count,
                hit -> FINDER.clauses().sufferer(tokens, hit));
    }

    private static Condition condition(String text) {
        return ConditionParser.parse(text, BOOK.lexicon()::numbers);
    }

    @Test
    void leaving_out_what_has_no_chance_changes_nothing() throws IOException {
        List<Map<?, ?>> accounts = Marks.accounts(Files.readAllLines(CORPUS));
        int spared = 0;
        for (Map<?, ?> account : accounts) {
            Evidence evidence = evidence(String.valueOf(account.get("text")));
            for (Rule rule : BOOK.rules()) {
                if (Needs.of(rule.when()).met(evidence)) {
                    continue;
                }
                spared++;
                assertThat(rule.when().carriedBy(evidence)).as(rule.id()).isNull();
            }
        }
        assertThat(spared).isGreaterThan(accounts.size() * BOOK.rules().size() / 2);
    }

    @Test
    void an_alternative_that_needs_nothing_takes_the_need_from_all() {
        Evidence nothing = evidence("");
        assertThat(Needs.of(condition("injury")).met(nothing)).isFalse();
        assertThat(Needs.of(condition("injury & !injury.serious")).met(nothing)).isFalse();
        assertThat(Needs.of(condition("injury | !injury")).met(nothing)).isTrue();
        assertThat(Needs.of(condition("!injury")).met(nothing)).isTrue();
    }

    @Test
    void a_fact_that_a_rule_establishes_counts() {
        Evidence evidence = evidence("");
        Needs needs = Needs.of(condition("injury"));
        evidence.fact(BOOK.lexicon().numbers("injury")[0], List.of());
        assertThat(needs.met(evidence)).isTrue();
    }
}
