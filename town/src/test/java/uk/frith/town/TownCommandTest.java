package uk.frith.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TownCommandTest {

    private record Run(int status, String said) {}

    @TempDir
    Path folder;

    @Test
    void builds_the_town_that_the_arguments_name() {
        Path out = folder.resolve("new/town");
        Run run = run(
                "--seed", "-5", "--out", out.toString(), "--incidents", "300", "--from", "2025-01", "--months", "3");
        assertThat(run.status).isZero();
        assertThat(run.said)
                .contains("seed -5: 300 incidents, 2025-01-01 to 2025-03-31")
                .contains("truth.json");
        assertThat(Standard.csv(out.resolve("incidents.csv"))).hasSize(301);
        assertThat(out.resolve("street/2025-03/2025-03-frithshire-street.csv")).exists();
        assertThat(out.resolve("street/2025-04")).doesNotExist();
    }

    @Test
    void explains_itself() {
        Run run = run("--help");
        assertThat(run.status).isZero();
        assertThat(run.said).contains("--seed N").contains("--out DIR").contains("--months N");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--out x | The argument --seed N is missing.",
                "--seed 1 | The argument --out DIR is missing.",
                "--seed | The argument --seed needs a value.",
                "--seed one --out x | The value of --seed must be a whole number, not one.",
                "--seed 1 --out x --colour red | There is no argument --colour.",
                "--seed 1 --out x --from 2024-13 | must be a month such as 2024-10, not 2024-13.",
                "--seed 1 --out x --from 1999-01 | must be from 2011-01 to 2089-12, not 1999-01.",
                "--seed 1 --out x --months 2 | must be from 3 to 120, not 2.",
                "--seed 1 --out x --incidents 0 | must be from 1 to 5000000, not 0.",
                "--seed 1 --out x --incidents 99999999999 | is far too large: 99999999999."
            })
    void answers_a_wrong_argument_with_a_sentence_and_status_2(String arguments, String sentence) {
        Run run = run(arguments.split(" ", -1));
        assertThat(run.status).isEqualTo(2);
        assertThat(run.said).contains(sentence).contains("--help");
    }

    @Test
    void answers_a_folder_that_is_taken_with_a_sentence_and_status_1() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        Run run = run("--seed", "1", "--out", folder.toString(), "--incidents", "10");
        assertThat(run.status).isEqualTo(1);
        assertThat(run.said).contains("is not empty");
    }

    @Test
    void answers_a_file_in_the_way_with_a_sentence_and_status_1() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThat(run("--seed", "1", "--out", file.toString(), "--incidents", "10"))
                .satisfies(run -> assertThat(run.status).isEqualTo(1))
                .satisfies(run -> assertThat(run.said).contains("mine.txt is not a folder"));
        assertThat(run("--seed", "1", "--out", file.resolve("town").toString(), "--incidents", "10"))
                .satisfies(run -> assertThat(run.status).isEqualTo(1))
                .satisfies(run -> assertThat(run.said).contains("could not be written"));
    }

    private static Run run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = TownCommand.run(
                arguments,
                new PrintStream(said, true, StandardCharsets.UTF_8),
                InstantSource.fixed(Instant.parse("2026-10-01T00:00:00Z")));
        return new Run(status, said.toString(StandardCharsets.UTF_8));
    }
}
