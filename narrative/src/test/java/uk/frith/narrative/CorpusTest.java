package uk.frith.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well invented accounts are read that were written for Frith, with their labels, by seventeen authors who knew
 * neither the rules nor each other's accounts. A, B and D are among those that the lexicon and its scorecards were tuned
 * on. All others were only ever scored, and nobody who writes rules should read them; of C the crimes missed and wrongly
 * given were read once, in November 2026, and nothing was written from them. E's author was asked for more of the rare
 * classes. F is every twelfth account of six authors who were asked to tell everything in words as different as they
 * could; of the others categories were learned, and no crimes. The authors of E and of G to K had the tuning half of the
 * labelled set as a model; by C, E, F and the held-out half the points were chosen from which a crime is doubted or
 * suggested, by none of G to K. Floors stand a little below what was reached; the marks are published with Wilson's
 * intervals.
 */
class CorpusTest {

    private static final AccountReader READER = new AccountReader(RuleBook.shipped());

    private static List<Map<?, ?>> accounts(String file) {
        try (var stream = Objects.requireNonNull(CorpusTest.class.getResourceAsStream(file))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Marks.accounts(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void atLeast(Marks marks, double recall, double precision, double category) {
        assertThat(marks.recall().value()).as("recall %s", marks.recall()).isGreaterThan(recall);
        assertThat(marks.precision().value())
                .as("precision %s", marks.precision())
                .isGreaterThan(precision);
        assertThat(marks.category().value()).as("category %s", marks.category()).isGreaterThan(category);
    }

    /** What the accounts were used for, their files, and the floors of recall, precision and category. */
    @ParameterizedTest
    @CsvSource({
        "tuned on,                                                a,       0.95, 0.93, 0.90",
        "tuned on,                                                b,       0.95, 0.93, 0.90",
        "of a later author and tuned on,                          d,       0.86, 0.87, 0.72",
        "only scored until its errors were read once,             c,       0.72, 0.71, 0.76",
        "with rare crimes and only ever scored,                   e,       0.50, 0.62, 0.71",
        "in the most different words and only ever scored,        f,       0.40, 0.55, 0.78",
        "by which nothing was ever chosen,                        g,       0.67, 0.66, 0.80",
        "of five more authors by which nothing was ever chosen,   h i j k, 0.58, 0.58, 0.75"
    })
    void reads_the_accounts(
            String use, String corpora, double recall, double precision, double category, TestReporter reporter) {
        List<Map<?, ?>> all = Stream.of(corpora.split(" "))
                .flatMap(each -> accounts("corpus-" + each + ".jsonl").stream())
                .toList();
        Marks marks = Marks.of(READER, all);
        reporter.publishEntry("corpus " + corpora + ", " + use, marks.toString());
        atLeast(marks, recall, precision, category);
    }

    /**
     * Cases in a sentence each, as the official rules and registrars put them, by an author who knew those rules only:
     * those with an even number were looked at while the rules for them were written, those with an odd number never.
     */
    @Test
    void reads_cases_as_the_rules_put_them(TestReporter reporter) {
        for (boolean seen : new boolean[] {true, false}) {
            List<Map<?, ?>> cases = accounts("register.jsonl").stream()
                    .filter(one -> seen
                            == (Integer.parseInt(String.valueOf(one.get("id")).substring(1)) % 2 == 0))
                    .toList();
            Marks marks = Marks.of(READER, cases);
            Marks.Share decided = decided(cases);
            reporter.publishEntry(seen ? "cases, looked at" : "cases, never looked at", decided + "; " + marks);
            assertThat(marks.recall().value()).as("recall %s", marks.recall()).isGreaterThan(seen ? 0.88 : 0.52);
            assertThat(marks.precision().value())
                    .as("precision %s", marks.precision())
                    .isGreaterThan(seen ? 0.84 : 0.63);
            assertThat(decided.value()).as("decided %s", decided).isGreaterThan(seen ? 0.90 : 0.67);
        }
    }

    /**
     * Short notes of officers and callers, and more cases as the rules put them. All were looked at while rules were written;
     * at first sight of those in varied words 0.71 to 0.77 were decided rightly, and of the plainest 0.91.
     */
    @Test
    void reads_short_notes_it_was_tuned_on(TestReporter reporter) {
        List<Map<?, ?>> notes = accounts("notes.jsonl");
        Marks marks = Marks.of(READER, notes);
        Marks.Share decided = decided(notes);
        reporter.publishEntry("notes, looked at", decided + "; " + marks);
        assertThat(marks.recall().value()).as("recall %s", marks.recall()).isGreaterThan(0.94);
        assertThat(marks.precision().value())
                .as("precision %s", marks.precision())
                .isGreaterThan(0.94);
        assertThat(decided.value()).as("decided %s", decided).isGreaterThan(0.96);
    }

    /** Whether a crime is found, or else antisocial behaviour, or neither, as it should be. */
    private static Marks.Share decided(List<Map<?, ?>> cases) {
        int right = 0;
        for (Map<?, ?> one : cases) {
            Findings findings = READER.read(Account.of(String.valueOf(one.get("text"))));
            String found = !findings.crimes().isEmpty() ? "record_crime" : findings.asb() ? "asb_incident" : "neither";
            String decision = String.valueOf(one.get("decision"));
            String wanted = List.of("record_crime", "asb_incident").contains(decision) ? decision : "neither";
            right += found.equals(wanted) ? 1 : 0;
        }
        return new Marks.Share(right, cases.size());
    }
}
