package uk.frith.narrative;

/** Cuts the literal piece of the text that a phrase stands in. */
final class Spans {

    private static final int LONGEST = 160;

    private Spans() {}

    /** The words of the hit, widened to the clause when that stays short; the beginning of the text without words. */
    static String of(Tokens tokens, Hit hit) {
        if (hit.first() < 0 || tokens.count == 0) {
            return beginning(tokens);
        }
        int first = hit.first();
        int last = hit.last();
        while (first > 0
                && !tokens.parted[first]
                && tokens.sentence[first - 1] == hit.sentence()
                && tokens.end[last] - tokens.start[first - 1] <= LONGEST) {
            first--;
        }
        while (last + 1 < tokens.count
                && !tokens.parted[last + 1]
                && tokens.sentence[last + 1] == hit.sentence()
                && tokens.end[last + 1] - tokens.start[first] <= LONGEST) {
            last++;
        }
        return tokens.text.substring(tokens.start[first], Math.max(tokens.end[last], tokens.start[first]));
    }

    private static String beginning(Tokens tokens) {
        if (tokens.count == 0) {
            return "";
        }
        int last = 0;
        while (last + 1 < tokens.count
                && tokens.sentence[last + 1] == tokens.sentence[0]
                && tokens.end[last + 1] - tokens.start[0] <= LONGEST) {
            last++;
        }
        return tokens.text.substring(tokens.start[0], tokens.end[last]);
    }
}
