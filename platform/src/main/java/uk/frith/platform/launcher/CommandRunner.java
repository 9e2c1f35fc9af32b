package uk.frith.platform.launcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import uk.frith.platform.FrithApplication;
import uk.frith.platform.foundation.audit.Sealer;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;

/** Runs one of the chapters' commands in an application without a web server. */
final class CommandRunner {

    private CommandRunner() {}

    static ExitStatus run(Site site, String firstWord, Arguments arguments, Console console) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(FrithApplication.class)
                .web(WebApplicationType.NONE)
                .properties(site.settings())
                .run()) {
            List<Command> commands = application.getBeanProvider(Command.class).stream()
                    .sorted(Comparator.comparingInt((Command c) -> c.name().length())
                            .reversed())
                    .toList();
            List<String> words = new ArrayList<>(List.of(firstWord));
            words.addAll(arguments.positions());
            for (Command command : commands) {
                List<String> name = List.of(command.name().split(" "));
                if (words.size() >= name.size() && words.subList(0, name.size()).equals(name)) {
                    Arguments own = new Arguments(words.subList(name.size(), words.size()), arguments.options());
                    ExitStatus status = application
                            .getBean(ServiceDesk.class)
                            .as(
                                    ServiceActor.COMMAND_LINE,
                                    System.getProperty("user.name"),
                                    () -> command.run(own, console));
                    Sealing.once(application.getBean(Sealer.class));
                    return status;
                }
            }
            throw new WrongArguments("There is no command \"" + String.join(" ", words) + "\". Try ./frith help.");
        }
    }
}
