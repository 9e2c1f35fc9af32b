package uk.frith.platform.understanding.prevalence;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The figure in which hot areas are looked for. */
enum HeatOn {
    /** Where most happens: where a patrol meets most of it. */
    COUNT("counts"),
    /** Where most happens for those who live there. */
    RATE("rates");

    private final String words;

    HeatOn(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<HeatOn> of(String slug) {
        return Stream.of(values()).filter(each -> each.slug().equals(slug)).findFirst();
    }
}
