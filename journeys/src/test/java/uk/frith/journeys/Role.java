package uk.frith.journeys;

import java.util.List;
import java.util.Locale;

/** The roles, and the words of the navigation that each should have. */
enum Role {
    CALL_HANDLER("Today Record Chat Find Incidents"),
    NEIGHBOURHOOD_OFFICER("Today Record Chat Find Incidents Patterns"),
    SUPERVISOR("Today Record Chat Find Incidents Patterns Oversight"),
    ANALYST("Today Find Incidents Patterns Imports"),
    ASB_COORDINATOR("Today Record Chat Find Incidents Patterns Oversight"),
    CRIME_REGISTRAR("Today Record Chat Find Incidents Patterns Oversight"),
    PARTNER("Today Find Feedback Patterns"),
    ADMINISTRATOR("Today Find Imports Oversight"),
    AUDITOR("Today Find Oversight");

    /** Words with a space between. */
    private final String navigation;

    Role(String navigation) {
        this.navigation = navigation;
    }

    /** The words that stand in the navigation, left to right. */
    List<String> navigation() {
        return List.of(navigation.split(" "));
    }

    boolean has(String word) {
        return navigation().contains(word);
    }

    /** The part of the demonstration's e-mail address before the sign. */
    String mailbox() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
