package uk.frith.platform.reports.integrity;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.frith.patterns.Column;
import uk.frith.patterns.ConfidenceInterval;
import uk.frith.patterns.FalseDiscovery;
import uk.frith.patterns.Proportions;
import uk.frith.platform.foundation.sheets.SheetRow;

/**
 * How one's own mix of categories differs from that of each other force: Pearson's chi-squared of homogeneity over two rows
 * and three columns, with two degrees of freedom, whose upper tail is exp(-x/2); the q of Benjamini and Hochberg over all
 * forces. Source: K. Pearson, Biometrika 8 (1911) 250–254; Y. Benjamini and Y. Hochberg, JRSS B 57 (1995) 289–300.
 */
final class ForceRules {

    static final List<String> HEADER = List.of("force", "period", "category", "count");

    private static final int LONGEST_NAME = 100;
    private static final long MOST = 100_000_000;
    private static final double FEWEST_EXPECTED = 5;
    private static final int MOST_MONTHS = 60;
    private static final YearMonth FIRST = YearMonth.of(1990, 1);

    private ForceRules() {}

    /** What one row says. */
    record Figure(String force, YearMonth first, YearMonth last, Sorting category, long count) {}

    /** Reads the rows of one file in turn, and refuses a row that counts what one further up counted. */
    static final class Reader {
        private final YearMonth thisMonth;
        private final Set<String> counted = new HashSet<>();

        Reader(YearMonth thisMonth) {
            this.thisMonth = thisMonth;
        }

        SheetRow<Figure> read(List<String> row) {
            String force = row.get(0);
            if (force.length() < 2 || force.length() > LONGEST_NAME) {
                return new SheetRow.Faulty<>(0, "a force has a name of 2 to 100 characters");
            }
            Optional<List<YearMonth>> period = period(row.get(1));
            if (period.isEmpty() || period.get().getLast().isAfter(thisMonth)) {
                return new SheetRow.Faulty<>(
                        1,
                        "a period is a month, as 2026-03, or two with a stroke, as 2025-04/2026-03, and isn't to come");
            }
            Optional<Sorting> category = MixRules.ORDER.stream()
                    .filter(each -> each.name().equals(row.get(2).toUpperCase(Locale.ROOT)))
                    .findFirst();
            if (category.isEmpty()) {
                return new SheetRow.Faulty<>(2, "a category is personal, nuisance or environmental");
            }
            if (!row.get(3).matches("\\d{1,9}") || Long.parseLong(row.get(3)) > MOST) {
                return new SheetRow.Faulty<>(3, "a count is a whole number from 0 to 100000000");
            }
            List<String> months = months(force, category.get(), period.get());
            if (months.stream().anyMatch(counted::contains)) {
                return new SheetRow.Faulty<>(1, "a row further up counts this force, category and time already");
            }
            counted.addAll(months);
            return new SheetRow.Sound<>(new Figure(
                    force,
                    period.get().getFirst(),
                    period.get().getLast(),
                    category.get(),
                    Long.parseLong(row.get(3))));
        }

        private static List<String> months(String force, Sorting category, List<YearMonth> period) {
            List<String> months = new ArrayList<>();
            for (YearMonth month = period.getFirst(); !month.isAfter(period.getLast()); month = month.plusMonths(1)) {
                months.add(force.toLowerCase(Locale.ROOT) + '|' + category + '|' + month);
            }
            return months;
        }

        private static Optional<List<YearMonth>> period(String typed) {
            String[] parts = typed.split("/", -1);
            try {
                YearMonth first = YearMonth.parse(parts[0].strip());
                YearMonth last = parts.length == 1 ? first : YearMonth.parse(parts[1].strip());
                return parts.length > 2
                                || last.isBefore(first)
                                || first.isBefore(FIRST)
                                || first.plusMonths(MOST_MONTHS).isBefore(last)
                        ? Optional.empty()
                        : Optional.of(List.of(first, last));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * A force beside one's own.
     *
     * @param counts in the order of {@link MixRules#ORDER}
     * @param whole whether every stretch of time has all three categories; without it nothing is compared
     * @param fromOwn the share that would have to be sorted otherwise for one's own mix, from 0 to 1
     * @param fromNational likewise for the national mix
     * @param q the false discovery rate at which it differs from one's own; empty when there are too few, or not all three
     */
    record Beside(
            String force,
            YearMonth first,
            YearMonth last,
            String source,
            long all,
            List<Long> counts,
            boolean whole,
            double fromOwn,
            double fromNational,
            Optional<Double> q) {

        boolean differs() {
            return q.filter(found -> found < MixRules.SIGNIFICANT).isPresent() && fromOwn >= MixRules.MATTERS;
        }

        String verdict() {
            if (!whole) {
                return "not all three categories";
            }
            return q.isEmpty()
                    ? "too few"
                    : differs() ? "differs" : fromOwn < MixRules.MATTERS ? "no" : "may be chance";
        }

        List<ConfidenceInterval> shares() {
            return all == 0
                    ? List.of()
                    : counts.stream()
                            .map(count -> Proportions.wilson(count, all, EstimateRules.CONFIDENCE))
                            .toList();
        }
    }

    /** A figure as it was kept, with the source of its file. */
    record Kept(Figure figure, String source) {}

    /** Every other force beside one's own counts, by name. */
    static List<Beside> beside(List<Long> own, List<Kept> kept, NationalMix national) {
        Map<String, List<Kept>> byForce = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        kept.forEach(each -> byForce.computeIfAbsent(each.figure().force(), key -> new ArrayList<>())
                .add(each));
        List<Beside> plain =
                byForce.values().stream().map(each -> one(own, each, national)).toList();
        List<Beside> judged = plain.stream().filter(each -> enough(own, each)).toList();
        Column q = FalseDiscovery.benjaminiHochberg(
                judged.stream().mapToDouble(each -> p(own, each.counts())).toArray());
        return plain.stream()
                .map(each -> judged.contains(each) ? with(each, q.at(judged.indexOf(each))) : each)
                .toList();
    }

    /** How many of the forces that can be judged differ; empty when there are none. */
    static String sentence(List<Beside> forces) {
        long judged = forces.stream().filter(each -> each.q().isPresent()).count();
        long differ = forces.stream().filter(Beside::differs).count();
        return judged == 0
                ? ""
                : " Of " + Words.count(judged, "other force") + ", " + (differ == 0 ? "none" : Words.count(differ))
                        + (differ == 1 || differ == 0 ? " has" : " have") + " another mix than yours.";
    }

    private static Beside one(List<Long> own, List<Kept> kept, NationalMix national) {
        List<Long> counts = MixRules.ORDER.stream()
                .map(category -> kept.stream()
                        .filter(each -> each.figure().category() == category)
                        .mapToLong(each -> each.figure().count())
                        .sum())
                .toList();
        long all = sum(counts);
        List<String> stretches = MixRules.ORDER.stream()
                .map(category -> kept.stream()
                        .filter(each -> each.figure().category() == category)
                        .map(each -> each.figure().first() + "/" + each.figure().last())
                        .sorted()
                        .toList()
                        .toString())
                .distinct()
                .toList();
        boolean whole = stretches.size() == 1;
        long ownAll = sum(own);
        return new Beside(
                kept.getFirst().figure().force(),
                Collections.min(kept.stream().map(each -> each.figure().first()).toList()),
                Collections.max(kept.stream().map(each -> each.figure().last()).toList()),
                kept.getFirst().source(),
                all,
                counts,
                whole,
                all == 0 || ownAll == 0 ? 0 : apart(own, ownAll, counts, all),
                all == 0 ? 0 : MixRules.moved(counts, all, national),
                Optional.empty());
    }

    private static Beside with(Beside plain, double q) {
        return new Beside(
                plain.force(),
                plain.first(),
                plain.last(),
                plain.source(),
                plain.all(),
                plain.counts(),
                plain.whole(),
                plain.fromOwn(),
                plain.fromNational(),
                Optional.of(q));
    }

    private static boolean enough(List<Long> own, Beside other) {
        long ownAll = sum(own);
        double both = ownAll + other.all();
        if (!other.whole() || ownAll == 0 || other.all() == 0) {
            return false;
        }
        for (int at = 0; at < own.size(); at++) {
            double share = (own.get(at) + other.counts().get(at)) / both;
            if (share * Math.min(ownAll, other.all()) < FEWEST_EXPECTED) {
                return false;
            }
        }
        return true;
    }

    private static double apart(List<Long> own, long ownAll, List<Long> other, long otherAll) {
        double sum = 0;
        for (int at = 0; at < own.size(); at++) {
            sum += Math.abs(own.get(at) / (double) ownAll - other.get(at) / (double) otherAll);
        }
        return sum / 2;
    }

    /** The upper tail of chi-squared of homogeneity of two rows. */
    static double p(List<Long> one, List<Long> other) {
        double oneAll = sum(one);
        double otherAll = sum(other);
        double statistic = 0;
        for (int at = 0; at < one.size(); at++) {
            double both = one.get(at) + other.get(at);
            double expectedOne = both * oneAll / (oneAll + otherAll);
            double expectedOther = both * otherAll / (oneAll + otherAll);
            statistic += Math.pow(one.get(at) - expectedOne, 2) / expectedOne
                    + Math.pow(other.get(at) - expectedOther, 2) / expectedOther;
        }
        return Math.exp(-statistic / 2);
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
