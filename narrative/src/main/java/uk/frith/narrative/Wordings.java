package uk.frith.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The ways in which one line of a lexicon can stand in an account: orders of a deed, elements left out, alternatives. */
final class Wordings {

    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern PLUS = Pattern.compile("\\+");
    private static final int MOST_OPTIONAL = 3;

    private Wordings() {}

    /** Every way of a line, each as a row of elements and gaps. */
    static List<List<String>> of(List<String> written) {
        if (!written.getFirst().equals("act") && !written.getFirst().equals("harm")) {
            return plain(written);
        }
        return deeds(written).stream().flatMap(way -> plain(way).stream()).toList();
    }

    /** The orders in which a deed and what it is done to may stand; {@code <} marks the doer's verb, {@code >} a past. */
    private static List<List<String>> deeds(List<String> written) {
        boolean thing = written.getFirst().equals("act");
        if (written.size() < (thing ? 3 : 2)) {
            throw new IllegalArgumentException("'act deed thing …' or 'harm deed …' is expected");
        }
        String verb = written.get(1);
        List<List<String>> ways = new ArrayList<>();
        if (thing) {
            List<String> said = written.subList(3, written.size());
            List<String> rest =
                    said.isEmpty() || said.getFirst().startsWith("..") ? said : joined(List.of("..1"), said);
            ways.add(joined(List.of("<" + verb, "..3", written.get(2)), rest));
            ways.add(joined(List.of(written.get(2), "..3", ">" + verb), rest));
            return ways;
        }
        List<String> rest = written.subList(2, written.size());
        ways.add(
                rest.isEmpty()
                        ? List.of("<" + verb, "..2", "@person", "!@thing")
                        : joined(List.of("<" + verb, "..2", "@person"), rest));
        ways.add(joined(List.of("@patient", "..1", "be|get", "..2", ">" + verb), rest));
        if (rest.isEmpty()) {
            ways.add(List.of("<" + verb, "..4", "@body"));
            ways.add(List.of("get", ">" + verb));
            ways.add(List.of(">" + verb, "..1", "by"));
        }
        return ways;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static List<List<String>> plain(List<String> written) {
        List<List<String>> ways = List.of(List.of());
        int optional = 0;
        for (String part : written) {
            List<List<String>> longer = new ArrayList<>();
            boolean may = part.endsWith("?");
            optional += may ? 1 : 0;
            String kept = may ? part.substring(0, part.length() - 1) : part;
            for (List<String> way : ways) {
                List<String> with = new ArrayList<>(way);
                with.add(kept);
                longer.add(with);
                if (may) {
                    longer.add(way);
                }
            }
            ways = longer;
        }
        if (optional > MOST_OPTIONAL) {
            throw new IllegalArgumentException("more than " + MOST_OPTIONAL + " elements may be missing");
        }
        return ways.stream().flatMap(way -> apart(way).stream()).toList();
    }

    /** Alternatives of several words, as {@code washing+machine}, become phrases of their own. */
    private static List<List<String>> apart(List<String> way) {
        for (int at = 0; at < way.size(); at++) {
            if (way.get(at).indexOf('+') < 0) {
                continue;
            }
            List<List<String>> all = new ArrayList<>();
            StringBuilder single = new StringBuilder();
            String mark =
                    "<>".indexOf(way.get(at).charAt(0)) < 0 ? "" : way.get(at).substring(0, 1);
            for (String word : divide(way.get(at).substring(mark.length()), BAR)) {
                if (word.indexOf('+') < 0) {
                    single.append(single.isEmpty() ? "" : "|").append(word);
                } else {
                    all.addAll(apart(with(way, at, divide(mark + word, PLUS))));
                }
            }
            if (!single.isEmpty()) {
                all.addAll(apart(with(way, at, List.of(mark + single))));
            }
            return all;
        }
        return List.of(way);
    }

    private static List<String> with(List<String> way, int at, List<String> instead) {
        List<String> changed = new ArrayList<>(way.subList(0, at));
        changed.addAll(instead);
        changed.addAll(way.subList(at + 1, way.size()));
        return changed;
    }

    private static List<String> divide(String text, Pattern at) {
        return at.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
    }
}
