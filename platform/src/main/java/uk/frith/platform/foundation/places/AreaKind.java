package uk.frith.platform.foundation.places;

/** The kinds of area, from the largest to the smallest. */
public enum AreaKind {
    FORCE("police force"),
    PARTNERSHIP("community safety partnership"),
    DISTRICT("district"),
    WARD("ward"),
    LSOA_2011("LSOA of 2011"),
    LSOA_2021("LSOA of 2021");

    private final String words;

    AreaKind(String words) {
        this.words = words;
    }

    /** As it is called in a sentence. */
    public String words() {
        return words;
    }
}
