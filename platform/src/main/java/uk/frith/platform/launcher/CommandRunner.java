package uk.frith.platform.launcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
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

/** Runs the chapters' commands as the service actor <em>command line</em>. */
final class CommandRunner {

    private CommandRunner() {}

    /** Runs one command in an application of its own, without a web server. */
    static ExitStatus run(Site site, String firstWord, Arguments arguments, Console console) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(FrithApplication.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(site.settings())
                .run()) {
            List<String> words = new ArrayList<>(List.of(firstWord));
            words.addAll(arguments.positions());
            ExitStatus status = runIn(application, new Arguments(words, arguments.options()), console);
            Sealing.once(application.getBean(Sealer.class));
            return status;
        }
    }

    /** Runs one command in an application that is there already. */
    static ExitStatus runIn(ApplicationContext application, Arguments words, Console console) {
        List<Command> commands = application.getBeanProvider(Command.class).stream()
                .sorted(Comparator.comparingInt(
                                (Command command) -> command.name().length())
                        .reversed())
                .toList();
        for (Command command : commands) {
            List<String> name = List.of(command.name().split(" ", -1));
            List<String> positions = words.positions();
            if (positions.size() >= name.size()
                    && positions.subList(0, name.size()).equals(name)) {
                Arguments own = new Arguments(positions.subList(name.size(), positions.size()), words.options());
                return application
                        .getBean(ServiceDesk.class)
                        .as(
                                ServiceActor.COMMAND_LINE,
                                System.getProperty("user.name"),
                                () -> command.run(own, console));
            }
        }
        throw new WrongArguments(
                "There is no command \"" + String.join(" ", words.positions()) + "\". Try ./frith help.");
    }
}
