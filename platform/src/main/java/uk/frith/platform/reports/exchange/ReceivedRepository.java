package uk.frith.platform.reports.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import tools.jackson.databind.json.JsonMapper;
import uk.frith.platform.reports.recording.Taken;

/** The SQL of reports that partners' systems sent, and of what they told about them later. */
@Repository
class ReceivedRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    // language=postgresql
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended(?, 311))";

    // language=postgresql
    private static final String STANDING = """
            select r.id, r.incident_id, r.reference, encode(r.digest, 'hex') as digest, r.way, r.incident_reference,
                   r.service_code, r.latitude, r.longitude, r.address, r.media, r.received_at, i.text,
                   h.closed_at, h.closing, o.name as organisation
            from exchange.received r
            join recording.incident i on i.id = r.incident_id
            join identity.organisation o on o.id = r.organisation_id
            left join recording.handling h on h.incident_id = r.incident_id
            """;

    // language=postgresql
    private static final String BY_REFERENCE = STANDING + " where r.partner_id = ? and r.reference = ?";

    // language=postgresql
    private static final String BY_ID = STANDING + " where r.id = ?";

    // language=postgresql
    private static final String OF_INCIDENT = STANDING + " where r.incident_id = ?";

    // language=postgresql
    private static final String SAME_CONTENT = STANDING + """
             where r.partner_id = ? and r.digest = decode(?, 'hex') and r.received_at > ?
            order by r.received_at desc limit 1
            """;

    // language=postgresql
    private static final String BY_INCIDENT_REFERENCES = STANDING + """
             where r.partner_id = ? and r.incident_reference = any (?) order by r.received_at, r.id limit ?
            """;

    // language=postgresql
    private static final String SOUGHT = STANDING + """
             where r.partner_id = :partner
              and r.received_at between :from and :to
              and (cast(:updated as timestamptz) is null or coalesce(h.closed_at, r.received_at) >= :updated)
              and (cast(:until as timestamptz) is null or coalesce(h.closed_at, r.received_at) <= :until)
              and (cardinality(:codes::text[]) = 0 or r.service_code = any (:codes))
              and (:open and h.closed_at is null or :closed and h.closed_at is not null)
            order by r.received_at, r.id limit :most
            """;

    // language=postgresql
    private static final String CLOSED_BETWEEN = STANDING + """
             where r.partner_id = ? and h.closed_at between ? and ? order by h.closed_at, r.id limit ?
            """;

    // language=postgresql
    private static final String ADD = """
            insert into exchange.received (organisation_id, partner_id, key_id, way, reference, digest, incident_id,
                incident_reference, service_code, latitude, longitude, address, media, extra, received_at)
            values (:organisation, :partner, :key, :way, :reference, decode(:digest, 'hex'), :incident, :incident_reference,
                :code, :latitude, :longitude, :address, :media, :extra::jsonb, :at)
            returning id
            """;

    // language=postgresql
    private static final String UPDATE_BEFORE = """
            select id, encode(digest, 'hex') as digest from exchange.update where received_id = ? and reference = ?
            """;

    // language=postgresql
    private static final String ADD_UPDATE = """
            insert into exchange.update (organisation_id, partner_id, received_id, reference, digest, status, description,
                media, updated_at, received_at)
            values (?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String UPDATES = """
            select id, reference, status, description, media, updated_at from exchange.update
            where received_id = ? order by updated_at, id limit 200
            """;

    private final JdbcClient jdbc;

    ReceivedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A report of a partner's and how it stands.
     *
     * @param closing how it ended; empty while it is open
     */
    record Received(
            UUID id,
            UUID incident,
            String reference,
            String digest,
            Way way,
            String incidentReference,
            String serviceCode,
            Optional<BigDecimal> latitude,
            Optional<BigDecimal> longitude,
            String address,
            List<String> media,
            Instant received,
            String text,
            Optional<Instant> closed,
            Optional<String> closing,
            String organisation) {

        Received {
            media = List.copyOf(media);
        }

        Instant changed() {
            return closed.orElse(received);
        }

        @Override
        public String toString() {
            return "Received[" + id + "]";
        }
    }

    /** By which way it came; the same values as the database's list. */
    enum Way {
        OPEN311,
        JSON
    }

    /** What a partner told later. */
    record Told(long id, String reference, String status, String description, String media, Instant updated) {
        @Override
        public String toString() {
            return "Told[" + id + "]";
        }
    }

    /** Which reports are sought. */
    record Sought(
            UUID partner,
            Instant from,
            Instant to,
            Optional<Instant> updatedFrom,
            Optional<Instant> updatedTo,
            List<String> codes,
            boolean open,
            boolean closed) {}

    /** Lets nobody else with the same word by until this transaction is over. */
    void oneAtATime(String word) {
        jdbc.sql(ONE_AT_A_TIME).param(word).query((row, n) -> 0).single();
    }

    Optional<Received> byReference(UUID partner, String reference) {
        return jdbc.sql(BY_REFERENCE)
                .param(partner)
                .param(reference)
                .query((row, n) -> received(row))
                .optional();
    }

    Optional<Received> byId(UUID id) {
        return jdbc.sql(BY_ID).param(id).query((row, n) -> received(row)).optional();
    }

    List<Received> ofIncident(UUID incident) {
        return jdbc.sql(OF_INCIDENT)
                .param(incident)
                .query((row, n) -> received(row))
                .list();
    }

    Optional<Received> sameContent(UUID partner, String digest, Instant since) {
        return jdbc.sql(SAME_CONTENT)
                .param(partner)
                .param(digest)
                .param(at(since))
                .query((row, n) -> received(row))
                .optional();
    }

    List<Received> byIncidentReferences(UUID partner, List<String> references, int most) {
        return jdbc.sql(BY_INCIDENT_REFERENCES)
                .param(partner)
                .param(references.toArray(String[]::new))
                .param(most)
                .query((row, n) -> received(row))
                .list();
    }

    List<Received> find(Sought sought, int most) {
        return jdbc.sql(SOUGHT)
                .param("partner", sought.partner())
                .param("from", at(sought.from()))
                .param("to", at(sought.to()))
                .param(
                        "updated",
                        sought.updatedFrom().map(ReceivedRepository::at).orElse(null))
                .param("until", sought.updatedTo().map(ReceivedRepository::at).orElse(null))
                .param("codes", sought.codes().toArray(String[]::new))
                .param("open", sought.open())
                .param("closed", sought.closed())
                .param("most", most)
                .query((row, n) -> received(row))
                .list();
    }

    List<Received> closedBetween(UUID partner, Instant from, Instant to, int most) {
        return jdbc.sql(CLOSED_BETWEEN)
                .param(partner)
                .param(at(from))
                .param(at(to))
                .param(most)
                .query((row, n) -> received(row))
                .list();
    }

    UUID add(Caller caller, Way way, String reference, Submission sent, Taken.Recorded incident, Instant now) {
        return jdbc.sql(ADD)
                .param("organisation", caller.organisation())
                .param("partner", caller.partner())
                .param("key", caller.key())
                .param("way", way.name())
                .param("reference", reference)
                .param("digest", sent.digest())
                .param("incident", incident.incident())
                .param("incident_reference", incident.reference())
                .param("code", sent.serviceCode())
                .param(
                        "latitude",
                        sent.point().map(point -> degrees(point.latitude())).orElse(null))
                .param(
                        "longitude",
                        sent.point().map(point -> degrees(point.longitude())).orElse(null))
                .param("address", sent.address())
                .param("media", sent.media().toArray(String[]::new))
                .param("extra", JSON.writeValueAsString(sent.extra()))
                .param("at", at(now))
                .query(UUID.class)
                .single();
    }

    private static BigDecimal degrees(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(6, RoundingMode.HALF_UP);
    }

    /** The id and digest of an update that came before under the same reference. */
    record Before(long id, String digest) {}

    Optional<Before> updateBefore(UUID received, String reference) {
        return jdbc.sql(UPDATE_BEFORE)
                .param(received)
                .param(reference)
                .query((row, n) -> new Before(row.getLong("id"), row.getString("digest")))
                .optional();
    }

    long addUpdate(Caller caller, UUID received, String digest, Told told, Instant now) {
        return jdbc.sql(ADD_UPDATE)
                .param(caller.organisation())
                .param(caller.partner())
                .param(received)
                .param(told.reference())
                .param(digest)
                .param(told.status())
                .param(told.description())
                .param(told.media())
                .param(at(told.updated()))
                .param(at(now))
                .query(Long.class)
                .single();
    }

    List<Told> updates(UUID received) {
        return jdbc.sql(UPDATES)
                .param(received)
                .query((row, n) -> new Told(
                        row.getLong("id"),
                        row.getString("reference"),
                        row.getString("status"),
                        row.getString("description"),
                        row.getString("media"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Received received(ResultSet row) throws SQLException {
        return new Received(
                row.getObject("id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getString("reference"),
                row.getString("digest"),
                Way.valueOf(row.getString("way")),
                row.getString("incident_reference"),
                row.getString("service_code"),
                Optional.ofNullable(row.getBigDecimal("latitude")),
                Optional.ofNullable(row.getBigDecimal("longitude")),
                row.getString("address"),
                List.of((String[]) row.getArray("media").getArray()),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("text"),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("closing")),
                row.getString("organisation"));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
