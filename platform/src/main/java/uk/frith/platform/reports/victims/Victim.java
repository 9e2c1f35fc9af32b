package uk.frith.platform.reports.victims;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.frith.platform.foundation.pages.Difference;
import uk.frith.platform.reports.victims.VictimTerms.Answer;
import uk.frith.platform.reports.victims.VictimTerms.Cuckooing;
import uk.frith.platform.reports.victims.VictimTerms.Harm;
import uk.frith.platform.reports.victims.VictimTerms.Risk;
import uk.frith.platform.reports.victims.VictimTerms.Support;
import uk.frith.platform.reports.victims.VictimTerms.Tenure;
import uk.frith.platform.reports.victims.VictimTerms.Worded;

/**
 * What is known about somebody who suffers.
 *
 * @param version 0 until somebody writes it down
 */
record Victim(
        UUID person,
        int version,
        String wishes,
        Set<Harm> harms,
        String harmWords,
        Answer vulnerable,
        Set<Risk> risks,
        Answer repeated,
        Answer targeted,
        Cuckooing cuckooing,
        Tenure tenure,
        String landlord,
        Optional<UUID> service,
        Support support) {

    Victim {
        harms = Set.copyOf(harms);
        risks = Set.copyOf(risks);
    }

    /** Somebody of whom nothing has been written down, with what the reader of accounts noticed. */
    static Victim unknown(UUID person, String wishes, Set<Harm> noticed, Cuckooing cuckooing) {
        return new Victim(
                person,
                0,
                wishes,
                noticed,
                "",
                Answer.NOT_ASKED,
                Set.of(),
                Answer.NOT_ASKED,
                Answer.NOT_ASKED,
                cuckooing,
                Tenure.NOT_KNOWN,
                "",
                Optional.empty(),
                Support.NOT_OFFERED);
    }

    /** What two people say differently; theirs was saved first. */
    static List<Difference> differences(Victim theirs, Victim yours) {
        List<Difference> found = new ArrayList<>();
        add(found, "What they want", theirs.wishes, yours.wishes);
        add(found, "Harm", words(theirs.harms), words(yours.harms));
        add(found, "Harm in words", theirs.harmWords, yours.harmWords);
        add(found, "Vulnerable", theirs.vulnerable.words(), yours.vulnerable.words());
        add(found, "Risks", words(theirs.risks), words(yours.risks));
        add(found, "Happened before", theirs.repeated.words(), yours.repeated.words());
        add(found, "Targeted", theirs.targeted.words(), yours.targeted.words());
        add(found, "Home taken over", theirs.cuckooing.words(), yours.cuckooing.words());
        add(found, "Home", theirs.tenure.words(), yours.tenure.words());
        add(found, "Landlord", theirs.landlord, yours.landlord);
        add(found, "Support", theirs.support.words(), yours.support.words());
        return found;
    }

    private static void add(List<Difference> found, String label, String theirs, String yours) {
        if (!theirs.equals(yours)) {
            found.add(new Difference(label, theirs, yours));
        }
    }

    static <E extends Enum<E> & Worded> String words(Set<E> values) {
        return values.stream().sorted().map(Worded::words).collect(Collectors.joining("; "));
    }

    static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static <E extends Enum<E>> Set<E> read(Class<E> kind, List<String> names) {
        Set<E> values = EnumSet.noneOf(kind);
        for (E value : EnumSet.allOf(kind)) {
            if (names.contains(value.name())) {
                values.add(value);
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return "Victim[" + person + "]";
    }
}
