package uk.frith.platform.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;

/** Reads the words after {@code ./frith} and does what they say. */
public final class Launcher {

    /** Options that the launcher itself deals with, for every command. */
    private static final Set<String> OWN_OPTIONS = Set.of("data", "db");

    private Launcher() {}

    /** Runs one command to its end; gives the exit status, 0 to 3. */
    public static int launch(String[] words) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        Console console = new Console(out, System.err);
        try {
            return run(Arrays.asList(words), console).code();
        } catch (WrongArguments e) {
            console.say(String.valueOf(e.getMessage()));
            return ExitStatus.WRONG_ARGUMENTS.code();
        } catch (CommandFailed e) {
            console.say(String.valueOf(e.getMessage()));
            return ExitStatus.FAILED.code();
        } finally {
            out.flush();
        }
    }

    private static ExitStatus run(List<String> words, Console console) {
        int firstOption = 0;
        while (firstOption < words.size() && !words.get(firstOption).startsWith("--")) {
            firstOption++;
        }
        List<String> name = new ArrayList<>(words.subList(0, Math.min(1, firstOption)));
        if (name.isEmpty()) {
            throw new WrongArguments("Say what to do: try ./frith help.");
        }
        Arguments all = Arguments.parse(words.subList(1, words.size()));
        DataFolder folder = DataFolder.open(Path.of(all.option("data").orElse("data")));
        try (RunningDatabase running = RunningDatabase.open(folder, all.option("db"))) {
            Migrations.run(running.database());
            Site site = new Site(folder, running.database());
            Arguments rest = all.without(OWN_OPTIONS);
            return switch (name.getFirst()) {
                case "serve" -> Server.serve(site, rest, console);
                default -> CommandRunner.run(site, name.getFirst(), rest, console);
            };
        }
    }
}
