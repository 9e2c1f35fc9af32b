package uk.frith.platform.understanding.prevalence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an address asks for, read but not yet looked up.
 *
 * @param series whose reports: the name of a series of open files, as {@code leicestershire}
 * @param within the code of a district or partnership in it; empty for all of it
 * @param category the slug of what is counted
 * @param from the first month; empty for a year that ends with the data
 * @param to the last month; empty for the last month of the data
 * @param unit by what areas
 * @param heatOn the figure in which hot areas are looked for
 * @param colours what the map shows
 * @param limits how wide the funnel's limits are
 * @param sort by what the table is sorted
 * @param columns which columns the table has
 * @param dataVersion of a link that must give the same figures again; empty for the latest
 * @param placesVersion of such a link
 */
record Asked(
        String series,
        Optional<String> within,
        String category,
        Optional<YearMonth> from,
        Optional<YearMonth> to,
        Unit unit,
        HeatOn heatOn,
        MapColours colours,
        Optional<FunnelDrawing.Limits> limits,
        Sort sort,
        Columns columns,
        OptionalLong dataVersion,
        Optional<String> placesVersion) {

    /** The order of the table's rows. */
    record Sort(Key by, boolean descending) {

        static final Sort USUAL = new Sort(Key.COUNT, true);

        /** What rows can be sorted by. */
        enum Key {
            NAME,
            COUNT,
            RATE,
            SMOOTHED,
            CHANGE,
            CLASS,
            DECILE;

            String slug() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** How much of each area the table shows. */
    enum Columns {
        FEWER,
        ALL;

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same view of what it came to: the months and the versions named, so that the link always gives the same. */
    Asked pinned(Question question) {
        return new Asked(
                series,
                within,
                category,
                Optional.of(question.period().from()),
                Optional.of(question.period().to()),
                unit,
                heatOn,
                colours,
                limits,
                sort,
                columns,
                OptionalLong.of(question.dataVersion()),
                Optional.of(question.placesVersion()));
    }

    /** The same question of the latest versions. */
    Asked ofTheLatest() {
        return new Asked(
                series,
                within,
                category,
                from,
                to,
                unit,
                heatOn,
                colours,
                limits,
                sort,
                columns,
                OptionalLong.empty(),
                Optional.empty());
    }

    Asked sorted(Sort other) {
        return new Asked(
                series,
                within,
                category,
                from,
                to,
                unit,
                heatOn,
                colours,
                limits,
                other,
                columns,
                dataVersion,
                placesVersion);
    }

    Asked showing(Columns other) {
        return new Asked(
                series,
                within,
                category,
                from,
                to,
                unit,
                heatOn,
                colours,
                limits,
                sort,
                other,
                dataVersion,
                placesVersion);
    }

    Asked coloured(MapColours other) {
        return new Asked(
                series,
                within,
                category,
                from,
                to,
                unit,
                heatOn,
                other,
                limits,
                sort,
                columns,
                dataVersion,
                placesVersion);
    }

    Asked limitedBy(FunnelDrawing.Limits other) {
        return new Asked(
                series,
                within,
                category,
                from,
                to,
                unit,
                heatOn,
                colours,
                Optional.of(other),
                sort,
                columns,
                dataVersion,
                placesVersion);
    }

    Asked within(Optional<String> other) {
        return new Asked(
                series,
                other,
                category,
                from,
                to,
                unit,
                heatOn,
                colours,
                limits,
                sort,
                columns,
                dataVersion,
                placesVersion);
    }

    /** Its parameters, in one order; what is usual is left out, so that the same question has one address. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("force", series);
        within.ifPresent(code -> all.put("within", code));
        all.put("category", category);
        from.ifPresent(month -> all.put("from", month.toString()));
        to.ifPresent(month -> all.put("to", month.toString()));
        put(all, "by", unit, Unit.LSOA, unit.slug());
        put(all, "heat", heatOn, HeatOn.COUNT, heatOn.slug());
        put(all, "map", colours, MapColours.CLASS, colours.slug());
        limits.ifPresent(chosen -> all.put("limits", chosen.name().toLowerCase(Locale.ROOT)));
        if (!sort.equals(Sort.USUAL)) {
            all.put("sort", sort.by().slug());
            all.put("order", sort.descending() ? "down" : "up");
        }
        put(all, "columns", columns, Columns.FEWER, columns.slug());
        dataVersion.ifPresent(version -> all.put("v", Long.toString(version)));
        placesVersion.ifPresent(version -> all.put("p", version));
        return all;
    }

    private static void put(Map<String, String> all, String name, Enum<?> value, Enum<?> usual, String slug) {
        if (value != usual) {
            all.put(name, slug);
        }
    }

    /** Its address under a path. */
    String address(String path) {
        StringBuilder address = new StringBuilder(path);
        parameters()
                .forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address.toString();
    }
}
