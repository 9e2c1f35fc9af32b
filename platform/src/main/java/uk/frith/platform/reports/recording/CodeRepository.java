package uk.frith.platform.reports.recording;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what an organisation settles for itself: codes of its own, and which team has which area. */
@Repository
class CodeRepository {

    // language=postgresql
    private static final String CODES = """
            select * from recording.local_code where organisation_id = ? order by type, scheme, code
            """;

    // language=postgresql
    private static final String ADD_CODE = """
            insert into recording.local_code (organisation_id, scheme, type, code, label) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    // language=postgresql
    private static final String REMOVE_CODE = "delete from recording.local_code where id = ? and organisation_id = ?";

    // language=postgresql
    private static final String ALLOCATIONS = """
            select l.id, l.area_code, coalesce(a.name, l.area_code) as area, t.name as team
            from recording.allocation l join identity.team t on t.id = l.team_id
            left join lateral (select name from places.area where code = l.area_code order by kind desc limit 1) a on true
            where l.organisation_id = ? order by area, l.id
            """;

    // language=postgresql
    private static final String ALLOCATE = """
            insert into recording.allocation (organisation_id, area_code, team_id) values (?, ?, ?)
            on conflict (organisation_id, area_code) do update set team_id = excluded.team_id
            """;

    // language=postgresql
    private static final String TAKE_AWAY = "delete from recording.allocation where id = ? and organisation_id = ?";

    private final JdbcClient jdbc;

    CodeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose list a code is of. */
    enum Scheme {
        FORCE("The force"),
        COUNCIL("The council");

        private final String words;

        Scheme(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What somebody calls a type. */
    record Code(UUID id, Scheme scheme, AsbType type, String code, String label) {}

    List<Code> codes(UUID organisation) {
        return jdbc.sql(CODES)
                .param(organisation)
                .query((row, n) -> new Code(
                        row.getObject("id", UUID.class),
                        Scheme.valueOf(row.getString("scheme")),
                        AsbType.valueOf(row.getString("type")),
                        row.getString("code"),
                        row.getString("label")))
                .list();
    }

    /** The codes of one type, as one line each; none when the incident has no type. */
    List<String> codesOf(UUID organisation, Optional<AsbType> type) {
        return codes(organisation).stream()
                .filter(code -> type.filter(chosen -> chosen == code.type()).isPresent())
                .map(code -> code.scheme().words() + ": " + code.code() + " " + code.label())
                .toList();
    }

    boolean addCode(UUID organisation, Code code) {
        return jdbc.sql(ADD_CODE)
                        .param(organisation)
                        .param(code.scheme().name())
                        .param(code.type().name())
                        .param(code.code())
                        .param(code.label())
                        .update()
                == 1;
    }

    boolean removeCode(UUID organisation, UUID id) {
        return jdbc.sql(REMOVE_CODE).param(id).param(organisation).update() == 1;
    }

    /** Which team an area's incidents go to. */
    record Allocation(UUID id, String areaCode, String area, String team) {}

    List<Allocation> allocations(UUID organisation) {
        return jdbc.sql(ALLOCATIONS)
                .param(organisation)
                .query((row, n) -> new Allocation(
                        row.getObject("id", UUID.class),
                        row.getString("area_code"),
                        row.getString("area"),
                        row.getString("team")))
                .list();
    }

    void allocate(UUID organisation, String areaCode, UUID team) {
        jdbc.sql(ALLOCATE).param(organisation).param(areaCode).param(team).update();
    }

    boolean takeAway(UUID organisation, UUID id) {
        return jdbc.sql(TAKE_AWAY).param(id).param(organisation).update() == 1;
    }
}
