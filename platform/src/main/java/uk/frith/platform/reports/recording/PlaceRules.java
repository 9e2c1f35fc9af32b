package uk.frith.platform.reports.recording;

import java.util.Optional;
import java.util.regex.Matcher;
import uk.frith.platform.foundation.places.GridReferences;

/** Postcodes and grid references in what somebody typed. */
final class PlaceRules {

    private PlaceRules() {}

    /** The postcode that stands somewhere in a place's words. */
    static Optional<String> postcodeIn(String words) {
        Matcher found = SoughtKeys.POSTCODE.matcher(words);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    static boolean isPostcode(String typed) {
        return SoughtKeys.POSTCODE.matcher(typed.strip()).matches();
    }

    /** A point that was typed, as {@link GridReferences} reads it. */
    static Optional<GridReference> gridReference(String typed) {
        return GridReferences.parse(typed)
                .map(point -> new GridReference(point.eastingMetres(), point.northingMetres()));
    }
}
