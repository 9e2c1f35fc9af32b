package uk.frith.platform;

import uk.frith.platform.launcher.Launcher;

/** Where {@code ./frith} comes in. */
public final class Frith {

    private Frith() {}

    public static void main(String[] words) {
        System.exit(Launcher.launch(words));
    }
}
