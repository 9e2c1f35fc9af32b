package uk.frith.platform.reports.rulebook;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.frith.narrative.ReadCommand;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.reports.rulebook.EditionRepository.Owner;

/** {@code read}: reads accounts with the rules of this installation. What is read isn't kept. */
@Component
class ReadAccounts implements Command {

    private static final String TO_READ = "to read accounts from the command line";

    private final RuleBooks books;
    private final EditionRepository editions;
    private final Desk desk;
    private final InstantSource clock;

    ReadAccounts(RuleBooks books, EditionRepository editions, Desk desk, InstantSource clock) {
        this.books = books;
        this.editions = editions;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String usage() {
        return "read [FILE] [--organisation NAME]: JSON lines in and out, with the rules of this installation";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        arguments.allowOnly(Set.of("organisation"));
        if (arguments.positions().size() > 1) {
            throw new WrongArguments("Name one file, or none for standard input: ./frith read [FILE].");
        }
        Optional<Path> file = arguments.positions().stream().findFirst().map(Path::of);
        file.filter(path -> !Files.isReadable(path) || Files.isDirectory(path)).ifPresent(path -> {
            throw new CommandFailed("A file can't be read: " + path);
        });
        LiveBook book = desk.audited(
                () -> book(arguments.option("organisation")),
                found -> Entry.of(Act.CONSULTATION, "rules", TO_READ).with("edition", found.version()));
        // Standard input belongs to whoever started the command; it isn't closed here.
        InputStream in = file.isPresent() ? InputStream.nullInputStream() : new FileInputStream(FileDescriptor.in);
        return read(book, file.orElse(null), in, console);
    }

    private static ExitStatus read(LiveBook book, @Nullable Path file, InputStream in, Console console) {
        int status = ReadCommand.read(book.book(), file, in, console.out(), console.news());
        for (ExitStatus known : ExitStatus.values()) {
            if (known.code() == status) {
                return known;
            }
        }
        throw new IllegalStateException("Reading ended with " + status + ".");
    }

    /** The rules of the organisation that was named, or of the only one that has its own; otherwise those that ship. */
    private LiveBook book(Optional<String> named) {
        List<Owner> owners = editions.withRulesOfTheirOwn(clock.instant());
        if (named.isPresent()) {
            return books.current(editions.organisation(named.get())
                    .orElseThrow(() -> new WrongArguments("No organisation is called \"" + named.get() + "\" here.")));
        }
        if (owners.size() > 1) {
            throw new WrongArguments("Several organisations have rules of their own. Name one with --organisation: "
                    + String.join("; ", owners.stream().map(Owner::name).toList()) + ".");
        }
        return owners.isEmpty()
                ? books.shipped()
                : books.current(owners.getFirst().id());
    }
}
