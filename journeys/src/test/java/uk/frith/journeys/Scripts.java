package uk.frith.journeys;

import java.util.Locale;

/** Whether the browser runs scripts: every journey is made with them and without. */
enum Scripts {
    ON,
    OFF;

    String words() {
        return "scripts-" + name().toLowerCase(Locale.ROOT);
    }
}
