package uk.frith.platform.understanding.prevalence;

import java.util.Locale;

/**
 * What is counted: one crime type of the open data.
 *
 * @param slug how it stands in an address, as {@code asb} or {@code violence-and-sexual-offences}
 * @param crimeType how the files write it
 */
record Category(String slug, String crimeType) {

    /** How the open files write antisocial behaviour. */
    static final Category ASB = new Category("asb", "Anti-social behaviour");

    Category {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || crimeType.isBlank()) {
            throw new IllegalArgumentException("A category has a slug and a crime type.");
        }
    }

    /** The category of a crime type, with its slug made from the words. */
    static Category of(String crimeType) {
        if (crimeType.equals(ASB.crimeType)) {
            return ASB;
        }
        String slug = crimeType.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return new Category(slug.replaceAll("^-|-$", ""), crimeType);
    }

    boolean isAsb() {
        return equals(ASB);
    }

    /** At the head of a page. */
    String title() {
        return isAsb() ? "Antisocial behaviour" : crimeType;
    }

    /** What is counted, more than one of it: antisocial behaviour is an incident, the rest is recorded as crime. */
    String plural() {
        return isAsb() ? "incidents" : "crimes";
    }
}
