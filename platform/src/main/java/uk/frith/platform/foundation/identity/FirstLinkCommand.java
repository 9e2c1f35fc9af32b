package uk.frith.platform.foundation.identity;

import java.util.Set;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;

/** Prints the link by which a site's first administrator comes in. */
@Component
class FirstLinkCommand implements Command {

    private static final String DEFAULT_ADDRESS = "http://localhost:8080";

    private final FirstAdministrator first;

    FirstLinkCommand(FirstAdministrator first) {
        this.first = first;
    }

    @Override
    public String name() {
        return "admin first-link";
    }

    @Override
    public String usage() {
        return "admin first-link [--address URL]   print a link, good once and for a day, for the first administrator";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        arguments.allowOnly(Set.of("address"));
        if (!arguments.positions().isEmpty()) {
            throw new WrongArguments("admin first-link takes no words after it, only --address URL.");
        }
        String address = arguments.option("address").orElse(DEFAULT_ADDRESS);
        if (!address.startsWith("http://") && !address.startsWith("https://")) {
            throw new WrongArguments("--address takes where readers reach Frith, like https://frith.example.");
        }
        String link = first.linkIfNeeded(address)
                .orElseThrow(() -> new CommandFailed(
                        "There is an administrator already; they invite others on the page Oversight, Accounts."));
        console.data(link);
        console.say("The link works once and for a day. An earlier one no longer works.");
        return ExitStatus.DONE;
    }
}
