package uk.frith.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final String RULES = """
            default source Own rule 1
            default from 2026-01-01
            rule R1
            finds crime 46 probable
            points 2 theft
            points 1 shop
            points -1 sorry
            at 3
            rule R2
            finds weighs PERSONAL
            points 5 sorry
            rule R3
            finds weighs NUISANCE
            points 4 shop
            rule R4
            finds asb yes
            when short(1000)
            """;

    private static Map<String, String> book(String corroboration) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("rulebook.txt", "version own\nlexicon l.txt\noffences o.txt\nrules r.txt\ncorroboration c.txt\n");
        files.put("l.txt", "= theft\nsteal\n= shop\nshop\n= sorry\nsorry\n");
        files.put("o.txt", "46\tShoplifting\n49\tOther Theft\n");
        files.put("r.txt", RULES);
        files.put("c.txt", corroboration);
        return files;
    }

    private static Findings read(String corroboration, String text) {
        return new AccountReader(RuleBook.of(book(corroboration))).read(Account.of(text));
    }

    @Test
    void points_are_added_up_and_enough_of_them_find_the_crime() {
        assertThat(read("", "They steal from the shop").crimes())
                .extracting(Findings.Crime::rule)
                .containsExactly("R1");
        assertThat(read("", "They steal").crimes()).isEmpty();
        assertThat(read("", "They steal from the shop and are sorry").crimes()).isEmpty();
    }

    @Test
    void the_heavier_category_holds() {
        assertThat(read("", "The shop").category()).isEqualTo(AsbCategory.NUISANCE);
        assertThat(read("", "The shop is sorry").category()).isEqualTo(AsbCategory.PERSONAL);
    }

    @Test
    void a_suggestion_is_only_possible_says_so_and_decides_nothing() {
        Findings findings = read("suggest 5\nbase 49 0\nsorry 49 6\n", "He is sorry");
        assertThat(findings.crimes()).singleElement().satisfies(crime -> {
            assertThat(crime.offence().code()).isEqualTo("49");
            assertThat(crime.certainty()).isEqualTo(Certainty.POSSIBLE);
            assertThat(crime.source()).startsWith("A statistical suggestion and no rule");
            assertThat("He is sorry").contains(crime.span());
        });
        assertThat(findings.decision()).isEqualTo(Findings.Decision.ASB_INCIDENT);
    }

    @Test
    void words_and_what_rules_found_count_too() {
        String words = "suggest 5\nbase 49 0\n\"wallet\" 49 3\n\"vanish\" 49 2\n";
        assertThat(read(words, "The wallets vanished").crimes()).singleElement().satisfies(crime -> {
            assertThat(crime.offence().code()).isEqualTo("49");
            assertThat(crime.span()).isEqualTo("The wallets vanished");
        });
        assertThat(read(words, "A wallet, a wallet and again a wallet").crimes())
                .as("a word counts once")
                .isEmpty();
        assertThat(read(words, "Agent: Did a wallet vanish?\nSam: My shop").crimes())
                .as("what was asked isn't said")
                .isEmpty();
        String found = "suggest 5\nbase 49 0\ncrime(46) 49 5\n\"wallet\" 49 1\n";
        assertThat(read(found, "They steal a wallet from the shop").crimes())
                .extracting(crime -> crime.offence().code())
                .containsExactly("46", "49");
    }

    @Test
    void more_has_to_speak_for_what_a_crime_given_takes_in() {
        String cards = "suggest 5\nlesser 8\nbase 49 0\ncrime(46) 49 5\n\"wallet\" 49 3\n\"vanish\" 49 5\n";
        Map<String, String> files = book(cards);
        files.put("rulebook.txt", files.get("rulebook.txt") + "principal p.txt\n");
        files.put("p.txt", "46 over 49\n");
        AccountReader reader = new AccountReader(RuleBook.of(files));
        assertThat(reader.read(Account.of("They steal from the shop")).crimes())
                .as("five is enough by itself, not beside what takes it in")
                .extracting(crime -> crime.offence().code())
                .containsExactly("46");
        assertThat(reader.read(Account.of("They steal a wallet from the shop")).crimes())
                .extracting(crime -> crime.offence().code())
                .containsExactly("46", "49");
        assertThat(reader.read(Account.of("My things vanished")).crimes())
                .as("nothing takes it in")
                .extracting(crime -> crime.offence().code())
                .containsExactly("49");
    }

    @Test
    void category_and_whether_it_is_antisocial_at_all_are_weighed_with_what_rules_found() {
        String cards = """
                base ASB -1
                asb(yes) ASB 3
                "lost" ASB -5
                base PERSONAL 0
                base NUISANCE 0
                base ENVIRONMENTAL -9
                category(NUISANCE) NUISANCE 2
                "gran" PERSONAL 4
                """;
        assertThat(read(cards, "The shop").category()).isEqualTo(AsbCategory.NUISANCE);
        assertThat(read(cards, "The shop and my gran").category()).isEqualTo(AsbCategory.PERSONAL);
        assertThat(read(cards, "The shop").asb()).isTrue();
        assertThat(read(cards, "I lost it in the shop").asb()).isFalse();
        assertThat(read("words 40\n" + cards, "I lost it in the shop").asb())
                .as("too short to weigh")
                .isTrue();
        assertThat(read("unless sorry\n" + cards, "I am sorry that I lost it in the shop")
                        .asb())
                .as("said to the reader")
                .isTrue();
    }

    @Test
    void type_and_having_happened_before_are_weighed_too() {
        String cards = """
                base BEGGING 0
                base STREET_DRINKING -2
                "gran" STREET_DRINKING 4
                base REPEAT -1
                "lost" REPEAT 3
                """;
        assertThat(read(cards, "The shop").type()).isEqualTo(AsbType.BEGGING);
        assertThat(read(cards, "The shop and my gran").type()).isEqualTo(AsbType.STREET_DRINKING);
        assertThat(read(cards, "The shop").repeat()).isFalse();
        assertThat(read(cards, "I lost it in the shop").repeat()).isTrue();
        assertThat(read("words 40\n" + cards, "I lost it in the shop").repeat())
                .as("too short to weigh")
                .isFalse();
    }

    @Test
    void a_crime_that_nothing_else_bears_out_is_remarked_on() {
        Findings findings = read("doubt -5\nbase 46 -9\n", "They steal from the shop");
        assertThat(findings.crimes()).isEmpty();
        assertThat(findings.remarks())
                .filteredOn(remark -> remark.kind().equals("doubt"))
                .singleElement()
                .satisfies(remark -> assertThat(remark.rule()).isEqualTo("R1"));
        assertThat(read("words 40\ndoubt -5\nbase 46 -9\n", "They steal from the shop")
                        .crimes())
                .as("a text too short to bear anything out")
                .hasSize(1);
    }

    @Test
    void faults_of_scorecards_are_named_by_line() {
        Map<String, String> files = new HashMap<>(book("base 99Z 1\nnothing 46 2\nbase 46 much\ncrime(99Z) 46 1\n"));
        files.put("r.txt", RULES + "rule R5\nfinds weighs LOUD\npoints 1 shop\nrule R6\nfinds fact f\npoints 0 shop\n");
        assertThatThrownBy(() -> RuleBook.of(files))
                .isInstanceOf(RuleBookRefused.class)
                .hasMessageContaining("c.txt:1: a current class is expected")
                .hasMessageContaining("c.txt:2: nothing is called nothing")
                .hasMessageContaining("c.txt:3: points are expected")
                .hasMessageContaining("c.txt:4: a current class is expected")
                .hasMessageContaining("neither a category nor a type: LOUD")
                .hasMessageContaining("a number of points up to 99");
    }
}
