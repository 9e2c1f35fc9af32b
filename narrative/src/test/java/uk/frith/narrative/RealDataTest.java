package uk.frith.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * How well accounts with known answers are read. The lowest bit of the first byte of the SHA-256 of an account's id
 * parts them: 0 was looked at while the rules were written, 1 never was. Floors stand a little below what was reached.
 */
class RealDataTest {

    private static final AccountReader READER = new AccountReader(RuleBook.shipped());

    private static List<Map<?, ?>> half(String name, boolean heldOut) throws IOException {
        String folder = System.getenv("FRITH_REAL_DATA");
        assumeTrue(folder != null, "FRITH_REAL_DATA names no folder of real data");
        Path file = Path.of(folder == null ? "." : folder, "narrative", name);
        assumeTrue(Files.exists(file), "There is no file narrative/" + name);
        return Files.readAllLines(file).stream()
                .<Map<?, ?>>map(line -> (Map<?, ?>) Objects.requireNonNull(Json.parse(line)))
                .filter(account -> heldOut(String.valueOf(account.get("id"))) == heldOut)
                .toList();
    }

    private static boolean heldOut(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return (hash[0] & 1) == 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Marks score(boolean heldOut) throws IOException {
        return Marks.of(READER, half("accounts_dev.jsonl", heldOut));
    }

    private static Marks.Share decisions(boolean heldOut) throws IOException {
        int right = 0;
        List<Map<?, ?>> examples = half("official_recording_examples.jsonl", heldOut);
        for (Map<?, ?> example : examples) {
            Findings findings = READER.read(Account.of(String.valueOf(example.get("scenario"))));
            right += findings.decision().name().toLowerCase(Locale.ROOT).equals(example.get("decision")) ? 1 : 0;
        }
        return new Marks.Share(right, examples.size());
    }

    @Test
    void reads_the_accounts_that_the_rules_were_written_with(TestReporter reporter) throws IOException {
        Marks score = score(false);
        reporter.publishEntry("accounts seen", score.toString());
        assertThat(score.recall().value()).as("recall %s", score.recall()).isGreaterThan(0.95);
        assertThat(score.precision().value())
                .as("precision %s", score.precision())
                .isGreaterThan(0.88);
        assertThat(score.category().value()).as("category %s", score.category()).isGreaterThan(0.92);
    }

    @Test
    void reads_accounts_that_nobody_looked_at(TestReporter reporter) throws IOException {
        Marks score = score(true);
        reporter.publishEntry("accounts never looked at", score.toString());
        assertThat(score.recall().value()).as("recall %s", score.recall()).isGreaterThan(0.74);
        assertThat(score.precision().value())
                .as("precision %s", score.precision())
                .isGreaterThan(0.63);
        assertThat(score.category().value()).as("category %s", score.category()).isGreaterThan(0.72);
    }

    @Test
    void decides_the_official_examples(TestReporter reporter) throws IOException {
        Marks.Share seen = decisions(false);
        Marks.Share unseen = decisions(true);
        reporter.publishEntry("official examples seen, never looked at", seen + ", " + unseen);
        assertThat(seen.value()).as("seen %s", seen).isGreaterThan(0.82);
        assertThat(unseen.value()).as("unseen %s", unseen).isGreaterThan(0.55);
    }
}
