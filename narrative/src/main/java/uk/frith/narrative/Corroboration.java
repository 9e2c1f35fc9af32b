package uk.frith.narrative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much what else is said in an account speaks for a finding, or against it: a scorecard for each offence class, for
 * each category and type, and for being antisocial behaviour and having happened before, whose points a learner proposed from accounts written for
 * tuning. Points are given for concepts that are said plainly, for words, and for what rules found. It records nothing
 * by itself: a crime that a rule found and that nothing else bears out becomes a doubt, and a class that much speaks for
 * without a rule a suggestion.
 */
final class Corroboration {

    private final List<String> findings;
    private final int[] base;
    private final Map<String, Integer> places;

    /** The places of categories and types. */
    private final int[] kinds;

    /** By number of the concept; null where it is worth nothing. */
    private final @Nullable Worths[] worth;

    /** By number of the word; null where it is worth nothing. */
    private final @Nullable Worths[] words;

    private final Map<String, Worths> found;
    private final int doubt;
    private final int suggest;
    private final int lesser;
    private final int least;
    private final int unless;
    private final Map<String, Set<String>> under;
    private final Set<String> offences;

    /** What speaks for being antisocial behaviour at all. */
    private static final String ASB = "ASB";

    /** What speaks for its having happened before. */
    private static final String REPEAT = "REPEAT";

    /** What something said is worth: two columns, because each word of an account adds dozens of them. */
    private static final class Worths {
        /** Places among those that points are given to. */
        private final int[] findings;

        private final int[] points;

        Worths(List<Worth> all) {
            findings = all.stream().mapToInt(Worth::finding).toArray();
            points = all.stream().mapToInt(Worth::points).toArray();
        }
    }

    /** @param finding its place among those that points are given to */
    private record Worth(int finding, int points) {}

    private Corroboration(Reader read) {
        this.findings = List.copyOf(read.places.keySet());
        this.places = Map.copyOf(read.places);
        this.kinds = IntStream.range(0, findings.size())
                .filter(at -> Weights.names(findings.get(at)))
                .toArray();
        this.base = read.base.stream().mapToInt(Integer::intValue).toArray();
        this.worth = laid(read.worth);
        this.words = laid(read.words);
        this.found = read.found.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> new Worths(each.getValue())));
        this.doubt = read.doubt;
        this.suggest = read.suggest;
        this.lesser = read.lesser;
        this.least = read.least;
        this.unless = read.unless;
        this.under = read.under;
        this.offences = read.offences.keySet();
    }

    private static @Nullable Worths[] laid(Map<Integer, List<Worth>> worth) {
        int room = worth.keySet().stream().mapToInt(number -> number + 1).max().orElse(0);
        @Nullable Worths[] laid = new Worths[room];
        worth.forEach((number, all) -> laid[number] = new Worths(all));
        return laid;
    }

    /** The points of one account by class, and which phrases speak most for each. */
    static final class Sums {
        private final Corroboration scorecards;
        private final boolean weighed;
        private final int[] points;
        private final int[] most;
        private final @Nullable Hit[] strongest;

        private Sums(Corroboration scorecards, boolean weighed) {
            this.scorecards = scorecards;
            this.weighed = weighed;
            this.points = scorecards.base.clone();
            this.most = new int[points.length];
            this.strongest = new Hit[points.length];
        }

        private void add(Worths all) {
            for (int i = 0; i < all.findings.length; i++) {
                points[all.findings[i]] += all.points[i];
            }
        }

        private void add(Worths all, Hit hit) {
            add(all);
            for (int i = 0; i < all.findings.length; i++) {
                int finding = all.findings[i];
                if (all.points[i] > most[finding]) {
                    most[finding] = all.points[i];
                    strongest[finding] = hit;
                }
            }
        }

        private @Nullable Integer sum(String finding) {
            Integer at = scorecards.places.get(finding);
            return !weighed || at == null ? null : points[at];
        }

        /** True when a rule found this class and what else is said hardly bears it out. */
        boolean doubtful(String offence) {
            Integer sum = sum(offence);
            return sum != null && sum < scorecards.doubt;
        }

        /** Whether it is antisocial behaviour; null when nothing was weighed. */
        @Nullable
        Boolean asb() {
            Integer sum = sum(ASB);
            return sum == null ? null : sum >= 0;
        }

        /** Whether it happened before or goes on; null when nothing was weighed. */
        @Nullable
        Boolean repeat() {
            Integer sum = sum(REPEAT);
            return sum == null ? null : sum >= 0;
        }

        /** The points of categories and types; none when nothing was weighed. */
        Weights weights() {
            Weights weights = new Weights();
            for (int at : scorecards.kinds) {
                if (weighed) {
                    weights.add(scorecards.findings.get(at), points[at]);
                }
            }
            return weights;
        }

        /**
         * The classes that much speaks for, with the phrase that speaks most. More has to speak for one that a crime given
         * would take in, and none is left that one of those given implies.
         *
         * @param found what rules found, doubtful or not
         * @param takenIn whether a crime that is recorded takes in the class
         */
        Map<String, Hit> suggested(Set<String> found, Predicate<String> takenIn) {
            Map<String, Hit> suggested = new LinkedHashMap<>();
            for (int at = 0; weighed && at < points.length; at++) {
                String offence = scorecards.findings.get(at);
                Hit hit = strongest[at];
                if (points[at] >= scorecards.suggest
                        && hit != null
                        && scorecards.offences.contains(offence)
                        && !found.contains(offence)
                        && Collections.disjoint(scorecards.under.getOrDefault(offence, Set.of()), found)
                        && (points[at] >= scorecards.lesser || !takenIn.test(offence))) {
                    suggested.put(offence, hit);
                }
            }
            return suggested;
        }
    }

    /**
     * The sums of one account; nothing is weighed when too few words were said to bear anything out, or when the account
     * tells its reader what to find.
     *
     * @param findings what rules found: {@code crime(8N)}, {@code category(PERSONAL)}, {@code asb(yes)}, {@code repeat(yes)}, {@code hold}
     */
    Sums weigh(Tokens tokens, Evidence evidence, Collection<String> findings) {
        boolean enough = evidence.words() >= least
                && (unless < 0 || evidence.plain(unless).isEmpty());
        Sums sums = new Sums(this, enough);
        if (!enough) {
            return sums;
        }
        for (int concept = evidence.next(0); concept >= 0; concept = evidence.next(concept + 1)) {
            Worths all = concept < worth.length ? worth[concept] : null;
            if (all != null && !evidence.plain(concept).isEmpty()) {
                sums.add(all, evidence.plain(concept).getFirst());
            }
        }
        for (String finding : findings) {
            Worths all = found.get(finding);
            if (all != null) {
                sums.add(all);
            }
        }
        weighWords(tokens, sums);
        return sums;
    }

    /** Each word once, and only what the one who tells says. */
    private void weighWords(Tokens tokens, Sums sums) {
        BitSet said = new BitSet();
        for (int at = 0; at < tokens.count; at++) {
            int word = tokens.lemma[at] == Vocabulary.UNKNOWN ? tokens.surface[at] : tokens.lemma[at];
            if (word < words.length && !tokens.asked[at] && !said.get(word)) {
                said.set(word);
                Worths all = words[word];
                if (all != null) {
                    sums.add(all, new Hit(-1, at, at, tokens.sentence[at], 0));
                }
            }
        }
    }

    /**
     * Reads lines {@code doubt -55}, {@code suggest -22}, {@code lesser 5}, {@code words 40}, {@code unless steer}, {@code under 8N 8S 8T}, {@code base 8N -80},
     * and points {@code injury 8N 54 8S 22} of a concept, {@code "ambulance" 8N 9} of a word, {@code crime(8N) 8N 60} and
     * {@code asb(yes) ASB 20} or {@code hold 8N -30} of what a rule found. What points are given to is a class, a category, a type,
     * {@code ASB} or {@code REPEAT}.
     */
    static final class Reader {
        private static final Pattern FOUND = Pattern.compile("(crime|category|asb|repeat)\\(([^()]+)\\)|hold");

        private final Lexicon lexicon;
        private final Map<String, OffenceClass> offences;
        /** What points are given to, and where each starts. */
        private final Map<String, Integer> places = new LinkedHashMap<>();

        private final List<Integer> base = new ArrayList<>();
        private final Map<Integer, List<Worth>> worth = new LinkedHashMap<>();
        private final Map<Integer, List<Worth>> words = new HashMap<>();
        private final Map<String, List<Worth>> found = new HashMap<>();
        private int doubt = Integer.MIN_VALUE;
        private int suggest = Integer.MAX_VALUE;
        private int lesser = Integer.MIN_VALUE;
        private int least;
        private int unless = -1;
        private final Map<String, Set<String>> under = new HashMap<>();

        Reader(Lexicon lexicon, Map<String, OffenceClass> offences) {
            this.lexicon = lexicon;
            this.offences = offences;
        }

        void line(String line) {
            String[] words = line.split("\\s+");
            switch (words[0]) {
                case "doubt" -> doubt = points(words, 1);
                case "suggest" -> suggest = points(words, 1);
                case "lesser" -> lesser = points(words, 1);
                case "under" ->
                    under.put(offence(words, 1), Set.copyOf(Arrays.asList(words).subList(2, words.length)));
                case "words" -> least = points(words, 1);
                case "unless" -> unless = lexicon.numbers(words.length > 1 ? words[1] : "")[0];
                case "base" -> base.set(place(words, 1), points(words, 2));
                default -> points(words);
            }
        }

        private void points(String[] words) {
            List<Worth> all = worths(words[0]);
            for (int at = 1; at < words.length; at += 2) {
                all.add(new Worth(place(words, at), points(words, at + 1)));
            }
        }

        private List<Worth> worths(String of) {
            if (of.length() > 2 && of.startsWith("\"") && of.endsWith("\"")) {
                int word = lexicon.vocabulary.add(of.substring(1, of.length() - 1));
                return words.computeIfAbsent(word, number -> new ArrayList<>());
            }
            Matcher finding = FOUND.matcher(of);
            if (finding.matches()) {
                if ("crime".equals(finding.group(1))) {
                    offence(new String[] {finding.group(2)}, 0);
                }
                return found.computeIfAbsent(of, name -> new ArrayList<>());
            }
            return worth.computeIfAbsent(lexicon.numbers(of)[0], number -> new ArrayList<>());
        }

        /** Which of those that points are given to the word names; a new one starts at nought. */
        private int place(String[] words, int at) {
            boolean named = at < words.length
                    && (words[at].equals(ASB) || words[at].equals(REPEAT) || Weights.names(words[at]));
            String finding = named ? words[at] : offence(words, at);
            Integer place = places.putIfAbsent(finding, base.size());
            if (place == null) {
                base.add(0);
                return base.size() - 1;
            }
            return place;
        }

        private String offence(String[] words, int at) {
            if (at >= words.length || !offences.containsKey(words[at])) {
                throw new IllegalArgumentException("a current class is expected as word " + (at + 1));
            }
            return words[at];
        }

        private static int points(String[] words, int at) {
            if (at >= words.length || !words[at].matches("-?[0-9]{1,4}")) {
                throw new IllegalArgumentException("points are expected as word " + (at + 1));
            }
            return Integer.parseInt(words[at]);
        }

        Corroboration read() {
            return new Corroboration(this);
        }
    }
}
