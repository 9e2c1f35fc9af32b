package uk.frith.platform.reports.concerns;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.Incidents.InRun;
import uk.frith.platform.reports.recording.Incidents.Seen;

/** Which concerns a report raises, beside the other reports of the same people and home. */
final class ConcernRules {

    /** Words of a family in a report that was taken down as antisocial behaviour; each is a sign to ask, and no more. */
    private static final Pattern FAMILY = Pattern.compile(
            "\\b(my|her|his|their) (son|daughter|teenage son|partner|ex|ex-partner|husband|wife|boyfriend|girlfriend|"
                    + "mother|mum|father|dad|stepson|stepdad|stepfather|grandson|brother|sister|child|children|kids)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> AT_HOME = Set.of("domestic", "child", "exploitation");

    private ConcernRules() {}

    /** From how many reports in how many days on. */
    record Threshold(int reports, int days, String source) {}

    /** The thresholds that hold. */
    record Thresholds(Threshold repeat, Threshold household, Threshold family) {
        int longestDays() {
            return Math.max(repeat.days(), Math.max(household.days(), family.days()));
        }
    }

    /** A concern with its reasons and where the rule comes from. */
    record Raised(ConcernKind kind, List<String> reasons, String source) {
        Raised {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The concerns of a report.
     *
     * @param seen what the reader saw in it
     * @param run the other reports of the same people or home, latest first
     */
    static List<Raised> raised(InRun report, List<Seen> seen, List<InRun> run, Thresholds thresholds) {
        List<Raised> raised = new ArrayList<>();
        repeat(report, run, thresholds.repeat()).ifPresent(raised::add);
        vulnerable(seen).ifPresent(raised::add);
        targeted(report, seen).ifPresent(raised::add);
        household(report, run, thresholds.household()).ifPresent(raised::add);
        family(report, seen, run, thresholds.family()).ifPresent(raised::add);
        return raised;
    }

    private static List<InRun> within(InRun report, List<InRun> run, int days) {
        Instant since = report.reported().minus(Duration.ofDays(days));
        return run.stream().filter(each -> !each.reported().isBefore(since)).toList();
    }

    private static Optional<Raised> repeat(InRun report, List<InRun> run, Threshold threshold) {
        List<InRun> before = within(report, run, threshold.days());
        return before.size() + 1 < threshold.reports()
                ? Optional.empty()
                : Optional.of(new Raised(
                        ConcernKind.REPEAT,
                        List.of(before.size() + 1 + " reports of the same people or home in " + threshold.days()
                                + " days."),
                        threshold.source()));
    }

    private static Optional<Raised> vulnerable(List<Seen> seen) {
        List<String> reasons = seen.stream()
                .filter(each ->
                        each.kind().equals("vulnerability") && !each.what().startsWith("suspect"))
                .map(each -> sentence(each.says()))
                .distinct()
                .toList();
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Raised(
                        ConcernKind.VULNERABLE, reasons, "College of Policing, vulnerability-related risks"));
    }

    private static Optional<Raised> targeted(InRun report, List<Seen> seen) {
        List<String> reasons = new ArrayList<>();
        if (report.category().filter(AsbCategory.PERSONAL::equals).isPresent()) {
            reasons.add("It is personal: aimed at somebody, or felt so.");
        }
        seen.stream()
                .filter(each -> each.kind().equals("hate"))
                .map(each -> each.says() + ".")
                .forEach(reasons::add);
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Raised(
                        ConcernKind.TARGETED, reasons, "National Standard for Incident Recording 2011, ASB: Personal"));
    }

    private static Optional<Raised> household(InRun report, List<InRun> run, Threshold threshold) {
        List<InRun> before = within(report, run, threshold.days());
        if (before.size() + 1 < threshold.reports()) {
            return Optional.empty();
        }
        long days =
                Duration.between(before.getLast().reported(), report.reported()).toDays();
        long crimes = before.stream().filter(InRun::crime).count();
        return Optional.of(new Raised(
                ConcernKind.HOUSEHOLD,
                List.of(
                        before.size() + 1 + " reports over " + days + " days.",
                        crimes == 0
                                ? "No crime was recorded under any of them."
                                : "Crimes were recorded under " + crimes + " of them."),
                threshold.source()));
    }

    private static Optional<Raised> family(InRun report, List<Seen> seen, List<InRun> run, Threshold threshold) {
        List<InRun> asb = within(report, run, threshold.days()).stream()
                .filter(each -> each.category().isPresent())
                .toList();
        int coded = asb.size() + (report.category().isPresent() ? 1 : 0);
        if (coded < threshold.reports()) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        seen.stream()
                .filter(each -> each.kind().equals("vulnerability")
                        && AT_HOME.stream().anyMatch(word -> each.what().contains(word)))
                .map(each -> "This report: " + sentence(each.says()))
                .distinct()
                .forEach(reasons::add);
        words(report).ifPresent(reasons::add);
        asb.forEach(each -> words(each).ifPresent(reasons::add));
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        reasons.addFirst(coded + " reports were taken down as antisocial behaviour.");
        return Optional.of(new Raised(ConcernKind.FAMILY, reasons, threshold.source()));
    }

    private static Optional<String> words(InRun report) {
        Matcher found = FAMILY.matcher(report.account());
        return found.find()
                ? Optional.of(report.reference() + " speaks of family: \u201c"
                        + found.group().toLowerCase(Locale.UK) + "\u201d.")
                : Optional.empty();
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1) + ".";
    }
}
