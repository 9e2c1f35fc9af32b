package uk.frith.platform.understanding.prevalence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Turns an answer's areas into the rows of a table. */
final class AreaTableMaker {

    /** More rows than the largest force but the Metropolitan Police has; with more, the page grows past reading. */
    static final int MOST_ROWS = 2_000;

    private AreaTableMaker() {}

    /** A column of the table: its head, how it sorts, and its cell. */
    private record Field(String words, Asked.Sort.Key key, boolean numeric, Cells cells) {}

    @FunctionalInterface
    private interface Cells {
        List<String> of(AreaFigures area);
    }

    private static List<Field> fields(Asked asked, Figures figures) {
        boolean all = asked.columns() == Asked.Columns.ALL;
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Count", Asked.Sort.Key.COUNT, true, area -> List.of(Words.count(area.count()))));
        if (figures.rate().isPresent()) {
            fields.add(new Field(
                    "Per 1,000",
                    Asked.Sort.Key.RATE,
                    true,
                    area -> List.of(area.rate()
                            .map(rate -> Words.rate(rate.perThousand()))
                            .orElse("–"))));
            fields.add(new Field(
                    "95 % interval",
                    Asked.Sort.Key.RATE,
                    true,
                    area -> List.of(area.rate()
                            .map(rate -> Words.rate(rate.lower()) + " to " + Words.rate(rate.upper()))
                            .orElse("–"))));
            if (all) {
                fields.add(new Field(
                        "Smoothed",
                        Asked.Sort.Key.SMOOTHED,
                        true,
                        area -> List.of(
                                area.smoothed().isPresent()
                                        ? Words.rate(area.smoothed().getAsDouble())
                                        : "–")));
            }
        }
        fields.add(new Field(
                "Change",
                Asked.Sort.Key.CHANGE,
                true,
                area -> List.of(PrevalenceSentences.changeInShort(area.change()))));
        if (all) {
            fields.add(new Field(
                    "95 % interval",
                    Asked.Sort.Key.CHANGE, true, area -> List.of(PrevalenceSentences.changeInterval(area.change()))));
        }
        fields.add(new Field(
                "Class",
                Asked.Sort.Key.CLASS,
                false,
                area -> List.of(area.heat().word())));
        if (!figures.deciles().isEmpty()) {
            fields.add(new Field(
                    "Decile",
                    Asked.Sort.Key.DECILE,
                    true,
                    area -> List.of(
                            area.ground().decile().isPresent()
                                    ? Integer.toString(area.ground().decile().getAsInt())
                                    : "–")));
        }
        return fields;
    }

    static PrevalencePage.AreaTable table(Answer answer, Asked asked) {
        Figures figures = answer.figures();
        List<Field> fields = fields(asked, figures);
        List<PrevalencePage.Head> heads = new ArrayList<>();
        heads.add(head(asked, capital(asked.unit().singular()), Asked.Sort.Key.NAME, false, true));
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            boolean first = i == 0 || fields.get(i - 1).key() != field.key();
            heads.add(head(asked, field.words(), field.key(), field.numeric(), first));
        }
        List<PrevalencePage.Row> rows = figures.areas().stream()
                .sorted(order(asked.sort()))
                .limit(MOST_ROWS)
                .map(area -> new PrevalencePage.Row(
                        area.ground().name(),
                        area.heat(),
                        fields.stream()
                                .flatMap(field -> field.cells().of(area).stream())
                                .toList()))
                .toList();
        Asked.Columns other = asked.columns() == Asked.Columns.ALL ? Asked.Columns.FEWER : Asked.Columns.ALL;
        return new PrevalencePage.AreaTable(
                Words.count(figures.areas().size()) + " " + asked.unit().plural() + ", "
                        + answer.question().category().title().toLowerCase(Locale.UK) + ", "
                        + figures.period().words(),
                heads,
                rows,
                new PrevalencePage.Link(
                        other == Asked.Columns.ALL
                                ? "Show all columns: smoothed rates and intervals of change too"
                                : "Show fewer columns",
                        asked.showing(other).address(PageMaker.PATH) + "#areas"),
                figures.areas().size() - rows.size());
    }

    private static PrevalencePage.Head head(
            Asked asked, String words, Asked.Sort.Key key, boolean numeric, boolean sortable) {
        boolean current = asked.sort().by() == key;
        boolean down = current ? !asked.sort().descending() : key != Asked.Sort.Key.NAME;
        return new PrevalencePage.Head(
                words,
                sortable ? asked.sorted(new Asked.Sort(key, down)).address(PageMaker.PATH) + "#areas" : "",
                numeric,
                current && sortable
                        ? Optional.of(asked.sort().descending() ? "descending" : "ascending")
                        : Optional.empty());
    }

    /** The order of rows: what isn't known comes last either way, ties by code. */
    static Comparator<AreaFigures> order(Asked.Sort sort) {
        Comparator<AreaFigures> order = switch (sort.by()) {
            case NAME -> {
                Comparator<AreaFigures> names =
                        Comparator.comparing(area -> area.ground().name());
                yield sort.descending() ? names.reversed() : names;
            }
            case COUNT -> by(sort, area -> (double) area.count());
            case RATE ->
                by(sort, area -> area.rate().map(RateFigure::perThousand).orElse(Double.NaN));
            case SMOOTHED -> by(sort, area -> area.smoothed().orElse(Double.NaN));
            case CHANGE ->
                by(sort, area -> area.change() instanceof Change.Compared compared ? compared.ratio() : Double.NaN);
            case CLASS -> by(sort, area -> area.z().orElse(Double.NaN));
            case DECILE ->
                by(
                        sort,
                        area -> area.ground().decile().isPresent()
                                ? area.ground().decile().getAsInt()
                                : Double.NaN);
        };
        return order.thenComparing(area -> area.ground().code());
    }

    private static Comparator<AreaFigures> by(Asked.Sort sort, ToDoubleFunction<AreaFigures> value) {
        return Comparator.comparingDouble(area -> {
            double found = value.applyAsDouble(area);
            return Double.isNaN(found) ? Double.POSITIVE_INFINITY : sort.descending() ? -found : found;
        });
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
