package uk.frith.narrative;

import java.util.List;
import java.util.Set;

/**
 * What somebody told, and what was reported before about the same victim or place.
 *
 * @param text in their own words or a call taker's; any text at all
 * @param history earliest first
 */
public record Account(String text, List<Earlier> history) {

    public Account {
        history = List.copyOf(history);
    }

    /** An account without earlier reports. */
    public static Account of(String text) {
        return new Account(text, List.of());
    }

    /**
     * An earlier report.
     *
     * @param text what was told then
     * @param crimes the codes of the offence classes that were recorded
     */
    public record Earlier(String text, Set<String> crimes) {
        public Earlier {
            crimes = Set.copyOf(crimes);
        }

        @Override
        public String toString() {
            return "Earlier[crimes=" + crimes + "]";
        }
    }

    /** Without the text, which is personal. */
    @Override
    public String toString() {
        return "Account[" + text.length() + " characters, " + history.size() + " earlier]";
    }
}
