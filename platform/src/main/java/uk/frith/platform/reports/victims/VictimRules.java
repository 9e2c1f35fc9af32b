package uk.frith.platform.reports.victims;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.frith.platform.reports.recording.Incidents.Seen;
import uk.frith.platform.reports.victims.VictimTerms.Answer;
import uk.frith.platform.reports.victims.VictimTerms.Cuckooing;
import uk.frith.platform.reports.victims.VictimTerms.Harm;
import uk.frith.platform.reports.victims.VictimTerms.Support;

/** What is said about somebody who suffers must hold together; what follows from it. */
final class VictimRules {

    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_NAME = 200;
    static final int SHORTEST_TOLD = 10;

    private VictimRules() {}

    /** What is wrong with a field of a form. */
    record Wrong(String field, String sentence) {}

    static Optional<Wrong> fault(Victim victim) {
        if (victim.wishes().length() > LONGEST_WORDS) {
            return Optional.of(new Wrong("wishes", "It is longer than 2,000 characters"));
        }
        if (victim.harmWords().length() > LONGEST_WORDS) {
            return Optional.of(new Wrong("harmWords", "It is longer than 2,000 characters"));
        }
        if (victim.landlord().length() > LONGEST_NAME) {
            return Optional.of(new Wrong("landlord", "It is longer than 200 characters"));
        }
        if (!victim.risks().isEmpty() && victim.vulnerable() != Answer.YES) {
            return Optional.of(
                    new Wrong("vulnerable", "Somebody with one of these risks is vulnerable: say yes, or untick them"));
        }
        if (victim.vulnerable() == Answer.YES && victim.risks().isEmpty()) {
            return Optional.of(new Wrong("risk", "Say what makes them vulnerable"));
        }
        if ((victim.support() == Support.NOT_OFFERED) != victim.service().isEmpty()) {
            return Optional.of(new Wrong("service", "Choose the service that was offered and what they answered"));
        }
        if (!victim.landlord().isEmpty() && !victim.tenure().isLet()) {
            return Optional.of(new Wrong("tenure", "Whoever has a landlord rents: choose how"));
        }
        return Optional.empty();
    }

    /** What is wrong with what somebody was told. */
    static Optional<Wrong> faultOfTold(String what) {
        return what.length() < SHORTEST_TOLD || what.length() > LONGEST_WORDS
                ? Optional.of(new Wrong("what", "Say what they were told in 10 to 2,000 characters"))
                : Optional.empty();
    }

    /** What the tenure means for the third limb of the law. */
    static String housing(Victim victim) {
        return switch (victim.tenure()) {
            case NOT_KNOWN -> "Not known yet: ask who owns or lets the home.";
            case COUNCIL_RENT, HOUSING_ASSOCIATION, SUPPORTED, TEMPORARY ->
                "The limb of housing-related nuisance can be met: a housing provider or council manages the home."
                        + (victim.landlord().isEmpty() ? " Find out which, and bring it in." : "");
            case PRIVATE_RENT ->
                "The limb of housing-related nuisance is not met by this home: no housing provider manages it. The private"
                        + " landlord has duties of their own.";
            case OWNED, BUSINESS, NO_HOME ->
                "The limb of housing-related nuisance is not met by this home, though it can be by a managed home of whoever"
                        + " does it.";
        };
    }

    /** What the reader of accounts noticed, as harms. */
    static Set<Harm> harms(List<Seen> remarks) {
        Set<Harm> harms = EnumSet.noneOf(Harm.class);
        for (Seen remark : remarks) {
            if (remark.kind().equals("impact")) {
                switch (remark.what()) {
                    case "health" -> harms.add(Harm.MENTAL_HEALTH);
                    case "sleep" -> harms.add(Harm.SLEEP);
                    case "moving" -> harms.add(Harm.MOVING);
                    case "routine" -> harms.add(Harm.ROUTINE);
                    case "business" -> harms.add(Harm.TRADE);
                    default -> harms.add(Harm.FEAR);
                }
            }
        }
        return harms;
    }

    /** Whether the reader of accounts noticed that a home was taken over. */
    static Cuckooing cuckooing(List<Seen> remarks) {
        return remarks.stream().anyMatch(remark -> remark.kind().equals("exploitation"))
                ? Cuckooing.SUSPECTED
                : Cuckooing.NO;
    }
}
