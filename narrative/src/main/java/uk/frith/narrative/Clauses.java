package uk.frith.narrative;

import java.util.Locale;

/**
 * Who does what to whom, as far as the order of the words tells it.
 *
 * <p>The doer of a verb is the nearest somebody before it in the sentence: a pronoun, a person, a name. "I" and "we" are
 * the one who tells, unless the words are somebody else's, in quotation marks or after "said"; a verb that is only seen
 * or suffered ("I saw him kick it", "I had eggs thrown at me") isn't theirs.
 */
final class Clauses {

    /** What stands for the one who tells. */
    static final String TELLER = "me";

    private static final int FARTHEST = 9;
    private static final int FARTHEST_VICTIM = 20;

    private final boolean[] speaker;
    private final boolean[] somebody;
    private final boolean[] suffers;
    private final boolean[] has;
    private final boolean[] says;
    private final boolean[] mine;
    private final boolean[] relation;
    private final boolean[] worker;
    private final boolean[] pronoun;
    private final boolean[] young;
    private final boolean[] possessive;

    Clauses(Lexicon lexicon) {
        speaker = lexicon.membership("@speaker");
        somebody = lexicon.membership("@somebody");
        suffers = lexicon.membership("@suffers");
        has = lexicon.membership("@has");
        says = lexicon.membership("@says");
        mine = lexicon.membership("@mine");
        relation = lexicon.membership("@kin");
        worker = lexicon.membership("@worker");
        pronoun = lexicon.membership("@pronoun");
        young = lexicon.membership("@young");
        possessive = lexicon.membership("@possessive");
    }

    /** True when the verb at this place is a deed of the one who tells. */
    boolean own(Tokens tokens, int verb) {
        int sentence = tokens.sentence[verb];
        boolean suffered = false;
        for (int at = verb - 1; at >= 0 && verb - at <= FARTHEST && tokens.sentence[at] == sentence; at--) {
            int word = tokens.surface[at];
            if (speaker[word]) {
                return !suffered && !tokens.quoted[at] && !spoken(tokens, at);
            }
            if (somebody[word]) {
                return false;
            }
            suffered |= suffers[tokens.lemma[at]] || (has[tokens.lemma[at]] && at != verb - 1);
        }
        return false;
    }

    private boolean spoken(Tokens tokens, int at) {
        for (int before = at - 1; before >= 0 && before >= at - 3; before--) {
            if (tokens.sentence[before] != tokens.sentence[at]) {
                return false;
            }
            if (says[tokens.lemma[before]]) {
                return before == 0 || !speaker[tokens.surface[before - 1]];
            }
        }
        return false;
    }

    /**
     * Whom a deed was done to: empty when nothing tells, {@link #TELLER} for the one who tells, and otherwise the word
     * that names the person ("daughter", "colleague", a name), so that two deeds to one person are seen as that.
     */
    String victim(Tokens tokens, Hit hit) {
        int place = sufferer(tokens, hit);
        if (place < 0) {
            return "";
        }
        return named(tokens, place)
                ? tokens.text.substring(tokens.start[place], tokens.end[place]).toLowerCase(Locale.ROOT)
                : TELLER;
    }

    /** The place of the word that names whom a deed was done to, or -1. */
    int sufferer(Tokens tokens, Hit hit) {
        if (hit.first() < 0) {
            return -1;
        }
        boolean other = false;
        for (int at = hit.last(); at >= hit.first(); at--) {
            if (named(tokens, at) || mine[tokens.surface[at]]) {
                return at;
            }
            other |= pronoun[tokens.surface[at]];
        }
        for (int at = hit.first() - 1; at >= 0 && hit.first() - at <= FARTHEST_VICTIM; at--) {
            boolean near = other || (tokens.sentence[at] == hit.sentence() && tokens.lemma[at] != Vocabulary.NAME);
            if (near && named(tokens, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean named(Tokens tokens, int at) {
        int word = tokens.surface[at];
        return relation[word]
                || worker[word]
                || tokens.lemma[at] == Vocabulary.NAME
                || (young[word] && at > 0 && possessive[tokens.surface[at - 1]]);
    }
}
