package uk.frith.platform.understanding.risk;

import java.util.Locale;

/** How high a risk is, the lowest first. */
enum Band {
    STANDARD("Standard"),
    MEDIUM("Medium"),
    HIGH("High");

    private final String words;

    Band(String words) {
        this.words = words;
    }

    /** As people say it. */
    String words() {
        return words;
    }

    /** As it stands within a sentence. */
    String inSentence() {
        return words.toLowerCase(Locale.UK);
    }

    /** The clock until it has to be assessed again. */
    String reassess() {
        return "REASSESS_" + name();
    }

    /** Whether a supervisor reviews it while the incident is open. */
    boolean isReviewed() {
        return this != STANDARD;
    }

    /** The clock until a supervisor has to review it; there is none for standard risk. */
    String review() {
        return "REVIEW_" + name();
    }

    static Band higher(Band one, Band other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
