package uk.frith.platform.reports.victims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.victims.VictimTerms.Answer;
import uk.frith.platform.reports.victims.VictimTerms.Cuckooing;
import uk.frith.platform.reports.victims.VictimTerms.Harm;
import uk.frith.platform.reports.victims.VictimTerms.How;
import uk.frith.platform.reports.victims.VictimTerms.Risk;
import uk.frith.platform.reports.victims.VictimTerms.Support;
import uk.frith.platform.reports.victims.VictimTerms.Tenure;

/** The SQL of those who suffer. */
@Repository
class VictimRepository {

    // language=postgresql
    private static final String OF_INCIDENT = "select * from victims.victim where incident_id = ? order by person_id";

    // language=postgresql
    private static final String ONE = "select * from victims.victim where person_id = ?";

    // language=postgresql
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('victims/' || ?::text, 0))";

    // language=postgresql
    private static final String PUT = """
            insert into victims.victim (person_id, incident_id, organisation_id, wishes, harms, harm_words, vulnerable, risks,
                repeated, targeted, cuckooing, tenure, landlord, service_id, support)
            values (:person, :incident, :organisation, :wishes, :harms, :harm_words, :vulnerable, :risks, :repeated, :targeted,
                :cuckooing, :tenure, :landlord, :service, :support)
            on conflict (person_id) do update
            set version = victim.version + 1, wishes = excluded.wishes, harms = excluded.harms,
                harm_words = excluded.harm_words, vulnerable = excluded.vulnerable, risks = excluded.risks,
                repeated = excluded.repeated, targeted = excluded.targeted, cuckooing = excluded.cuckooing,
                tenure = excluded.tenure, landlord = excluded.landlord, service_id = excluded.service_id,
                support = excluded.support
            """;

    // language=postgresql
    private static final String ADD_TOLD = """
            insert into victims.told (organisation_id, incident_id, person_id, whom, how, what, told_at, told_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String TOLD = """
            select t.*, a.name as teller from victims.told t join identity.account a on a.id = t.told_by
            where t.person_id = ? order by t.told_at, t.id
            """;

    // language=postgresql
    private static final String SERVICES =
            "select * from victims.service where organisation_id = ? order by crime_only, name";

    // language=postgresql
    private static final String ADD_SERVICE = """
            insert into victims.service (organisation_id, name, contact, crime_only) values (?, ?, ?, ?)
            on conflict do nothing
            """;

    // language=postgresql
    private static final String REMOVE_SERVICE = """
            delete from victims.service s where id = ? and organisation_id = ?
              and not exists (select 1 from victims.victim v where v.service_id = s.id)
            """;

    // language=postgresql
    private static final String TAKEN_OVER_NEAR = """
            select distinct i.id, i.reference from recording.incident me
            join recording.incident i on i.organisation_id = me.organisation_id and i.place_key = me.place_key
            join victims.victim v on v.incident_id = i.id and v.cuckooing <> 'NO'
            where me.id = ? and i.place_key <> '' and i.id <> me.id order by i.reference
            """;

    // language=postgresql
    private static final String TAKEN_OVER = """
            select p.id, p.name, p.address, i.id as incident, i.reference, i.location, v.cuckooing
            from victims.victim v join recording.person p on p.id = v.person_id
            join recording.incident i on i.id = v.incident_id
            where v.organisation_id = ? and v.cuckooing <> 'NO' order by v.cuckooing, i.reported_at desc, p.id limit ?
            """;

    private final JdbcClient jdbc;

    VictimRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Victim> ofIncident(UUID incident) {
        return jdbc.sql(OF_INCIDENT)
                .param(incident)
                .query((row, n) -> victim(row))
                .list();
    }

    Optional<Victim> victim(UUID person) {
        return jdbc.sql(ONE).param(person).query((row, n) -> victim(row)).optional();
    }

    /** Keeps others from writing about the same person until this piece of work is over. */
    void lock(UUID person) {
        jdbc.sql(LOCK).param(person.toString()).query((row, n) -> 0).single();
    }

    private static Victim victim(ResultSet row) throws SQLException {
        return new Victim(
                row.getObject("person_id", UUID.class),
                row.getInt("version"),
                row.getString("wishes"),
                Victim.read(Harm.class, List.of((String[]) row.getArray("harms").getArray())),
                row.getString("harm_words"),
                Answer.valueOf(row.getString("vulnerable")),
                Victim.read(Risk.class, List.of((String[]) row.getArray("risks").getArray())),
                Answer.valueOf(row.getString("repeated")),
                Answer.valueOf(row.getString("targeted")),
                Cuckooing.valueOf(row.getString("cuckooing")),
                Tenure.valueOf(row.getString("tenure")),
                row.getString("landlord"),
                Optional.ofNullable(row.getObject("service_id", UUID.class)),
                Support.valueOf(row.getString("support")));
    }

    void put(UUID organisation, UUID incident, Victim victim) {
        jdbc.sql(PUT)
                .param("person", victim.person())
                .param("incident", incident)
                .param("organisation", organisation)
                .param("wishes", victim.wishes())
                .param("harms", Victim.names(victim.harms()))
                .param("harm_words", victim.harmWords())
                .param("vulnerable", victim.vulnerable().name())
                .param("risks", Victim.names(victim.risks()))
                .param("repeated", victim.repeated().name())
                .param("targeted", victim.targeted().name())
                .param("cuckooing", victim.cuckooing().name())
                .param("tenure", victim.tenure().name())
                .param("landlord", victim.landlord())
                .param("service", victim.service().orElse(null))
                .param("support", victim.support().name())
                .update();
    }

    /** What somebody, or their landlord, was told. */
    record Told(boolean landlord, How how, String what, Instant at, String teller) {
        @Override
        public String toString() {
            return "Told";
        }
    }

    /** Whose incident and whom it concerns. */
    record About(UUID organisation, UUID incident, UUID person) {}

    void addTold(About about, Told told, UUID by) {
        jdbc.sql(ADD_TOLD)
                .param(about.organisation())
                .param(about.incident())
                .param(about.person())
                .param(told.landlord() ? "LANDLORD" : "VICTIM")
                .param(told.how().name())
                .param(told.what())
                .param(told.at().atOffset(ZoneOffset.UTC))
                .param(by)
                .update();
    }

    List<Told> told(UUID person) {
        return jdbc.sql(TOLD)
                .param(person)
                .query((row, n) -> new Told(
                        row.getString("whom").equals("LANDLORD"),
                        How.valueOf(row.getString("how")),
                        row.getString("what"),
                        row.getObject("told_at", OffsetDateTime.class).toInstant(),
                        row.getString("teller")))
                .list();
    }

    /** A service that helps. */
    record Service(UUID id, String name, String contact, boolean crimeOnly) {}

    List<Service> services(UUID organisation) {
        return jdbc.sql(SERVICES)
                .param(organisation)
                .query((row, n) -> new Service(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("contact"),
                        row.getBoolean("crime_only")))
                .list();
    }

    boolean addService(UUID organisation, Service service) {
        return jdbc.sql(ADD_SERVICE)
                        .param(organisation)
                        .param(service.name())
                        .param(service.contact())
                        .param(service.crimeOnly())
                        .update()
                == 1;
    }

    boolean removeService(UUID organisation, UUID service) {
        return jdbc.sql(REMOVE_SERVICE).param(service).param(organisation).update() == 1;
    }

    /** An incident whose victim's home may have been taken over. */
    record Near(UUID incident, String reference) {}

    List<Near> takenOverNear(UUID incident) {
        return jdbc.sql(TAKEN_OVER_NEAR)
                .param(incident)
                .query((row, n) -> new Near(row.getObject("id", UUID.class), row.getString("reference")))
                .list();
    }

    /** Somebody whose home may have been taken over. */
    record TakenOver(
            UUID person, String name, String address, UUID incident, String reference, String place, Cuckooing state) {
        @Override
        public String toString() {
            return "TakenOver[" + person + "]";
        }
    }

    List<TakenOver> takenOver(UUID organisation, int most) {
        return jdbc.sql(TAKEN_OVER)
                .param(organisation)
                .param(most)
                .query((row, n) -> new TakenOver(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("address"),
                        row.getObject("incident", UUID.class),
                        row.getString("reference"),
                        row.getString("location"),
                        Cuckooing.valueOf(row.getString("cuckooing"))))
                .list();
    }
}
