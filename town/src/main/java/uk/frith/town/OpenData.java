package uk.frith.town;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.frith.town.Reporting.Report;

/**
 * The force's open data: one street-level file a month in the columns of data.police.uk, with what is true of those
 * files. Points are snapped to one point a street, so that separate incidents make identical rows; antisocial behaviour
 * has neither a number nor an outcome; rows without a place say so and come last; lines end with CR LF.
 */
final class OpenData {

    private static final String CRLF = "\r\n";
    private static final String HEADER = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,"
            + "LSOA code,LSOA name,Crime type,Last outcome category,Context";
    private static final String NO_PLACE = ",,No Location,,";
    private static final String ASB = "Anti-social behaviour";

    /** Other recorded crime, for each incident of antisocial behaviour. */
    private static final double CRIMES_AN_INCIDENT = 1.3;

    private record Kind(String name, double share) {}

    private record Outcome(String name, double share) {}

    /** In order of name, as the files are. Antisocial behaviour stands first and isn't drawn. */
    private static final List<Kind> KINDS = List.of(
            new Kind(ASB, 0),
            new Kind("Bicycle theft", 2),
            new Kind("Burglary", 6),
            new Kind("Criminal damage and arson", 11),
            new Kind("Drugs", 4),
            new Kind("Other crime", 3),
            new Kind("Other theft", 9),
            new Kind("Possession of weapons", 1),
            new Kind("Public order", 10),
            new Kind("Robbery", 1.5),
            new Kind("Shoplifting", 9),
            new Kind("Theft from the person", 1.5),
            new Kind("Vehicle crime", 7),
            new Kind("Violence and sexual offences", 35));

    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome("Unable to prosecute suspect", 42),
            new Outcome("Investigation complete; no suspect identified", 38),
            new Outcome("Court result unavailable", 6),
            new Outcome("Local resolution", 4),
            new Outcome("Status update unavailable", 4),
            new Outcome("Under investigation", 3),
            new Outcome("Offender given a caution", 2),
            new Outcome("Further investigation is not in the public interest", 1));

    // A row's place in its file, packed: area, kind, street. The last area is nowhere.
    private static final int KIND_SHIFT = 8;
    private static final int AREA_SHIFT = 16;
    private static final int MASK = 0xff;
    private static final int NOWHERE = 0x7fff;

    private final Town town;
    private final Chance chance;
    private final Choice kinds =
            Choice.of(KINDS.stream().mapToDouble(Kind::share).toArray());
    private final Choice outcomes =
            Choice.of(OUTCOMES.stream().mapToDouble(Outcome::share).toArray());
    private final Choice areas;
    /** Longitude to LSOA name, already joined, by area and street. */
    private final List<List<String>> places;

    private OpenData(Town town) {
        this.town = town;
        this.chance = new Chance(town.plan().seed(), "open data");
        this.areas = Choice.of(town.behaviour().ordinaryLevels());
        this.places = town.areas().stream()
                .map(area -> area.streets().stream()
                        .map(street -> place(area, street))
                        .toList())
                .toList();
    }

    static void write(Path folder, Town town) throws IOException {
        OpenData data = new OpenData(town);
        List<List<Report>> months = data.byMonth();
        for (int m = 0; m < months.size(); m++) {
            String month = town.plan().month(m).toString();
            int[] rows = data.rows(months.get(m));
            TownFiles.file(
                    folder.resolve(month).resolve(month + "-" + Town.SLUG + "-street.csv"),
                    writer -> data.month(writer, month, rows));
        }
    }

    private List<List<Report>> byMonth() {
        List<List<Report>> months = new ArrayList<>();
        for (int m = 0; m < town.plan().months(); m++) {
            months.add(new ArrayList<>());
        }
        for (Report report : town.reports()) {
            months.get(town.behaviour().monthOf(report.occurrence().day())).add(report);
        }
        return months;
    }

    private int[] rows(List<Report> reports) {
        int crimes = (int) (reports.size() * CRIMES_AN_INCIDENT);
        int[] rows = new int[reports.size() + crimes];
        for (int i = 0; i < reports.size(); i++) {
            History.Occurrence occurrence = reports.get(i).occurrence();
            boolean placed = reports.get(i).incident().point() != null;
            rows[i] = placed ? pack(occurrence.area(), 0, occurrence.street()) : pack(NOWHERE, 0, 0);
        }
        for (int i = reports.size(); i < rows.length; i++) {
            int kind = kinds.draw(chance);
            int area = areas.draw(chance);
            int street = town.behaviour().street(chance, area);
            rows[i] = chance.happens(Reporting.WITHOUT_POINT) ? pack(NOWHERE, kind, 0) : pack(area, kind, street);
        }
        Arrays.sort(rows);
        return rows;
    }

    private static int pack(int area, int kind, int street) {
        return area << AREA_SHIFT | kind << KIND_SHIFT | street;
    }

    private void month(Writer writer, String month, int[] rows) throws IOException {
        writer.write(HEADER + CRLF);
        Row row = new Row(CRLF);
        for (int packed : rows) {
            int area = packed >> AREA_SHIFT;
            Kind kind = KINDS.get(packed >> KIND_SHIFT & MASK);
            boolean asb = kind.name.equals(ASB);
            row.text(asb ? "" : crimeId()).text(month).text(Town.POLICE_NAME).text(Town.POLICE_NAME);
            if (area == NOWHERE) {
                row.plain(NO_PLACE);
            } else {
                row.plain(places.get(area).get(packed & MASK));
            }
            row.text(kind.name)
                    .text(asb ? "" : OUTCOMES.get(outcomes.draw(chance)).name)
                    .empty()
                    .writeTo(writer);
        }
    }

    private static String place(Area area, Street street) {
        NationalGrid.LonLat degrees = NationalGrid.toWgs84(
                street.middle().eastingMetres(), street.middle().northingMetres());
        return String.join(
                ",",
                Digits.degrees(degrees.longitude()),
                Digits.degrees(degrees.latitude()),
                "On or near " + street.name(),
                area.code(),
                area.name());
    }

    /** Sixty-four hexadecimal digits, as the real ones have. */
    private String crimeId() {
        StringBuilder id = new StringBuilder(64);
        for (int i = 0; i < 4; i++) {
            String digits = Long.toHexString(chance.bits());
            id.append("0".repeat(16 - digits.length())).append(digits);
        }
        return id.toString();
    }
}
