package uk.frith.platform.reports.recording;

import java.util.Optional;
import uk.frith.platform.foundation.places.GridReferences;

/** Grid references in what somebody typed. */
final class PlaceRules {

    private PlaceRules() {}

    /** A point that was typed, as {@link GridReferences} reads it. */
    static Optional<GridReference> gridReference(String typed) {
        return GridReferences.parse(typed)
                .map(point -> new GridReference(point.eastingMetres(), point.northingMetres()));
    }
}
