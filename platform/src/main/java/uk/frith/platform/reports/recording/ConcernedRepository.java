package uk.frith.platform.reports.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.recording.NewReport.Evidence;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

/** The SQL of whoever is concerned and of the evidence that was offered. */
@Repository
class ConcernedRepository {

    // language=postgresql
    private static final String ADD_PEOPLE = """
            insert into recording.person (organisation_id, incident_id, part, name, phone, email, address, spoken_to,
                business)
            select ?, ?, p.* from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[]) as p
            """;

    // language=postgresql
    private static final String ADD_EVIDENCE = """
            insert into recording.evidence (organisation_id, incident_id, kind, description, held_by, offered_at)
            select ?, ?, e.*, ? from unnest(?::text[], ?::text[], ?::text[]) as e
            """;

    // language=postgresql
    private static final String PEOPLE = "select * from recording.person where incident_id = ? order by id";

    // language=postgresql
    private static final String EVIDENCE = "select * from recording.evidence where incident_id = ? order by id";

    // language=postgresql
    private static final String UNSPOKEN = """
            select count(*) from recording.person
            where incident_id = ? and part in ('VICTIM', 'AFFECTED') and spoken_to = 'NOT_YET'
            """;

    // language=postgresql
    private static final String SPOKEN = "update recording.person set spoken_to = ? where id = ? and incident_id = ?";

    // language=postgresql
    private static final String EVIDENCE_STATE =
            "update recording.evidence set state = ? where id = ? and incident_id = ?";

    private static final String INVOLVED = """
            select p.*, i.reference, coalesce(h.state = 'OPEN', false) as open
            from recording.person p join recording.incident i on i.id = p.incident_id
            left join recording.handling h on h.incident_id = i.id
            """;

    // language=postgresql
    private static final String WISHES = "select wishes from recording.handling where incident_id = ?";

    private final JdbcClient jdbc;

    ConcernedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addPeople(UUID organisation, UUID incident, List<Person> people) {
        if (!people.isEmpty()) {
            jdbc.sql(ADD_PEOPLE)
                    .param(organisation)
                    .param(incident)
                    .param(Rows.column(people, person -> person.part().name()))
                    .param(Rows.column(people, person -> RecordRules.clean(person.name())))
                    .param(Rows.column(people, person -> RecordRules.clean(person.phone())))
                    .param(Rows.column(people, person -> RecordRules.clean(person.email())))
                    .param(Rows.column(people, person -> RecordRules.clean(person.address())))
                    .param(Rows.column(people, person -> person.spokenTo().name()))
                    .param(people.stream().map(Person::business).toArray(Boolean[]::new))
                    .update();
        }
    }

    void addEvidence(UUID organisation, UUID incident, List<Evidence> evidence, Instant now) {
        if (!evidence.isEmpty()) {
            jdbc.sql(ADD_EVIDENCE)
                    .param(organisation)
                    .param(incident)
                    .param(Rows.at(now))
                    .param(Rows.column(evidence, each -> each.kind().name()))
                    .param(Rows.column(evidence, each -> RecordRules.clean(each.description())))
                    .param(Rows.column(evidence, each -> RecordRules.clean(each.heldBy())))
                    .update();
        }
    }

    /** Somebody who is concerned, as stored. */
    record Concerned(UUID id, Person person) {

        /** Their name, or that it isn't known. */
        String name() {
            return person.name().isEmpty() ? "Name not known" : person.name();
        }
    }

    List<Concerned> people(UUID incident) {
        return jdbc.sql(PEOPLE)
                .param(incident)
                .query((row, n) -> new Concerned(row.getObject("id", UUID.class), person(row)))
                .list();
    }

    /** To whom of an incident's people a crime can be done: all but those who are said to have done it, and whoever it names. */
    List<Concerned> victims(UUID incident, Set<UUID> named) {
        return people(incident).stream()
                .filter(each -> each.person().part() != Part.NAMED || named.contains(each.id()))
                .toList();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                Part.valueOf(row.getString("part")),
                row.getString("name"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("address"),
                SpokenTo.valueOf(row.getString("spoken_to")),
                row.getBoolean("business"));
    }

    List<Incidents.Involved> involved(UUID incident) {
        return jdbc.sql(INVOLVED + " where p.incident_id = ? order by p.id")
                .param(incident)
                .query((row, n) -> involved(row))
                .list();
    }

    Optional<Incidents.Involved> involvedOne(UUID id) {
        return jdbc.sql(INVOLVED + " where p.id = ?")
                .param(id)
                .query((row, n) -> involved(row))
                .optional();
    }

    private static Incidents.Involved involved(ResultSet row) throws SQLException {
        return new Incidents.Involved(
                row.getObject("id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getString("reference"),
                row.getBoolean("open"),
                person(row));
    }

    String wishes(UUID incident) {
        return jdbc.sql(WISHES).param(incident).query(String.class).optional().orElse("");
    }

    /** Whether evidence that was offered has been secured. */
    enum EvidenceState {
        OFFERED("Offered, not secured yet"),
        SECURED("Secured"),
        NOT_AVAILABLE("No longer available");

        private final String words;

        EvidenceState(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Evidence as stored. */
    record Offered(UUID id, Evidence evidence, EvidenceState state) {}

    List<Offered> evidence(UUID incident) {
        return jdbc.sql(EVIDENCE)
                .param(incident)
                .query((row, n) -> new Offered(
                        row.getObject("id", UUID.class),
                        new Evidence(
                                EvidenceKind.valueOf(row.getString("kind")),
                                row.getString("description"),
                                row.getString("held_by")),
                        EvidenceState.valueOf(row.getString("state"))))
                .list();
    }

    long unspoken(UUID incident) {
        return jdbc.sql(UNSPOKEN).param(incident).query(Long.class).single();
    }

    boolean spoken(UUID incident, UUID person, SpokenTo spoken) {
        return jdbc.sql(SPOKEN)
                        .param(spoken.name())
                        .param(person)
                        .param(incident)
                        .update()
                == 1;
    }

    boolean evidenceState(UUID incident, UUID evidence, EvidenceState state) {
        return jdbc.sql(EVIDENCE_STATE)
                        .param(state.name())
                        .param(evidence)
                        .param(incident)
                        .update()
                == 1;
    }
}
