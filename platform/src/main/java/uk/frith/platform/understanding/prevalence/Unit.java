package uk.frith.platform.understanding.prevalence;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what a force's area is divided in the table and on the map. */
enum Unit {
    LSOA("small area", "small areas (LSOA)"),
    WARD("ward", "wards"),
    DISTRICT("district", "districts"),
    PARTNERSHIP("community safety partnership", "community safety partnerships");

    private final String singular;
    private final String plural;

    Unit(String singular, String plural) {
        this.singular = singular;
        this.plural = plural;
    }

    String singular() {
        return singular;
    }

    String plural() {
        return plural;
    }

    /** In an address. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Unit> of(String slug) {
        return Stream.of(values()).filter(unit -> unit.slug().equals(slug)).findFirst();
    }
}
