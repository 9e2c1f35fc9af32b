package uk.frith.platform.foundation.places;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;

/** {@code ./frith import places}: takes files in, and says what became of each. */
@Component
class ImportPlacesCommand implements Command {

    /** A zip with more files than this isn't one of tables. */
    private static final int MOST_FILES_IN_A_ZIP = 10_000;

    private final PlacesImport imports;

    ImportPlacesCommand(PlacesImport imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "import places";
    }

    @Override
    public String usage() {
        return "PATH…  take in lookups, population, deprivation, boundaries and postcodes: CSV or GeoJSON, plain, gzip or"
                + " zip, files or folders";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        arguments.allowOnly(Set.of());
        if (arguments.positions().isEmpty()) {
            throw new WrongArguments("Say which files or folders: ./frith import places PATH…");
        }
        List<Path> named = arguments.positions().stream().map(Path::of).toList();
        for (Path path : named) {
            if (!Files.isReadable(path)) {
                throw new WrongArguments("There is no file or folder " + path + " that can be read.");
            }
        }
        Run run = new Run(console);
        named.forEach(run::path);
        imports.finish();
        console.data("files=" + run.files + " " + run.total);
        if (!run.failures.isEmpty()) {
            throw new CommandFailed(
                    run.failures.size() == 1
                            ? run.failures.getFirst()
                            : run.failures.size() + " files couldn't be taken; see above.");
        }
        return run.total.refused() > 0 ? ExitStatus.SOME_ROWS_REFUSED : ExitStatus.DONE;
    }

    /** One call of the command: goes through the paths and adds up. */
    private final class Run {

        private final Console console;
        private final List<String> failures = new ArrayList<>();
        private int files;
        private Tally total = Tally.NOTHING;

        Run(Console console) {
            this.console = console;
        }

        void path(Path path) {
            if (!Files.isDirectory(path)) {
                file(path, true);
                return;
            }
            try (Stream<Path> inside = Files.walk(path)) {
                inside.filter(Files::isRegularFile).sorted().forEach(found -> file(found, false));
            } catch (IOException | java.io.UncheckedIOException e) {
                fail(path + " couldn't be walked: " + e.getMessage());
            }
        }

        private void file(Path path, boolean named) {
            try {
                if (isZip(path)) {
                    zip(path, named);
                } else {
                    try (InputStream in = Files.newInputStream(path)) {
                        take(path.toString(), in, named);
                    }
                }
            } catch (BrokenFile e) {
                fail(path + " " + e.getMessage() + ".");
            } catch (IOException e) {
                fail(path + " couldn't be read: " + e.getMessage());
            }
        }

        private boolean isZip(Path path) throws IOException {
            try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(path))) {
                return SourceFile.startsWith(in, 'P', 'K');
            }
        }

        private void zip(Path path, boolean named) throws IOException {
            try (ZipFile zip = new ZipFile(path.toFile())) {
                if (zip.size() > MOST_FILES_IN_A_ZIP) {
                    throw new BrokenFile("holds more than " + MOST_FILES_IN_A_ZIP + " files");
                }
                boolean only = named && zip.size() == 1;
                Enumeration<? extends ZipEntry> entries = zip.entries();
                while (entries.hasMoreElements()) {
                    ZipEntry entry = entries.nextElement();
                    if (!entry.isDirectory()) {
                        entry(zip, path + "!" + entry.getName(), entry, only);
                    }
                }
            } catch (ZipException e) {
                throw new BrokenFile("isn't a whole zip");
            }
        }

        private void entry(ZipFile zip, String name, ZipEntry entry, boolean named) throws IOException {
            if (leadsOutside(entry.getName())) {
                fail(name + " names a place outside its zip, so that it wasn't read.");
                return;
            }
            try (CountedStream raw = new CountedStream(zip.getInputStream(entry));
                    InputStream in = new GuardedStream(raw, entry::getCompressedSize)) {
                take(name, in, named);
            } catch (BrokenFile e) {
                fail(name + " " + e.getMessage() + ".");
            }
        }

        private boolean leadsOutside(String name) {
            Path path = Path.of(name.replace('\\', '/'));
            return path.isAbsolute() || path.normalize().startsWith("..");
        }

        private void take(String name, InputStream in, boolean named) throws IOException {
            Optional<PlacesImport.Taken> result;
            try {
                result = imports.take(name, in);
            } catch (java.io.EOFException e) {
                result = Optional.empty();
            }
            if (result.isEmpty()) {
                if (named) {
                    fail(name + " has a header that isn't known, so that it wasn't read.");
                } else {
                    console.say(name + ": left alone, its header isn't known");
                }
                return;
            }
            PlacesImport.Taken taken = result.get();
            files++;
            total = total.and(taken.tally());
            console.say(name + ": " + taken.dataset().words() + ", " + taken.tally());
            taken.refused().forEach(row -> console.say("  refused " + row));
            if (taken.tally().refused() > taken.refused().size()) {
                console.say(
                        "  and " + (taken.tally().refused() - taken.refused().size()) + " more");
            }
        }

        private void fail(String sentence) {
            failures.add(sentence);
            console.say(sentence);
        }
    }
}
