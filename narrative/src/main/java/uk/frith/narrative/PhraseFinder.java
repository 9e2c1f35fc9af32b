package uk.frith.narrative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the phrases of an account and settles how each is meant: plainly, denied, feared, supposed, by hearsay, asked. */
final class PhraseFinder {

    private static final List<Scope> SCOPES = List.of(Scope.values());

    private final PhraseIndex index;
    private final List<Concept> concepts;
    private final Tokeniser tokeniser;
    private final Clauses clauses;
    private final boolean[] turns;
    private final boolean[] joins;
    private final boolean[] barrier;
    private final boolean[] thinks;
    private final boolean[] yes;
    private final boolean[] no;

    PhraseFinder(RuleBook book) {
        Lexicon lexicon = book.lexicon();
        index = book.phrases();
        concepts = List.copyOf(lexicon.concepts);
        tokeniser = new Tokeniser(lexicon.vocabulary);
        clauses = new Clauses(lexicon);
        turns = lexicon.membership("@turn");
        joins = lexicon.membership("@joins");
        barrier = lexicon.membership("@barrier");
        thinks = lexicon.membership("@thinks");
        yes = lexicon.membership("@yes");
        no = lexicon.membership("@no");
    }

    /** A match before it is known how it is meant. */
    private static final class Match {
        private final Phrase phrase;
        private final int[] places;

        Match(Phrase phrase, int[] places) {
            this.phrase = phrase;
            this.places = places;
        }

        int concept() {
            return phrase.concept;
        }

        int first() {
            return places[0];
        }

        int last() {
            return places[places.length - 1];
        }
    }

    Clauses clauses() {
        return clauses;
    }

    Tokens tokens(String text) {
        return tokeniser.read(text);
    }

    /** What was found, and how it is meant. */
    Mentions find(Tokens tokens) {
        List<Match> matches = new ArrayList<>();
        index.scan(tokens, (phrase, places) -> matches.add(new Match(phrase, Arrays.copyOf(places, phrase.length()))));
        Cues cues = cues(tokens, matches);
        Mentions mentions = new Mentions(concepts.size());
        for (Match match : sorted(matches, tokens.count)) {
            Concept concept = concepts.get(match.concept());
            int scopes = scopes(match, concept, cues);
            if (match.phrase.done >= 0
                    && !concept.ignores(Scope.OWN)
                    && clauses.own(tokens, match.places[match.phrase.done])) {
                scopes |= Scope.OWN.bit();
            }
            mentions.put(new Hit(match.concept(), match.first(), match.last(), tokens.sentence[match.first()], scopes));
        }
        return mentions;
    }

    /** In the order of their first words; those of one word stay as they are. */
    private static Match[] sorted(List<Match> matches, int words) {
        int[] next = new int[words + 1];
        for (Match match : matches) {
            next[match.first() + 1]++;
        }
        for (int word = 0; word < words; word++) {
            next[word + 1] += next[word];
        }
        Match[] sorted = new Match[matches.size()];
        for (Match match : matches) {
            sorted[next[match.first()]++] = match;
        }
        return sorted;
    }

    private static int scopes(Match match, Concept concept, Cues cues) {
        int open = 0;
        for (int place : match.places) {
            open |= cues.scopes[place];
        }
        int bits = 0;
        for (Scope scope : open == 0 ? List.<Scope>of() : SCOPES) {
            if ((open & scope.bit()) == 0 || concept.ignores(scope)) {
                continue;
            }
            int[] cue = cues.places[scope.place()];
            for (int place : match.places) {
                if (cue[place] != 0 && !carries(match, cue[place] - 1, scope)) {
                    bits |= scope.bit();
                    break;
                }
            }
        }
        return bits;
    }

    /** True when the phrase holds the cue itself, or words right beside it, as "wasn't on her wrist" does. */
    private static boolean carries(Match match, int place, Scope scope) {
        if (place < match.first() || place > match.last()) {
            return false;
        }
        for (int carried : match.places) {
            if (carried == place || (scope == Scope.DENIED && Math.abs(carried - place) == 1)) {
                return true;
            }
        }
        return false;
    }

    /** Which words of an account stand under a cue, such as "no" or "if". */
    private static final class Cues {
        /** By word, the bits of the scopes that some cue opens over it. */
        private final int[] scopes;

        /** By scope and word: the place of the cue, plus one, that covers the word; 0 when none does. */
        private final int[][] places;

        Cues(int words) {
            scopes = new int[words];
            places = new int[SCOPES.size()][words];
        }

        void cover(int word, Scope scope, int cue) {
            scopes[word] |= scope.bit();
            places[scope.place()][word] = cue + 1;
        }
    }

    private Cues cues(Tokens tokens, List<Match> matches) {
        Cues cues = new Cues(tokens.count);
        for (Match match : matches) {
            Concept concept = concepts.get(match.concept());
            Scope opens = concept.opens();
            if (opens != null) {
                cover(tokens, match, concept, opens, cues);
            }
        }
        questions(tokens, cues);
        return cues;
    }

    private void cover(Tokens tokens, Match match, Concept concept, Scope opens, Cues cues) {
        int cue = match.first();
        int sentence = tokens.sentence[cue];
        boolean whole = concept.reach() == Concept.SENTENCE;
        int left = concept.reach();
        for (int at = cue + 1; at < tokens.count && tokens.sentence[at] == sentence && left > 0; at++, left--) {
            boolean joined = opens == Scope.DENIED && joins[tokens.surface[at]];
            boolean clause = opens == Scope.DENIED
                    && barrier[tokens.surface[at]]
                    && at > cue + 1
                    && !thinks[tokens.lemma[at - 1]];
            if (joined || clause || turns[tokens.surface[at]] || (!whole && tokens.parted[at])) {
                break;
            }
            cues.cover(at, opens, cue);
        }
        left = concept.back();
        for (int at = cue - 1; at >= 0 && tokens.sentence[at] == sentence && left > 0; at--, left--) {
            cues.cover(at, opens, cue);
            if (tokens.parted[at] && left < concept.back()) {
                break;
            }
        }
    }

    /** What the call taker asked counts as said when the answer begins with yes, and as denied when it begins with no. */
    private void questions(Tokens tokens, Cues cues) {
        int at = 0;
        while (at < tokens.count) {
            if (!tokens.asked[at]) {
                at++;
                continue;
            }
            int from = at;
            while (at < tokens.count && tokens.asked[at]) {
                at++;
            }
            boolean affirmed = at < tokens.count && yes[tokens.surface[at]];
            boolean refused = at < tokens.count && no[tokens.surface[at]];
            if (affirmed) {
                continue;
            }
            int last = tokens.sentence[at - 1];
            for (int place = from; place < at; place++) {
                cues.cover(place, Scope.ASKED, tokens.count);
                if (refused && tokens.sentence[place] == last) {
                    cues.cover(place, Scope.DENIED, tokens.count);
                }
            }
        }
    }
}
