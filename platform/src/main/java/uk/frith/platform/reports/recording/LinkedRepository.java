package uk.frith.platform.reports.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.recording.NewReport.Part;

/** The SQL of what hangs together by exact matches: the same number, name, address or place. */
@Repository
class LinkedRepository {

    /** People of one incident, or one person, and everybody of whom a number, a name or an address is the same. */
    private static final String SAME_PEOPLE = """
            select i.id, i.reference, i.reported_at, i.location, i.category, q.part as here, p.part as there,
                   case when p.phone_key <> '' and p.phone_key = q.phone_key then 'number'
                        when p.address_key <> '' and p.address_key = q.address_key then 'address'
                        else 'name' end as same,
                   q.name as name,
                   array(select case when o.name = '' then 'Name not known' else o.name end || ' (' || lower(o.part) || ')'
                         from recording.person o where o.incident_id = i.id and o.id <> p.id order by o.id) as others
            from recording.person q
            join recording.person p on p.organisation_id = q.organisation_id and p.incident_id <> q.incident_id
                and ((p.phone_key <> '' and p.phone_key = q.phone_key)
                     or (p.address_key <> '' and p.address_key = q.address_key)
                     or (p.name_key <> '' and p.name_key = q.name_key))
            join recording.incident i on i.id = p.incident_id
            """;

    // language=postgresql
    private static final String OF_INCIDENT =
            SAME_PEOPLE + " where q.incident_id = ? order by i.reported_at desc, i.id limit ?";

    // language=postgresql
    private static final String OF_PERSON = SAME_PEOPLE + " where q.id = ? order by i.reported_at desc, i.id limit ?";

    // language=postgresql
    private static final String OF_PLACE = """
            select i.id, i.reference, i.reported_at, i.location, i.category, null as here, null as there, 'place' as same,
                   '' as name,
                   array(select case when o.name = '' then 'Name not known' else o.name end || ' (' || lower(o.part) || ')'
                         from recording.person o where o.incident_id = i.id order by o.id) as others
            from recording.incident me join recording.incident i
                on i.organisation_id = me.organisation_id and i.place_key = me.place_key and i.id <> me.id
            where me.id = ? and i.place_key <> '' order by i.reported_at desc, i.id limit ?
            """;

    /** The run of reports that one belongs to: the same people who suffer or call, or the same home; each way has an index. */
    private static final String HOUSEHOLD = """
            with told as materialized (
                select i.id
                from recording.incident me
                join recording.incident i on i.organisation_id = me.organisation_id
                    and i.place_key = me.place_key and i.place_key <> ''
                where me.id = :incident and me.place_key ~ '[0-9]'
                union
                select p.incident_id
                from recording.person q
                join recording.person p on p.organisation_id = q.organisation_id
                    and ((p.phone_key <> '' and p.phone_key = q.phone_key)
                         or (p.address_key <> '' and p.address_key = q.address_key)
                         or (p.name_key <> '' and p.name_key = q.name_key))
                where q.incident_id = :incident and q.part in ('CALLER', 'VICTIM', 'AFFECTED')
                  and p.part in ('CALLER', 'VICTIM', 'AFFECTED'))
            select i.id, i.reference, i.reported_at, i.category, i.text,
                   exists (select 1 from recording.recorded_crime c where c.incident_id = i.id) as crime
            from told join recording.incident i on i.id = told.id
            where i.id <> :incident and i.reported_at >= :since
            order by i.reported_at desc, i.id limit :most
            """;

    // language=postgresql
    private static final String HARMS = """
            select distinct r.what from recording.remark r where r.incident_id = any (?) and r.kind = 'impact' order by 1
            """;

    // language=postgresql
    private static final String SEEN = """
            select incident_id, kind, what, words from recording.remark where incident_id = any (?) order by incident_id, number
            """;

    // language=postgresql
    private static final String HARMED = """
            select phone_key, name_key from recording.person
            where incident_id = any (?) and part in ('VICTIM', 'AFFECTED')
            """;

    // language=postgresql
    private static final String OWNED = "select owner_id, team_id from recording.handling where incident_id = ?";

    // language=postgresql
    private static final String IS_OPEN =
            "select exists (select 1 from recording.handling where incident_id = ? and state = 'OPEN')";

    // language=postgresql
    private static final String FOLLOWED = """
            select to_id from recording.link where incident_id = ? and kind = 'FOLLOW_UP' order by made_at, to_id limit 1
            """;

    private final JdbcClient jdbc;

    LinkedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Another incident and what is the same.
     *
     * @param same {@code number}, {@code address}, {@code name} or {@code place}
     * @param name whose it is; empty for a place
     * @param here in what way they are concerned in the one that was started from
     * @param there in what way they are concerned in the other
     * @param others who else is concerned in the other
     */
    record Match(
            UUID incident,
            String reference,
            Instant reported,
            String location,
            Optional<AsbCategory> category,
            String same,
            String name,
            Optional<Part> here,
            Optional<Part> there,
            List<String> others) {
        @Override
        public String toString() {
            return "Match[" + incident + "]";
        }
    }

    List<Match> ofIncident(UUID incident, int most) {
        return matches(OF_INCIDENT, incident, most);
    }

    List<Match> ofPerson(UUID person, int most) {
        return matches(OF_PERSON, person, most);
    }

    List<Match> ofPlace(UUID incident, int most) {
        return matches(OF_PLACE, incident, most);
    }

    private List<Match> matches(String sql, UUID from, int most) {
        return jdbc.sql(sql)
                .param(from)
                .param(most)
                .query((row, n) -> match(row))
                .list();
    }

    private static Match match(ResultSet row) throws SQLException {
        return new Match(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                Rows.moment(row, "reported_at"),
                row.getString("location"),
                Optional.ofNullable(row.getString("category")).map(AsbCategory::valueOf),
                row.getString("same"),
                row.getString("name"),
                Optional.ofNullable(row.getString("here")).map(Part::valueOf),
                Optional.ofNullable(row.getString("there")).map(Part::valueOf),
                List.of((String[]) row.getArray("others").getArray()));
    }

    List<Incidents.InRun> household(UUID incident, Instant since, int most) {
        return jdbc.sql(HOUSEHOLD)
                .param("incident", incident)
                .param("since", Rows.at(since))
                .param("most", most)
                .query((row, n) -> new Incidents.InRun(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        Rows.moment(row, "reported_at"),
                        Optional.ofNullable(row.getString("category")).map(AsbCategory::valueOf),
                        row.getString("text"),
                        row.getBoolean("crime")))
                .list();
    }

    /** The harms that are told of in any of these incidents. */
    List<String> harms(List<UUID> incidents) {
        return jdbc.sql(HARMS)
                .param(incidents.toArray(UUID[]::new))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What the reader saw in each. */
    Map<UUID, List<Incidents.Seen>> seen(List<UUID> incidents) {
        return jdbc
                .sql(SEEN)
                .param(incidents.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(
                        row.getObject("incident_id", UUID.class),
                        new Incidents.Seen(row.getString("kind"), row.getString("what"), row.getString("words"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    List<PeopleRules.Told> harmed(List<UUID> incidents) {
        return jdbc.sql(HARMED)
                .param(incidents.toArray(UUID[]::new))
                .query((row, n) -> new PeopleRules.Told(row.getString("phone_key"), row.getString("name_key")))
                .list();
    }

    Incidents.Owned owned(UUID incident) {
        return jdbc.sql(OWNED)
                .param(incident)
                .query((row, n) -> new Incidents.Owned(
                        Optional.ofNullable(row.getObject("owner_id", UUID.class)),
                        Optional.ofNullable(row.getObject("team_id", UUID.class))))
                .optional()
                .orElse(new Incidents.Owned(Optional.empty(), Optional.empty()));
    }

    boolean isOpen(UUID incident) {
        return jdbc.sql(IS_OPEN).param(incident).query(Boolean.class).single();
    }

    Optional<UUID> followed(UUID incident) {
        return jdbc.sql(FOLLOWED).param(incident).query(UUID.class).optional();
    }
}
