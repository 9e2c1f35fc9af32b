package uk.frith.town;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the force's extract of antisocial behaviour incidents.
 *
 * @param reference the force's own number, once only
 * @param occurredFrom when it happened or began, to the minute
 * @param occurredTo when it ended, if that is known
 * @param reportedAt when the force heard of it, never before it ended
 * @param point where, if that is known
 * @param areaCode the code of the area, if that is known
 * @param location the street or place and the ward in words; only the ward, or empty, when no more is known
 * @param category the class of the incident
 * @param type the type of behaviour
 * @param channel how the report came
 * @param text what was said, in two sentences at most; never a person's name
 */
public record Incident(
        String reference,
        Instant occurredFrom,
        @Nullable Instant occurredTo,
        Instant reportedAt,
        @Nullable GridPoint point,
        @Nullable String areaCode,
        String location,
        AsbCategory category,
        AsbType type,
        Channel channel,
        String text) {

    /** Refuses times in the wrong order. */
    public Incident {
        if (reportedAt.isBefore(occurredTo == null ? occurredFrom : occurredTo)) {
            throw new IllegalArgumentException("Incident " + reference + " is reported before it happened");
        }
        if (occurredTo != null && occurredTo.isBefore(occurredFrom)) {
            throw new IllegalArgumentException("Incident " + reference + " ends before it begins");
        }
    }
}
