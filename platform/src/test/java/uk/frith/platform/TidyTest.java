package uk.frith.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads every file of the project and finds what no compiler would. */
class TidyTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of("target", ".git", "data", "LICENSE", "node_modules");

    private static final Set<String> TEXT =
            Set.of(".java", ".jte", ".sql", ".md", ".mjs", ".css", ".properties", ".xml", ".sh");

    /** A class is read in one sitting. */
    private static final int LONGEST_CLASS = 400;

    private static final int LONGEST_MODULE_OF_JAVASCRIPT = 100;

    private static final Pattern COVERAGE_ROW =
            Pattern.compile("^\\| ([VB]?\\d+) \\| ([^|]+) \\| (works|first cut|open) \\| ([^|]+) \\| ([^|]+) \\|$");

    private static final int COVERAGE_LINES = 409;

    @Test
    void nothing_is_left_for_later() {
        assertThat(filesWith("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b|@Dis" + "abled|Unsupported"
                        + "OperationException"))
                .isEmpty();
    }

    @Test
    void nothing_is_printed_but_by_commands() {
        assertThat(filesWith("System\\.(out|err)\\b").stream()
                        .filter(file -> file.contains("/src/main/java/"))
                        .filter(file -> !file.matches(".*(Command|Launcher|Bench)\\.java")))
                .isEmpty();
    }

    @Test
    void nothing_tells_of_the_machine_it_was_written_on() {
        assertThat(filesWith("/work" + "/|/ro" + "ot/")).isEmpty();
    }

    @Test
    void no_test_sleeps() {
        assertThat(filesWith("Thread\\.sl" + "eep|TimeUnit\\.\\w+\\.sl" + "eep").stream()
                        .filter(file -> file.contains("/src/test/")))
                .isEmpty();
    }

    @Test
    void a_class_is_read_in_one_sitting() {
        assertThat(files().filter(file -> file.toString().contains("/src/main/")
                                && file.toString().endsWith(".java"))
                        .filter(file -> lines(file).size() > LONGEST_CLASS)
                        .map(TidyTest::name))
                .isEmpty();
    }

    @Test
    void a_script_does_one_thing() {
        assertThat(files().filter(file -> file.toString().endsWith(".mjs"))
                        .filter(file -> lines(file).size() > LONGEST_MODULE_OF_JAVASCRIPT)
                        .map(TidyTest::name))
                .isEmpty();
    }

    @Test
    void a_migration_says_first_what_it_is_for() {
        assertThat(files().filter(file -> file.toString().contains("db/migration"))
                        .filter(file -> !lines(file).getFirst().startsWith("-- "))
                        .map(TidyTest::name))
                .isEmpty();
    }

    @Test
    void decisions_are_numbered_once() throws IOException {
        try (Stream<Path> decisions = Files.list(ROOT.resolve("docs/decisions"))) {
            Map<String, List<String>> byNumber = decisions
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("\\d{4}-.*\\.md"))
                    .collect(Collectors.groupingBy(file -> file.substring(0, 4)));
            assertThat(byNumber).isNotEmpty();
            assertThat(byNumber.values()).allMatch(sharing -> sharing.size() == 1);
        }
    }

    @Test
    void links_between_documents_lead_somewhere() {
        Pattern link = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
        List<String> broken = new ArrayList<>();
        files().filter(file -> file.toString().endsWith(".md")).forEach(file -> {
            Matcher found = link.matcher(text(file));
            while (found.find()) {
                String target = found.group(1);
                if (!target.contains(":")
                        && !Files.exists(file.resolveSibling(target).normalize())) {
                    broken.add(name(file) + " → " + target);
                }
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void every_promise_is_accounted_for_once() {
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 351; i++) {
            expected.add(String.valueOf(i));
        }
        for (int i = 1; i <= 33; i++) {
            expected.add("V" + i);
        }
        for (int i = 1; i <= 25; i++) {
            expected.add("B" + i);
        }
        assertThat(coverage().stream().map(row -> row.get(0))).containsExactlyElementsOf(expected);
        assertThat(expected).hasSize(COVERAGE_LINES);
    }

    @Test
    void whatever_is_said_to_work_names_a_test_that_exists() {
        Set<String> tests = testMethods();
        List<String> missing = new ArrayList<>();
        for (List<String> row : coverage()) {
            if (row.get(2).equals("open")) {
                continue;
            }
            for (String proof : row.get(4).split(",", -1)) {
                String test = proof.strip().replace("`", "");
                if (!tests.contains(test)) {
                    missing.add(row.get(0) + ": " + test);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void the_tally_of_the_promises_is_right() {
        Map<String, Long> tally =
                coverage().stream().collect(Collectors.groupingBy(row -> row.get(2), Collectors.counting()));
        assertThat(text(ROOT.resolve("docs/coverage.md")))
                .contains(COVERAGE_LINES + " lines: " + tally.getOrDefault("works", 0L) + " works, "
                        + tally.getOrDefault("first cut", 0L) + " first cut, " + tally.getOrDefault("open", 0L)
                        + " open.");
    }

    private static List<List<String>> coverage() {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines(ROOT.resolve("docs/coverage.md"))) {
            Matcher row = COVERAGE_ROW.matcher(line);
            if (row.matches()) {
                rows.add(List.of(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5)));
            }
        }
        return rows;
    }

    /** Every test class, and every test method as {@code Class.method}. */
    private static Set<String> testMethods() {
        Pattern method = Pattern.compile("^    (?:public )?void (\\w+)\\(", Pattern.MULTILINE);
        Set<String> found = new java.util.HashSet<>();
        files().filter(file -> file.toString().contains("/src/test/")
                        && file.toString().endsWith(".java"))
                .forEach(file -> {
                    String type = file.getFileName().toString().replace(".java", "");
                    found.add(type);
                    Matcher methods = method.matcher(text(file));
                    while (methods.find()) {
                        found.add(type + "." + methods.group(1));
                    }
                });
        return found;
    }

    private static List<String> filesWith(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return files().filter(file -> pattern.matcher(text(file)).find())
                .map(TidyTest::name)
                .toList();
    }

    /** Folders that aren't ours aren't looked into: what other tests make there comes and goes. */
    private static Stream<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean ours = folder.equals(ROOT) || !NOT_OURS.contains(String.valueOf(folder.getFileName()));
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    boolean text =
                            TEXT.stream().anyMatch(file.toString()::endsWith) || file.equals(ROOT.resolve("frith"));
                    if (text && attributes.isRegularFile()) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream();
    }

    private static final Map<Path, String> READ = new TreeMap<>();

    private static synchronized String text(Path file) {
        return READ.computeIfAbsent(file, unread -> {
            try {
                return Files.readString(unread, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString();
    }
}
