package uk.frith.platform.reports.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.frith.platform.foundation.sheets.Sheets;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.AsbType;
import uk.frith.platform.reports.recording.Channel;

/** One tally of what was reported to the police and to partners: every report, and every event once. */
final class TallyRules {

    /** How a partner's list of problems is named among the ways in. */
    private static final String LIST = "LIST";

    private TallyRules() {}

    /**
     * How much there is.
     *
     * @param reports all reports
     * @param events reports without those of an event that is counted already
     * @param police reports of which the police heard
     * @param passed reports that the police passed on to a partner
     */
    record Sum(long reports, long events, long police, long passed) {
        static final Sum NONE = new Sum(0, 0, 0, 0);

        Sum and(Sum other) {
            return new Sum(
                    reports + other.reports, events + other.events, police + other.police, passed + other.passed);
        }
    }

    /**
     * A cell of the tally.
     *
     * @param month as 2026-03, when it happened
     * @param partner whom it was told to; empty for the police
     * @param way the channel of an incident, or {@code LIST} for a partner's list of what it was told
     * @param district its name; empty when it isn't known
     * @param area the code of the LSOA; empty when it isn't known
     */
    record Cell(
            String month,
            String partner,
            String way,
            Optional<AsbType> type,
            Optional<AsbCategory> category,
            String district,
            String area,
            Sum sum) {

        String wayInWords() {
            return way.equals(LIST) ? "Partner's list" : Channel.valueOf(way).words();
        }

        String typeInWords() {
            return type.map(AsbType::words).orElse("Not sorted");
        }
    }

    static Sum total(List<Cell> cells) {
        return cells.stream().map(Cell::sum).reduce(Sum.NONE, Sum::and);
    }

    /** The sums of what cells have in common, in the order of its words. */
    static Map<String, Sum> by(List<Cell> cells, Function<Cell, String> common) {
        return cells.stream().collect(Collectors.toMap(common, Cell::sum, Sum::and, TreeMap::new));
    }

    /** The cells as a CSV file. */
    static String csv(List<Cell> cells, String police) {
        String head = "month,told_to,way,type,category,district,area,reports,events,known_to_police,passed_on\r\n";
        return cells.stream().map(cell -> line(cell, police)).collect(Collectors.joining("", head, ""));
    }

    private static String line(Cell cell, String police) {
        return Stream.of(
                                cell.month(),
                                cell.partner().isEmpty() ? police : cell.partner(),
                                cell.wayInWords(),
                                cell.typeInWords(),
                                cell.category().map(AsbCategory::words).orElse(""),
                                cell.district(),
                                cell.area())
                        .map(Sheets::quoted)
                        .collect(Collectors.joining(","))
                + String.format(
                        Locale.ROOT,
                        ",%d,%d,%d,%d\r\n",
                        cell.sum().reports(),
                        cell.sum().events(),
                        cell.sum().police(),
                        cell.sum().passed());
    }
}
