package uk.frith.platform.reports.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of where an incident was. */
@Repository
class PlaceRepository {

    // language=postgresql
    private static final String PLACED =
            "select location, lsoa_code, area_code, easting, northing from recording.incident where id = ?";

    // language=postgresql
    private static final String PLACE = """
            update recording.incident set location = ?, lsoa_code = ?, area_code = ?, easting = ?, northing = ? where id = ?
            """;

    private final JdbcClient jdbc;

    PlaceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Placed> placed(UUID incident) {
        return jdbc.sql(PLACED).param(incident).query((row, n) -> placed(row)).optional();
    }

    void place(UUID incident, Placed to) {
        jdbc.sql(PLACE)
                .param(to.location())
                .param(to.lsoaCode().orElse(null))
                .param(to.areaCode().orElse(null))
                .param(to.point().map(GridReference::eastingMetres).orElse(null))
                .param(to.point().map(GridReference::northingMetres).orElse(null))
                .param(incident)
                .update();
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                row.getString("location"),
                Optional.ofNullable(row.getString("lsoa_code")),
                Optional.ofNullable(row.getString("area_code")),
                row.getObject("easting") == null
                        ? Optional.empty()
                        : Optional.of(new GridReference(row.getDouble("easting"), row.getDouble("northing"))));
    }
}
