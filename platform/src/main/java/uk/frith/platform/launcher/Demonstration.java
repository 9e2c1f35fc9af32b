package uk.frith.platform.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.identity.DemonstrationAccounts;
import uk.frith.platform.foundation.identity.DemonstrationPart;

/**
 * Brings the pretend town into the product by the same doors as real data, once. Each step can be taken again, so a
 * demonstration that was killed while it was being prepared is finished by the next start.
 */
final class Demonstration {

    private Demonstration() {}

    /**
     * Makes the pretend people, takes in the town, and lets its people tell what happened in the last weeks.
     *
     * @return a sign-in for each role
     * @throws CommandFailed when there is no town in the data folder, or it can't be taken in
     */
    static List<DemonstrationAccounts.SignIn> prepare(ApplicationContext application, Site site, Console console) {
        Path town = site.folder().root().resolve("demonstration");
        if (!Files.exists(town.resolve("truth.json"))) {
            throw new CommandFailed("There is no pretend town in the data folder. Start it with ./frith demo.");
        }
        List<DemonstrationAccounts.SignIn> signIns =
                application.getBean(DemonstrationAccounts.class).make();
        Path done = town.resolve("taken-in");
        if (!Files.exists(done)) {
            Console quiet = new Console(
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), console.news());
            console.say("Taking in the town …");
            take(
                    application,
                    quiet,
                    List.of("import", "places", town.resolve("reference").toString()),
                    Map.of());
            take(
                    application,
                    quiet,
                    List.of("import", "police-uk", town.resolve("street").toString()),
                    Map.of());
            take(
                    application,
                    quiet,
                    List.of("import", "incidents", town.resolve("incidents.csv").toString()),
                    Map.of("organisation", "frithshire"));
            isDone(done);
        }
        Path played = town.resolve("played");
        if (!Files.exists(played)) {
            console.say("Letting its people tell what happened …");
            play(application, town, console);
            isDone(played);
        }
        return signIns;
    }

    private static void play(ApplicationContext application, Path town, Console console) {
        Instant begun = begun(
                town.resolve("begun"), application.getBean(InstantSource.class).instant());
        List<DemonstrationPart.Told> told = ToldAccounts.read(town.resolve("accounts.jsonl"), begun);
        application.getBeanProvider(DemonstrationPart.class).stream()
                .sorted(Comparator.comparingInt(DemonstrationPart::order))
                .forEach(part -> part.play(told, console::say));
    }

    /** When the first start began: one that goes on after a kill tells the same accounts at the same times. */
    private static Instant begun(Path file, Instant now) {
        try {
            if (!Files.exists(file)) {
                Path draft = Files.writeString(file.resolveSibling("begun.part"), now.toString());
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Instant.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isDone(Path mark) {
        try {
            Files.createFile(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(
            ApplicationContext application, Console console, List<String> words, Map<String, String> options) {
        ExitStatus status = CommandRunner.runIn(application, new Arguments(words, options), console);
        if (status != ExitStatus.DONE) {
            throw new CommandFailed(
                    "The pretend town was not taken in whole (" + String.join(" ", words.subList(0, 2)) + ").");
        }
    }
}
