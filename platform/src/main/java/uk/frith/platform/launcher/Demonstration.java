package uk.frith.platform.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;

/** Brings the pretend town into the product by the same doors as real data, once. */
final class Demonstration {

    private Demonstration() {}

    static void prepare(ConfigurableApplicationContext application, Site site, Console console) {
        Path town = site.folder().root().resolve("demonstration");
        if (!Files.exists(town.resolve("truth.json"))) {
            throw new CommandFailed(
                    "There is no pretend town in the data folder. Start the demonstration with ./frith demo.");
        }
        console.say("The town is in " + town + ", application " + application.getId() + ".");
    }
}
