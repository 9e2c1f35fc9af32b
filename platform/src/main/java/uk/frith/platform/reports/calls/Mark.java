package uk.frith.platform.reports.calls;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which window something was typed in, so that two windows on one draft don't overwrite each other unseen.
 *
 * @param tab the window's own name; empty without scripts
 * @param turn counts what this window sent, so that what is overtaken on the way doesn't win
 * @param seen the version of the draft that this window saw last
 */
record Mark(String tab, long turn, int seen) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private static final int LONGEST_TAB = 40;

    static Mark of(Map<String, String> sent) {
        String tab = sent.getOrDefault("tab", "").replace("\0", "");
        return new Mark(
                tab.length() <= LONGEST_TAB ? tab : "",
                number(sent.getOrDefault("turn", "")),
                number(sent.getOrDefault("seen", "")));
    }

    /** The same for whoever has been shown this version and decides against it. */
    Mark havingSeen(String version) {
        return new Mark(tab, turn, number(version));
    }

    private static int number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }
}
