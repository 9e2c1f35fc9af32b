package uk.frith.narrative;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    public AccountReader(RuleBook book) {
        this.book = book;
        this.finder = new PhraseFinder(book);
        this.parties = new Parties(book.lexicon(), finder.clauses());
        this.needs = book.rules().stream().map(rule -> Needs.of(rule.when())).toList();
    }

    /** What the account says. Any text is read; an empty one gives an information report without findings. */
    public Findings read(Account account) {
        String text = account.text().length() > LONGEST ? account.text().substring(0, LONGEST) : account.text();
        BitSet earlier = new BitSet();
        Set<String> earlierCrimes = new HashSet<>();
        for (Account.Earlier before : account.history()) {
            earlierCrimes.addAll(before.crimes());
            String told = before.text();
            List<List<Hit>> hits = finder.find(finder.tokens(told.substring(0, Math.min(told.length(), LONGEST))));
            for (int concept = 0; concept < hits.size(); concept++) {
                if (hits.get(concept).stream().anyMatch(Hit::plain)) {
                    earlier.set(concept);
                }
            }
        }
        Tokens tokens = finder.tokens(text);
        Evidence evidence = new Evidence(
                finder.find(tokens),
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
        for (int i = 0; i < needs.size(); i++) {
            if (needs.get(i).met(evidence)) {
                assessment.apply(book.rules().get(i));
            }
        }
        return assessment.findings(text.length() < account.text().length());
    }
}
