package uk.frith.platform.launcher;

import org.springframework.context.ConfigurableApplicationContext;
import uk.frith.platform.foundation.commands.Console;

/** Says where to go and how to come in. */
final class Welcome {

    private Welcome() {}

    static void say(
            ConfigurableApplicationContext application, String address, boolean demonstration, Console console) {
        console.say("Frith is at " + address + (demonstration ? " (a demonstration)" : "") + " " + application.getId());
    }
}
