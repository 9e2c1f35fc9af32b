package uk.frith.town;

import static uk.frith.town.TownFiles.LINE_FEED;
import static uk.frith.town.TownFiles.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** The reference files of the force, with the names, headers and quoting of the real ones: one importer serves both. */
final class ReferenceFiles {

    /** Quoted, as the real files have it. */
    private static final String IMD_HEADER = """
            "lsoa21_code","IMD_decile","Income_decile","Employment_decile","Education_decile","Health_decile",\
            "Crime_decile","Housing_and_Services_decile","Environment_decile","IMD_rank","Income_rank",\
            "Employment_rank","Education_rank","Health_rank","Crime_rank","Housing_and_Services_rank",\
            "Environment_rank","IMD_score","Income_score","Employment_score","Education_score","Health_score",\
            "Crime_score","Housing_and_Services_score","Environment_score"
            """;

    private static final String POPULATION_HEADER = """
            "lsoa11_code","lsoa11_name","population_mid2020","age_0_15","age_16_24","age_25_44","age_45_64",\
            "age_65_plus","population_mid2019"
            """;

    private static final String POSTCODE_HEADER =
            "area,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa11,laua,ward,ctry,lsoa11,msoa11,ru11ind,lat,"
                    + "long,pfa,imd"
                    + LINE_FEED;

    /** The month in which the town's postcodes were introduced. */
    private static final int INTRODUCED = 200001;

    /** One line of one area in one file. */
    private interface Line {
        Row fill(Row row, Area area);
    }

    private ReferenceFiles() {}

    static void write(Path folder, List<Area> areas) throws IOException {
        table(
                folder.resolve("lookup_lsoa21_ward24_ltla24.csv"),
                """
                "lsoa21_name","lsoa21_code","ward24_name","ward24_code","ltla24_name","ltla24_code"
                """,
                areas,
                (row, area) -> row.quoted(area.name())
                        .quoted(area.code())
                        .quoted(area.wardName())
                        .quoted(area.wardCode())
                        .quoted(area.districtName())
                        .quoted(area.districtCode()));
        file(folder.resolve("lookup_ltla24_csp24_pfa24.csv"), writer -> partnerships(writer, areas));
        table(
                folder.resolve("lsoa21_census2021_residents_households.csv"),
                """
                "lsoa21_code","total_residents","total_households"
                """,
                areas,
                (row, area) -> row.quoted(area.code()).number(area.residents()).number(area.households()));
        table(folder.resolve("imd2025_england_lsoa21.csv"), IMD_HEADER, areas, ReferenceFiles::deprivation);
        table(
                folder.resolve("lookup_lsoa11_lsoa21_ltla22.csv"),
                """
                "lsoa11_name","lsoa11_code","change_code","lsoa21_name","lsoa21_code","ltla22_name","ltla22_code"
                """,
                areas,
                (row, area) -> row.quoted(area.name())
                        .quoted(area.code())
                        .quoted("U")
                        .quoted(area.name())
                        .quoted(area.code())
                        .quoted(area.districtName())
                        .quoted(area.districtCode()));
        table(folder.resolve("lsoa11_population_mid2020.csv"), POPULATION_HEADER, areas, ReferenceFiles::population);
        table(folder.resolve("lsoa21_centroids_derived.csv"), """
                "lsoa21_code","lsoa21_name","centroid_lon","centroid_lat","area_km2_generalised"
                """, areas, ReferenceFiles::middle);
        file(folder.resolve("postcodes_nspl_nov2021_subset.csv"), writer -> postcodes(writer, areas));
        file(folder.resolve("lsoa21_boundaries_" + Town.SLUG + ".geojson"), writer -> boundaries(writer, areas));
    }

    private static void table(Path path, String header, List<Area> areas, Line line) throws IOException {
        file(path, writer -> {
            writer.write(header);
            Row row = new Row(LINE_FEED);
            for (Area area : areas) {
                line.fill(row, area).writeTo(writer);
            }
        });
    }

    private static void partnerships(Writer writer, List<Area> areas) throws IOException {
        writer.write("""
                "ltla24_code","ltla24_name","csp24_code","csp24_name","pfa24_code","pfa24_name"
                """);
        Row row = new Row(LINE_FEED);
        String last = "";
        for (Area area : areas) {
            if (!area.districtCode().equals(last)) {
                last = area.districtCode();
                row.quoted(last)
                        .quoted(area.districtName())
                        .quoted(area.partnershipCode())
                        .quoted(area.partnershipName())
                        .quoted(Town.FORCE_CODE)
                        .quoted(Town.FORCE_NAME)
                        .writeTo(writer);
            }
        }
    }

    private static Row deprivation(Row row, Area area) {
        Deprivation deprivation = area.deprivation();
        row.quoted(area.code()).number(deprivation.overall().decile());
        deprivation.domains().forEach(domain -> row.number(domain.decile()));
        row.number(deprivation.overall().rank());
        deprivation.domains().forEach(domain -> row.number(domain.rank()));
        row.plain(Digits.shortest(deprivation.overall().scoreThousandths(), 3));
        deprivation.domains().forEach(domain -> row.plain(Digits.shortest(domain.scoreThousandths(), 3)));
        return row;
    }

    private static Row population(Row row, Area area) {
        AgeBands ages = area.ages();
        // The year before has half a per cent fewer: there is one population in this town.
        return row.quoted(area.code())
                .quoted(area.name())
                .number(ages.total())
                .number(ages.under16())
                .number(ages.from16To24())
                .number(ages.from25To44())
                .number(ages.from45To64())
                .number(ages.from65())
                .number(ages.total() - ages.total() / 200);
    }

    private static Row middle(Row row, Area area) {
        Outline outline = new Outline(area.ring());
        NationalGrid.Metres middle = outline.middle();
        NationalGrid.LonLat degrees = NationalGrid.toWgs84(middle.easting(), middle.northing());
        return row.quoted(area.code())
                .quoted(area.name())
                .plain(Digits.degrees(degrees.longitude()))
                .plain(Digits.degrees(degrees.latitude()))
                .plain(Digits.fixed((long) StrictMath.rint(outline.squareMetres() / 100), 4));
    }

    private static void postcodes(Writer writer, List<Area> areas) throws IOException {
        writer.write(POSTCODE_HEADER);
        Row row = new Row(LINE_FEED);
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            for (int k = 0; k < area.streets().size(); k++) {
                GridPoint middle = area.streets().get(k).middle();
                NationalGrid.LonLat degrees = NationalGrid.toWgs84(middle.eastingMetres(), middle.northingMetres());
                row.plain(Postcodes.AREA)
                        .plain(Postcodes.of(i, k))
                        .number(INTRODUCED)
                        .empty()
                        .number(0)
                        .number(middle.eastingMetres())
                        .number(middle.northingMetres())
                        .number(1)
                        .empty()
                        .plain(area.districtCode())
                        .plain(area.wardCode())
                        .empty()
                        .plain(area.code())
                        .empty()
                        .empty()
                        .plain(Digits.degrees(degrees.latitude()))
                        .plain(Digits.degrees(degrees.longitude()))
                        .plain(Town.FORCE_CODE)
                        .number(area.deprivation().overall().rank())
                        .writeTo(writer);
            }
        }
    }

    private static void boundaries(Writer writer, List<Area> areas) throws IOException {
        writer.write("{\n\"type\": \"FeatureCollection\",\n\"name\": \"lsoa21_boundaries_" + Town.SLUG + "\",\n");
        writer.write(
                "\"crs\": { \"type\": \"name\", \"properties\": { \"name\": \"urn:ogc:def:crs:OGC:1.3:CRS84\" } },\n");
        writer.write("\"features\": [\n");
        for (int i = 0; i < areas.size(); i++) {
            writer.write(feature(areas.get(i)));
            writer.write(i + 1 < areas.size() ? ",\n" : "\n");
        }
        writer.write("]\n}\n");
    }

    private static String feature(Area area) {
        StringBuilder json = new StringBuilder(1_024);
        json.append("{ \"type\": \"Feature\", \"properties\": { \"lsoa21_name\": \"")
                .append(area.name());
        json.append("\", \"lsoa21_code\": \"").append(area.code());
        json.append("\", \"ward24_code\": \"").append(area.wardCode());
        json.append("\", \"ward24_name\": \"").append(area.wardName());
        json.append("\", \"ltla24_name\": \"").append(area.districtName());
        json.append("\", \"csp24_name\": \"").append(area.partnershipName());
        json.append("\" }, \"geometry\": { \"type\": \"MultiPolygon\", \"coordinates\": [ [ [ ");
        for (GridPoint corner : area.ring()) {
            corner(json, corner);
            json.append(", ");
        }
        corner(json, area.ring().getFirst());
        return json.append(" ] ] ] } }").toString();
    }

    private static void corner(StringBuilder json, GridPoint point) {
        NationalGrid.LonLat degrees = NationalGrid.toWgs84(point.eastingMetres(), point.northingMetres());
        json.append("[ ").append(Digits.degrees(degrees.longitude()));
        json.append(", ").append(Digits.degrees(degrees.latitude())).append(" ]");
    }
}
