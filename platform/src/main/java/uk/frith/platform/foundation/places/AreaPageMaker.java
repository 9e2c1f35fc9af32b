package uk.frith.platform.foundation.places;

import gg.jte.Content;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import uk.frith.platform.foundation.pages.Cell;
import uk.frith.platform.foundation.pages.Column;
import uk.frith.platform.foundation.pages.Crumb;
import uk.frith.platform.foundation.pages.SummaryRow;

/** Puts an area's figures into words and tables. */
final class AreaPageMaker {

    /** The year of the lists that are the latest: a district that only older ones name has been abolished. */
    private static final int LATEST_LISTS = 2024;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private AreaPageMaker() {}

    static AreaPage make(AreaDetail detail, List<Content> panels) {
        Area area = detail.place().area();
        List<AreaPage.Table> tables = new ArrayList<>();
        addIfAny(tables, residents(detail));
        addIfAny(tables, ages(detail));
        addIfAny(tables, deprivation(detail));
        addIfAny(tables, classes(detail));
        addIfAny(tables, changes(detail));
        boolean hasParts = !detail.parts().isEmpty();
        return new AreaPage(
                area.name(),
                capital(area.kind().words()) + " " + area.code(),
                says(detail),
                crumbs(detail.place()),
                where(detail),
                PlaceDrawing.of(pictureTitle(detail), detail.around(), detail.own()),
                tables,
                hasParts ? Optional.of(parts(detail)) : Optional.empty(),
                hasParts ? Optional.of(address(area) + "/parts.csv") : Optional.empty(),
                panels,
                sources(detail));
    }

    static String address(Area area) {
        return "/places/" + area.code();
    }

    static Content link(Area area) {
        return output -> {
            output.writeContent("<a class=\"govuk-link\" href=\"" + address(area) + "\">");
            output.writeUserContent(area.name());
            output.writeContent("</a>");
        };
    }

    private static void addIfAny(List<AreaPage.Table> tables, AreaPage.Table table) {
        if (!table.rows().isEmpty()) {
            tables.add(table);
        }
    }

    private static List<String> says(AreaDetail detail) {
        Belonging place = detail.place();
        List<String> says = new ArrayList<>();
        if (place.area().kind() == AreaKind.DISTRICT && place.listed() < LATEST_LISTS) {
            says.add("This district stands in the list of " + place.listed() + " and no longer in that of "
                    + LATEST_LISTS + ".");
        }
        if (place.area().kind() == AreaKind.LSOA_2011) {
            says.add("This area was changed for 2021: its figures are those of 2011's areas.");
        }
        detail.residents().stream().findFirst().ifPresent(latest -> {
            String households =
                    latest.households().isPresent() ? " in " + figure(latest.households()) + " households" : "";
            says.add(figure(latest.residents()) + " people lived here" + households + " "
                    + (latest.year() == 2021 ? "at the Census of 2021." : "in mid-" + latest.year() + "."));
        });
        if (isSmall(place.area())) {
            detail.deprivation().stream()
                    .findFirst()
                    .ifPresent(d -> says.add("It is in tenth " + d.decile() + " of 10 of the "
                            + d.index().words() + ", where 1 is the most deprived."));
        }
        return says;
    }

    private static boolean isSmall(Area area) {
        return area.kind() == AreaKind.LSOA_2011 || area.kind() == AreaKind.LSOA_2021;
    }

    private static List<Crumb> crumbs(Belonging place) {
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(Crumb.to("Places", "/places"));
        place.within().forEach(area -> crumbs.add(Crumb.to(area.name(), address(area))));
        crumbs.add(Crumb.here(place.area().name()));
        return crumbs;
    }

    private static List<SummaryRow> where(AreaDetail detail) {
        List<SummaryRow> rows = new ArrayList<>();
        for (Area area : detail.place().within()) {
            rows.add(SummaryRow.of(capital(area.kind().words()), link(area)));
        }
        detail.position().ifPresent(position -> {
            rows.add(SummaryRow.of(
                    isSmall(detail.place().area()) ? "Centre (National Grid)" : "Mean of its small areas' centres",
                    "E " + Math.round(position.easting()) + " N " + Math.round(position.northing())));
            position.squareKilometres()
                    .ifPresent(km2 -> rows.add(
                            SummaryRow.of("Area", String.format(Locale.UK, "%,.2f square kilometres, about", km2))));
        });
        if (detail.postcodes().live() + detail.postcodes().ended() > 0) {
            rows.add(SummaryRow.of(
                    "Postcodes of November 2021",
                    figure(detail.postcodes().live()) + " in use, "
                            + figure(detail.postcodes().ended()) + " ended (only those that were imported)"));
        }
        if (!detail.neighbours().isEmpty()) {
            rows.add(SummaryRow.of("Touches", links(detail.neighbours())));
        }
        return rows;
    }

    private static Content links(List<Area> areas) {
        return output -> {
            for (int i = 0; i < areas.size(); i++) {
                output.writeContent(i == 0 ? "" : ", ");
                link(areas.get(i)).writeTo(output);
            }
        };
    }

    private static String pictureTitle(AreaDetail detail) {
        String within = detail.around().isEmpty() || detail.place().within().isEmpty() ? "" : " within what it lies in";
        return "Outline of " + detail.place().area().name() + within;
    }

    private static AreaPage.Table residents(AreaDetail detail) {
        return new AreaPage.Table(
                "residents",
                "Who lives here",
                "",
                List.of(Column.of("When"), Column.number("Residents"), Column.number("Households")),
                detail.residents().stream()
                        .map(row -> List.of(
                                Cell.of(row.year() == 2021 ? "Census of 2021" : "Estimate of mid-" + row.year()),
                                Cell.number(figure(row.residents())),
                                Cell.number(figure(row.households()))))
                        .toList());
    }

    private static AreaPage.Table ages(AreaDetail detail) {
        List<List<Cell>> rows = new ArrayList<>();
        detail.residents().stream()
                .filter(row -> row.ages().known())
                .findFirst()
                .ifPresent(row -> {
                    Residents.Ages ages = row.ages();
                    rows.add(age("0 to 15", ages.to15(), row));
                    rows.add(age("16 to 24", ages.to24(), row));
                    rows.add(age("25 to 44", ages.to44(), row));
                    rows.add(age("45 to 64", ages.to64(), row));
                    rows.add(age("65 and over", ages.over64(), row));
                });
        return new AreaPage.Table(
                "ages",
                "By age",
                "Estimate of mid-2020.",
                List.of(Column.of("Age"), Column.number("Residents"), Column.number("Share")),
                rows);
    }

    private static List<Cell> age(String words, OptionalLong residents, Residents all) {
        return List.of(
                Cell.of(words),
                Cell.number(figure(residents)),
                Cell.number(share(residents.orElse(0), all.residents())));
    }

    private static AreaPage.Table deprivation(AreaDetail detail) {
        boolean small = isSmall(detail.place().area());
        return new AreaPage.Table(
                "deprivation",
                "Deprivation",
                "Tenth 1 is the most deprived of its country. Indices of different countries or years can't be compared.",
                List.of(
                        Column.of("Index"),
                        Column.number("Tenth"),
                        small ? Column.number("Rank") : Column.number("Small areas")),
                detail.deprivation().stream()
                        .map(row -> List.of(
                                Cell.of(row.index().words()),
                                Cell.number(figure(row.decile())),
                                Cell.number(figure(small ? row.rank() : row.areas()))))
                        .toList());
    }

    private static AreaPage.Table classes(AreaDetail detail) {
        return new AreaPage.Table(
                "classes",
                "Town or country",
                "",
                List.of(Column.of("Classes of"), Column.of("Kind"), Column.of("Class"), Column.number("Small areas")),
                detail.classes().stream()
                        .map(row -> List.of(
                                Cell.of(Integer.toString(row.year())),
                                Cell.of(row.kind()),
                                Cell.of(row.name()),
                                Cell.number(figure(row.areas()))))
                        .toList());
    }

    private static AreaPage.Table changes(AreaDetail detail) {
        return new AreaPage.Table(
                "changes",
                "What changed from 2011 to 2021",
                isSmall(detail.place().area()) ? "" : "Small areas that stayed as they were are left out.",
                List.of(Column.of("In 2011"), Column.of("In 2021"), Column.of("What happened")),
                detail.changes().stream()
                        .map(row -> List.of(
                                Cell.of(link(row.before())), Cell.of(link(row.after())), Cell.of(how(row.how()))))
                        .toList());
    }

    private static String how(String change) {
        return switch (change) {
            case "U" -> "Unchanged";
            case "S" -> "Split";
            case "M" -> "Merged";
            default -> "Changed in another way";
        };
    }

    private static AreaPage.Table parts(AreaDetail detail) {
        String kinds = detail.parts().stream()
                .map(part -> part.area().kind().words())
                .distinct()
                .collect(Collectors.joining(", "));
        return new AreaPage.Table(
                "parts",
                "Its parts",
                "By " + kinds + "; residents and households of the Census of 2021.",
                List.of(Column.of("Name"), Column.of("Code"), Column.number("Residents"), Column.number("Households")),
                detail.parts().stream()
                        .map(part -> List.of(
                                Cell.of(link(part.area())),
                                Cell.of(part.area().code()),
                                Cell.number(figure(part.residents())),
                                Cell.number(figure(part.households()))))
                        .toList());
    }

    private static AreaPage.Table sources(AreaDetail detail) {
        return new AreaPage.Table(
                "sources",
                "Sources",
                "",
                List.of(Column.of("Figures"), Column.of("File"), Column.of("Imported"), Column.of("SHA-256")),
                detail.sources().stream()
                        .map(row -> List.of(
                                Cell.of(row.dataset().words()),
                                Cell.of(row.file()),
                                Cell.of(DAY.format(row.importedAt())),
                                Cell.of(row.sha256().substring(0, 12) + "…")))
                        .toList());
    }

    static String figure(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    private static String figure(OptionalLong number) {
        return number.isPresent() ? figure(number.getAsLong()) : "not known";
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.UK, "%.0f%%", 100.0 * part / whole);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
