package uk.frith.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Short cases in our own words, one a line, with the classes that must be found; and how many of the long ones hold. */
class RuleCasesTest {

    private static final AccountReader READER = new AccountReader(RuleBook.shipped());

    record Case(Set<String> classes, String category, String text) {}

    static List<Case> cases(String name) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RuleCasesTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("//")) {
                    continue;
                }
                String[] parts = line.split(" \\| ", 3);
                Set<String> classes =
                        new TreeSet<>(parts[0].equals("-") ? List.of() : Arrays.asList(parts[0].split(";")));
                cases.add(new Case(classes, parts[1], parts[2].replace(" // ", "\n")));
            }
        }
        return cases;
    }

    static Set<String> found(String text) {
        Set<String> classes = new TreeSet<>();
        READER.read(Account.of(text))
                .crimes()
                .forEach(crime -> classes.add(crime.offence().code()));
        return classes;
    }

    @Test
    void every_short_case_is_read_as_it_should_be() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Case> cases = cases("cases.txt");
        for (Case expected : cases) {
            Set<String> classes = found(expected.text());
            if (!classes.equals(expected.classes())) {
                wrong.add(expected.classes() + " read as " + classes + ": " + expected.text());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
    }

    @Test
    void most_long_accounts_are_read_as_they_should_be() throws IOException {
        int right = 0;
        int missed = 0;
        int extra = 0;
        for (Case expected : cases("accounts.txt")) {
            Set<String> classes = found(expected.text());
            Set<String> both = new TreeSet<>(classes);
            both.retainAll(expected.classes());
            right += both.size();
            missed += expected.classes().size() - both.size();
            extra += classes.size() - both.size();
        }
        assertThat((double) right / (right + missed)).as("recall").isGreaterThan(0.85);
        assertThat((double) right / (right + extra)).as("precision").isGreaterThan(0.79);
    }
}
