package uk.frith.journeys;

import java.util.List;
import java.util.Locale;

/** The roles, and the words of the navigation that each should have. */
enum Role {
    CALL_HANDLER("Today Places"),
    NEIGHBOURHOOD_OFFICER("Today Places Patterns"),
    SUPERVISOR("Today Places Patterns Oversight"),
    ANALYST("Today Places Patterns Data"),
    ASB_COORDINATOR("Today Places Patterns"),
    CRIME_REGISTRAR("Today Places Patterns"),
    PARTNER("Today Places Patterns"),
    ADMINISTRATOR("Today Places Data Oversight"),
    AUDITOR("Today Places Oversight");

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
