package uk.frith.platform.reports.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import uk.frith.narrative.Account;
import uk.frith.narrative.Findings;

/**
 * An account that must always be read in one way, by which a force notices that a change of the rules breaks something.
 *
 * @param category the expected one; empty when none is expected
 * @param crimes the expected offence classes, no others
 */
record KeptCase(
        UUID id,
        String title,
        Account account,
        boolean asb,
        Optional<String> category,
        SortedSet<String> crimes,
        String keptBy) {

    KeptCase {
        crimes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(crimes));
    }

    /** In what a reading departs from what is expected, each as a sentence; nothing when it is right. */
    List<String> departures(Findings findings) {
        java.util.ArrayList<String> departures = new java.util.ArrayList<>();
        if (findings.asb() != asb) {
            departures.add(asb ? "It isn't seen as antisocial behaviour" : "It is seen as antisocial behaviour");
        }
        String found = findings.category() == null ? "" : findings.category().name();
        if (asb && !found.equals(category.orElse(""))) {
            departures.add("Category " + (found.isEmpty() ? "none" : Difference.word(found)) + " instead of "
                    + category.map(Difference::word).orElse("none"));
        }
        SortedSet<String> codes = new TreeSet<>(Difference.codes(findings));
        SortedSet<String> missing = new TreeSet<>(crimes);
        missing.removeAll(codes);
        codes.removeAll(crimes);
        missing.forEach(code -> departures.add("Crime " + code + " isn't found"));
        codes.forEach(code -> departures.add("Crime " + code + " is found and shouldn't be"));
        return List.copyOf(departures);
    }

    /** Without the account, which is personal. */
    @Override
    public String toString() {
        return "KeptCase[" + id + "]";
    }
}
