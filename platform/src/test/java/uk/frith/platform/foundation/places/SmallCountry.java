package uk.frith.platform.foundation.places;

import java.util.List;

/** A country of four small areas in a row, with invented codes, as the files that places reads would state it. */
final class SmallCountry {

    static final String FORCES = """
            "ltla24_code","ltla24_name","csp24_code","csp24_name","pfa24_code","pfa24_name"
            "X07000001","Aston","X22000001","Aston North","X23000001","Exampleshire"
            "X07000001","Aston","X22000002","Aston South","X23000001","Exampleshire"
            "X07000002","Borough","X22000003","Borough","X23000001","Exampleshire"
            """;

    static final String WARDS = """
            "lsoa21_name","lsoa21_code","ward24_name","ward24_code","ltla24_name","ltla24_code"
            "Aston 001A","X01000001","North ward","X05000001","Aston","X07000001"
            "Aston 001B","X01000012","North ward","X05000001","Aston","X07000001"
            "Aston 001C","X01000013","South ward","X05000002","Aston","X07000001"
            "Borough 001A","X01000014","Only ward","X05000003","Borough","X07000002"
            """;

    /** The first is unchanged, the second is split in two, the third is merged with the fourth. */
    static final String CHANGES = """
            "lsoa11_name","lsoa11_code","change_code","lsoa21_name","lsoa21_code","ltla22_name","ltla22_code"
            "Aston 001A","X01000001","U","Aston 001A","X01000001","Aston","X07000001"
            "Oldshire 001B","X01000002","S","Aston 001B","X01000012","Oldshire","X07000099"
            "Oldshire 001B","X01000002","S","Aston 001C","X01000013","Oldshire","X07000099"
            "Borough 001A","X01000003","M","Borough 001A","X01000014","Borough","X07000002"
            "Borough 001B","X01000004","M","Borough 001A","X01000014","Borough","X07000002"
            """;

    static final String OLD_DISTRICTS = """
            "lsoa11_name","lsoa11_code","ltla21_name","ltla21_code"
            "Aston 001A","X01000001","Aston","X07000001"
            "Oldshire 001B","X01000002","Oldshire","X07000099"
            "Borough 001A","X01000003","Borough","X07000002"
            "Borough 001B","X01000004","Borough","X07000002"
            """;

    static final String POPULATION = """
            lsoa11_code,lsoa11_name,population_mid2020,age_0_15,age_16_24,age_25_44,age_45_64,age_65_plus,population_mid2019
            X01000001,Aston 001A,1500,300,200,400,350,250,1490
            X01000002,Oldshire 001B,3000,600,400,800,700,500,2900
            """;

    static final String CENSUS = """
            lsoa21_code,total_residents,total_households
            X01000001,1510,700
            X01000012,1490,650
            X01000013,1520,660
            X01000014,1400,600
            """;

    static final String CENTROIDS = """
            lsoa21_code,lsoa21_name,centroid_lon,centroid_lat,area_km2_generalised
            X01000001,Aston 001A,-1.15,52.65,0.4
            X01000012,Aston 001B,-1.05,52.65,4e-01
            """;

    static final String POSTCODES = """
            area,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa11,laua,ward,ctry,lsoa11,msoa11,ru11ind,lat,long,pfa,imd
            XX,XX1 1AA,199002,,0,458000,0305000,1,X00000001,X07000001,X05000001,X92000001,X01000002,X02000001,A1,52.640000,-1.140000,X23000001,1
            XX,XX1 1AB,200804,200905,1,,,9,,,,,,,,99.999999,0.000000,,0
            """;

    private SmallCountry() {}

    static String imd2025() {
        return """
                lsoa21_code,IMD_decile,Income_decile,Employment_decile,Education_decile,Health_decile,Crime_decile,Housing_and_Services_decile,Environment_decile,IMD_rank,IMD_score
                X01000001,2,1,2,3,4,5,6,7,5000,40.123
                X01000012,10,9,9,9,9,9,9,9,33000,1.5
                """;
    }

    /** The four small areas of 2021 as squares in a row. */
    static String boundaries() {
        List<String> codes = List.of("X01000001", "X01000012", "X01000013", "X01000014");
        StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
        for (int i = 0; i < codes.size(); i++) {
            text.append(i == 0 ? "" : ",\n").append(feature(codes.get(i), i));
        }
        return text.append("]}\n").toString();
    }

    static String feature(String code, int position) {
        double west = (-12 + position) / 10.0;
        double east = (-11 + position) / 10.0;
        String csp = position < 2 ? "Aston North" : position == 2 ? "Aston South" : "Borough";
        return ("{\"type\":\"Feature\",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":"
                        + "[[[[%s,52.6],[%s,52.6],[%s,52.7],[%s,52.7],[%s,52.6]]]]},"
                        + "\"properties\":{\"lsoa21_code\":\"%s\",\"lsoa21_name\":\"Square %d\",\"csp24_name\":\"%s\"}}")
                .formatted(west, east, east, west, west, code, position, csp);
    }
}
