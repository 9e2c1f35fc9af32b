package uk.frith.narrative;

import java.util.List;

/**
 * Whose it is that is told of somebody ("aged 13", "an alcoholic"): of whoever did it, or of whoever it was done to, as far
 * as the order of the words tells it.
 *
 * <p>Somebody did it who is the nearest person before a deed in its sentence, unless the deed is suffered ("was hit"), or who
 * follows it after "by". Where nothing tells, it is somebody else's, so that nobody who may be harmed is taken for whoever did
 * it.
 */
final class Parties {

    static final String SUSPECT = "suspect";
    static final String VICTIM = "victim";
    static final String OTHER = "other";

    private static final int FARTHEST = 9;
    private static final int AROUND = 2;

    private final Clauses clauses;
    private final boolean[] mine;
    private final boolean[] somebody;
    private final boolean[] pronoun;
    private final boolean[] suffers;
    private final boolean[] by;
    private final boolean[] others;

    Parties(Lexicon lexicon, Clauses clauses) {
        this.clauses = clauses;
        mine = lexicon.membership("@mine");
        somebody = lexicon.membership("@somebody");
        pronoun = lexicon.membership("@pronoun");
        suffers = lexicon.membership("@suffered");
        by = lexicon.membership("@doneby");
        others = lexicon.membership("@notmine");
    }

    /** Whose this is, in the words of {@link Findings.Vulnerability}. */
    String of(Tokens tokens, Hit told, List<Hit> deeds) {
        if (isMine(tokens, told)) {
            return VICTIM;
        }
        boolean suffered = false;
        for (Hit deed : deeds) {
            if (did(tokens, told, deed)) {
                return SUSPECT;
            }
            int place = deed.first() < 0 ? -1 : clauses.sufferer(tokens, deed);
            suffered |= place >= 0 && place >= told.first() - 1 && place <= told.last() + 1;
        }
        return suffered ? VICTIM : OTHER;
    }

    /** Somebody of the one who tells: "my son", but not "my neighbour's son". */
    private boolean isMine(Tokens tokens, Hit person) {
        for (int at = Math.max(0, person.first() - AROUND); at <= person.last(); at++) {
            if (mine[tokens.surface[at]] && !(at + 1 < tokens.count && others[tokens.surface[at + 1]])) {
                return true;
            }
        }
        return false;
    }

    /** "He is 12" stands beside whoever was named last, who isn't always the one that does what follows. */
    private boolean isPronoun(Tokens tokens, Hit person) {
        return pronoun[tokens.surface[person.first()]];
    }

    private boolean did(Tokens tokens, Hit person, Hit deed) {
        if (deed.sentence() != person.sentence() || deed.first() < 0 || isPronoun(tokens, person)) {
            return false;
        }
        if (deed.first() > person.last()) {
            return deed.first() - person.last() <= FARTHEST && actively(tokens, person.last() + 1, deed.first());
        }
        for (int at = deed.last() + 1; at < person.first(); at++) {
            if (by[tokens.surface[at]] && person.first() - at <= AROUND + 2) {
                return true;
            }
        }
        return false;
    }

    /** Whether nobody else comes between a person and a deed, and it isn't done to them. */
    private boolean actively(Tokens tokens, int from, int deed) {
        for (int at = from; at < deed; at++) {
            if (somebody[tokens.surface[at]] || mine[tokens.surface[at]] || suffers[tokens.surface[at]]) {
                return false;
            }
        }
        return true;
    }
}
