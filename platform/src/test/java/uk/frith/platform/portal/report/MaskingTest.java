package uk.frith.platform.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal data in free text is hidden wherever it stands, however often and in whatever form. */
class MaskingTest {

    private static final long SEED = Long.getLong("trials.seed", 20261127L);
    private static final int TRIALS = 3_000;

    private static final List<String> FILLER = List.of(
            "they", "shout", "at", "us", "every", "night", "and", "threw", "bottles", "over", "the", "wall", "it",
            "was", "loud", "again", "until", "four", "we", "can", "not", "sleep", "bins", "burnt", "near", "shops",
            "three", "times", "last", "week", "two", "of", "them", "had", "masks", "on", "then", "ran", "off");

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String letters(Random random, int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append("ABCDEFGHJKLMNPRSTUVWXY".charAt(random.nextInt(22)));
        }
        return letters.toString();
    }

    private static String pick(Random random, String... options) {
        return options[random.nextInt(options.length)];
    }

    private static String name(Random random) {
        return pick(random, "Patel", "O'Neill", "Smith-Jones", "Łukasz", "Zoë", "Okafor", "Brown", "McAllister");
    }

    /** Ways in which each kind of thing is written; each gives the text and the part that must not be seen. */
    private static final List<Function<Random, String[]>> KINDS = List.of(
            random -> {
                String spaced = pick(random, "07%s %s", "07%s-%s", "+447%s %s", "0044 7%s.%s", "(0113) %s%s")
                        .formatted(digits(random, 3), digits(random, 6));
                return new String[] {spaced, spaced};
            },
            random -> {
                String mail = name(random).replaceAll("[^A-Za-z]", "x") + digits(random, 2) + "@"
                        + pick(random, "example.org", "mail.example.co.uk", "school.example");
                return new String[] {mail, mail};
            },
            random -> {
                String code = letters(random, 2)
                        + random.nextInt(1, 10)
                        + pick(random, " ", "", "  ")
                        + random.nextInt(10)
                        + letters(random, 2);
                String written = random.nextBoolean() ? code : code.toLowerCase(Locale.UK);
                return new String[] {written, written};
            },
            random -> {
                String plate = letters(random, 2) + digits(random, 2) + pick(random, " ", "") + letters(random, 3);
                String written = random.nextBoolean() ? plate : plate.toLowerCase(Locale.UK);
                return new String[] {written, written};
            },
            random -> {
                String number = letters(random, 2).replaceAll("[DFIQUV]", "A") + " " + digits(random, 2) + " "
                        + digits(random, 2) + " " + digits(random, 2) + " " + pick(random, "A", "B", "C", "D");
                return new String[] {number, number};
            },
            random -> {
                String who = name(random);
                return new String[] {pick(random, "Mr", "Mrs", "Ms.", "Dr", "mr", "PC", "Cllr", "Miss") + " " + who, who
                };
            },
            random -> {
                String who = name(random);
                return new String[] {
                    pick(random, "his name is", "called", "a boy named", "known as", "my name's") + " " + who, who
                };
            },
            random -> {
                String house = random.nextInt(1, 400) + pick(random, "", "a", "B") + " "
                        + pick(random, "Long Row", "High Street", "Acacia Avenue", "St. Mary's Road", "Mill Lane")
                                .replace(".", "");
                return new String[] {house, house};
            },
            random -> {
                String card =
                        digits(random, 4) + " " + digits(random, 4) + " " + digits(random, 4) + " " + digits(random, 4);
                return new String[] {card, card};
            });

    @Test
    void everything_that_points_to_a_person_is_hidden_every_time_it_stands_there() {
        for (int trial = 0; trial < TRIALS; trial++) {
            Random random = new Random(SEED + trial);
            List<String> secrets = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                text.append(FILLER.get(random.nextInt(FILLER.size()))).append(random.nextInt(9) == 0 ? ". " : " ");
                if (random.nextInt(5) == 0) {
                    String[] made = KINDS.get(random.nextInt(KINDS.size())).apply(random);
                    int times = random.nextInt(1, 4);
                    for (int t = 0; t < times; t++) {
                        text.append(made[0]).append(pick(random, ", ", ". ", " and ", "; ", "\n"));
                    }
                    secrets.add(made[1]);
                }
            }
            String shown = Masking.plain(Masking.mask(text.toString(), List.of()));
            for (String secret : secrets) {
                assertThat(shown).as("-Dtrials.seed=%d: %s", SEED + trial, text).doesNotContain(secret);
            }
        }
    }

    @Test
    void words_without_anything_personal_stay_as_they_were() {
        for (int trial = 0; trial < TRIALS; trial++) {
            Random random = new Random(SEED + trial);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append(FILLER.get(random.nextInt(FILLER.size()))).append(' ');
            }
            assertThat(Masking.plain(Masking.mask(text.toString(), List.of())))
                    .as("-Dtrials.seed=%d", SEED + trial)
                    .isEqualTo(text.toString());
        }
    }

    @Test
    void nothing_of_the_text_is_lost_and_nothing_shown_twice() {
        for (int trial = 0; trial < TRIALS; trial++) {
            Random random = new Random(SEED + trial);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.append((char) random.nextInt(32, 0x250));
            }
            List<Masking.Piece> pieces = Masking.mask(text.toString(), List.of(text.substring(10, 13)));
            int from = 0;
            for (Masking.Piece piece : pieces) {
                if (piece instanceof Masking.Piece.Shown(String shown)) {
                    int at = text.indexOf(shown, from);
                    assertThat(at).as("-Dtrials.seed=%d", SEED + trial).isGreaterThanOrEqualTo(from);
                    from = at + shown.length();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ring me on 07700 900123 or 07700900124 or 0113 496 0123",
                "bob at example dot com",
                "he was born 12/03/2009",
                "dob: 1 March 2010",
                "she lives at 12",
                "flat 3, 14 Mill Lane",
                "reg AB12 CDE and again ab12cde",
                "see https://example.org/me?x=1 or @someone_there",
                "my nino is QQ 12 34 56 C"
            })
    void these_are_hidden(String text) {
        assertThat(Masking.plain(Masking.mask(text, List.of())))
                .doesNotContainPattern("\\d{3}")
                .contains("hidden]");
    }

    @ParameterizedTest
    @CsvSource({
        "It was 10 past 4 on 3 May and there were 12 of them,12 of them",
        "They come on the number 14 bus every day,bus every day",
        "About 200 people were in the park,200 people",
        "I called the council,I called the council"
    })
    void these_stay(String text, String stays) {
        assertThat(Masking.plain(Masking.mask(text, List.of()))).contains(stays);
    }

    @Test
    void the_reporter_hides_whatever_else_they_want_wherever_it_stands() {
        assertThat(Masking.plain(
                        Masking.mask("Kevin did it. KEVIN again, and kevin's dog.", List.of("Kevin", "", " "))))
                .isEqualTo("[hidden hidden] did it. [hidden hidden] again, and [hidden hidden]'s dog.");
        assertThat(Masking.plain(Masking.mask("a (b) .* c", List.of(".*", "(b)"))))
                .doesNotContain("(b)", ".*");
    }

    @Test
    void the_longest_text_is_masked_in_no_time_whatever_stands_in_it() {
        for (String evil : List.of("a", "a.", "1", "1 ", "@", "flat ", "mr ", "a-", "12 x ", "A1", "at ", " at")) {
            String text = evil.repeat(100_000 / evil.length());
            org.junit.jupiter.api.Assertions.assertTimeout(
                    Duration.ofSeconds(5), () -> Masking.mask(text, List.of()), () -> evil);
        }
    }
}
