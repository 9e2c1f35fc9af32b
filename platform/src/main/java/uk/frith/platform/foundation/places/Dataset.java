package uk.frith.platform.foundation.places;

import static uk.frith.platform.foundation.places.Field.Form.CHANGE;
import static uk.frith.platform.foundation.places.Field.Form.CODE;
import static uk.frith.platform.foundation.places.Field.Form.COUNT;
import static uk.frith.platform.foundation.places.Field.Form.DECILE;
import static uk.frith.platform.foundation.places.Field.Form.EASTING;
import static uk.frith.platform.foundation.places.Field.Form.FLAG;
import static uk.frith.platform.foundation.places.Field.Form.LATITUDE;
import static uk.frith.platform.foundation.places.Field.Form.LONGITUDE;
import static uk.frith.platform.foundation.places.Field.Form.MONTH;
import static uk.frith.platform.foundation.places.Field.Form.NAME;
import static uk.frith.platform.foundation.places.Field.Form.NORTHING;
import static uk.frith.platform.foundation.places.Field.Form.POSTCODE;
import static uk.frith.platform.foundation.places.Field.Form.RANK;
import static uk.frith.platform.foundation.places.Field.Form.RURAL_URBAN;
import static uk.frith.platform.foundation.places.Field.Form.SCORE;
import static uk.frith.platform.foundation.places.Field.Form.SQUARE_KILOMETRES;
import static uk.frith.platform.foundation.places.Field.absent;
import static uk.frith.platform.foundation.places.Field.optional;
import static uk.frith.platform.foundation.places.Field.required;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that places reads, each known by its header and never by its name. */
enum Dataset {
    LSOA_CHANGE(
            "What became of the LSOAs of 2011 in 2021",
            false,
            List.of(1, 3),
            required("lsoa11_name", NAME),
            required("lsoa11_code", CODE),
            required("change_code", CHANGE),
            required("lsoa21_code", CODE),
            required("lsoa21_name", NAME),
            required("ltla22_code", CODE),
            required("ltla22_name", NAME)),
    LSOA_2011_DISTRICT(
            "Districts of 2021 of the LSOAs of 2011",
            false,
            List.of(0),
            required("lsoa11_code", CODE),
            required("lsoa11_name", NAME),
            required("ltla21_code", CODE),
            required("ltla21_name", NAME)),
    LSOA_2021_WARD(
            "Wards and districts of 2024 of the LSOAs of 2021",
            false,
            List.of(0),
            required("lsoa21_code", CODE),
            required("lsoa21_name", NAME),
            required("ward24_code", CODE),
            required("ward24_name", NAME),
            required("ltla24_code", CODE),
            required("ltla24_name", NAME)),
    DISTRICT_FORCE(
            "Community safety partnerships and police forces of 2024",
            false,
            List.of(0, 2, 4),
            required("ltla24_code", CODE),
            required("ltla24_name", NAME),
            required("csp24_code", CODE),
            required("csp24_name", NAME),
            required("pfa24_code", CODE),
            required("pfa24_name", NAME)),
    POPULATION_2011(
            "Estimated residents in mid-2020 and mid-2019",
            false,
            List.of(0),
            required("lsoa11_code", CODE),
            required("population_mid2020", COUNT),
            required("age_0_15", COUNT),
            required("age_16_24", COUNT),
            required("age_25_44", COUNT),
            required("age_45_64", COUNT),
            required("age_65_plus", COUNT),
            required("population_mid2019", COUNT)),
    CENSUS_2021(
            "Residents and households of the Census of 2021",
            false,
            List.of(0),
            required("lsoa21_code", CODE),
            required("total_residents", COUNT),
            required("total_households", COUNT)),
    IMD_2019(
            "English Indices of Deprivation 2019",
            false,
            List.of(0),
            required("lsoa11_code", CODE),
            required("IMD_decile", DECILE),
            required("IMD_rank", RANK),
            absent(),
            required("Income_decile", DECILE),
            required("Employment_decile", DECILE),
            required("Education_decile", DECILE),
            required("Health_decile", DECILE),
            required("Crime_decile", DECILE),
            required("Housing_and_Access_decile", DECILE),
            required("Environment_decile", DECILE),
            absent()),
    IMD_2025(
            "English Indices of Deprivation 2025",
            false,
            List.of(0),
            required("lsoa21_code", CODE),
            required("IMD_decile", DECILE),
            required("IMD_rank", RANK),
            required("IMD_score", SCORE),
            required("Income_decile", DECILE),
            required("Employment_decile", DECILE),
            required("Education_decile", DECILE),
            required("Health_decile", DECILE),
            required("Crime_decile", DECILE),
            required("Housing_and_Services_decile", DECILE),
            required("Environment_decile", DECILE),
            absent()),
    WIMD_2019(
            "Welsh Index of Multiple Deprivation 2019",
            false,
            List.of(0),
            required("lsoa11_code", CODE),
            required("IMD_decile", DECILE),
            required("IMD_rank", RANK),
            required("IMD_score", SCORE),
            required("Income_decile", DECILE),
            required("Employment_decile", DECILE),
            required("Education_decile", DECILE),
            required("Health_decile", DECILE),
            required("Crime_decile", DECILE),
            required("Housing_decile", DECILE),
            required("Environment_decile", DECILE),
            required("Access_decile", DECILE)),
    RURAL_URBAN_2011(
            "Rural and urban classes of 2011",
            false,
            List.of(0),
            required("lsoa11_code", CODE),
            required("ruc11_code", NAME),
            required("classification", NAME),
            required("ruc", RURAL_URBAN)),
    RURAL_URBAN_2021(
            "Rural and urban classes of 2021",
            false,
            List.of(0),
            required("lsoa21_code", CODE),
            required("ruc21_code", NAME),
            required("classification", NAME),
            required("ruc", RURAL_URBAN)),
    CENTROID_2011(
            "Centroids of the LSOAs of 2011",
            false,
            List.of(0),
            required("lsoa11_code", CODE),
            required("lsoa11_name", NAME),
            required("centroid_lon", LONGITUDE),
            required("centroid_lat", LATITUDE),
            required("area_km2_generalised", SQUARE_KILOMETRES)),
    CENTROID_2021(
            "Centroids of the LSOAs of 2021",
            false,
            List.of(0),
            required("lsoa21_code", CODE),
            required("lsoa21_name", NAME),
            required("centroid_lon", LONGITUDE),
            required("centroid_lat", LATITUDE),
            required("area_km2_generalised", SQUARE_KILOMETRES)),
    POSTCODE_DIRECTORY(
            "Postcodes of November 2021, with those that have ended",
            false,
            List.of(0),
            required("pcds", POSTCODE),
            required("dointr", MONTH),
            optional("doterm", MONTH),
            required("usertype", FLAG),
            optional("oseast1m", EASTING),
            optional("osnrth1m", NORTHING),
            optional("long", LONGITUDE),
            optional("lat", LATITUDE),
            optional("lsoa11", CODE),
            optional("laua", CODE),
            optional("ward", CODE)),
    BOUNDARY_FORCE(
            "Boundaries of police forces of 2020",
            true,
            List.of(0),
            required("pfa20_code", CODE),
            required("pfa20_name", NAME),
            absent(),
            absent()),
    BOUNDARY_DISTRICT(
            "Boundaries of districts of 2024",
            true,
            List.of(0),
            required("ltla24_code", CODE),
            required("ltla24_name", NAME),
            absent(),
            absent()),
    BOUNDARY_LSOA_2011(
            "Boundaries of the LSOAs of 2011",
            true,
            List.of(0),
            required("lsoa11_code", CODE),
            required("lsoa11_name", NAME),
            optional("ltla24_name", NAME),
            optional("csp24_name", NAME)),
    BOUNDARY_LSOA_2021(
            "Boundaries of the LSOAs of 2021",
            true,
            List.of(0),
            required("lsoa21_code", CODE),
            required("lsoa21_name", NAME),
            optional("ltla24_name", NAME),
            optional("csp24_name", NAME));

    /** More columns than this no file of ours has, and the staging table wouldn't hold them. */
    static final int MOST_FIELDS = 12;

    /** What a postcode without a place has in the column of its latitude. */
    private static final String NO_LATITUDE = "99.999999";

    private final String words;
    private final boolean boundaries;

    /** Made once by the constructor and handed out unchangeable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Integer> key;

    /** As above. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Field> fields;

    Dataset(String words, boolean boundaries, List<Integer> key, Field... fields) {
        this.words = words;
        this.boundaries = boundaries;
        this.key = key;
        this.fields = List.of(fields);
    }

    /** What it holds, in words for a list of sources. */
    String words() {
        return words;
    }

    /** Its fields, in the order in which they are staged; a boundary's coordinates follow them. */
    List<Field> fields() {
        return fields;
    }

    /** The table whose header has all of the columns that one of these needs; the one that needs most wins. */
    static Optional<Dataset> ofHeader(Set<String> columns) {
        return find(columns, false);
    }

    /** The boundaries whose features have these properties. */
    static Optional<Dataset> ofProperties(Set<String> properties) {
        return find(properties, true);
    }

    private static Optional<Dataset> find(Set<String> names, boolean boundaries) {
        // A boundary file of small areas names their districts too, so that small areas are asked for first.
        return Arrays.stream(values())
                .filter(set -> set.boundaries == boundaries)
                .filter(set -> set.fields.stream()
                        .filter(field -> !field.isAbsent() && (field.required() || !boundaries))
                        .allMatch(field -> names.contains(field.column())))
                .reduce((one, other) -> other.needed() >= one.needed() ? other : one);
    }

    private long needed() {
        return fields.stream().filter(field -> !field.isAbsent()).count();
    }

    /** What tells one line from another. */
    String keyOf(List<String> values) {
        List<String> parts = new ArrayList<>();
        for (int position : key) {
            parts.add(values.get(position));
        }
        return String.join(" ", parts);
    }

    /** The first fault of a line's values, in the order of {@link #fields()}. */
    Optional<RowFault> fault(List<String> values) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Optional<String> fault = field.fault(values.get(i));
            if (fault.isPresent()) {
                return Optional.of(new RowFault(field.column(), values.get(i), fault.get()));
            }
        }
        return switch (this) {
            case POPULATION_2011 -> agesFault(values);
            case POSTCODE_DIRECTORY -> postcodeFault(values);
            default -> Optional.empty();
        };
    }

    private static Optional<RowFault> agesFault(List<String> values) {
        long ages = values.subList(2, 7).stream().mapToLong(Long::parseLong).sum();
        return ages == Long.parseLong(values.get(1))
                ? Optional.empty()
                : Optional.of(new RowFault(
                        "population_mid2020", values.get(1), "isn't the sum of its ages, which is " + ages));
    }

    private static Optional<RowFault> postcodeFault(List<String> values) {
        if (!values.get(2).isEmpty() && Integer.parseInt(values.get(2)) < Integer.parseInt(values.get(1))) {
            return Optional.of(new RowFault("doterm", values.get(2), "is before the postcode was introduced"));
        }
        if (values.get(4).isEmpty() != values.get(5).isEmpty()) {
            return Optional.of(new RowFault("oseast1m", values.get(4), "stands without its other half"));
        }
        return values.get(6).isEmpty() == values.get(7).isEmpty()
                ? Optional.empty()
                : Optional.of(new RowFault("long", values.get(6), "stands without its other half"));
    }

    /** The values as they are to be checked: a postcode without a place has neither longitude nor latitude. */
    List<String> tidied(List<String> values) {
        if (this != POSTCODE_DIRECTORY || !values.get(7).equals(NO_LATITUDE)) {
            return values;
        }
        List<String> tidy = new ArrayList<>(values);
        tidy.set(6, "");
        tidy.set(7, "");
        return tidy;
    }

    /** The values as they are staged: what can be worked out is added, one way of writing is chosen. */
    List<String> staged(List<String> values) {
        List<String> staged = new ArrayList<>(values);
        switch (this) {
            case CENTROID_2011, CENTROID_2021 -> {
                GridPoint point = NationalGrid.fromWgs84(
                        new GeoPoint(Double.parseDouble(values.get(2)), Double.parseDouble(values.get(3))));
                staged.add(Double.toString(Math.round(point.eastingMetres() * 10) / 10.0));
                staged.add(Double.toString(Math.round(point.northingMetres() * 10) / 10.0));
            }
            case POSTCODE_DIRECTORY -> staged.set(0, values.get(0).replaceAll(" +", " "));
            default -> {
                return staged;
            }
        }
        return staged;
    }
}
