package uk.frith.platform.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import uk.frith.platform.FrithApplication;
import uk.frith.platform.foundation.audit.Sealer;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;

/** Serves the pages until it is told to stop: for real work, or as a demonstration. */
final class Server {

    /** Options without a value. */
    static final Set<String> FLAGS = Set.of("behind-tls");

    private static final String DEFAULT_PORT = "8080";

    private Server() {}

    /**
     * Serves for real work.
     *
     * @throws CommandFailed when there are demonstration accounts, or the database's password is one that anybody would
     *     guess
     * @throws WrongArguments when TLS in front is not declared
     */
    static ExitStatus serve(Site site, RunningDatabase running, Arguments arguments, Console console) {
        arguments.allowOnly(Set.of("port", "behind-tls", "address"));
        if (arguments.option("behind-tls").isEmpty()) {
            throw new WrongArguments(
                    "Frith serves people's data only behind TLS. Put a proxy that ends TLS in front of it and"
                            + " say so with --behind-tls; to look around, use ./frith demo.");
        }
        ProductionChecks.check(site);
        Map<String, Object> settings = site.settings();
        settings.put("frith.identity.tls-in-front", "true");
        arguments.option("address").ifPresent(address -> settings.put("frith.identity.public-address", address));
        settings.put("server.forward-headers-strategy", "native");
        return run(site, running, settings, arguments, console, false);
    }

    /** Serves a pretend town to anybody on this machine. */
    static ExitStatus demonstrate(Site site, RunningDatabase running, Arguments arguments, Console console) {
        arguments.allowOnly(Set.of("port"));
        Map<String, Object> settings = site.settings();
        settings.put("server.address", "127.0.0.1");
        return run(site, running, settings, arguments, console, true);
    }

    /** Starts, answers one request and ends: what a virtual machine that keeps what it learnt is taught by. */
    static ExitStatus rehearse(Site site, RunningDatabase running) {
        Map<String, Object> settings = site.settings();
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        ConfigurableApplicationContext application = start(running, settings);
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + boundPort(application) + "/sign-in");
            client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            return ExitStatus.DONE;
        } catch (IOException e) {
            throw new CommandFailed("The rehearsal failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.FAILED;
        }
    }

    private static ConfigurableApplicationContext start(RunningDatabase running, Map<String, Object> settings) {
        ConfigurableApplicationContext application = new SpringApplicationBuilder(FrithApplication.class)
                .registerShutdownHook(false)
                .properties(settings)
                .run();
        running.beforeRelease(application::close);
        return application;
    }

    private static ExitStatus run(
            Site site,
            RunningDatabase running,
            Map<String, Object> settings,
            Arguments arguments,
            Console console,
            boolean demonstration) {
        String port = port(arguments);
        settings.put("server.port", port);
        try {
            ConfigurableApplicationContext application = start(running, settings);
            String address = arguments.option("address").orElse("http://localhost:" + boundPort(application));
            if (demonstration) {
                Welcome.toTheDemonstration(address, Demonstration.prepare(application, site, console), console);
            } else {
                Welcome.toWork(application, address, console);
            }
            keepSealing(application);
            return ExitStatus.DONE;
        } catch (ApplicationContextException e) {
            if (e.getRootCause() instanceof BindException || e.getCause() instanceof PortInUseException) {
                throw new CommandFailed(
                        "Port " + port + " is in use. Stop what uses it, or choose another with --port.", e);
            }
            throw e;
        }
    }

    private static String boundPort(ConfigurableApplicationContext application) {
        return String.valueOf(application.getEnvironment().getProperty("local.server.port"));
    }

    private static String port(Arguments arguments) {
        String port = arguments.option("port").orElse(DEFAULT_PORT);
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new WrongArguments(
                    "--port takes a number from 1 to 65535 (0 for any that is free), not " + port + ".");
        }
        return port;
    }

    /** Seals the audit every minute until the application ends; this is what the main thread does from now on. */
    private static void keepSealing(ConfigurableApplicationContext application) {
        Sealer sealer = application.getBean(Sealer.class);
        try {
            while (application.isActive()) {
                Sealing.once(sealer);
                java.util.concurrent.TimeUnit.SECONDS.sleep(60);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
