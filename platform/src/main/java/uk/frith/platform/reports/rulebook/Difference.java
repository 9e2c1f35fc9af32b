package uk.frith.platform.reports.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.frith.narrative.Findings;
import uk.frith.narrative.Findings.Crime;

/**
 * What two books find otherwise in one account.
 *
 * @param changes each thing that changed, as it is counted
 * @param words of the account that carry it
 */
record Difference(List<Change> changes, List<String> words) {

    /** More words than these no page shows. */
    private static final int MOST_WORDS = 8;

    Difference {
        changes = List.copyOf(changes);
        words = List.copyOf(words);
    }

    /** Kinds of changes, which are also the database's. */
    enum Kind {
        GAINED("Crimes that would be found"),
        LOST("Crimes that would no longer be found"),
        CATEGORY("Categories that would change"),
        GRADE("Grades that would change"),
        ASKED("Questions that would be asked"),
        NO_LONGER_ASKED("Questions that would no longer be asked");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** One change. */
    record Change(Kind kind, String what) {

        /** By which the accounts with it are found. */
        String key() {
            return kind + " " + what;
        }

        String sentence() {
            return switch (kind) {
                case GAINED -> "Crime " + what + " would be found";
                case LOST -> "Crime " + what + " would no longer be found";
                case CATEGORY -> "Category: " + what;
                case GRADE -> "Grade: " + what;
                case ASKED -> "Would ask: " + what;
                case NO_LONGER_ASKED -> "Would no longer ask: " + what;
            };
        }

        static Optional<Change> ofKey(String key) {
            for (Kind kind : Kind.values()) {
                if (key.startsWith(kind + " ")) {
                    return Optional.of(
                            new Change(kind, key.substring(kind.name().length() + 1)));
                }
            }
            return Optional.empty();
        }
    }

    boolean isNone() {
        return changes.isEmpty();
    }

    /**
     * Compares what the rules that hold find with what others would.
     *
     * @param grade how soon somebody would go by what was found
     */
    static Difference between(Findings now, Findings then, Function<Findings, String> grade) {
        List<Change> changes = new ArrayList<>();
        Set<String> words = new LinkedHashSet<>();
        crimes(then, now, Kind.GAINED, changes, words);
        crimes(now, then, Kind.LOST, changes, words);
        changed(Kind.CATEGORY, category(now), category(then), changes);
        changed(Kind.GRADE, grade.apply(now), grade.apply(then), changes);
        questions(then, now, Kind.ASKED, changes);
        questions(now, then, Kind.NO_LONGER_ASKED, changes);
        return new Difference(changes, words.stream().limit(MOST_WORDS).toList());
    }

    private static void crimes(Findings in, Findings notIn, Kind kind, List<Change> changes, Set<String> words) {
        Set<String> known = codes(notIn);
        for (Crime crime : in.crimes()) {
            Change change = new Change(
                    kind, crime.offence().code() + " " + crime.offence().name());
            if (!known.contains(crime.offence().code()) && !changes.contains(change)) {
                changes.add(change);
                words.add(crime.span());
            }
        }
    }

    static Set<String> codes(Findings findings) {
        return findings.crimes().stream().map(crime -> crime.offence().code()).collect(Collectors.toSet());
    }

    private static void questions(Findings in, Findings notIn, Kind kind, List<Change> changes) {
        in.questions().stream()
                .distinct()
                .filter(question -> !notIn.questions().contains(question))
                .forEach(question -> changes.add(new Change(kind, question)));
    }

    private static void changed(Kind kind, String now, String then, List<Change> changes) {
        if (!now.equals(then)) {
            changes.add(new Change(kind, now + " → " + then));
        }
    }

    static String category(Findings findings) {
        var category = findings.category();
        return category == null ? "Not antisocial behaviour" : word(category.name());
    }

    static String word(String name) {
        return name.substring(0, 1) + name.substring(1).toLowerCase(Locale.UK);
    }
}
