package uk.frith.platform.reports.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.frith.patterns.Column;
import uk.frith.patterns.ConfidenceInterval;
import uk.frith.patterns.FalseDiscovery;
import uk.frith.patterns.Proportions;

/**
 * How far the mix of the three categories strays from the national one, for the force, for each way in and for each team:
 * Pearson's chi-squared of goodness of fit with two degrees of freedom, whose upper tail is exp(-x/2), and the q of
 * Benjamini and Hochberg over all lines, so that a few of many teams aren't blamed for chance.
 */
final class MixRules {

    /** A count that chi-squared needs to expect in each category. */
    private static final double FEWEST_EXPECTED = 5;

    static final double SIGNIFICANT = 0.05;

    /** A difference that matters to somebody: five incidents of a hundred sorted otherwise. */
    static final double MATTERS = 0.05;

    /** The categories in the order of every list of counts and shares here. */
    static final List<Sorting> ORDER = List.of(Sorting.PERSONAL, Sorting.NUISANCE, Sorting.ENVIRONMENTAL);

    private MixRules() {}

    /** Below this the smallest count that the mix expects is under 5, and the test doesn't hold. */
    static long fewest(NationalMix national) {
        return (long) Math.ceil(FEWEST_EXPECTED / national.smallest());
    }

    /**
     * Incidents of one kind by category.
     *
     * @param group {@code force}, {@code way} or {@code team}
     */
    record Count(String group, String name, Sorting category, long count) {}

    /**
     * One source's mix.
     *
     * @param shares in the order of {@link #ORDER}; empty when nothing was counted
     * @param moved the share that would have to be sorted otherwise for the national mix, from 0 to 1
     * @param q the false discovery rate at which it strays; empty when there are too few
     */
    record Line(
            String group,
            String name,
            long all,
            List<Long> counts,
            List<ConfidenceInterval> shares,
            double moved,
            Optional<Double> q) {

        boolean strays() {
            return q.filter(found -> found < SIGNIFICANT).isPresent() && moved >= MATTERS;
        }

        /** In a word or two, for a table. */
        String verdict() {
            return q.isEmpty() ? "too few" : strays() ? "strays" : moved < MATTERS ? "no" : "may be chance";
        }
    }

    /** The lines in the order in which their names come first. */
    static List<Line> lines(List<Count> counts, NationalMix national) {
        List<Line> plain = counts.stream()
                .map(each -> List.of(each.group(), each.name()))
                .distinct()
                .map(key -> line(key.get(0), key.get(1), counts, national))
                .filter(line -> line.all() > 0)
                .toList();
        List<Line> enough =
                plain.stream().filter(line -> line.all() >= fewest(national)).toList();
        Column q = FalseDiscovery.benjaminiHochberg(enough.stream()
                .mapToDouble(line -> p(line.counts(), line.all(), national))
                .toArray());
        List<Line> lines = new ArrayList<>();
        for (Line line : plain) {
            int at = enough.indexOf(line);
            lines.add(
                    at < 0
                            ? line
                            : new Line(
                                    line.group(),
                                    line.name(),
                                    line.all(),
                                    line.counts(),
                                    line.shares(),
                                    line.moved(),
                                    Optional.of(q.at(at))));
        }
        return lines;
    }

    private static Line line(String group, String name, List<Count> counts, NationalMix national) {
        Map<Sorting, Long> of = counts.stream()
                .filter(each -> each.group().equals(group) && each.name().equals(name))
                .collect(Collectors.groupingBy(Count::category, Collectors.summingLong(Count::count)));
        List<Long> by = ORDER.stream().map(each -> of.getOrDefault(each, 0L)).toList();
        long all = by.stream().mapToLong(Long::longValue).sum();
        return new Line(
                group,
                name,
                all,
                by,
                all == 0
                        ? List.of()
                        : by.stream()
                                .map(count -> Proportions.wilson(count, all, EstimateRules.CONFIDENCE))
                                .toList(),
                all == 0 ? 0 : moved(by, all, national),
                Optional.empty());
    }

    /** Half the sum of the differences of the shares: the total variation distance. */
    static double moved(List<Long> by, long all, NationalMix national) {
        double sum = 0;
        for (int at = 0; at < by.size(); at++) {
            sum += Math.abs(by.get(at) / (double) all - national.shares().get(at));
        }
        return sum / 2;
    }

    /** The upper tail of chi-squared with two degrees of freedom. */
    static double p(List<Long> by, long all, NationalMix national) {
        double statistic = 0;
        for (int at = 0; at < by.size(); at++) {
            double expected = all * national.shares().get(at);
            double off = by.get(at) - expected;
            statistic += off * off / expected;
        }
        return Math.exp(-statistic / 2);
    }

    /** What the force's own line says, in a sentence. */
    static String sentence(List<Line> lines, NationalMix national) {
        Optional<Line> force =
                lines.stream().filter(line -> line.group().equals("force")).findFirst();
        if (force.isEmpty() || force.get().q().isEmpty()) {
            return "There are too few incidents of antisocial behaviour to compare with the national mix: "
                    + fewest(national) + " are needed.";
        }
        Line own = force.get();
        long others = lines.stream()
                .filter(line -> !line.group().equals("force") && line.strays())
                .count();
        return (own.strays()
                        ? "Your force's mix strays from the national one: of 100 incidents, "
                                + Words.percent(own.moved()) + " would have to be sorted otherwise."
                        : own.moved() < MATTERS
                                ? "Your force's mix is near the national one."
                                : "Your force's mix differs from the national one by no more than chance allows.")
                + (others == 0
                        ? ""
                        : others == 1 ? " 1 team or way in strays." : " " + others + " teams or ways in stray.");
    }
}
