package uk.frith.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which phrases of a small lexicon are found, wherever in a sentence they stand. */
class PhraseIndexTest {

    private static final int GAP = 3;
    private static final int LONGEST_BEGINNING = 70;

    private static List<Integer> found(String phrase, String text) {
        Lexicon lexicon = new Lexicon();
        lexicon.phraseLine("class filler: the");
        lexicon.phraseLine("= hit");
        lexicon.phraseLine(phrase);
        PhraseIndex index = lexicon.settle();
        List<Integer> first = new ArrayList<>();
        index.scan(new Tokeniser(lexicon.vocabulary).read(text), (found, places) -> first.add(places[0]));
        return first;
    }

    @ParameterizedTest
    @ValueSource(strings = {"brick ..3 window|pane", "brick|stone ..3 window"})
    void a_phrase_is_found_as_far_apart_as_its_gap_and_small_words_allow(String phrase) {
        for (int before = 0; before <= LONGEST_BEGINNING; before++) {
            for (int words = 0; words <= GAP + 1; words++) {
                String text = "x ".repeat(before) + "brick " + "x ".repeat(words) + "the the window";
                assertThat(found(phrase, text)).as(text).isEqualTo(words <= GAP ? List.of(before) : List.of());
            }
        }
    }
}
