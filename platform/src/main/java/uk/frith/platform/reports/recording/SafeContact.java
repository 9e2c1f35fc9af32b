package uk.frith.platform.reports.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody said of how they can be reached safely, out of what was told: "never ring", "he reads my phone", "don't come in
 * uniform". Whoever gets in touch reads it beside the number. It errs towards showing a sentence too many.
 */
final class SafeContact {

    /** More of them is a story, which stands in the account. */
    private static final int MOST = 5;

    private static final int LONGEST = 200;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;])\\s+|\\n");

    private static final String TOUCH =
            "(?:ring|call|phone|telephone|text|e-?mail|contact|knock|visit|write to|leave (?:a |any )?(?:message|voicemail))";

    private static final Pattern SAFETY = Pattern.compile(
            // "We never call" tells what somebody does; "never call" what others are asked not to do.
            "(?<!\\b(?:i|we|they|you|he|she|who|people) )\\b(?:never|don['’]?t|do not|not to) (?:ever )?" + TOUCH
                    + "\\b(?! (?:the )?(?:police|999|101|him|them|names?)\\b)"
                    + "|\\b(?:never|don['’]?t|do not|not to) (?:come|send|turn up|park)\\b[^.]{0,60}"
                    + "\\b(?:uniform|marked|police car|patrol car|house|home|door|flat|here|round)\\b"
                    + "|\\bplain[ -]?clothes\\b|\\bunmarked\\b|\\bwithheld number\\b|\\bcode ?word\\b"
                    + "|\\bonly (?:by )?(?:text|e-?mail|ring|call|phone|write|letter|post)\\b"
                    + "|\\b(?:texts?|e-?mails?|letters?|messages?) only\\b"
                    + "|\\b(?:reads?|checks?|goes through|looks at|look at|monitors?|listens? (?:in )?to|answers?|has got|has)"
                    + " (?:my|her|his|their|our) (?:phone|mobile|messages|texts|e-?mails?|calls|post)\\b"
                    + "|\\b(?:un)?safe (?:to|for|time)\\b[^.]{0,30}\\b" + TOUCH + "\\b"
                    + "|\\b" + TOUCH + "\\b[^.]{0,60}\\b(?:when|while|if) (?:he|she|they|my|her|his)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SafeContact() {}

    /** The sentences that say so, as they were told; each once. */
    static List<String> said(String... texts) {
        List<String> said = new ArrayList<>();
        for (String text : texts) {
            for (String line : text.split("\n", -1)) {
                if (line.startsWith(NewReport.SAFELY)) {
                    add(said, line.substring(NewReport.SAFELY.length()));
                    continue;
                }
                for (String sentence : SENTENCE_END.split(line, -1)) {
                    if (SAFETY.matcher(sentence).find()) {
                        add(said, sentence);
                    }
                }
            }
        }
        return List.copyOf(said);
    }

    private static void add(List<String> said, String words) {
        String whole = words.strip();
        String shown = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "…";
        if (!shown.isEmpty() && said.size() < MOST && !said.contains(shown)) {
            said.add(shown);
        }
    }
}
