package uk.frith.platform.portal.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.report.Naming;

/** What may be put to somebody who was reported, and for how long their code holds. */
final class InvitationRules {

    private static final int LONGEST_WHO = 200;
    private static final int SHORTEST_PUT = 20;
    private static final int LONGEST_PUT = 2_000;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private InvitationRules() {}

    /** How often a code can be used. */
    enum Use {
        ONCE("For one answer"),
        OPEN("For more than one answer, until you close it or it runs out");

        private final String words;

        Use(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** For how long a code holds: long enough for a letter to come and for somebody to take advice. */
    enum Term {
        TWO_WEEKS("14 days", 14),
        FOUR_WEEKS("28 days", 28),
        EIGHT_WEEKS("56 days", 56);

        private final String words;
        private final int days;

        Term(String words, int days) {
            this.words = words;
            this.days = days;
        }

        String words() {
            return words;
        }

        /** The end of its last day. */
        Instant end(Instant now) {
            return LocalDate.ofInstant(now.plus(Duration.ofDays(days)), LONDON)
                    .plusDays(1)
                    .atStartOfDay(LONDON)
                    .toInstant();
        }
    }

    /** The form as it was filled in. */
    record Typed(String who, String put, String use, String term) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    /**
     * What is wrong with what was filled in.
     *
     * @param naming whether what is put gives away the reporter
     * @param keep whether they were asked about a part of a name and keep their words
     */
    static List<ErrorLink> faults(Typed typed, Naming naming, boolean keep) {
        List<ErrorLink> faults = new ArrayList<>();
        if (typed.who().isEmpty() || typed.who().length() > LONGEST_WHO) {
            faults.add(ErrorLink.at("who", "Say whom you give the code to, in at most 200 characters"));
        }
        if (typed.put().length() < SHORTEST_PUT || typed.put().length() > LONGEST_PUT) {
            faults.add(ErrorLink.at("put", "Write what you put to them, in 20 to 2,000 characters"));
        } else if (naming == Naming.CERTAIN) {
            faults.add(ErrorLink.at(
                    "put",
                    "It holds the reporter's name, number or email. Take it out: they must not learn who told you"));
        } else if (naming == Naming.POSSIBLE && !keep) {
            faults.add(ErrorLink.at(
                    "put",
                    "It holds a part of the reporter's name. Take it out, or keep your words if it means something else: they"
                            + " must not learn who told you"));
        }
        if (Choice.sent(Use.values(), typed.use()).isEmpty()) {
            faults.add(ErrorLink.at("use", "Choose how often the code can be used"));
        }
        if (Choice.sent(Term.values(), typed.term()).isEmpty()) {
            faults.add(ErrorLink.at("term", "Choose for how long the code holds"));
        }
        return faults;
    }
}
