package uk.frith.town;

import java.time.Instant;
import java.util.List;

/**
 * An account that somebody of the town told, with what is true of it.
 *
 * @param id once only
 * @param follows the id of the account before it about the same trouble, empty for a first one
 * @param story the kind of trouble
 * @param voice who tells it and how
 * @param at when it was told; a follow-up is told after what it follows
 * @param areaCode the code of the area
 * @param location the street and the ward in words
 * @param text the account; never a person's name
 * @param category the class of the incident
 * @param type the type of behaviour
 * @param crimes the classes that are to be recorded, those of earlier calls counted in
 * @param vulnerable what makes the victim easier to harm
 * @param hate the ground of hostility, empty without one
 */
public record Told(
        String id,
        String follows,
        String story,
        Voice voice,
        Instant at,
        String areaCode,
        String location,
        String text,
        AsbCategory category,
        AsbType type,
        List<String> crimes,
        List<String> vulnerable,
        String hate) {

    /** Keeps the lists from changing. */
    public Told {
        crimes = List.copyOf(crimes);
        vulnerable = List.copyOf(vulnerable);
    }
}
