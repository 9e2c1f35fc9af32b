package uk.frith.narrative;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The words, phrases, rules and offence classes that an account is read with, at one version.
 *
 * <p>A rule book is a folder of UTF-8 text files. {@code rulebook.txt} names the version and, in order, the others:
 * {@code words}, {@code lexicon}, {@code rules}, {@code offences}, {@code principal}, each followed by a file name.
 * Lines that begin with {@code //} are comments. Every fault is reported with its file and line, all at once, as
 * {@link RuleBookRefused}. Immutable and safe for many threads once loaded.
 */
public final class RuleBook {

    private static final String INDEX = "rulebook.txt";

    private final String version;
    private final Lexicon lexicon;
    private final PhraseIndex phrases;
    private final List<Rule> rules;
    private final Map<String, OffenceClass> offences;
    private final PrincipalCrime principal;
    private final Corroboration corroboration;

    private RuleBook(
            String version,
            Lexicon lexicon,
            PhraseIndex phrases,
            List<Rule> rules,
            Map<String, OffenceClass> offences,
            PrincipalCrime principal,
            Corroboration corroboration) {
        this.version = version;
        this.lexicon = lexicon;
        this.phrases = phrases;
        this.rules = List.copyOf(rules);
        this.offences = offences;
        this.principal = principal;
        this.corroboration = corroboration;
    }

    /** Opens a file of a rule book by its name. */
    private interface Source {
        InputStream open(String name) throws IOException;
    }

    /** The rule book that ships: Crime Recording Rules of April 2026 and NSIR 2011. */
    public static RuleBook shipped() {
        try {
            return new Loader(name -> {
                        InputStream stream = RuleBook.class.getResourceAsStream("rules/" + name);
                        if (stream == null) {
                            throw new IOException("there is no such file: " + name);
                        }
                        return stream;
                    })
                    .load();
        } catch (IOException e) {
            throw new UncheckedIOException("the rule book that ships can't be read", e);
        }
    }

    /**
     * The rule book of a folder, so that a force can change rules without a release.
     *
     * @throws RuleBookRefused with every fault, by file and line
     * @throws IOException when a file can't be read
     */
    public static RuleBook of(Path folder) throws IOException {
        return new Loader(name -> Files.newInputStream(folder.resolve(name))).load();
    }

    /**
     * The rule book of texts that lie elsewhere than in a folder, in a database say.
     *
     * @param files the text of each file by its name; {@code rulebook.txt} among them
     * @throws RuleBookRefused with every fault, by file and line
     */
    public static RuleBook of(Map<String, String> files) {
        try {
            return new Loader(name -> {
                        String text = files.get(name);
                        if (text == null) {
                            throw new IOException("there is no such file: " + name);
                        }
                        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                    })
                    .load();
        } catch (IOException e) {
            throw new RuleBookRefused(List.of(INDEX + ":1: " + e.getMessage()));
        }
    }

    /** The texts of the rule book that ships, by file name in the order of the index, which stands first. */
    public static Map<String, String> shippedFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(INDEX, shippedFile(INDEX));
        files.get(INDEX)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("version "))
                .map(line -> line.split("\\s+", 2)[1])
                .forEach(name -> files.put(name, shippedFile(name)));
        return java.util.Collections.unmodifiableMap(files);
    }

    private static String shippedFile(String name) {
        try (InputStream stream = RuleBook.class.getResourceAsStream("rules/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the rule book that ships lacks " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the rule book that ships can't be read", e);
        }
    }

    /** The version its index names, as {@code 2026-04}. */
    public String version() {
        return version;
    }

    /** The current offence classes by code, in the order of the offence list. */
    public Map<String, OffenceClass> offences() {
        return offences;
    }

    /** How many rules it holds. */
    public int ruleCount() {
        return rules.size();
    }

    /** How many phrases it looks for. */
    public int phraseCount() {
        return lexicon.phraseCount();
    }

    Lexicon lexicon() {
        return lexicon;
    }

    PhraseIndex phrases() {
        return phrases;
    }

    List<Rule> rules() {
        return rules;
    }

    PrincipalCrime principal() {
        return principal;
    }

    Corroboration corroboration() {
        return corroboration;
    }

    private static final class Loader {
        private final Source source;
        private final List<String> faults = new ArrayList<>();
        private final Lexicon lexicon = new Lexicon();
        private final Map<String, OffenceClass> offences = new LinkedHashMap<>();
        private final PrincipalCrime.Reader principal = new PrincipalCrime.Reader();
        private final Corroboration.Reader corroboration = new Corroboration.Reader(lexicon, offences);
        private final RuleReader rules = new RuleReader(lexicon, offences);
        private String version = "";

        Loader(Source source) {
            this.source = source;
        }

        RuleBook load() throws IOException {
            eachLine(INDEX, this::indexLine);
            if (version.isEmpty()) {
                faults.add(INDEX + ":1: no version is named");
            }
            if (rules.rules().isEmpty() && faults.isEmpty()) {
                faults.add(INDEX + ":1: there are no rules");
            }
            if (!faults.isEmpty()) {
                throw new RuleBookRefused(faults);
            }
            PhraseIndex index = lexicon.settle();
            return new RuleBook(
                    version,
                    lexicon,
                    index,
                    rules.rules(),
                    java.util.Collections.unmodifiableMap(offences),
                    principal.read(),
                    corroboration.read());
        }

        private void indexLine(String line) {
            String[] parts = line.split("\\s+", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("a kind of file and its name are expected");
            }
            String name = parts[1];
            switch (parts[0]) {
                case "version" -> version = name;
                case "words" -> read(name, lexicon::wordLine);
                case "lexicon" -> read(name, lexicon::phraseLine);
                case "offences" -> read(name, this::offenceLine);
                case "principal" -> read(name, principal::line);
                case "corroboration" -> read(name, corroboration::line);
                case "rules" -> {
                    int lines = read(name, rules::line);
                    try {
                        rules.finish();
                    } catch (IllegalArgumentException e) {
                        faults.add(name + ":" + lines + ": " + e.getMessage());
                    }
                }
                default -> throw new IllegalArgumentException("no such kind of file: " + parts[0]);
            }
        }

        private void offenceLine(String line) {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new IllegalArgumentException("a code, a tab and a name are expected");
            }
            String code = line.substring(0, tab);
            offences.put(code, new OffenceClass(code, line.substring(tab + 1)));
        }

        /** Reads a file to its end; gives how many lines it has. */
        private int read(String name, LineTaker taker) {
            try {
                return eachLine(name, taker);
            } catch (IOException e) {
                throw new IllegalArgumentException("the file " + name + " can't be read", e);
            }
        }

        private int eachLine(String name, LineTaker taker) throws IOException {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(source.open(name), StandardCharsets.UTF_8))) {
                int number = 0;
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    number++;
                    String stripped = line.strip();
                    if (stripped.isEmpty() || stripped.startsWith("//")) {
                        continue;
                    }
                    try {
                        taker.take(stripped);
                    } catch (IllegalArgumentException e) {
                        faults.add(name + ":" + number + ": " + e.getMessage());
                    } catch (IndexOutOfBoundsException | NoSuchElementException e) {
                        faults.add(name + ":" + number + ": something is missing on this line");
                    }
                }
                return number;
            }
        }
    }

    /** Takes one line that isn't a comment; an {@link IllegalArgumentException} is a fault of that line. */
    private interface LineTaker {
        void take(String line);
    }
}
