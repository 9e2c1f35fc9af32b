package uk.frith.platform.reports.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.recording.AsbType;

/** The SQL of where partners' systems take reports, and of what goes to whom. */
@Repository
class RouteRepository {

    // language=postgresql
    private static final String ROUTES = """
            select r.id, r.type, r.partner_id, p.name, r.service_code, r.automatic, r.shares_words
            from exchange.route r join exchange.partner p on p.id = r.partner_id
            where r.organisation_id = ? and p.state = 'ACTIVE' order by p.name, r.type
            """;

    // language=postgresql
    private static final String ENDPOINT = "select address, jurisdiction from exchange.endpoint where partner_id = ?";

    // language=postgresql
    private static final String PUT_ENDPOINT = """
            insert into exchange.endpoint (partner_id, organisation_id, address, jurisdiction, secret)
            values (?, ?, ?, ?, ?)
            on conflict (partner_id) do update set address = excluded.address, jurisdiction = excluded.jurisdiction
            """;

    // language=postgresql
    private static final String PUT_SECRET = "update exchange.endpoint set secret = ? where partner_id = ?";

    // language=postgresql
    private static final String DROP_ROUTES = "delete from exchange.route where partner_id = ? and type <> all (?)";

    // language=postgresql
    private static final String PUT_ROUTE = """
            insert into exchange.route as r (organisation_id, type, partner_id, service_code, automatic, shares_words)
            values (?, ?, ?, ?, ?, ?)
            on conflict (organisation_id, type) do update
            set service_code = excluded.service_code, automatic = excluded.automatic, shares_words = excluded.shares_words
            where r.partner_id = excluded.partner_id
            """;

    private final JdbcClient jdbc;

    RouteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a partner's system takes reports. */
    record Endpoint(String address, String jurisdiction) {}

    /** What goes to whom as what. */
    record Route(
            UUID id, AsbType type, UUID partner, String partnerName, String code, boolean automatic, boolean words) {}

    List<Route> routes(UUID organisation) {
        return jdbc.sql(ROUTES)
                .param(organisation)
                .query((row, n) -> new Route(
                        row.getObject("id", UUID.class),
                        AsbType.valueOf(row.getString("type")),
                        row.getObject("partner_id", UUID.class),
                        row.getString("name"),
                        row.getString("service_code"),
                        row.getBoolean("automatic"),
                        row.getBoolean("shares_words")))
                .list();
    }

    Optional<Endpoint> endpoint(UUID partner) {
        return jdbc.sql(ENDPOINT)
                .param(partner)
                .query((row, n) -> new Endpoint(row.getString("address"), row.getString("jurisdiction")))
                .optional();
    }

    void putEndpoint(UUID organisation, UUID partner, Endpoint endpoint, Optional<String> secret) {
        jdbc.sql(PUT_ENDPOINT)
                .param(partner)
                .param(organisation)
                .param(endpoint.address())
                .param(endpoint.jurisdiction())
                .param("")
                .update();
        secret.ifPresent(
                given -> jdbc.sql(PUT_SECRET).param(given).param(partner).update());
    }

    void keepRoutes(UUID partner, List<AsbType> types) {
        jdbc.sql(DROP_ROUTES)
                .param(partner)
                .param(types.stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    /** False when what is of this kind goes to another partner. */
    boolean putRoute(UUID organisation, UUID partner, AsbType type, String code, boolean automatic, boolean words) {
        return jdbc.sql(PUT_ROUTE)
                        .param(organisation)
                        .param(type.name())
                        .param(partner)
                        .param(code)
                        .param(automatic)
                        .param(words)
                        .update()
                == 1;
    }
}
