package uk.frith.platform.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How what stands in a table is said. */
class CodeWordsTest {

    private static final CodeWords WORDS = new CodeWords(
            List.of(() -> List.of(new CodeBook.Meaning("a.b", "risks", Map.of("AGE", "Age", "ALONE", "Lives alone")))));

    @Test
    void codes_are_said_in_words_one_or_several() {
        assertThat(WORDS.shown("a.b", "risks", "AGE")).isEqualTo("Age (AGE)");
        assertThat(WORDS.shown("a.b", "risks", "[\"AGE\", \"ALONE\"]")).isEqualTo("Age (AGE), Lives alone (ALONE)");
        assertThat(WORDS.shown("a.b", "risks", "[]")).isEqualTo("None");
    }

    @Test
    void several_texts_are_said_one_after_the_other_and_not_as_a_table_writes_them() {
        assertThat(WORDS.shown("a.b", "reasons", "[\"Somebody is in danger now.\", \"He said \\\"run\\\".\"]"))
                .isEqualTo("Somebody is in danger now.; He said \"run\".");
        assertThat(WORDS.shown("a.b", "note", "[sic] \"run\"")).isEqualTo("[sic] \"run\"");
    }
}
