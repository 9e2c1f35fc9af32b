package uk.frith.platform.understanding.prevalence;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import uk.frith.platform.reports.intake.AreaMonthCount;

/** Adds counts up by area, by month and by year. */
final class TallyRules {

    private TallyRules() {}

    /**
     * Adds up.
     *
     * @param counted what is asked about, of the whole series
     * @param all everything of the whole series, of which the rest is other crime; empty when not known
     * @param onlyInside whether what has no place or lies elsewhere is none of it, as when a district is asked about
     * @param carriedOver the code by which an area counts, for the code in the file
     */
    static Tally tally(
            Period period,
            Frame frame,
            Collection<AreaMonthCount> counted,
            Collection<AreaMonthCount> all,
            NavigableSet<YearMonth> present,
            boolean onlyInside,
            UnaryOperator<String> carriedOver) {
        int n = frame.basis().areas().size();
        long[] now = new long[n];
        long[] before = new long[n];
        long[] outside = new long[4];
        // Each count falls into the period, into the one before, into both when the period is longer than a year.
        Period then = period.yearBefore();
        NavigableMap<YearMonth, Long> months = new TreeMap<>();
        for (AreaMonthCount count : counted) {
            Integer at = frame.position().get(carriedOver.apply(count.lsoaCode()));
            boolean inNow = period.holds(count.month());
            boolean inThen = then.holds(count.month());
            if (at != null) {
                now[at] += inNow ? count.incidents() : 0;
                before[at] += inThen ? count.incidents() : 0;
            } else if (!onlyInside) {
                int kind = count.lsoaCode().isEmpty() ? 0 : 1;
                outside[kind] += inNow ? count.incidents() : 0;
                outside[2 + kind] += inThen ? count.incidents() : 0;
            }
            if (at != null || !onlyInside) {
                months.merge(count.month(), count.incidents(), Long::sum);
            }
        }
        NavigableMap<YearMonth, Long> others = new TreeMap<>();
        for (AreaMonthCount count : all) {
            if (!onlyInside || frame.position().containsKey(carriedOver.apply(count.lsoaCode()))) {
                others.merge(count.month(), count.incidents(), Long::sum);
            }
        }
        others.replaceAll((month, sum) -> sum - months.getOrDefault(month, 0L));
        return new Tally(
                boxed(now), boxed(before), outside[0], outside[1], outside[2], outside[3], months, others, present);
    }

    /** How many rows the period has. */
    static long rows(Period period, Collection<AreaMonthCount> all) {
        return all.stream()
                .filter(count -> period.holds(count.month()))
                .mapToLong(AreaMonthCount::incidents)
                .sum();
    }

    /** How many rows of the period stand under another code than the file's. */
    static long carriedOver(Period period, Collection<AreaMonthCount> counted, UnaryOperator<String> carriedOver) {
        return counted.stream()
                .filter(count -> period.holds(count.month()))
                .filter(count -> !carriedOver.apply(count.lsoaCode()).equals(count.lsoaCode()))
                .mapToLong(AreaMonthCount::incidents)
                .sum();
    }

    /** The codes that occur, but for the empty one. */
    static List<String> codes(Collection<AreaMonthCount> counted) {
        return new ArrayList<>(counted.stream()
                .map(AreaMonthCount::lsoaCode)
                .filter(code -> !code.isEmpty())
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new)));
    }

    /**
     * The code by which each counts: its own when the areas have it, else the one it became or came of when that is
     * certain.
     */
    static UnaryOperator<String> carrying(Set<String> areas, Map<String, String> certain) {
        return code -> areas.contains(code) ? code : certain.getOrDefault(code, code);
    }

    private static List<Long> boxed(long[] counts) {
        return LongStream.of(counts).boxed().toList();
    }
}
