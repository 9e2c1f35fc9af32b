package uk.frith.platform.reports.recording;

import java.util.Set;

/**
 * Why a recorded crime is cancelled. Source: Home Office Crime Recording Rules for Frontline Officers and Staff, April
 * 2026, Cancellations, pages 25 and 26.
 */
enum Cancelling {
    TRANSFERRED("C1 Transferred: committed in another force's area, and passed to that force"),
    NO_CRIME("C2 Additional verifiable information: no notifiable crime occurred"),
    DUPLICATE("C3 Duplicate record, or part of a crime already recorded"),
    ERROR("C4 Recorded in error"),
    SELF_DEFENCE("C5 Self-defence claimed: classes 8N, 104 and 105A only");

    /** Assault that injures, on an emergency worker, and without injury. */
    private static final Set<String> ASSAULTS = Set.of("8N", "104", "105A");

    private final String words;

    Cancelling(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether the crime is recorded somewhere else, under a reference that has to be known first. */
    boolean standsElsewhere() {
        return this == TRANSFERRED || this == DUPLICATE;
    }

    /** Whether the victims are told before. */
    boolean tellsVictims() {
        return this == TRANSFERRED || this == NO_CRIME || this == SELF_DEFENCE;
    }

    /** Whether only somebody decides on it who is independent of the investigation. */
    boolean asksForIndependence() {
        return this != TRANSFERRED;
    }

    boolean fits(String offence) {
        return this != SELF_DEFENCE || ASSAULTS.contains(offence);
    }
}
