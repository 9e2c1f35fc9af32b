package uk.frith.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import uk.frith.town.Told;
import uk.frith.town.Town;
import uk.frith.town.TownPlan;

/**
 * What the pretend town tells, follow-up calls with what went before, read as it was read before. No proof of quality:
 * whoever wrote the stories knew the reader. A fall below these floors is a change that somebody has to explain.
 */
class TownAccountsTest {

    private static final AccountReader READER = new AccountReader(RuleBook.shipped());
    private static final long SEED = 7;

    private static List<Told> told = List.of();
    private static Map<String, Findings> read = Map.of();

    @BeforeAll
    static void readAll() {
        told = Town.build(TownPlan.standard(SEED)).told();
        Map<String, Told> byId = told.stream().collect(Collectors.toMap(Told::id, account -> account));
        Map<String, Findings> findings = new HashMap<>();
        for (Told account : told) {
            findings.put(account.id(), READER.read(new Account(account.text(), history(account, byId))));
        }
        read = findings;
    }

    private static List<Account.Earlier> history(Told account, Map<String, Told> byId) {
        Deque<Account.Earlier> history = new ArrayDeque<>();
        for (Told one = byId.get(account.follows()); one != null; one = byId.get(one.follows())) {
            history.addFirst(new Account.Earlier(one.text(), Set.of()));
        }
        return List.copyOf(history);
    }

    private static Findings of(Told account) {
        Findings findings = read.get(account.id());
        if (findings == null) {
            throw new IllegalStateException("An account wasn't read: " + account.id());
        }
        return findings;
    }

    @Test
    void crimes_are_found_as_before(TestReporter reporter) {
        int right = 0;
        int found = 0;
        int wanted = 0;
        for (Told account : told) {
            Set<String> classes = of(account).crimes().stream()
                    .map(crime -> crime.offence().code())
                    .collect(Collectors.toSet());
            found += classes.size();
            wanted += account.crimes().size();
            classes.retainAll(account.crimes());
            right += classes.size();
        }
        Marks.Share recall = new Marks.Share(right, wanted);
        Marks.Share precision = new Marks.Share(right, found);
        reporter.publishEntry("the town's crimes", recall + ", " + precision);
        assertThat(recall.value()).as("recall %s", recall).isGreaterThan(0.83);
        assertThat(precision.value()).as("precision %s", precision).isGreaterThan(0.65);
    }

    @Test
    void categories_are_found_as_before(TestReporter reporter) {
        Marks.Share right = share(told, account -> {
            AsbCategory category = of(account).category();
            return category != null && category.name().equals(account.category().name());
        });
        reporter.publishEntry("the town's categories", right.toString());
        assertThat(right.value()).as("category %s", right).isGreaterThan(0.56);
    }

    @Test
    void the_vulnerable_and_hate_are_seen_as_before(TestReporter reporter) {
        Marks.Share vulnerable = share(
                told.stream().filter(account -> !account.vulnerable().isEmpty()).toList(),
                account -> !of(account).vulnerability().isEmpty());
        Marks.Share hate = share(
                told.stream().filter(account -> !account.hate().isEmpty()).toList(),
                account -> of(account).hate().stream()
                        .anyMatch(each -> each.strand().equals(account.hate())));
        reporter.publishEntry("the town's vulnerable, and hate", vulnerable + ", " + hate);
        assertThat(vulnerable.value()).as("vulnerable %s", vulnerable).isGreaterThan(0.92);
        assertThat(hate.value()).as("hate %s", hate).isGreaterThan(0.95);
    }

    @Test
    void who_calls_again_is_known_to_do_so() {
        List<Told> again =
                told.stream().filter(account -> !account.follows().isEmpty()).toList();
        assertThat(again).isNotEmpty().allMatch(account -> of(account).repeat());
    }

    private static Marks.Share share(List<Told> of, Predicate<Told> right) {
        return new Marks.Share((int) of.stream().filter(right).count(), of.size());
    }
}
