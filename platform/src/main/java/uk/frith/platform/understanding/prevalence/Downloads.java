package uk.frith.platform.understanding.prevalence;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.Outline;

/** The figures as files: data and nothing else; the marking stands in the name that the file is given. */
final class Downloads {

    private static final List<String> COLUMNS = List.of(
            "area_code",
            "area_name",
            "within",
            "from",
            "to",
            "category",
            "incidents",
            "residents",
            "rate_per_1000",
            "rate_lower_95",
            "rate_upper_95",
            "smoothed_per_1000",
            "incidents_year_before",
            "change_ratio",
            "change_lower_95",
            "change_upper_95",
            "gi_star_z",
            "gi_star_q",
            "class",
            "deprivation_decile",
            "data_version",
            "places_version");

    /** From here on the columns hold numbers, but for the class. */
    private static final int FIRST_NUMBER = COLUMNS.indexOf("incidents");

    private static final int CLASS = COLUMNS.indexOf("class");
    private static final int PLACES_VERSION = COLUMNS.indexOf("places_version");

    private Downloads() {}

    /** One line an area, in the order of codes; unknown figures are empty. */
    static String areas(Answer answer) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(COLUMNS);
            answer.figures().areas().forEach(area -> csv.writeRecord(values(answer, area)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** One line a month of the whole series; a month without data has empty figures, not noughts. */
    static String months(Answer answer) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("month", "category", "incidents", "in_period", "data_version");
            for (Figures.Point point : answer.figures().months()) {
                csv.writeRecord(
                        point.month().toString(),
                        answer.question().category().slug(),
                        point.count().isPresent() ? Long.toString(point.count().getAsLong()) : "",
                        Boolean.toString(answer.question().period().holds(point.month())),
                        Long.toString(answer.question().dataVersion()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** One feature an area that has an outline, with the columns of the CSV as properties (RFC 7946). */
    static String geoJson(Answer answer) {
        StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",\"coverage\":");
        quote(out, answer.coverage().label(answer.question().category()));
        out.append(",\"attribution\":");
        quote(out, Coverage.OPEN_GOVERNMENT_LICENCE + " " + Coverage.ORDNANCE_SURVEY);
        out.append(",\"features\":[");
        String between = "\n";
        for (AreaFigures area : answer.figures().areas()) {
            List<Outline> outlines =
                    answer.outlines().getOrDefault(area.ground().code(), List.of());
            if (!outlines.isEmpty()) {
                out.append(between).append("{\"type\":\"Feature\",\"properties\":{");
                properties(out, values(answer, area));
                out.append("},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":");
                out.append(outlines.stream()
                        .flatMap(outline -> outline.polygons().stream())
                        .map(polygon ->
                                polygon.stream().map(Downloads::ring).collect(Collectors.joining(",", "[", "]")))
                        .collect(Collectors.joining(",", "[", "]")));
                out.append("}}");
                between = ",\n";
            }
        }
        return out.append("\n]}\n").toString();
    }

    private static String ring(List<GeoPoint> ring) {
        return ring.stream()
                .map(at -> "[" + number(at.longitude()) + "," + number(at.latitude()) + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void properties(StringBuilder out, List<String> values) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            out.append(i == 0 ? "" : ",");
            quote(out, COLUMNS.get(i));
            out.append(':');
            boolean number = i >= FIRST_NUMBER && i != CLASS && i != PLACES_VERSION;
            if (values.get(i).isEmpty()) {
                out.append("null");
            } else if (number) {
                out.append(values.get(i));
            } else {
                quote(out, values.get(i));
            }
        }
    }

    private static List<String> values(Answer answer, AreaFigures area) {
        Question question = answer.question();
        List<String> values = new ArrayList<>(List.of(
                area.ground().code(),
                area.ground().name(),
                area.ground().within(),
                question.period().from().toString(),
                question.period().to().toString(),
                question.category().slug(),
                Long.toString(area.count()),
                whole(area.ground().people()),
                area.rate().map(rate -> number(rate.perThousand())).orElse(""),
                area.rate().map(rate -> number(rate.lower())).orElse(""),
                area.rate().map(rate -> number(rate.upper())).orElse(""),
                real(area.smoothed())));
        if (area.change() instanceof Change.Compared compared) {
            values.addAll(List.of(
                    Long.toString(compared.before()),
                    finite(compared.ratio()),
                    finite(compared.lower()),
                    finite(compared.upper())));
        } else {
            values.addAll(List.of(area.change() instanceof Change.NothingEither ? "0" : "", "", "", ""));
        }
        values.addAll(List.of(
                real(area.z()),
                real(area.q()),
                area.heat() == Heat.UNJUDGED ? "" : area.heat().word(),
                whole(area.ground().decile()),
                Long.toString(question.dataVersion()),
                question.placesVersion()));
        return values;
    }

    private static String whole(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    private static String real(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    /** A ratio without end is left empty: neither format has a word for it. */
    private static String finite(double value) {
        return Double.isInfinite(value) ? "" : number(value);
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).toPlainString();
    }

    /** Words as JSON. */
    static String quoted(String words) {
        StringBuilder out = new StringBuilder();
        quote(out, words);
        return out.toString();
    }

    private static void quote(StringBuilder out, String words) {
        out.append('"');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
