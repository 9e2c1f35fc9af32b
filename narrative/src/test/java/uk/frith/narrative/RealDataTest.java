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
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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

    /** A share with Wilson's interval of 95 %. */
    record Share(int right, int of) {
        double value() {
            return of == 0 ? 0 : (double) right / of;
        }

        @Override
        public String toString() {
            double z = 1.959963984540054;
            double square = z * z;
            double middle = (right + square / 2) / (of + square);
            double half = z / (of + square) * Math.sqrt((double) right * (of - right) / of + square / 4);
            return String.format(
                    Locale.ROOT, "%d/%d = %.3f [%.3f, %.3f]", right, of, value(), middle - half, middle + half);
        }
    }

    record Score(Share recall, Share precision, Share category) {}

    private static Set<String> classes(@Nullable Object list) {
        Set<String> classes = new TreeSet<>();
        for (Object item : list instanceof List<?> items ? items : List.of()) {
            classes.add(item instanceof Map<?, ?> crime ? String.valueOf(crime.get("class")) : String.valueOf(item));
        }
        return classes;
    }

    private static Score score(boolean heldOut) throws IOException {
        int right = 0;
        int missed = 0;
        int extra = 0;
        int categories = 0;
        int rightCategories = 0;
        for (Map<?, ?> account : half("accounts_dev.jsonl", heldOut)) {
            Findings findings = READER.read(Account.of(String.valueOf(account.get("text"))));
            Set<String> gold = classes(account.get("crimes"));
            Set<String> found = new TreeSet<>();
            findings.crimes().forEach(crime -> found.add(crime.offence().code()));
            Set<String> both = new TreeSet<>(found);
            both.retainAll(gold);
            right += both.size();
            missed += gold.size() - both.size();
            found.removeAll(gold);
            found.removeAll(classes(account.get("accepted")));
            extra += found.size();
            if (account.get("asb_category") instanceof String category) {
                categories++;
                AsbCategory read = findings.category();
                rightCategories += read != null && read.name().equals(category) ? 1 : 0;
            }
        }
        return new Score(
                new Share(right, right + missed),
                new Share(right, right + extra),
                new Share(rightCategories, categories));
    }

    private static Share decisions(boolean heldOut) throws IOException {
        int right = 0;
        List<Map<?, ?>> examples = half("official_recording_examples.jsonl", heldOut);
        for (Map<?, ?> example : examples) {
            Findings findings = READER.read(Account.of(String.valueOf(example.get("scenario"))));
            right += findings.decision().name().toLowerCase(Locale.ROOT).equals(example.get("decision")) ? 1 : 0;
        }
        return new Share(right, examples.size());
    }

    @Test
    void reads_the_accounts_that_the_rules_were_written_with() throws IOException {
        Score score = score(false);
        assertThat(score.recall().value()).as("recall %s", score.recall()).isGreaterThan(0.80);
        assertThat(score.precision().value())
                .as("precision %s", score.precision())
                .isGreaterThan(0.76);
        assertThat(score.category().value()).as("category %s", score.category()).isGreaterThan(0.88);
    }

    @Test
    void reads_accounts_that_nobody_looked_at() throws IOException {
        Score score = score(true);
        assertThat(score.recall().value()).as("recall %s", score.recall()).isGreaterThan(0.30);
        assertThat(score.precision().value())
                .as("precision %s", score.precision())
                .isGreaterThan(0.25);
        assertThat(score.category().value()).as("category %s", score.category()).isGreaterThan(0.50);
    }

    @Test
    void decides_the_official_examples() throws IOException {
        Share seen = decisions(false);
        Share unseen = decisions(true);
        assertThat(seen.value()).as("seen %s", seen).isGreaterThan(0.85);
        assertThat(unseen.value()).as("unseen %s", unseen).isGreaterThan(0.50);
    }
}
