package uk.frith.platform.launcher;

import java.util.List;
import org.springframework.context.ApplicationContext;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.identity.DemonstrationAccounts;
import uk.frith.platform.foundation.identity.FirstAdministrator;

/** Says where to go and how to come in. */
final class Welcome {

    private Welcome() {}

    static void toTheDemonstration(String address, List<DemonstrationAccounts.SignIn> signIns, Console console) {
        console.say("");
        console.say("Frith is at " + address + " with a pretend town. Sign in as");
        for (DemonstrationAccounts.SignIn signIn : signIns) {
            console.say(String.format("  %-22s %-52s %s", signIn.role(), signIn.email(), signIn.password()));
        }
        console.say("Ctrl-C stops it; the data stay.");
    }

    static void toWork(ApplicationContext application, String address, Console console) {
        console.say("Frith is at " + address + ".");
        application.getBean(FirstAdministrator.class).linkIfNeeded(address).ifPresent(link -> {
            console.say("There is no administrator yet. The first one comes in here, once, within a day:");
            console.say("  " + link);
        });
    }
}
