package uk.frith.platform.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.launcher.Backup.Manifest;
import uk.frith.platform.launcher.Backup.Table;

/** Reads the words after {@code ./frith} and does what they say. */
public final class Launcher {

    /** Options that the launcher itself deals with, for every command. */
    private static final Set<String> OWN_OPTIONS = Set.of("data", "db");

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

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
        } catch (DataAccessException | TransactionException e) {
            LOG.error("the database refused or went away", e);
            console.say(
                    "The database refused or went away in the middle. Nothing is half there; what stands above says why."
                            + " Mend it and give the same command again.");
            return ExitStatus.FAILED.code();
        } catch (RuntimeException e) {
            LOG.error("the command met something that it wasn't made for", e);
            console.say(
                    "Frith met something that it wasn't made for; what stands above says where. Nothing is half there.");
            return ExitStatus.FAILED.code();
        } finally {
            out.flush();
        }
    }

    /** As {@link #launch}, with what goes wrong thrown. */
    static ExitStatus run(List<String> words, Console console) {
        if (words.isEmpty() || words.getFirst().startsWith("--")) {
            throw new WrongArguments("Say what to do: try ./frith help.");
        }
        String name = words.getFirst();
        Arguments all = Arguments.parse(words.subList(1, words.size()), Server.FLAGS);
        Arguments rest = all.without(OWN_OPTIONS);
        DataFolder folder = DataFolder.open(Path.of(all.option("data").orElse("data")));
        try (RunningDatabase running = RunningDatabase.open(folder, all.option("db"))) {
            if (name.equals("restore")) {
                return restore(running.database(), rest, console);
            }
            Migrations.run(running.database());
            Site site = new Site(folder, running.database());
            return switch (name) {
                case "serve" -> Server.serve(site, running, rest, console);
                case "demo" -> Server.demonstrate(site, running, rest, console);
                case "rehearse" -> Server.rehearse(site, running);
                case "backup" -> backup(site, rest, console);
                case "audit" -> audit(site, rest, console);
                default -> CommandRunner.run(site, name, rest, console);
            };
        }
    }

    private static ExitStatus backup(Site site, Arguments arguments, Console console) {
        Manifest manifest = Backup.write(site.database(), oneFile(arguments, "backup"));
        told(manifest, console);
        return ExitStatus.DONE;
    }

    private static ExitStatus restore(Database database, Arguments arguments, Console console) {
        told(Restore.read(database, oneFile(arguments, "restore")), console);
        return ExitStatus.DONE;
    }

    private static void told(Manifest manifest, Console console) {
        long rows = manifest.tables().values().stream().mapToLong(Table::rows).sum();
        console.data("tables=" + manifest.tables().size() + " rows=" + rows);
    }

    private static Path oneFile(Arguments arguments, String command) {
        arguments.allowOnly(Set.of());
        if (arguments.positions().size() != 1) {
            throw new WrongArguments("Name one file: ./frith " + command + " FILE.");
        }
        return Path.of(arguments.positions().getFirst());
    }

    private static ExitStatus audit(Site site, Arguments arguments, Console console) {
        arguments.allowOnly(Set.of());
        if (!arguments.positions().equals(List.of("verify"))) {
            throw new WrongArguments("The audit can be verified: ./frith audit verify.");
        }
        AuditProof.Result result =
                AuditProof.check(site.database(), site.folder().anchors());
        result.findings().forEach(console::data);
        console.data("seals=" + result.seals() + " sealed=" + result.sealed() + " unsealed=" + result.unsealed()
                + " findings=" + result.findings().size());
        return result.findings().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}
