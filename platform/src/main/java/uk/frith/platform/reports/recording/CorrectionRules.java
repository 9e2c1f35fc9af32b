package uk.frith.platform.reports.recording;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import uk.frith.narrative.OffenceClass;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.reports.recording.RecordForms.Wrong;

/**
 * Who may correct what of a recorded crime, and what has to be said. Source: Home Office Crime Recording Rules, April
 * 2026: Classification and reclassification, page 13, and Cancellations, pages 25 and 26.
 */
final class CorrectionRules {

    /** Murder, attempts, manslaughter, infanticide and rape: no information cancels them but by the crime registrar. */
    private static final Pattern RAPE_OR_HOMICIDE = Pattern.compile("1|2|4/1|4/2|4/10|19[C-K]");

    private static final int LONGEST_REFERENCE = 100;

    private CorrectionRules() {}

    /**
     * How a crime stands.
     *
     * @param victims how many there are, and {@code whom} those of them who are named
     */
    record Standing(
            OffenceClass offence,
            int victims,
            Set<UUID> whom,
            Optional<Cancelling> cancelled,
            String elsewhere,
            boolean told) {
        Standing {
            whom = Set.copyOf(whom);
        }
    }

    /**
     * A crime before it is corrected.
     *
     * @param owner whoever deals with its incident
     */
    record Before(Standing standing, UUID recordedBy, Optional<UUID> owner) {}

    /** The crime registrar, or a supervisor for a designated decision maker, decides on class and cancelling. */
    static boolean mayDecide(Actor actor) {
        return actor.may(Permission.DECIDE_ON_CRIMES);
    }

    /** What stands in the way of a correction; empty when nothing does. */
    static Optional<Wrong> fault(Before before, Standing after, String reason, Actor actor) {
        return List.of(
                        victims(after),
                        cancelling(before, after, actor),
                        reason(reason),
                        after.equals(before.standing())
                                ? Optional.of(new Wrong("victims", "Nothing is changed yet"))
                                : Optional.<Wrong>empty())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Wrong> victims(Standing after) {
        return after.victims() < after.whom().size()
                ? Optional.of(new Wrong("victims", RecordRules.TOO_MANY_TICKED))
                : Optional.empty();
    }

    private static Optional<Wrong> cancelling(Before before, Standing after, Actor actor) {
        if (before.standing().cancelled().isPresent() && !mayDecide(actor)) {
            return Optional.of(new Wrong("victims", "This crime is cancelled"));
        }
        if (after.cancelled().isEmpty()) {
            return Optional.empty();
        }
        Cancelling why = after.cancelled().get();
        if (!why.fits(after.offence().code())) {
            return Optional.of(
                    new Wrong("cancelled", "Self-defence cancels assaults of classes 8N, 104 and 105A alone"));
        }
        boolean investigates = actor.account().equals(before.recordedBy())
                || before.owner().filter(actor.account()::equals).isPresent();
        if (why.asksForIndependence() && investigates) {
            return Optional.of(new Wrong(
                    "cancelled", "Somebody decides who neither recorded the crime nor deals with the incident"));
        }
        if (why == Cancelling.NO_CRIME
                && RAPE_OR_HOMICIDE.matcher(before.standing().offence().code()).matches()
                && !actor.roles().contains(Role.CRIME_REGISTRAR)) {
            return Optional.of(new Wrong("cancelled", "Only the crime registrar cancels a rape or a homicide"));
        }
        if (why.standsElsewhere()
                && (after.elsewhere().isEmpty() || after.elsewhere().length() > LONGEST_REFERENCE)) {
            return Optional.of(new Wrong(
                    "elsewhere",
                    "Give the reference under which it stands, in up to " + LONGEST_REFERENCE + " characters"));
        }
        return why.tellsVictims() && !after.told()
                ? Optional.of(new Wrong("told", "The victims are told before it is cancelled"))
                : Optional.empty();
    }

    private static Optional<Wrong> reason(String reason) {
        return RecordRules.faultOfReason(reason).map(fault -> new Wrong("reason", fault));
    }
}
