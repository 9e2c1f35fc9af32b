package uk.frith.narrative;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads accounts with one rule book. Safe for many threads; every call is independent of every other.
 *
 * <p>Cost: linear in the text. Longer texts than {@value #LONGEST} characters are read up to that length; what follows
 * is left unread, which {@link Findings#remarks()} then says.
 */
public final class AccountReader {

    /** More than any account; protects against a text made to stop the reader. */
    public static final int LONGEST = 2_000_000;

    private final RuleBook book;
    private final PhraseFinder finder;
    private final Parties parties;
    private final List<Needs> needs;

    /** The rules, by number, that stand a chance in any account. */
    private final BitSet always = new BitSet();

    /** By concept, the rules that stand none unless it or some other is mentioned. */
    private final List<BitSet> waiting;

    public AccountReader(RuleBook book) {
        this.book = book;
        this.finder = new PhraseFinder(book);
        this.parties = new Parties(book.lexicon(), finder.clauses());
        this.needs = book.rules().stream().map(rule -> Needs.of(rule.when())).toList();
        this.waiting = Stream.generate(BitSet::new)
                .limit(book.lexicon().concepts.size())
                .toList();
        for (int rule = 0; rule < needs.size(); rule++) {
            int[] first = needs.get(rule).first();
            always.set(rule, first.length == 0);
            for (int concept : first) {
                waiting.get(concept).set(rule);
            }
        }
    }

    /** What the account says. Any text is read; an empty one gives an information report without findings. */
    public Findings read(Account account) {
        String text = account.text().length() > LONGEST ? account.text().substring(0, LONGEST) : account.text();
        BitSet earlier = new BitSet();
        Set<String> earlierCrimes = new HashSet<>();
        for (Account.Earlier before : account.history()) {
            earlierCrimes.addAll(before.crimes());
            String told = before.text();
            Mentions then = finder.find(finder.tokens(told.substring(0, Math.min(told.length(), LONGEST))));
            for (int concept = then.next(0); concept >= 0; concept = then.next(concept + 1)) {
                if (!then.plain(concept).isEmpty()) {
                    earlier.set(concept);
                }
            }
        }
        Tokens tokens = finder.tokens(text);
        Mentions mentions = finder.find(tokens);
        Evidence evidence = new Evidence(
                mentions,
                earlier,
                earlierCrimes,
                account.history().size(),
                tokens.count,
                hit -> finder.clauses().sufferer(tokens, hit));
        Assessment assessment = new Assessment(
                book,
                finder.clauses(),
                parties,
                tokens,
                evidence,
                account.history().size());
        BitSet due = (BitSet) always.clone();
        for (int concept = mentions.next(0); concept >= 0; concept = mentions.next(concept + 1)) {
            due.or(waiting.get(concept));
        }
        for (int i = due.nextSetBit(0); i >= 0; i = due.nextSetBit(i + 1)) {
            if (needs.get(i).met(evidence)) {
                Rule rule = book.rules().get(i);
                assessment.apply(rule);
                if (rule.fact() >= 0) {
                    due.or(waiting.get(rule.fact()));
                }
            }
        }
        return assessment.findings(text.length() < account.text().length());
    }
}
