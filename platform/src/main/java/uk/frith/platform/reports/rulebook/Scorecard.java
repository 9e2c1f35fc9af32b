package uk.frith.platform.reports.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What speaks for a finding and against it, as a book of rules weighs it.
 *
 * @param finding the code of an offence class, a category, or {@code ASB}
 * @param base where it starts, in twentieths of a logit
 * @param suggest the sum from which a class is suggested though no rule found it
 * @param lesser the sum from which it is suggested though a crime given takes it in
 * @param weights heaviest first
 */
record Scorecard(String finding, int base, int suggest, int lesser, List<Weight> weights) {

    /** A twentieth of a logit. */
    private static final double POINT = 1 / 20.0;

    Scorecard {
        weights = List.copyOf(weights);
    }

    /**
     * What a word or concept is worth.
     *
     * @param what a concept's name, a word in quotes, or what a rule found, as {@code crime(8L)} or {@code hold}
     * @param points in twentieths of a logit; below nought it speaks against the finding
     */
    record Weight(String what, int points) {

        private static final Pattern FOUND = Pattern.compile("(crime|category|asb)\\((.*)\\)");

        /** By how much it multiplies the odds, as {@code 1.6}; of what speaks against it, the odds of the contrary. */
        String times() {
            return String.format(Locale.UK, "%.1f", Math.exp(Math.abs(points) * POINT));
        }

        boolean concept() {
            return what.matches("[a-z0-9_.:-]+") && !what.equals("hold");
        }

        /** As people say it. */
        String words() {
            Matcher found = FOUND.matcher(what);
            if (what.equals("hold")) {
                return "a rule holds crimes back";
            }
            if (!found.matches()) {
                return what;
            }
            return switch (found.group(1)) {
                case "crime" -> "a rule found the crime " + found.group(2);
                case "category" -> "rules sort it as " + found.group(2).toLowerCase(Locale.UK);
                default ->
                    found.group(2).equals("yes")
                            ? "rules take it for antisocial behaviour"
                            : "rules don't take it for antisocial behaviour";
            };
        }
    }

    /** Empty when the book gives this finding no points. */
    static Optional<Scorecard> of(BookFiles files, String finding) {
        int suggest = 0;
        int lesser = Integer.MIN_VALUE;
        Integer base = null;
        List<Weight> weights = new ArrayList<>();
        for (String name : files.named("corroboration")) {
            for (String line : files.text(name).lines().toList()) {
                String[] words = line.strip().split("\\s+", -1);
                if (line.startsWith("//") || words.length < 2) {
                    continue;
                }
                switch (words[0]) {
                    case "words", "unless", "doubt", "under" -> {}
                    case "suggest" -> suggest = Integer.parseInt(words[1]);
                    case "lesser" -> lesser = Integer.parseInt(words[1]);
                    case "base" -> base = words[1].equals(finding) ? Integer.valueOf(words[2]) : base;
                    default -> weight(words, finding).ifPresent(weights::add);
                }
            }
        }
        weights.sort(Comparator.comparingInt((Weight weight) -> -Math.abs(weight.points())));
        return base == null
                ? Optional.empty()
                : Optional.of(new Scorecard(finding, base, suggest, Math.max(suggest, lesser), weights));
    }

    private static Optional<Weight> weight(String[] words, String finding) {
        for (int at = 1; at + 1 < words.length; at += 2) {
            if (words[at].equals(finding)) {
                return Optional.of(new Weight(words[0], Integer.parseInt(words[at + 1])));
            }
        }
        return Optional.empty();
    }

    /** By how much the odds must grow from where they start until the class is suggested, as {@code 3.5}. */
    String needed() {
        return growth(suggest);
    }

    /** The same for a class that a crime given takes in by the principal crime rule. */
    String neededAsLesser() {
        return growth(lesser);
    }

    private String growth(int sum) {
        return String.format(Locale.UK, "%.1f", Math.exp((sum - base) * POINT));
    }

    List<Weight> speakingFor() {
        return weights.stream().filter(weight -> weight.points() > 0).toList();
    }

    List<Weight> speakingAgainst() {
        return weights.stream().filter(weight -> weight.points() < 0).toList();
    }
}
