package uk.frith.platform.reports.integrity;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.frith.patterns.Agreement;
import uk.frith.patterns.AgreementFinding;
import uk.frith.patterns.TooFew;
import uk.frith.platform.foundation.pages.Months;
import uk.frith.platform.reports.integrity.CompareRules.Comparison;
import uk.frith.platform.reports.integrity.CompareRules.Pair;
import uk.frith.platform.reports.integrity.EstimateRules.Unit;
import uk.frith.platform.reports.integrity.Figures.End;
import uk.frith.platform.reports.integrity.Figures.Ends;
import uk.frith.platform.reports.integrity.Figures.Line;

/** From what was read to figures: what was read stands for what was drawn, and that for the frame. */
final class FigureRules {

    private FigureRules() {}

    /**
     * What the figures depend on.
     *
     * @param drawn when the sample was drawn
     * @param allowed how long the recording of a crime may take
     * @param byChance whether agreement may be spoken of: in a sample by risk it holds for the sample alone
     * @param minimum below how many of a thing nothing is said of it
     */
    record Frame(Instant drawn, Duration allowed, boolean byChance, long minimum) {}

    /** A counted item with its comparison, and the chance by which it counts. */
    private record Counted(
            ReadItem item, ReadItem.Reading reading, Comparison comparison, End end, double probability) {
        Unit crimes() {
            return new Unit(probability, comparison.same().size(), comparison.expected());
        }

        Unit anyClass() {
            int recorded = comparison.same().size() + comparison.otherClass().size();
            return new Unit(probability, recorded, comparison.expected());
        }

        Unit yes(boolean holds) {
            return new Unit(probability, holds ? 1 : 0, 1);
        }
    }

    static Figures figures(List<ReadItem> items, Frame frame) {
        Map<String, double[]> answered = new HashMap<>();
        for (ReadItem item : items) {
            double[] counts = answered.computeIfAbsent(item.stratum(), name -> new double[2]);
            counts[0]++;
            counts[1] += item.counting().isPresent() ? 1 : 0;
        }
        List<Counted> counted = new ArrayList<>();
        for (ReadItem item : items) {
            double[] counts = answered.getOrDefault(item.stratum(), new double[] {1, 1});
            item.counting()
                    .ifPresent(reading ->
                            counted.add(counted(item, reading, item.probability() * counts[1] / counts[0], frame)));
        }
        int notBlind = (int) items.stream()
                .filter(item -> !item.readings().isEmpty() && item.counting().isEmpty())
                .count();
        return new Figures(
                items.size(),
                counted.size(),
                notBlind,
                line("All", counted, frame),
                lines(
                        counted,
                        each -> each.item().team().isEmpty()
                                ? "No team"
                                : each.item().team(),
                        frame),
                lines(counted, each -> each.item().recorded(), frame),
                lines(counted, FigureRules::month, frame),
                lines(
                        counted,
                        each -> each.item().categorised().isEmpty()
                                ? "Nobody known"
                                : each.item().categorised(),
                        frame),
                ends(counted),
                betweenReaders(items, frame));
    }

    private static Counted counted(ReadItem item, ReadItem.Reading reading, double probability, Frame frame) {
        Comparison then = CompareRules.compare(
                reading.category(), reading.expected(), item.recorded(), item.recordedBy(frame.drawn()));
        return new Counted(item, reading, then, end(item, reading, then, frame), probability);
    }

    /** How a record ended: a correction that nobody had to ask for still isn't right the first time. */
    static End end(ReadItem item, ReadItem.Reading reading, Comparison then, Frame frame) {
        if (then.right()) {
            Instant inTime = item.reported().plus(frame.allowed());
            Comparison atOnce = CompareRules.compare(
                    reading.category(), reading.expected(), item.opening(), item.recordedBy(inTime));
            return atOnce.right() ? End.FIRST_TIME : End.PUT_RIGHT_BEFORE;
        }
        Comparison today =
                CompareRules.compare(reading.category(), reading.expected(), item.now(), item.recordedBy(Instant.MAX));
        return today.right() ? End.PUT_RIGHT_AFTER : End.NOT_RIGHT;
    }

    private static <K extends Comparable<K>> List<Line> lines(
            List<Counted> counted, Function<Counted, K> key, Frame frame) {
        SortedMap<K, List<Counted>> groups =
                counted.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> line(name(group.getKey()), group.getValue(), frame))
                .toList();
    }

    private static String name(Object key) {
        return key instanceof Sorting sorting
                ? sorting.words()
                : key instanceof YearMonth month ? Months.inWords(month) : key.toString();
    }

    private static YearMonth month(Counted counted) {
        return YearMonth.from(counted.item().reported().atZone(Words.LONDON));
    }

    private static Line line(String name, List<Counted> counted, Frame frame) {
        List<Pair> same = counted.stream()
                .flatMap(each -> each.comparison().same().stream())
                .toList();
        return new Line(
                name,
                counted.size(),
                share(counted, Counted::crimes, frame),
                share(counted, Counted::anyClass, frame),
                same.stream().mapToLong(pair -> pair.expected().victims()).sum(),
                same.stream()
                        .mapToLong(pair -> Math.min(
                                pair.recorded().victims(), pair.expected().victims()))
                        .sum(),
                share(counted, each -> each.yes(each.comparison().categoryRight()), frame),
                share(counted, each -> each.yes(each.end() == End.FIRST_TIME), frame),
                counted.stream()
                        .mapToLong(each -> each.comparison().unexpected().size())
                        .sum(),
                agreement(counted, frame));
    }

    private static Share share(List<Counted> counted, Function<Counted, Unit> unit, Frame frame) {
        return EstimateRules.share(counted.stream().map(unit).toList(), frame.minimum());
    }

    private static AgreementFinding agreement(List<Counted> counted, Frame frame) {
        List<Two> twos = counted.stream()
                .map(each -> new Two(each.item().recorded(), each.reading().category()))
                .toList();
        return agreement(frame.byChance() ? twos : List.of(), frame.minimum());
    }

    /** Two people who read the same account blind: the first two that did. */
    private static AgreementFinding betweenReaders(List<ReadItem> items, Frame frame) {
        List<Two> twos = new ArrayList<>();
        for (ReadItem item : items) {
            List<ReadItem.Reading> blind =
                    item.readings().stream().filter(ReadItem.Reading::blind).toList();
            if (blind.size() > 1) {
                twos.add(new Two(blind.get(0).category(), blind.get(1).category()));
            }
        }
        return agreement(twos, frame.minimum());
    }

    /** How two sorted the same record. */
    record Two(Sorting one, Sorting other) {}

    static AgreementFinding agreement(List<Two> twos, long minimum) {
        if (twos.size() < minimum) {
            return new TooFew(twos.size(), minimum);
        }
        List<Sorting> classes = List.of(Sorting.values());
        long[][] table = new long[classes.size()][classes.size()];
        twos.forEach(two -> table[classes.indexOf(two.one())][classes.indexOf(two.other())]++);
        return Agreement.of(table, EstimateRules.CONFIDENCE);
    }

    private static Ends ends(List<Counted> counted) {
        Map<End, Integer> tally = new EnumMap<>(End.class);
        counted.forEach(each -> tally.merge(each.end(), 1, Integer::sum));
        return new Ends(
                tally.getOrDefault(End.FIRST_TIME, 0),
                tally.getOrDefault(End.PUT_RIGHT_BEFORE, 0),
                tally.getOrDefault(End.PUT_RIGHT_AFTER, 0),
                tally.getOrDefault(End.NOT_RIGHT, 0));
    }
}
