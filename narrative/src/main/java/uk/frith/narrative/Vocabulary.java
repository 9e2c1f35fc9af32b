package uk.frith.narrative;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words that the phrases use, each with a number, and the way from what people type to those words.
 *
 * <p>A surface form is looked up as it stands, then as dialect or shorthand, as an irregular form, without a regular
 * ending, with letters drawn out put back, and last as a slip of one letter. A word that no phrase uses is 0 and
 * matches nothing.
 */
final class Vocabulary {

    /** The number of words that no phrase uses. */
    static final int UNKNOWN = 0;

    /** The number of every figure. */
    static final int FIGURE = 1;

    private static final int OLD_FIGURE = 2;
    private static final int YOUNG_FIGURE = 3;
    /** The number of every word that looks like a name. */
    static final int NAME = 4;

    private static final int ADULT = 18;
    private static final int OLDER = 65;
    private static final int OLDEST = 105;

    private static final int SHORTEST_SLIP = 6;
    private static final int LONG_SLIP = 8;
    private static final int MOST_REMEMBERED = 200_000;

    /**
     * One word of the account in the numbers of this vocabulary: as it stands, and in its base form.
     *
     * @param past whether it stands in a form of the past, or in one that may be: "smashed", "stole", "cut"
     */
    record Sense(int surface, int lemma, boolean past) {}

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, List<String>> meanings = new HashMap<>();
    private final Map<String, String> irregular = new HashMap<>();
    private final Map<String, String> slips = new HashMap<>();
    private final ConcurrentHashMap<String, List<Sense>> remembered = new ConcurrentHashMap<>();

    Vocabulary() {
        numbers.put("", UNKNOWN);
        numbers.put("#", FIGURE);
        numbers.put("#old", OLD_FIGURE);
        numbers.put("#young", YOUNG_FIGURE);
        numbers.put("#name", NAME);
    }

    /** True when a phrase uses the word as it stands, or it stands for words that phrases use. */
    boolean knows(String word) {
        return numbers.containsKey(word) || meanings.containsKey(word);
    }

    /** The number of a word that a phrase uses; a new one if it has none yet. */
    int add(String word) {
        return numbers.computeIfAbsent(word, w -> numbers.size());
    }

    int size() {
        return numbers.size();
    }

    /** What people write for one or several words: {@code nowt} for {@code nothing}. */
    void means(String written, List<String> words) {
        meanings.put(written, List.copyOf(words));
    }

    /** An irregular form of a base form: {@code threw} of {@code throw}. */
    void formOf(String form, String base) {
        irregular.put(form, base);
    }

    /**
     * To be called when every phrase is in: slips of a letter are brought home for these words, and for every word of
     * {@value #LONG_SLIP} letters or more that a phrase uses; a shorter one might be another word rather than a slip.
     */
    void settle(Iterable<String> mistypable) {
        List<String> open = new ArrayList<>();
        for (String word : mistypable) {
            if (word.length() >= SHORTEST_SLIP) {
                open.add(word);
            }
        }
        for (String word : numbers.keySet()) {
            if (word.length() >= LONG_SLIP) {
                open.add(word);
            }
        }
        for (String word : open) {
            slips.put(word, word);
        }
        for (String word : open) {
            for (int i = 1; i < word.length(); i++) {
                slips.putIfAbsent(word.substring(0, i) + word.substring(i + 1), word);
            }
        }
    }

    /** The words that a written form stands for. {@code name} tells that it looks like a name, which is no slip
     * and, when no phrase uses it, somebody. */
    List<Sense> senses(String written, boolean name) {
        List<Sense> before = name ? null : remembered.get(written);
        if (before != null) {
            return before;
        }
        List<Sense> found = look(written, name);
        if (!name && known(found) && remembered.size() < MOST_REMEMBERED) {
            remembered.put(written, found);
        }
        return found;
    }

    /** Whether phrases use every one of them: what else people write, names and numbers among it, isn't kept. */
    private static boolean known(List<Sense> senses) {
        for (Sense sense : senses) {
            if (sense.lemma == FIGURE || (sense.surface == UNKNOWN && sense.lemma == UNKNOWN)) {
                return false;
            }
        }
        return true;
    }

    private List<Sense> look(String written, boolean name) {
        List<String> words = meanings.get(written);
        if (words == null) {
            words = contracted(written);
        }
        if (words == null) {
            return List.of(sense(written, name, written));
        }
        List<Sense> found = new ArrayList<>();
        for (String word : words) {
            found.add(sense(word, name, words.size() == 1 ? written : word));
        }
        return List.copyOf(found);
    }

    private static @Nullable List<String> contracted(String written) {
        int cut = written.lastIndexOf('\'');
        if (cut < 1) {
            return null;
        }
        String stem = written.substring(0, cut);
        return switch (written.substring(cut)) {
            case "'t" ->
                stem.endsWith("n") && stem.length() > 1
                        ? List.of(stem.substring(0, stem.length() - 1), "not")
                        : List.of(stem);
            case "'ll" -> List.of(stem, "will");
            case "'ve" -> List.of(stem, "have");
            case "'re" -> List.of(stem, "are");
            case "'m" -> List.of(stem, "am");
            case "'d" -> List.of(stem, "d");
            case "'s" -> List.of(stem);
            default -> null;
        };
    }

    private Sense sense(String word, boolean name, String written) {
        boolean past = past(written) || past(word);
        int surface = number(word);
        if (Character.isDigit(word.charAt(0))) {
            return new Sense(surface == UNKNOWN ? age(word) : surface, FIGURE, false);
        }
        int lemma = lemma(word);
        if (surface == UNKNOWN && lemma == UNKNOWN) {
            String put = undrawn(word);
            if (!put.equals(word)) {
                return sense(put, name, put);
            }
            String meant = name || word.length() < SHORTEST_SLIP ? null : slip(word);
            if (meant != null) {
                return new Sense(number(meant), lemma(meant), past);
            }
            if (name) {
                return new Sense(NAME, NAME, false);
            }
        }
        return new Sense(surface, lemma, past);
    }

    private boolean past(String word) {
        return word.endsWith("ed")
                || (irregular.containsKey(word)
                        && !word.endsWith("ing")
                        && !word.endsWith("in")
                        && (!word.endsWith("s") || word.equals("was")));
    }

    /** A figure that may be an older person's age, or a child's. */
    private static int age(String figure) {
        if (figure.length() > 3 || !figure.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return FIGURE;
        }
        int value = Integer.parseInt(figure);
        if (value >= OLDER && value <= OLDEST) {
            return OLD_FIGURE;
        }
        return value > 0 && value < ADULT ? YOUNG_FIGURE : FIGURE;
    }

    private int number(String word) {
        return numbers.getOrDefault(word, UNKNOWN);
    }

    private int lemma(String word) {
        String base = irregular.get(word);
        if (base != null && number(base) != UNKNOWN) {
            return number(base);
        }
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return number(word.substring(0, length - 3) + "y");
        }
        if (length > 4 && word.endsWith("ied")) {
            return number(word.substring(0, length - 3) + "y");
        }
        if (length > 4 && word.endsWith("in'")) {
            return stem(word.substring(0, length - 3));
        }
        if (length > 5 && word.endsWith("ing")) {
            return stem(word.substring(0, length - 3));
        }
        if (length > 4 && word.endsWith("ed")) {
            return stem(word.substring(0, length - 2));
        }
        if (length > 3 && word.endsWith("es")) {
            int stem = number(word.substring(0, length - 1));
            return stem == UNKNOWN ? number(word.substring(0, length - 2)) : stem;
        }
        if (length > 2 && word.endsWith("s") && !word.endsWith("ss")) {
            return number(word.substring(0, length - 1));
        }
        if (length > 5 && word.endsWith("in")) {
            return stem(word.substring(0, length - 2));
        }
        return number(word);
    }

    private int stem(String stem) {
        int length = stem.length();
        int plain = number(stem);
        if (plain != UNKNOWN) {
            return plain;
        }
        int withE = number(stem + "e");
        if (withE != UNKNOWN) {
            return withE;
        }
        boolean doubled = length > 2 && stem.charAt(length - 1) == stem.charAt(length - 2);
        return doubled ? number(stem.substring(0, length - 1)) : UNKNOWN;
    }

    private static String undrawn(String word) {
        StringBuilder put = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean third = i > 1 && c == word.charAt(i - 1) && c == word.charAt(i - 2);
            if (!third) {
                put.append(c);
            }
        }
        return put.toString();
    }

    private @Nullable String slip(String word) {
        String direct = slips.get(word);
        if (direct != null) {
            return direct;
        }
        for (int i = 1; i < word.length(); i++) {
            String shorter = word.substring(0, i) + word.substring(i + 1);
            String meant = slips.get(shorter);
            if (meant != null && (meant.equals(shorter) || swapped(word, meant))) {
                return meant;
            }
        }
        return null;
    }

    /** True when two letters beside each other have changed places and nothing else. */
    private static boolean swapped(String written, String meant) {
        if (written.length() != meant.length()) {
            return false;
        }
        int at = 0;
        while (at < written.length() && written.charAt(at) == meant.charAt(at)) {
            at++;
        }
        return at + 1 < written.length()
                && written.charAt(at) == meant.charAt(at + 1)
                && written.charAt(at + 1) == meant.charAt(at)
                && written.startsWith(meant.substring(at + 2), at + 2);
    }

    /** A written word in small letters without accents, invisible characters or curled apostrophes. */
    static String fold(CharSequence written) {
        String small = written.toString();
        boolean plain = true;
        for (int i = 0; i < small.length() && plain; i++) {
            plain = small.charAt(i) < 0x80;
        }
        if (!plain) {
            StringBuilder kept = new StringBuilder();
            String apart = Normalizer.normalize(small, Normalizer.Form.NFKD);
            for (int i = 0; i < apart.length(); i++) {
                char c = apart.charAt(i);
                int type = Character.getType(c);
                if (c == '\u2019' || c == '\u2018' || c == '\u02bc' || c == '`') {
                    kept.append('\'');
                } else if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
                    kept.append(c);
                }
            }
            small = kept.toString();
        }
        return small.toLowerCase(Locale.ROOT);
    }
}
