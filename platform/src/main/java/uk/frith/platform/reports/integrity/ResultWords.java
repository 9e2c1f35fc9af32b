package uk.frith.platform.reports.integrity;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import uk.frith.patterns.Agreement;
import uk.frith.patterns.AgreementFinding;
import uk.frith.patterns.ConfidenceInterval;
import uk.frith.patterns.TooFew;
import uk.frith.platform.reports.integrity.Figures.Line;

/** What the figures of an audit say, in sentences and as a file. Nothing is said of fewer than the minimum. */
final class ResultWords {

    private static final List<String> COLUMNS = List.of(
            "by",
            "group",
            "incidents_read",
            "crimes_expected",
            "crimes_recorded",
            "crimes_recorded_any_class",
            "share_recorded",
            "share_lower_95",
            "share_upper_95",
            "category_right",
            "right_first_time",
            "crimes_not_expected",
            "kappa",
            "kappa_lower_95",
            "kappa_upper_95",
            "coverage");

    private ResultWords() {}

    /** The one sentence that the page begins with. */
    static String sentence(Sample sample, Figures figures) {
        Share crimes = figures.total().crimes();
        String counted = "Of " + Words.count(crimes.whole(), "crime") + " expected in "
                + Words.count(figures.read(), "account") + " read again, " + Words.count(crimes.part())
                + (crimes.part() == 1 ? " was" : " were") + " recorded";
        if (crimes.estimate().isEmpty()) {
            return counted + ". That is too few to give a share: at least " + crimes.minimum()
                    + " expected crimes are needed.";
        }
        String share = crimes.words().replace(" (", " (95 % interval ");
        return counted + ". Among all " + Words.count(sample.frameSize()) + " incidents that could have been drawn, "
                + share + " of crimes are recorded.";
    }

    /** What the figures cover and don't. */
    static List<String> coverage(Sample sample, Figures figures) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add("Covers " + sample.covers() + "; " + Words.count(figures.drawn()) + " drawn "
                + sample.kind().words().toLowerCase(Locale.UK) + " of " + Words.count(sample.frameSize())
                + ", as they stood on " + Words.moment(sample.drawn()) + ".");
        int unread = figures.drawn() - figures.read() - figures.notBlind();
        if (unread > 0) {
            lines.add(Words.count(unread) + " of those drawn weren't read; what was read stands for them.");
        }
        if (figures.notBlind() > 0) {
            lines.add(Words.count(figures.notBlind())
                    + " were read only by people who had seen the incident before; they aren't counted.");
        }
        if (sample.kind() == SampleKind.RISK) {
            lines.add(
                    "The sample was drawn by risk. Shares are weighted by each incident's chance of being drawn; counts"
                            + " aren't, and so don't divide to the shares.");
        }
        lines.add(
                "A crime counts once for each class in an incident. It counts as recorded only under the class that was"
                        + " expected. A reader can be wrong, too: disputes are settled by the registrar.");
        lines.add("Only incidents that somebody dealt with in Frith can be drawn; duplicates are left out.");
        return List.copyOf(lines);
    }

    /** How many of the expected victims stand in the crimes that were recorded; empty when none was. */
    static String victims(Line total) {
        return total.victimsExpected() == 0
                ? ""
                : "Of " + Words.count(total.victimsExpected(), "victim")
                        + " expected in the crimes that were recorded, " + Words.count(total.victimsRecorded())
                        + " stand in the record.";
    }

    /** Agreement on the category, in words. */
    static String agreement(AgreementFinding finding, boolean byChance) {
        if (!byChance) {
            return "not from a sample by risk";
        }
        return switch (finding) {
            case Agreement found ->
                Words.two(found.kappa()) + " (" + Words.two(found.interval().lower()) + " to "
                        + Words.two(found.interval().upper()) + ")";
            case TooFew few -> few.count() < few.minimum() && few.minimum() > 2 ? "too few" : "only one category";
        };
    }

    /** The lines of every table, one to a row. */
    static String csv(Sample sample, Figures figures) {
        String coverage = String.join(" ", coverage(sample, figures));
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(COLUMNS);
            row(csv, "all", figures.total(), coverage);
            figures.teams().forEach(line -> row(csv, "team", line, coverage));
            figures.categories().forEach(line -> row(csv, "recorded category", line, coverage));
            figures.months().forEach(line -> row(csv, "month", line, coverage));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void row(CsvWriter csv, String by, Line line, String coverage) {
        ConfidenceInterval kappa = line.agreement() instanceof Agreement found ? found.interval() : null;
        csv.writeRecord(
                by,
                guarded(line.name()),
                Integer.toString(line.incidents()),
                Long.toString(line.crimes().whole()),
                Long.toString(line.crimes().part()),
                Long.toString(line.anyClass().part()),
                line.crimes().estimate().map(found -> number(found.value())).orElse(""),
                line.crimes()
                        .estimate()
                        .map(found -> number(found.interval().lower()))
                        .orElse(""),
                line.crimes()
                        .estimate()
                        .map(found -> number(found.interval().upper()))
                        .orElse(""),
                Long.toString(line.category().part()),
                Long.toString(line.first().part()),
                Long.toString(line.unexpected()),
                line.agreement() instanceof Agreement found ? number(found.kappa()) : "",
                kappa == null ? "" : number(kappa.lower()),
                kappa == null ? "" : number(kappa.upper()),
                coverage);
    }

    /** A name that a spreadsheet would take for a formula is kept from being one. */
    private static String guarded(String name) {
        return name.matches("^[=+\\-@\\t\\r].*") ? "'" + name : name;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
