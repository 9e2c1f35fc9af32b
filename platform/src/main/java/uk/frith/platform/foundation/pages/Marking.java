package uk.frith.platform.foundation.pages;

/** How a page is to be handled, by the Government Security Classifications Policy. Frith holds nothing above OFFICIAL. */
public enum Marking {
    OFFICIAL("OFFICIAL"),
    /** OFFICIAL with the handling marking for what would do harm in the wrong hands, such as a named victim. */
    OFFICIAL_SENSITIVE("OFFICIAL-SENSITIVE");

    private final String words;

    Marking(String words) {
        this.words = words;
    }

    /** As it stands at the head and foot of a page. */
    public String words() {
        return words;
    }
}
