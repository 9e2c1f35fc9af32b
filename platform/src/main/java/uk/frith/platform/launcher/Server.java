package uk.frith.platform.launcher;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import uk.frith.platform.FrithApplication;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;

/** Serves the pages until it is told to stop. */
final class Server {

    private Server() {}

    static ExitStatus serve(Site site, Arguments arguments, Console console) {
        arguments.allowOnly(Set.of("port"));
        Map<String, Object> settings = site.settings();
        settings.put("server.port", arguments.option("port").orElse("8080"));
        CountDownLatch stopped = new CountDownLatch(1);
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(FrithApplication.class)
                .properties(settings)
                .run()) {
            application.addApplicationListener(event -> {
                if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                    stopped.countDown();
                }
            });
            console.say("Frith listens on port " + settings.get("server.port") + ".");
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitStatus.DONE;
    }
}
