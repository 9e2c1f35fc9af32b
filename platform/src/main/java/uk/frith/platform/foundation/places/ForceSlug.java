package uk.frith.platform.foundation.places;

import java.util.Locale;

/** The word that open data files name a force by. */
final class ForceSlug {

    private static final String OF = ", City of";
    private static final String POLICE = " Police";

    private ForceSlug() {}

    /** As {@code avon-and-somerset} of "Avon and Somerset", {@code city-of-london} of "London, City of". */
    static String of(String name) {
        String plain = name;
        if (plain.endsWith(OF)) {
            plain = "City of " + plain.substring(0, plain.length() - OF.length());
        }
        if (plain.endsWith(POLICE)) {
            plain = plain.substring(0, plain.length() - POLICE.length());
        }
        return plain.replace("&", "and")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
