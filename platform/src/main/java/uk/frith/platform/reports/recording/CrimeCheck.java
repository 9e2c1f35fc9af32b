package uk.frith.platform.reports.recording;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.pages.Gate;

/**
 * The first gate: no incident is closed while a crime that was suggested is neither recorded nor refused, or while
 * somebody who is harmed hasn't been spoken to; and none that is personal until somebody has said that they looked for
 * crime in it.
 */
@Component
class CrimeCheck implements ClosingGate {

    private final HandlingRepository handlings;
    private final CrimeRepository crimes;
    private final ConcernedRepository concerned;
    private final IncidentRepository incidents;

    CrimeCheck(
            HandlingRepository handlings,
            CrimeRepository crimes,
            ConcernedRepository concerned,
            IncidentRepository incidents) {
        this.handlings = handlings;
        this.crimes = crimes;
        this.concerned = concerned;
        this.incidents = incidents;
    }

    @Override
    public Optional<Gate> of(UUID incident) {
        String page = "/incidents/" + incident;
        long open = crimes.openSuggestions(incident);
        if (open > 0) {
            String what = open == 1 ? "A suggested crime is" : open + " suggested crimes are";
            return Optional.of(new Gate(what + " neither recorded nor refused.", page + "#crimes"));
        }
        long unspoken = concerned.unspoken(incident);
        if (unspoken > 0) {
            String who = unspoken == 1 ? "Somebody who is harmed hasn't" : unspoken + " people who are harmed haven't";
            return Optional.of(new Gate(who + " been spoken to.", page + "#people"));
        }
        boolean personal = incidents
                .find(incident)
                .flatMap(found -> found.incident().category())
                .filter(category -> category == AsbCategory.PERSONAL)
                .isPresent();
        boolean checked = handlings
                .handling(incident)
                .flatMap(HandlingRepository.Handling::crimeChecked)
                .isPresent();
        return personal && !checked
                ? Optional.of(
                        new Gate("Nobody has confirmed the crime check of this personal incident.", page + "#crimes"))
                : Optional.empty();
    }
}
