package uk.frith.platform.portal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the public reads comes from the catalogue, all of it, and is easy to read. */
class CatalogueTest {

    private static final Map<String, String> ENGLISH = Catalogue.read("en");
    private static final PortalSettings PLAIN =
            new PortalSettings(1, 1, "https://example.org", Optional.empty(), false);
    private static final PortalSettings PRETENDING =
            new PortalSettings(1, 1, "https://example.org", Optional.empty(), true);

    @Test
    void no_page_has_words_of_its_own() {
        assertThat(PublicWords.own(PortalSamples.of(PublicWords.pretend()))).isEmpty();
    }

    @Test
    void every_entry_is_used_somewhere() throws IOException {
        String everything = sources();
        List<String> unused = ENGLISH.keySet().stream()
                .filter(key -> !isUsed(key, everything))
                .sorted()
                .toList();
        assertThat(unused).isEmpty();
    }

    /** A key stands in the code whole, or is put together from a field and a word that stands there. */
    private static boolean isUsed(String key, String everything) {
        if (everything.contains("\"" + key + "\"")) {
            return true;
        }
        int dot = key.indexOf('.');
        if (everything.contains("\"" + key.substring(0, dot + 1) + "\" +")) {
            return true;
        }
        String last = key.substring(dot + 1);
        boolean ofAField =
                Stream.of("label", "hint", "title", "lead", "missing").anyMatch(last::equals);
        return ofAField
                || Pattern.compile("\"" + key.replaceFirst("^[a-z]+\\.", "").replaceFirst("\\..*", "") + "\"")
                        .matcher(everything)
                        .find();
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String folder : List.of("src/main/java/uk/frith/platform/portal", "src/main/jte/portal")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    @Test
    void welsh_is_offered_because_every_entry_stands_in_it_with_the_same_gaps() {
        Map<String, String> welsh = Catalogue.read("cy");
        assertThat(new Catalogue(PLAIN).offered()).extracting(Words::language).containsExactly("en", "cy");
        assertThat(new Catalogue(PRETENDING).offered())
                .extracting(Words::language)
                .containsExactly("en", "cy", Catalogue.PRETEND);
        assertThat(welsh.keySet()).isEqualTo(ENGLISH.keySet());
        ENGLISH.forEach((key, english) -> {
            assertThat(gaps(welsh.getOrDefault(key, ""))).as(key).isEqualTo(gaps(english));
            assertThat(welsh.getOrDefault(key, "").length()).as(key).isGreaterThanOrEqualTo(english.isEmpty() ? 0 : 2);
        });
        assertThat(welsh.get("frame.unchecked")).isNotBlank();
    }

    private static List<String> gaps(String text) {
        return Pattern.compile("\\{[0-9]}")
                .matcher(text)
                .results()
                .map(gap -> gap.group())
                .sorted()
                .toList();
    }

    @Test
    void a_key_without_words_is_a_fault_and_not_a_hole() {
        Words words = new Catalogue(PLAIN).in("en");
        assertThatThrownBy(() -> words.of("no.such.key")).isInstanceOf(IllegalArgumentException.class);
        assertThat(words.of("done.reference", "26-1")).contains("26-1").doesNotContain("{0}");
        assertThat(new Catalogue(PLAIN).in("xx").language()).isEqualTo("en");
    }

    @Test
    void what_the_public_reads_can_be_read_at_nine() {
        // Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59 is the school year in the
        // United
        // States; somebody of nine is in the fourth.
        double words = 0;
        double sentences = 0;
        double syllables = 0;
        for (String text : ENGLISH.values()) {
            sentences += Math.max(1, text.split("[.?!](\\s|$)", -1).length - (text.matches(".*[.?!]") ? 1 : 0));
            for (String word : text.split("[^A-Za-z']+", -1)) {
                if (!word.isEmpty()) {
                    words++;
                    syllables += syllables(word);
                }
            }
        }
        double grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
        assertThat(grade).isLessThan(4.0);
    }

    private static int syllables(String word) {
        String sounded = word.toLowerCase(java.util.Locale.UK).replaceFirst("(?<=[^aeiouy]{1})e$", "");
        return Math.max(
                1, Pattern.compile("[aeiouy]+").matcher(sounded).results().toArray().length);
    }
}
