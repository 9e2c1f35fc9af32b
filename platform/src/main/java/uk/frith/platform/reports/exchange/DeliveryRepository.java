package uk.frith.platform.reports.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.GridPoint;
import uk.frith.platform.foundation.places.NationalGrid;
import uk.frith.platform.reports.recording.AsbType;

/** The SQL of what is passed on to partners. */
@Repository
class DeliveryRepository {

    /**
     * What goes on by itself: only what its force has routed so, and never what is urgent, aimed at somebody or may be
     * crime, nor back to where it came from.
     */
    // language=postgresql
    private static final String ADD_BY_ROUTE = """
            insert into exchange.delivery (organisation_id, incident_id, partner_id, service_code, shares_words, reason,
                                           begun_at)
            select i.organisation_id, i.id, r.partner_id, r.service_code, r.shares_words,
                   'By the route of its kind, which the administrator has set', ?
            from recording.incident i
            join recording.handling h on h.incident_id = i.id
            join exchange.route r on r.organisation_id = i.organisation_id and r.type = i.type and r.automatic
            where i.id = ? and not h.immediate_danger and i.category in ('NUISANCE', 'ENVIRONMENTAL')
              and h.grade not in ('IMMEDIATE', 'PRIORITY')
              and not exists (select 1 from recording.suggestion s where s.incident_id = i.id)
              and not exists (select 1 from exchange.partner p
                              where p.id = r.partner_id and (p.state = 'ENDED' or i.source = 'partner-' || p.word))
            on conflict do nothing
            returning id
            """;

    // language=postgresql
    private static final String ADD = """
            insert into exchange.delivery (organisation_id, incident_id, partner_id, service_code, shares_words, reason,
                                           begun_at, begun_by)
            select r.organisation_id, :incident, r.partner_id, r.service_code, :words, :reason, :at, :by
            from exchange.route r join recording.incident i on i.organisation_id = r.organisation_id
            where r.id = :route and i.id = :incident
            on conflict (incident_id, partner_id) do update
            set state = 'WAITING', reason = excluded.reason, begun_at = excluded.begun_at, begun_by = excluded.begun_by,
                shares_words = excluded.shares_words, service_code = excluded.service_code, trouble = '', tries = 0
            where exchange.delivery.state in ('REFUSED', 'GIVEN_UP')
            returning id
            """;

    // language=postgresql
    private static final String PARCEL = """
            select d.id, d.organisation_id, d.incident_id, d.partner_id, d.service_code, d.shares_words, e.address,
                   e.jurisdiction, i.reference, i.type, i.text, i.location, i.easting, i.northing, i.reported_at,
                   o.name as organisation, r.latitude, r.longitude
            from exchange.delivery d
            join exchange.partner p on p.id = d.partner_id and p.state = 'ACTIVE'
            join exchange.endpoint e on e.partner_id = d.partner_id
            join recording.incident i on i.id = d.incident_id
            join identity.organisation o on o.id = d.organisation_id
            left join exchange.received r on r.incident_id = d.incident_id
            where d.id = ? and d.state = 'WAITING'
            """;

    // language=postgresql
    private static final String BEGIN = """
            update exchange.delivery set tries = tries + 1 where id = ? and state = 'WAITING'
            returning exchange.secret_of(partner_id)
            """;

    // language=postgresql
    private static final String SENT = """
            update exchange.delivery
            set state = 'SENT', sent_at = ?, remote_id = ?, remote_token = ?, remote_status = 'open', trouble = ''
            where id = ? and state = 'WAITING'
            """;

    // language=postgresql
    private static final String TROUBLE =
            "update exchange.delivery set state = ?, trouble = ? where id = ? and state = 'WAITING'";

    // language=postgresql
    private static final String ASKED_OF = """
            select d.organisation_id, d.partner_id, e.address, e.jurisdiction
            from exchange.delivery d
            join exchange.partner p on p.id = d.partner_id and p.state = 'ACTIVE'
            join exchange.endpoint e on e.partner_id = d.partner_id
            where d.state = 'SENT' group by 1, 2, 3, 4
            """;

    // language=postgresql
    private static final String OPEN = """
            select id, incident_id, remote_id, remote_token from exchange.delivery
            where partner_id = ? and state = 'SENT' order by coalesce(remote_changed_at, sent_at), id limit ?
            """;

    // language=postgresql
    private static final String SECRET = "select coalesce(exchange.secret_of(?), '')";

    // language=postgresql
    private static final String NUMBERED =
            "update exchange.delivery set remote_id = ? where partner_id = ? and remote_token = ? and remote_id is null";

    // language=postgresql
    private static final String NEWS = """
            update exchange.delivery
            set remote_status = :status, remote_notes = :notes, remote_changed_at = :changed,
                state = case when :closed then 'CLOSED' else state end
            where partner_id = :partner and remote_id = :remote and state = 'SENT'
              and (remote_status, remote_notes) is distinct from (:status, :notes)
            returning id
            """;

    // language=postgresql
    private static final String OF_INCIDENT = """
            select p.name, d.state, d.shares_words, d.begun_at, d.sent_at, d.remote_id, d.remote_status, d.remote_notes,
                   d.trouble
            from exchange.delivery d join exchange.partner p on p.id = d.partner_id
            where d.incident_id = ? order by d.begun_at, d.id
            """;

    // language=postgresql
    private static final String SUBJECT = """
            select i.reference, i.type, h.immediate_danger,
                   exists (select 1 from recording.suggestion s where s.incident_id = i.id and s.state = 'OPEN') as undecided
            from recording.incident i left join recording.handling h on h.incident_id = i.id where i.id = ?
            """;

    private final JdbcClient jdbc;

    DeliveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a delivery is; the same values as the database's list. */
    enum State {
        WAITING("Waiting to be sent"),
        SENT("Sent"),
        REFUSED("Refused by the partner's system"),
        GIVEN_UP("Not sent: the partner's system couldn't be reached"),
        CLOSED("Closed by the partner");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What is to be sent. */
    record Parcel(
            UUID id,
            UUID organisation,
            UUID incident,
            UUID partner,
            String serviceCode,
            boolean sharesWords,
            RouteRepository.Endpoint endpoint,
            String reference,
            Optional<AsbType> type,
            String text,
            String location,
            Optional<GeoPoint> point,
            Instant reported,
            String organisationName) {
        /** The same with other words of the account. */
        Parcel saying(String words) {
            return new Parcel(
                    id,
                    organisation,
                    incident,
                    partner,
                    serviceCode,
                    sharesWords,
                    endpoint,
                    reference,
                    type,
                    words,
                    location,
                    point,
                    reported,
                    organisationName);
        }

        @Override
        public String toString() {
            return "Parcel[" + id + "]";
        }
    }

    /** A partner of which news are asked. */
    record AskedOf(UUID organisation, UUID partner, RouteRepository.Endpoint endpoint) {}

    /** A delivery that waits for news; one of number and token is there. */
    record Open(UUID id, UUID incident, Optional<String> remote, Optional<String> token) {}

    /** A delivery on an incident's page. */
    record Passed(
            String partner,
            State state,
            boolean sharesWords,
            Instant begun,
            Optional<Instant> sent,
            String remote,
            String status,
            String notes,
            String trouble) {
        @Override
        public String toString() {
            return "Passed";
        }
    }

    /** What somebody may pass on. */
    record Subject(String reference, Optional<AsbType> type, boolean danger, boolean undecided) {}

    Optional<UUID> addByRoute(UUID incident, Instant now) {
        return jdbc.sql(ADD_BY_ROUTE)
                .param(at(now))
                .param(incident)
                .query(UUID.class)
                .optional();
    }

    /** Empty when it was passed on to this partner before, or the route isn't there. */
    Optional<UUID> add(UUID incident, UUID route, boolean words, String reason, Instant now, UUID by) {
        return jdbc.sql(ADD)
                .param("incident", incident)
                .param("route", route)
                .param("words", words)
                .param("reason", reason)
                .param("at", at(now))
                .param("by", by)
                .query(UUID.class)
                .optional();
    }

    Optional<Parcel> parcel(UUID id) {
        return jdbc.sql(PARCEL).param(id).query((row, n) -> parcel(row)).optional();
    }

    /** Counts a try; gives the key of the partner's system. */
    Optional<String> begin(UUID id) {
        return jdbc.sql(BEGIN).param(id).query(String.class).optional();
    }

    void sent(UUID id, @Nullable String remote, @Nullable String token, Instant now) {
        jdbc.sql(SENT).param(at(now)).param(remote).param(token).param(id).update();
    }

    void trouble(UUID id, State state, String sentence) {
        jdbc.sql(TROUBLE)
                .param(state.name())
                .param(sentence.substring(0, Math.min(500, sentence.length())))
                .param(id)
                .update();
    }

    List<AskedOf> askedOf() {
        return jdbc.sql(ASKED_OF)
                .query((row, n) -> new AskedOf(
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("partner_id", UUID.class),
                        endpoint(row)))
                .list();
    }

    List<Open> open(UUID partner, int most) {
        return jdbc.sql(OPEN)
                .param(partner)
                .param(most)
                .query((row, n) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getObject("incident_id", UUID.class),
                        Optional.ofNullable(row.getString("remote_id")),
                        Optional.ofNullable(row.getString("remote_token"))))
                .list();
    }

    String secret(UUID partner) {
        return jdbc.sql(SECRET).param(partner).query(String.class).single();
    }

    void numbered(UUID partner, String token, String remote) {
        jdbc.sql(NUMBERED).param(remote).param(partner).param(token).update();
    }

    /** The delivery that the news are about, when they are new. */
    List<UUID> news(UUID partner, AnswerRules.News news, Instant now) {
        return jdbc.sql(NEWS)
                .param("status", news.status())
                .param("notes", news.notes())
                .param("changed", at(news.changed().orElse(now)))
                .param("closed", news.isClosed())
                .param("partner", partner)
                .param("remote", news.id())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    List<Passed> ofIncident(UUID incident) {
        return jdbc.sql(OF_INCIDENT)
                .param(incident)
                .query((row, n) -> new Passed(
                        row.getString("name"),
                        State.valueOf(row.getString("state")),
                        row.getBoolean("shares_words"),
                        moment(row, "begun_at").orElseThrow(),
                        moment(row, "sent_at"),
                        Optional.ofNullable(row.getString("remote_id")).orElse(""),
                        row.getString("remote_status"),
                        row.getString("remote_notes"),
                        row.getString("trouble")))
                .list();
    }

    Optional<Subject> subject(UUID incident) {
        return jdbc.sql(SUBJECT)
                .param(incident)
                .query((row, n) -> new Subject(
                        row.getString("reference"),
                        Optional.ofNullable(row.getString("type")).map(AsbType::valueOf),
                        row.getBoolean("immediate_danger"),
                        row.getBoolean("undecided")))
                .optional();
    }

    private static Parcel parcel(ResultSet row) throws SQLException {
        return new Parcel(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getObject("partner_id", UUID.class),
                row.getString("service_code"),
                row.getBoolean("shares_words"),
                endpoint(row),
                row.getString("reference"),
                Optional.ofNullable(row.getString("type")).map(AsbType::valueOf),
                row.getString("text"),
                row.getString("location"),
                point(row),
                moment(row, "reported_at").orElseThrow(),
                row.getString("organisation"));
    }

    private static Optional<GeoPoint> point(ResultSet row) throws SQLException {
        if (row.getBigDecimal("latitude") != null) {
            return Optional.of(new GeoPoint(row.getDouble("longitude"), row.getDouble("latitude")));
        }
        double easting = row.getDouble("easting");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(NationalGrid.toWgs84(new GridPoint(easting, row.getDouble("northing"))));
    }

    private static RouteRepository.Endpoint endpoint(ResultSet row) throws SQLException {
        return new RouteRepository.Endpoint(row.getString("address"), row.getString("jurisdiction"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
