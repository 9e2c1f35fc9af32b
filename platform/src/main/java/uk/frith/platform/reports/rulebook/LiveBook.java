package uk.frith.platform.reports.rulebook;

import uk.frith.narrative.AccountReader;
import uk.frith.narrative.RuleBook;

/**
 * A rule book ready to read with.
 *
 * @param version the label of its edition, which a reading keeps
 * @param book its rules
 * @param reader reads with them; safe for many threads
 */
public record LiveBook(String version, RuleBook book, AccountReader reader) {

    static LiveBook of(String version, RuleBook book) {
        return new LiveBook(version, book, new AccountReader(book));
    }

    @Override
    public String toString() {
        return "LiveBook[" + version + "]";
    }
}
