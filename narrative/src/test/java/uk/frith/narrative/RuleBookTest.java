package uk.frith.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    @Test
    void the_texts_that_ship_make_the_book_that_ships() {
        Map<String, String> files = RuleBook.shippedFiles();
        RuleBook again = RuleBook.of(files);
        assertThat(files.keySet().iterator().next()).isEqualTo("rulebook.txt");
        assertThat(again.version()).isEqualTo(RuleBook.shipped().version());
        assertThat(again.ruleCount()).isEqualTo(RuleBook.shipped().ruleCount());
        assertThat(again.phraseCount()).isEqualTo(RuleBook.shipped().phraseCount());
    }

    @Test
    void a_line_that_lacks_something_is_a_fault_with_its_place() {
        Map<String, String> files = new HashMap<>(RuleBook.shippedFiles());
        files.merge(
                "rules-person.txt",
                "\nrule X-1\nfinds category\nwhen rel\n\nrule X-2\nfinds fact\nwhen rel\n",
                String::concat);
        long lines = RuleBook.shippedFiles()
                .getOrDefault("rules-person.txt", "")
                .lines()
                .count();
        assertThat(faults(files))
                .contains(
                        "rules-person.txt:" + (lines + 3) + ": after category the name of one is expected",
                        "rules-person.txt:" + (lines + 7) + ": after fact the name of one is expected")
                .allSatisfy(fault -> assertThat(fault).startsWith("rules-person.txt:"));
    }

    @Test
    void without_an_index_there_is_no_book() {
        assertThat(faults(Map.of())).singleElement().asString().startsWith("rulebook.txt:1:");
    }

    @Test
    void a_book_from_elsewhere_reads_what_the_command_line_is_given() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = ReadCommand.read(
                RuleBook.of(RuleBook.shippedFiles()),
                null,
                new ByteArrayInputStream(
                        "{\"id\":\"1\",\"text\":\"Loud music again\"}\n".getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                System.err);
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\"id\":\"1\"");
    }

    private static List<String> faults(Map<String, String> files) {
        return catchThrowableOfType(RuleBookRefused.class, () -> RuleBook.of(files))
                .faults();
    }
}
