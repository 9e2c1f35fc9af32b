package uk.frith.platform.portal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what points to a person out of free text before others see it: every occurrence, not the first alone.
 *
 * <p>It goes by the forms that such things have in the United Kingdom and by the words around them. A name that nothing
 * announces ("Kevin did it") it can't know, which is why the reporter and whoever publishes see the text first and can hide
 * more; where it must err, it hides too much.
 */
public final class Masking {

    /** What something was, for the word that stands in its place. */
    public enum What {
        HIDDEN,
        EMAIL,
        WEB,
        NUMBER,
        INSURANCE,
        VEHICLE,
        POSTCODE,
        ADDRESS,
        NAME,
        BIRTH
    }

    /** A stretch of text as others see it: words, or in their place what they were. */
    public sealed interface Piece {
        /** Words that stay. */
        record Shown(String text) implements Piece {
            @Override
            public String toString() {
                return "Shown";
            }
        }

        /** Something that is hidden. */
        record Masked(What what) implements Piece {}
    }

    private record Form(What what, Pattern pattern) {}

    private record Span(int from, int to, What what) {}

    private static final String STREET =
            "(?:street|st|road|rd|avenue|ave|lane|ln|close|cl|drive|dr|row|way|court|ct|place|pl"
                    + "|crescent|cres|terrace|gardens|gdns|grove|hill|square|sq|walk|mews|rise|green|view|house|tower|yard|wharf"
                    + "|parade|estate)";

    private static final String WORD = "[\\p{L}][\\p{L}'’-]*";

    private static final List<Form> FORMS = List.of(
            form(
                    What.EMAIL,
                    "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]{1,64}+\\s?(?:@|\\(at\\)|\\[at]|\\s+at\\s+)\\s?[\\p{L}\\p{N}-]+"
                            + "(?:\\s?(?:\\.|\\(dot\\)|\\[dot]|\\s+dot\\s+)\\s?[\\p{L}]{2,})+"),
            form(What.WEB, "(?:https?://|www\\.)\\S+"),
            form(What.WEB, "(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_.]{2,}"),
            form(
                    What.BIRTH,
                    "(?:born|dob|d\\.o\\.b\\.?|date of birth|birthday)[^\\d\\n]{0,14}"
                            + "\\d{1,2}(?:st|nd|rd|th)?[/. -]+(?:\\d{1,2}|[a-z]{3,9})[/. -]+\\d{2,4}"),
            form(What.INSURANCE, "\\b[a-z]{2}[\\s-]?(?:\\d{2}[\\s-]?){3}[a-d]\\b"),
            // Seven digits or more, however they are grouped: telephone, card, account, reference.
            form(What.NUMBER, "(?<![\\p{N}])\\+?\\(?(?:\\d[\\s().\\-–/]{0,3}){6,18}\\d(?![\\p{N}])"),
            form(What.VEHICLE, "\\b[a-z]{2}(?:\\d[0-9o]|o\\d)[\\s-]?[a-z]{3}\\b"),
            exact(What.VEHICLE, "\\b[A-Z]\\d{1,3}[\\s-]?[A-Z]{3}\\b"),
            exact(What.VEHICLE, "\\b[A-Z]{3}[\\s-]?\\d{1,3}[A-Z]\\b"),
            exact(What.VEHICLE, "\\b[A-Z]{1,3}[\\s-]?\\d{1,4}\\b(?=[^\\n]{0,20}\\b(?:plate|reg)\\b)"),
            form(
                    What.VEHICLE,
                    "\\b(?:reg(?:istration)?|number\\s?plate|plate)(?:\\s+(?:number|no\\.?|is|was|of))*[\\s:]+"
                            + "(?=[a-z0-9 ]{0,8}\\d)[a-z0-9]{2,4}\\s?[a-z0-9]{0,4}\\b"),
            // A letter o is often typed for a nought, but one of the two digits is one: "it two off" is no postcode.
            form(What.POSTCODE, "\\b[a-z]{1,2}\\d[a-z0-9]?\\s{0,3}[0-9o][a-z]{2}\\b"),
            form(What.POSTCODE, "\\b[a-z]{1,2}o[a-z0-9]?\\s{0,3}\\d[a-z]{2}\\b"),
            form(
                    What.ADDRESS,
                    "\\b(?:flat|apartment|apt|unit|room|plot|caravan)\\.?\\s+(?:no\\.?\\s*|number\\s+)?\\d{0,4}[a-z]?\\b"
                            + "(?=[\\s,]|$|[.;:!?])(?:,?\\s*\\d{1,4}[a-z]?(?:\\s+" + WORD + "){1,3}\\s+" + STREET
                            + "\\b)?"),
            form(What.ADDRESS, "\\b\\d{1,4}\\s?[a-z]?,?\\s+(?:" + WORD + "\\s+){0,3}" + WORD + "\\s+" + STREET + "\\b"),
            form(
                    What.ADDRESS,
                    "\\b(?:number|no\\.?|house|door|next door at|lives? at|living at)\\s+\\d{1,4}\\s?[a-z]?\\b"),
            exact(
                    What.NAME,
                    "(?i:\\b(?:mr|mrs|ms|miss|mx|master|dr|doctor|sir|dame|lord|lady|prof|professor|rev|reverend|father"
                            + "|pc|pcso|sgt|sergeant|inspector|insp|dc|ds|cllr|councillor|uncle|aunt|auntie)\\b)\\.?\\s+"
                            + "(?:" + WORD + ")(?:\\s+(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+))*"),
            exact(
                    What.NAME,
                    "(?i:\\b(?:(?:my|his|her|their|whose|the)\\s+name(?:\\s+is|'s|’s|\\s+was)|names?\\s+(?:is|are|was|of)"
                            + "|name's|named|called|known as|goes by|aka|surname(?:\\s+is)?|nickname(?:\\s+is)?|nicknamed"
                            + "|signed|i am|i'm|i’m|this is))[\\s:,\"'“‘]+\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’.-]*)*"),
            exact(
                    What.NAME,
                    "(?i:\\b(?:(?:my|his|her|their)\\s+name\\s+is|surname\\s+is|named|aka))\\s+" + WORD
                            + "(?:\\s+\\p{Lu}[\\p{L}'’-]+)*"));

    private Masking() {}

    private static Form form(What what, String regex) {
        return new Form(what, Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static Form exact(What what, String regex) {
        return new Form(what, Pattern.compile(regex));
    }

    /**
     * The text as others see it.
     *
     * @param hidden words that somebody wants hidden besides, wherever they stand
     */
    public static List<Piece> mask(String text, List<String> hidden) {
        List<Span> spans = new ArrayList<>();
        for (String word : hidden) {
            if (!word.isBlank()) {
                add(
                        spans,
                        new Form(
                                What.HIDDEN,
                                Pattern.compile(
                                        Pattern.quote(word.strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)),
                        text);
            }
        }
        FORMS.forEach(form -> add(spans, form, text));
        spans.sort(Comparator.comparingInt(Span::from).thenComparing(Span::to, Comparator.reverseOrder()));
        return pieces(text, spans);
    }

    private static void add(List<Span> spans, Form form, String text) {
        Matcher found = form.pattern().matcher(text);
        // From the next sign on and not from the end: "Mr Brown Mr Green" holds two names, of which the first is
        // greedy.
        for (int from = 0; from <= text.length() && found.find(from); from = found.start() + 1) {
            if (found.end() > found.start()) {
                spans.add(new Span(found.start(), found.end(), form.what()));
            }
        }
    }

    /** What overlaps is hidden together, under the word of what began first. */
    private static List<Piece> pieces(String text, List<Span> spans) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (span.to() <= done) {
                continue;
            }
            if (span.from() > done || pieces.isEmpty() || span.from() >= done) {
                if (span.from() > done) {
                    pieces.add(new Piece.Shown(text.substring(done, span.from())));
                }
                pieces.add(new Piece.Masked(span.what()));
            }
            done = span.to();
        }
        if (done < text.length()) {
            pieces.add(new Piece.Shown(text.substring(done)));
        }
        return pieces;
    }

    /** The same as plain text, for what is published outside a page: what is hidden is named in brackets. */
    public static String plain(List<Piece> pieces) {
        StringBuilder plain = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Shown(String text) -> plain.append(text);
                case Piece.Masked(What what) ->
                    plain.append('[')
                            .append(what.name().toLowerCase(Locale.ROOT))
                            .append(" hidden]");
            }
        }
        return plain.toString();
    }
}
