package uk.frith.platform.understanding.prevalence;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;
import uk.frith.patterns.Column;
import uk.frith.patterns.Concentration;
import uk.frith.patterns.ConfidenceInterval;
import uk.frith.patterns.EmpiricalBayes;
import uk.frith.patterns.FalseDiscovery;
import uk.frith.patterns.GetisOrd;
import uk.frith.patterns.LocalScores;
import uk.frith.patterns.Overdispersion;
import uk.frith.patterns.PoissonIntervals;
import uk.frith.patterns.Rate;
import uk.frith.patterns.RateRatio;
import uk.frith.patterns.RateRatios;
import uk.frith.patterns.Tail;
import uk.frith.patterns.TooFew;

/** Works the figures out from the counts; knows no database, no page and no clock. */
final class PrevalenceRules {

    /** How sure every interval is. */
    static final double CONFIDENCE = 0.95;

    /** Of the areas called hot or cold, this share may be so by chance. */
    static final double FALSE_DISCOVERY_RATE = 0.05;

    /** The share of areas at each end whose distance from the common rate isn't let speak for all: Spiegelhalter's tenth. */
    static final double WINSORISED = 0.1;

    /** Below this many areas a factor of overdispersion rests on nothing. */
    static final int LEAST_AREAS_FOR_DISPERSION = 10;

    private static final double THOUSAND = 1000;
    private static final int MOST_YEARS = 20;

    private PrevalenceRules() {}

    static Figures figures(Period period, HeatOn heatOn, Basis basis, Tally tally) {
        int n = basis.areas().size();
        if (tally.now().size() != n) {
            throw new IllegalArgumentException("Counts for " + tally.now().size() + " areas, but there are " + n);
        }
        NavigableSet<YearMonth> missing = period.missingFrom(tally.present());
        NavigableSet<YearMonth> incomparable = new TreeSet<>(missing);
        incomparable.addAll(period.yearBefore().missingFrom(tally.present()));
        double[] counts =
                IntStream.range(0, n).mapToDouble(i -> tally.now().get(i)).toArray();
        Heated heated = heat(heatOn, basis, counts);
        List<AreaFigures> areas = areas(basis, tally, incomparable, heated);
        long people = areas.stream()
                .mapToLong(area -> area.ground().people().orElse(0))
                .sum();
        long amongThem = areas.stream()
                .filter(area -> lived(area.ground()))
                .mapToLong(AreaFigures::count)
                .sum();
        return new Figures(
                period,
                missing,
                tally.total(),
                tally.placed(),
                tally.nowhere(),
                tally.elsewhere(),
                people > 0 ? OptionalLong.of(people) : OptionalLong.empty(),
                rate(amongThem, people),
                change(tally.total(), tally.totalBefore(), incomparable),
                heated.finding(),
                Concentration.of(counts),
                areas,
                deciles(areas),
                points(tally),
                years(period, tally),
                dispersion(areas, amongThem, people));
    }

    /** The rate for every 1,000 with its exact Poisson interval; empty when nobody lives there. */
    static Optional<RateFigure> rate(long count, long people) {
        if (people <= 0) {
            return Optional.empty();
        }
        ConfidenceInterval interval = PoissonIntervals.exact(count, CONFIDENCE);
        double scale = THOUSAND / people;
        return Optional.of(new RateFigure(count * scale, interval.lower() * scale, interval.upper() * scale));
    }

    /** The change with its exact conditional interval; months without data are never counted as nought. */
    static Change change(long now, long before, NavigableSet<YearMonth> incomparable) {
        if (!incomparable.isEmpty()) {
            return new Change.MonthsMissing(incomparable);
        }
        return switch (RateRatios.exact(new Rate(before, 1), new Rate(now, 1), CONFIDENCE)) {
            case RateRatio ratio ->
                new Change.Compared(
                        before,
                        ratio.ratio(),
                        ratio.interval().lower(),
                        ratio.interval().upper());
            case TooFew few -> new Change.NothingEither();
        };
    }

    private static boolean lived(Basis.Ground ground) {
        return ground.people().orElse(0) > 0;
    }

    private static List<AreaFigures> areas(
            Basis basis, Tally tally, NavigableSet<YearMonth> incomparable, Heated heated) {
        List<Long> now = tally.now();
        double[] smoothed = smoothed(basis, now);
        List<AreaFigures> areas = new ArrayList<>(now.size());
        for (int i = 0; i < now.size(); i++) {
            long count = now.get(i);
            Basis.Ground ground = basis.areas().get(i);
            areas.add(new AreaFigures(
                    ground,
                    count,
                    rate(count, ground.people().orElse(0)),
                    Double.isNaN(smoothed[i]) ? OptionalDouble.empty() : OptionalDouble.of(smoothed[i]),
                    change(count, tally.before().get(i), incomparable),
                    heated.of(i),
                    heated.z(i),
                    heated.q(i)));
        }
        return areas;
    }

    /** For every 1,000; not a number for an area without residents. */
    private static double[] smoothed(Basis basis, List<Long> now) {
        int[] lived = IntStream.range(0, now.size())
                .filter(i -> lived(basis.areas().get(i)))
                .toArray();
        double[] counts = IntStream.of(lived).mapToDouble(now::get).toArray();
        double[] people = IntStream.of(lived)
                .mapToDouble(i -> basis.areas().get(i).people().orElseThrow())
                .toArray();
        double[] all = new double[now.size()];
        Arrays.fill(all, Double.NaN);
        Column rates = EmpiricalBayes.global(counts, people).rates();
        for (int k = 0; k < lived.length; k++) {
            all[lived[k]] = rates.at(k) * THOUSAND;
        }
        return all;
    }

    /** What was found of each area, or why nothing was looked for. */
    private record Heated(HeatFinding finding, Optional<LocalScores> scores, Optional<Column> q) {

        Heat of(int area) {
            if (scores.isEmpty()) {
                return Heat.UNJUDGED;
            }
            if (q(area).orElse(1) > FALSE_DISCOVERY_RATE) {
                return Heat.NEITHER;
            }
            return z(area).orElse(0) > 0 ? Heat.HOT : Heat.COLD;
        }

        OptionalDouble z(int area) {
            return scores.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(scores.get().z().at(area));
        }

        OptionalDouble q(int area) {
            return q.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(q.get().at(area));
        }
    }

    private static Heated heat(HeatOn on, Basis basis, double[] counts) {
        int n = counts.length;
        Optional<HeatFinding> refusal = refusal(on, basis, counts);
        if (refusal.isPresent()) {
            return new Heated(refusal.get(), Optional.empty(), Optional.empty());
        }
        double[] values = on == HeatOn.COUNT
                ? counts
                : IntStream.range(0, n)
                        .mapToDouble(
                                i -> counts[i] / basis.areas().get(i).people().orElseThrow())
                        .toArray();
        LocalScores scores = GetisOrd.star(values, basis.neighbours(), Tail.TWO_SIDED);
        Column q = FalseDiscovery.benjaminiHochberg(scores.p().toArray());
        Heated heated = new Heated(new HeatFinding.Judged(n, 0, 0, on), Optional.of(scores), Optional.of(q));
        int hot = (int)
                IntStream.range(0, n).filter(i -> heated.of(i) == Heat.HOT).count();
        int cold = (int)
                IntStream.range(0, n).filter(i -> heated.of(i) == Heat.COLD).count();
        return new Heated(new HeatFinding.Judged(n, hot, cold, on), heated.scores(), heated.q());
    }

    private static Optional<HeatFinding> refusal(HeatOn on, Basis basis, double[] counts) {
        int n = counts.length;
        double sum = Arrays.stream(counts).sum();
        int without =
                (int) basis.areas().stream().filter(ground -> !lived(ground)).count();
        if (!basis.whole()) {
            return Optional.of(new HeatFinding.PartOfForce());
        }
        if (n < GetisOrd.LEAST_AREAS) {
            return Optional.of(new HeatFinding.TooFewAreas(n));
        }
        if (basis.neighbours().pairs() == 0) {
            return Optional.of(new HeatFinding.NoNeighbours());
        }
        if (sum / n < GetisOrd.LEAST_MEAN_COUNT) {
            return Optional.of(new HeatFinding.TooFewIncidents((long) sum, n));
        }
        if (on == HeatOn.RATE && without > 0) {
            return Optional.of(new HeatFinding.NoPopulation(without));
        }
        return Optional.empty();
    }

    private static List<Figures.Decile> deciles(List<AreaFigures> areas) {
        boolean known = areas.stream().anyMatch(area -> area.ground().decile().isPresent());
        if (!known) {
            return List.of();
        }
        return IntStream.rangeClosed(1, 10)
                .mapToObj(decile -> {
                    List<AreaFigures> its = areas.stream()
                            .filter(area ->
                                    area.ground().decile().equals(OptionalInt.of(decile)) && lived(area.ground()))
                            .toList();
                    long count = its.stream().mapToLong(AreaFigures::count).sum();
                    long people = its.stream()
                            .mapToLong(area -> area.ground().people().orElse(0))
                            .sum();
                    return new Figures.Decile(decile, its.size(), count, people, rate(count, people));
                })
                .toList();
    }

    private static List<Figures.Point> points(Tally tally) {
        if (tally.present().isEmpty()) {
            return List.of();
        }
        YearMonth last = tally.present().last();
        List<Figures.Point> points = new ArrayList<>();
        for (YearMonth month = tally.present().first(); !month.isAfter(last); month = month.plusMonths(1)) {
            points.add(new Figures.Point(
                    month,
                    tally.present().contains(month)
                            ? OptionalLong.of(tally.months().getOrDefault(month, 0L))
                            : OptionalLong.empty()));
        }
        return points;
    }

    private static List<Figures.Year> years(Period period, Tally tally) {
        List<Figures.Year> years = new ArrayList<>();
        if (tally.present().isEmpty()) {
            return years;
        }
        YearMonth first = tally.present().first();
        YearMonth end = period.to();
        while (end.isBefore(tally.present().last())) {
            end = end.plusYears(1);
        }
        for (YearMonth last = end; !last.isBefore(first) && years.size() < MOST_YEARS; last = last.minusYears(1)) {
            List<YearMonth> months = new Period(last.minusMonths(11), last)
                    .months().stream().filter(tally.present()::contains).toList();
            if (months.isEmpty()) {
                continue;
            }
            long count = months.stream()
                    .mapToLong(m -> tally.months().getOrDefault(m, 0L))
                    .sum();
            OptionalLong others = tally.others().isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(months.stream()
                            .mapToLong(m -> tally.others().getOrDefault(m, 0L))
                            .sum());
            years.add(new Figures.Year(last, months.size(), count, others));
        }
        return years.reversed();
    }

    private static Optional<Overdispersion> dispersion(List<AreaFigures> areas, long count, long people) {
        List<AreaFigures> lived =
                areas.stream().filter(area -> lived(area.ground())).toList();
        if (lived.size() < LEAST_AREAS_FOR_DISPERSION || count == 0) {
            return Optional.empty();
        }
        double overall = (double) count / people;
        double[] observed = lived.stream().mapToDouble(AreaFigures::count).toArray();
        double[] expected = lived.stream()
                .mapToDouble(area -> area.ground().people().orElseThrow() * overall)
                .toArray();
        return Optional.of(Overdispersion.of(observed, expected, WINSORISED));
    }
}
