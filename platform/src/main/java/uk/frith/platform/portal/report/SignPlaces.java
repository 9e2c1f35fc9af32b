package uk.frith.platform.portal.report;

import java.util.Optional;
import java.util.UUID;

/** Knows where a report is that begins at a code fixed to a place. A later chapter implements it. */
public interface SignPlaces {

    /**
     * The place of a code.
     *
     * @param place in words
     * @param organisation the force that looks after it
     */
    record Spot(UUID id, String place, Optional<String> lsoa, UUID organisation) {}

    /** By the code or by the sign's id; empty when there is none that is up. */
    Optional<Spot> spot(String code);
}
