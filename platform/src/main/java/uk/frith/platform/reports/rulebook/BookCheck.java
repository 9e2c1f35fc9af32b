package uk.frith.platform.reports.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.frith.narrative.RuleBook;
import uk.frith.narrative.RuleBookRefused;

/** Whether a book can be used: what the reader of accounts refuses, and what would wear it out. */
final class BookCheck {

    /** More than three times what ships. */
    static final int LONGEST_BOOK = 4_000_000;

    static final int LONGEST_FILE = 1_000_000;

    /** A line of alternatives that stands for more phrases than this was not meant. */
    static final int MOST_PHRASES_OF_A_LINE = 2_000;

    private static final Pattern PLACED = Pattern.compile("(?s)([^:\\n]+):(\\d+): (.*)");
    private static final Pattern NEEDS = Pattern.compile("(?s)the rule (\\S+) (?:needs|weighs).*");
    private static final Set<String> JUDGEMENTS = Set.of(
            "crime", "hate", "vulnerability", "danger", "exploitation", "writeoff", "witness", "category", "asb");

    private BookCheck() {}

    /**
     * What became of a check.
     *
     * @param faults empty when the book can be used
     * @param book the book when it can
     */
    record Checked(List<Fault> faults, Optional<RuleBook> book) {
        Checked {
            faults = List.copyOf(faults);
        }
    }

    static Checked check(BookFiles files) {
        List<Fault> faults = new ArrayList<>(wearing(files));
        if (!faults.isEmpty()) {
            return new Checked(faults, Optional.empty());
        }
        try {
            return new Checked(List.of(), Optional.of(RuleBook.of(files.texts())));
        } catch (RuleBookRefused refused) {
            refused.faults().forEach(fault -> faults.add(placed(files, fault)));
        } catch (RuntimeException e) {
            faults.add(new Fault(BookFiles.INDEX, 1, "the book can't be read: " + e.getMessage()));
        }
        return new Checked(faults, Optional.empty());
    }

    private static Fault placed(BookFiles files, String fault) {
        Matcher matcher = PLACED.matcher(fault);
        if (!matcher.matches()) {
            return new Fault(BookFiles.INDEX, 1, fault);
        }
        String words = matcher.group(3);
        Matcher needs = NEEDS.matcher(words);
        if (needs.matches()) {
            // The reader notices what a rule lacks only where the next one begins.
            Optional<Part> rule = files.parts().stream()
                    .filter(part -> part.kind() == Part.Kind.RULE && part.name().equals(needs.group(1)))
                    .findFirst();
            if (rule.isPresent()) {
                return new Fault(rule.get().file(), rule.get().firstLine(), words);
            }
        }
        return new Fault(matcher.group(1), Integer.parseInt(matcher.group(2)), words);
    }

    /** Faults that the reader mustn't even meet, since it would try. */
    private static List<Fault> wearing(BookFiles files) {
        List<Fault> faults = new ArrayList<>();
        long length = 0;
        for (String name : files.texts().keySet()) {
            String text = files.text(name);
            length += text.length();
            if (text.length() > LONGEST_FILE) {
                faults.add(new Fault(name, 1, "the file is longer than a million characters"));
                continue;
            }
            String kind = files.kindOf(name);
            int number = 0;
            for (String line : text.split("\n", -1)) {
                number++;
                if (kind.equals("rules") && ConditionWords.tooDeep(line)) {
                    faults.add(new Fault(name, number, "brackets or negations are piled too high to be read"));
                } else if (kind.equals("lexicon") && phrases(line) > MOST_PHRASES_OF_A_LINE) {
                    faults.add(new Fault(
                            name,
                            number,
                            "this line stands for more than " + String.format(Locale.UK, "%,d", MOST_PHRASES_OF_A_LINE)
                                    + " phrases: write it as several"));
                }
            }
        }
        if (length > LONGEST_BOOK) {
            faults.add(new Fault(BookFiles.INDEX, 1, "the book is longer than four million characters"));
        }
        return faults;
    }

    /** How many phrases a line of the lexicon stands for, at most. */
    private static long phrases(String line) {
        if (line.startsWith("class ") || line.startsWith("= ") || line.startsWith("//")) {
            return 1;
        }
        long phrases = 1;
        for (String element : line.strip().split("\\s+", -1)) {
            long several = element.chars().filter(c -> c == '+').count();
            phrases *= (several == 0 ? 1 : several + 1) * (element.endsWith("?") ? 2 : 1);
            if (phrases > MOST_PHRASES_OF_A_LINE) {
                return phrases;
            }
        }
        return phrases;
    }

    /** What isn't wrong but probably not meant: rules that judge an account in which nothing is said. */
    static List<String> warnings(Collection<Part> rules) {
        List<String> warnings = new ArrayList<>();
        for (Part rule : rules) {
            if (rule.kind() == Part.Kind.RULE && matchesEverything(RuleForm.of(rule))) {
                warnings.add("Rule " + rule.name()
                        + " holds for an account in which nothing is said: it would be found nearly everywhere.");
            }
        }
        return warnings;
    }

    static boolean matchesEverything(RuleForm rule) {
        return rule.points().isEmpty()
                && JUDGEMENTS.contains(rule.finds().split("\\s+", 2)[0])
                && rule.when().lines().allMatch(ConditionWords::holdsForNothing)
                && rule.unless().lines().noneMatch(ConditionWords::holdsForNothing);
    }
}
