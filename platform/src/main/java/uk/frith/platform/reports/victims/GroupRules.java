package uk.frith.platform.reports.victims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.frith.patterns.ConfidenceInterval;
import uk.frith.patterns.PoissonIntervals;
import uk.frith.platform.foundation.sheets.SheetRow;
import uk.frith.platform.reports.victims.VictimTerms.Age;
import uk.frith.platform.reports.victims.VictimTerms.Disability;
import uk.frith.platform.reports.victims.VictimTerms.Ethnicity;
import uk.frith.platform.reports.victims.VictimTerms.Sex;
import uk.frith.platform.reports.victims.VictimTerms.Worded;

/**
 * Which groups are concerned more often than their share of the population, and which report less than a survey lets expect:
 * counts with exact Poisson intervals, per 1,000 people who live here and per 100 who say that they experienced it.
 */
final class GroupRules {

    static final List<String> HEADER = List.of("characteristic", "group", "people", "survey_percent");

    private static final double CONFIDENCE = 0.95;

    private GroupRules() {}

    /** A group that people may say they belong to. */
    record Group(String characteristic, String value, String words) {}

    /** All groups, in the order in which they are asked. */
    static List<Group> groups() {
        return Stream.of(
                        of("AGE", Age.values()),
                        of("SEX", Sex.values()),
                        of("ETHNICITY", Ethnicity.values()),
                        of("DISABILITY", Disability.values()))
                .flatMap(each -> each)
                .filter(group -> !group.value().equals("NOT_SAID"))
                .toList();
    }

    private static <E extends Enum<E> & Worded> Stream<Group> of(String characteristic, E[] values) {
        return Stream.of(values).map(value -> new Group(characteristic, value.name(), value.words()));
    }

    /** What one row says; at least one of the two is there. */
    record Figure(Group group, Optional<Long> people, Optional<Double> surveyPercent) {}

    /** Reads the rows of one file in turn, and refuses a group that stands further up. */
    static final class Reader {
        private final Set<Group> seen = new HashSet<>();

        SheetRow<Figure> read(List<String> row) {
            String characteristic = row.get(0).toUpperCase(Locale.ROOT);
            List<Group> of = groups().stream()
                    .filter(group -> group.characteristic().equals(characteristic))
                    .toList();
            if (of.isEmpty()) {
                return new SheetRow.Faulty<>(0, "it is age, sex, ethnicity or disability");
            }
            Optional<Group> group = of.stream()
                    .filter(each -> each.words().equalsIgnoreCase(row.get(1))
                            || each.value().equalsIgnoreCase(row.get(1)))
                    .findFirst();
            if (group.isEmpty()) {
                return new SheetRow.Faulty<>(
                        1, "the groups are: " + of.stream().map(Group::words).collect(Collectors.joining("; ")));
            }
            if (!row.get(2).isEmpty() && !row.get(2).matches("[1-9]\\d{0,7}")) {
                return new SheetRow.Faulty<>(2, "the number of people is a whole number above nought, or nothing");
            }
            boolean percent = row.get(3).matches("\\d{1,3}(\\.\\d{1,2})?")
                    && Double.parseDouble(row.get(3)) > 0
                    && Double.parseDouble(row.get(3)) <= 100;
            if (!row.get(3).isEmpty() && !percent) {
                return new SheetRow.Faulty<>(3, "a share is in per cent, above 0 and up to 100, or nothing");
            }
            if (row.get(2).isEmpty() && row.get(3).isEmpty()) {
                return new SheetRow.Faulty<>(2, "give the number of people, the share, or both");
            }
            if (!seen.add(group.get())) {
                return new SheetRow.Faulty<>(1, "the group stands further up already");
            }
            return new SheetRow.Sound<>(new Figure(
                    group.get(),
                    Optional.of(row.get(2)).filter(text -> !text.isEmpty()).map(Long::valueOf),
                    Optional.of(row.get(3)).filter(text -> !text.isEmpty()).map(Double::valueOf)));
        }
    }

    /**
     * A group beside those who live here and those who say that they experienced it.
     *
     * @param named how many were named in reports of the year
     * @param perThousand per 1,000 people who live here; empty without their number
     * @param perHundred per 100 who say that they experienced it; empty without their number or the survey
     * @param least whether so few of those who experienced it are named that chance doesn't explain it
     */
    record Beside(
            Group group,
            long named,
            Optional<Long> people,
            Optional<Double> surveyPercent,
            Optional<ConfidenceInterval> perThousand,
            Optional<ConfidenceInterval> perHundred,
            boolean least) {}

    /** Each group of which a figure is there. */
    static List<Beside> beside(List<Figure> figures, Map<Group, Long> named) {
        List<Beside> all = new ArrayList<>();
        for (Figure figure : figures) {
            long count = named.getOrDefault(figure.group(), 0L);
            Optional<Double> experienced = experienced(figure);
            all.add(new Beside(
                    figure.group(),
                    count,
                    figure.people(),
                    figure.surveyPercent(),
                    figure.people().map(people -> per(count, people / 1000.0)),
                    experienced.map(people -> per(count, people / 100)),
                    experienced.isPresent() && least(figure.group(), count, experienced.get(), figures, named)));
        }
        return List.copyOf(all);
    }

    private static Optional<Double> experienced(Figure figure) {
        return figure.people().flatMap(people -> figure.surveyPercent().map(percent -> people * percent / 100));
    }

    /** A count too small to be shown may be anything below the smallest that is. */
    private static ConfidenceInterval per(long count, double units) {
        ConfidenceInterval counted = count < EqualityPages.FEWEST
                ? new ConfidenceInterval(
                        0,
                        PoissonIntervals.exact(EqualityPages.FEWEST - 1L, CONFIDENCE)
                                .upper(),
                        CONFIDENCE)
                : PoissonIntervals.exact(count, CONFIDENCE);
        return new ConfidenceInterval(counted.lower() / units, counted.upper() / units, CONFIDENCE);
    }

    /** Below all the others of its characteristic together, by intervals that don't meet. */
    private static boolean least(
            Group group, long count, double experienced, List<Figure> figures, Map<Group, Long> named) {
        double others = 0;
        long othersNamed = 0;
        for (Figure each : figures) {
            if (each.group().characteristic().equals(group.characteristic())
                    && !each.group().equals(group)) {
                Optional<Double> theirs = experienced(each);
                if (theirs.isPresent()) {
                    others += theirs.get();
                    othersNamed += named.getOrDefault(each.group(), 0L);
                }
            }
        }
        return others > 0
                && per(count, experienced).upper() < per(othersNamed, others).lower();
    }
}
