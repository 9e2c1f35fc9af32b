package uk.frith.narrative;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words and phrases of a rule book while it is being read, and ready for use afterwards.
 *
 * <p>A phrase is a row of elements: a word in its base form, several joined by {@code |}, a class {@code @me}, a figure
 * {@code #}, a gap {@code ..} (up to three words) or {@code ..6}, an element that may be missing {@code word?},
 * a word only as it stands {@code =killed},
 * several words as one alternative {@code tea|washing+machine}, and
 * at the end words that mustn't follow {@code !car|@home}. No gap reaches into another clause. Two choices beside each
 * other are refused, because {@code tea|washing machine|line} looks like something else than it says: a gap stands
 * between them, {@code ..0} when nothing may.
 *
 * <p>{@code act smash|kick window|door} stands for a deed and the thing it is done to, in any order that a clause
 * allows: "kicked our door", "the door was kicked"; and {@code harm punch|kick} for a deed to somebody: "punched me",
 * "kicked him in the face", "she got punched". A deed of the one who tells is found as {@link Scope#OWN}.
 */
final class Lexicon {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final int PLAIN_GAP = 3;
    private static final int COMMON_WEIGHT = 40;

    final Vocabulary vocabulary = new Vocabulary();
    final List<Concept> concepts = new ArrayList<>();

    private final Map<String, Integer> conceptNumbers = new HashMap<>();
    private final Map<String, Set<String>> classes = new LinkedHashMap<>();
    private final Map<String, List<String>> ofSeveralWords = new LinkedHashMap<>();
    private final Map<Set<String>, Integer> elementNumbers = new LinkedHashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final Map<String, List<String>> meant = new HashMap<>();
    private final Map<String, Set<String>> settled = new HashMap<>();
    private int concept = -1;

    /** A line of a file of words: {@code written = words} or {@code base : forms}. */
    void wordLine(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        if (equals > 0) {
            List<String> words = split(line.substring(equals + 1));
            if (words.isEmpty()) {
                throw new IllegalArgumentException("no meaning is given");
            }
            for (String written : split(line.substring(0, equals))) {
                vocabulary.means(written, words);
                meant.put(written, words);
            }
        } else if (colon > 0) {
            String base = line.substring(0, colon).strip();
            for (String form : split(line.substring(colon + 1))) {
                vocabulary.formOf(form, base);
            }
        } else {
            throw new IllegalArgumentException("neither 'written = words' nor 'base : forms'");
        }
    }

    /** A line of a file of phrases: {@code class name: words}, {@code = concept}, or a phrase of the concept above. */
    void phraseLine(String line) {
        if (line.startsWith("class ")) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("a class needs a colon before its words");
            }
            Set<String> members =
                    classes.computeIfAbsent("@" + line.substring(6, colon).strip(), name -> new LinkedHashSet<>());
            String name = "@" + line.substring(6, colon).strip();
            for (String word : split(line.substring(colon + 1))) {
                if (word.indexOf('+') > 0) {
                    ofSeveralWords.computeIfAbsent(name, n -> new ArrayList<>()).add(word);
                } else {
                    members.addAll(word.startsWith("@") ? members(word) : Set.of(word));
                }
            }
        } else if (line.startsWith("= ")) {
            concept = heading(split(line.substring(1)));
        } else if (concept < 0) {
            throw new IllegalArgumentException("a phrase stands before the first concept");
        } else {
            addPhrase(split(line));
        }
    }

    private int heading(List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a concept needs a name");
        }
        int ignores = 0;
        Scope opens = null;
        int reach = 0;
        int back = 0;
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            String key = equals < 0 ? word : word.substring(0, equals);
            String value = equals < 0 ? "" : word.substring(equals + 1);
            switch (key) {
                case "ignores" -> {
                    for (String scope : divide(value, COMMA)) {
                        ignores |= Scope.valueOf(scope.toUpperCase(Locale.ROOT)).bit();
                    }
                }
                case "opens" -> opens = Scope.valueOf(value.toUpperCase(Locale.ROOT));
                case "reach" -> reach = value.equals("sentence") ? Concept.SENTENCE : Integer.parseInt(value);
                case "back" -> back = Integer.parseInt(value);
                default -> throw new IllegalArgumentException("a concept has no property " + key);
            }
        }
        Integer known = conceptNumbers.get(words.getFirst());
        if (known != null) {
            return known;
        }
        return add(new Concept(words.getFirst(), ignores, opens, reach, back));
    }

    private int add(Concept made) {
        int number = concepts.size();
        concepts.add(made);
        conceptNumbers.put(made.name(), number);
        return number;
    }

    /** The number of a fact that rules establish; made when it is first named. */
    int fact(String name) {
        Integer known = conceptNumbers.get(name);
        return known == null ? add(Concept.fact(name)) : known;
    }

    @Nullable
    Integer number(String name) {
        return conceptNumbers.get(name);
    }

    /** The concepts of a name, or of all names with a beginning when it ends in {@code *}. */
    int[] numbers(String name) {
        int[] found = conceptNumbers.entrySet().stream()
                .filter(entry -> name.endsWith("*")
                        ? entry.getKey().startsWith(name.substring(0, name.length() - 1))
                        : entry.getKey().equals(name))
                .mapToInt(Map.Entry::getValue)
                .sorted()
                .toArray();
        if (found.length == 0) {
            throw new IllegalArgumentException("nothing is called " + name);
        }
        return found;
    }

    private void addPhrase(List<String> written) {
        for (List<String> way : Wordings.of(written.stream().map(this::spelt).toList())) {
            phrases.add(phrase(way));
        }
    }

    /** An element with the members of several words of its classes written out beside them. */
    private String spelt(String part) {
        if (part.indexOf('@') < 0 || ofSeveralWords.isEmpty()) {
            return part;
        }
        StringBuilder all = new StringBuilder(part);
        for (Map.Entry<String, List<String>> entry : ofSeveralWords.entrySet()) {
            if (divide(part, BAR).stream().anyMatch(word -> word.endsWith(entry.getKey()))) {
                entry.getValue().forEach(word -> all.append('|').append(word));
            }
        }
        return all.toString();
    }

    private Phrase phrase(List<String> parts) {
        List<Integer> elements = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        int gap = 0;
        List<Integer> weights = new ArrayList<>();
        int barred = -1;
        int done = -1;
        int past = -1;
        boolean choice = false;
        for (String marked : parts) {
            String part = marked;
            if (part.startsWith("<")) {
                done = elements.size();
                part = part.substring(1);
            } else if (part.startsWith(">")) {
                past = elements.size();
                part = part.substring(1);
            }
            if (part.startsWith("!")) {
                barred = element(words(part.substring(1)));
                continue;
            }
            if (part.startsWith("..")) {
                gap = part.length() == 2 ? PLAIN_GAP : Integer.parseInt(part.substring(2));
                choice = false;
                continue;
            }
            boolean choices = part.indexOf('|') >= 0;
            if (choices && choice) {
                throw new IllegalArgumentException("two choices stand beside each other at '" + part
                        + "': write b+c where two words are one choice, or ..0 between the choices");
            }
            choice = choices;
            Set<String> words = words(part);
            weights.add(weight(words));
            elements.add(element(words));
            gaps.add(gap);
            gap = 0;
        }
        if (elements.isEmpty() || elements.size() > 12) {
            throw new IllegalArgumentException("a phrase has between 1 and 12 elements");
        }
        int anchor = weights.indexOf(Collections.min(weights));
        weights.set(anchor, Integer.MAX_VALUE);
        return new Phrase(
                concept,
                elements.stream().mapToInt(Integer::intValue).toArray(),
                gaps.stream().mapToInt(Integer::intValue).toArray(),
                barred,
                anchor,
                elements.get(weights.indexOf(Collections.min(weights))),
                done,
                past);
    }

    private int element(Set<String> words) {
        return elementNumbers.computeIfAbsent(words, w -> elementNumbers.size());
    }

    private Set<String> words(String part) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : divide(part, BAR)) {
            words.addAll(word.startsWith("@") ? members(word) : Set.of(exactOrBase(word)));
        }
        return words;
    }

    private String exactOrBase(String word) {
        return word.startsWith("=") ? "=" + literal(word.substring(1)) : literal(word);
    }

    /** The word as it will stand after what people write has been brought home. */
    private String literal(String written) {
        List<String> words = meant.getOrDefault(written, List.of(written));
        if (words.size() != 1) {
            throw new IllegalArgumentException(
                    "'" + written + "' is brought home as " + String.join(" ", words) + ": write that");
        }
        String word = words.getFirst();
        if (!word.startsWith("#") && !word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '\u00a3')) {
            throw new IllegalArgumentException("'" + word + "' is no word");
        }
        vocabulary.add(word);
        return word;
    }

    private Set<String> members(String name) {
        Set<String> members = classes.get(name);
        if (members == null) {
            throw new IllegalArgumentException("there is no class " + name);
        }
        Set<String> words = new LinkedHashSet<>();
        for (String member : members) {
            words.add(exactOrBase(member));
        }
        return words;
    }

    private int weight(Set<String> words) {
        Set<String> common = classes.getOrDefault("@common", Set.of());
        int weight = 0;
        for (String word : words) {
            weight += common.contains(word) ? COMMON_WEIGHT : 1;
        }
        return weight;
    }

    /** Ready for use: nothing can be added afterwards. */
    PhraseIndex settle() {
        for (String name : classes.keySet()) {
            settled.put(name, members(name));
        }
        vocabulary.settle(settled.getOrDefault("@slips", Set.of()));
        int words = vocabulary.size();
        List<long[]> asWritten = new ArrayList<>();
        List<long[]> asBase = new ArrayList<>();
        for (Set<String> members : elementNumbers.keySet()) {
            long[] written = bits(members, true);
            boolean exact = members.stream().anyMatch(member -> member.startsWith("="));
            asWritten.add(written);
            asBase.add(exact ? bits(members, false) : written);
        }
        boolean[] filler = new boolean[words];
        for (String word : settled.getOrDefault("@filler", Set.of())) {
            filler[vocabulary.add(word)] = true;
        }
        boolean[] barrier = new boolean[words];
        for (String word : settled.getOrDefault("@barrier", Set.of())) {
            barrier[vocabulary.add(word)] = true;
        }
        return new PhraseIndex(phrases, asWritten, asBase, filler, barrier, words);
    }

    /** Which words, by number, belong to a class; none when there is no such class. */
    boolean[] membership(String name) {
        boolean[] in = new boolean[vocabulary.size()];
        for (String word : settled.getOrDefault(name, Set.of())) {
            in[vocabulary.add(word)] = true;
        }
        return in;
    }

    int phraseCount() {
        return phrases.size();
    }

    /** As long as the highest number asks for and no longer: there are thousands of them. */
    private long[] bits(Set<String> members, boolean written) {
        BitSet bits = new BitSet();
        for (String member : members) {
            boolean exact = member.startsWith("=");
            if (written || !exact) {
                bits.set(vocabulary.add(exact ? member.substring(1) : member));
            }
        }
        return bits.toLongArray();
    }

    private static List<String> divide(String text, Pattern at) {
        return at.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
    }

    private static List<String> split(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
    }
}
