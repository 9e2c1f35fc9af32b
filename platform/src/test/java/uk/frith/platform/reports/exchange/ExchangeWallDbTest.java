package uk.frith.platform.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.launcher.Database;

/** Attacks the rows of the exchange as an application that has gone over to the other side would. */
class ExchangeWallDbTest extends ExchangeTest {

    private Connection connection = open();
    private JdbcClient hostile = client(connection);

    @BeforeEach
    void comes_as_the_application_after_a_report_was_sent() throws Exception {
        connection = open();
        hostile = client(connection);
        assertThat(postForm(
                                "/open311/v2/requests.xml",
                                "api_key",
                                key,
                                "service_code",
                                "begging",
                                "address_string",
                                "High Street",
                                "description",
                                "Somebody begs outside the bank.")
                        .getStatus())
                .isEqualTo(200);
    }

    @AfterEach
    void goes() throws SQLException {
        connection.close();
    }

    private static Connection open() {
        try {
            Database.Login app = DATABASE.database().app();
            return DriverManager.getConnection(DATABASE.database().url(), app.role(), app.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private void present(String token) {
        hostile.sql("select set_config('frith.token', ?, false)")
                .param(token)
                .query((row, n) -> 0)
                .single();
    }

    private long count(String table) {
        return hostile.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** A session as it is opened for a key. */
    private String sessionOf(UUID organisationOfKey, UUID keyId) {
        String token = SCENE.sessionOfExchange(organisationOfKey);
        DATABASE.asOwner()
                .sql("update identity.session set on_behalf = ? where token_digest = sha256(convert_to(?, 'UTF8'))")
                .param("key=" + keyId)
                .param(token)
                .update();
        return token;
    }

    private UUID keyIdOf(String entry) {
        return one(UUID.class, "select id from exchange.api_key where partner_id = ?", idOf(entry));
    }

    @Test
    void without_a_token_nothing_is_there() {
        for (String table : List.of("partner", "takes", "received", "update", "problem", "route", "delivery")) {
            assertThat(count("exchange." + table)).as(table).isZero();
        }
        assertThat(hostile.sql("select count(id) from exchange.api_key")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_key_sees_the_reports_of_its_own_partner_and_no_others_even_in_one_force() throws Exception {
        String other = partner("Another Council");
        key(other, "REPORT", "FOLLOW");
        present(sessionOf(organisation, keyIdOf(register)));
        assertThat(count("exchange.received")).isEqualTo(1);
        assertThat(count("exchange.partner")).isEqualTo(1);
        present(sessionOf(organisation, keyIdOf(other)));
        assertThat(count("exchange.received")).isZero();
        assertThatThrownBy(() -> hostile.sql(
                                "insert into exchange.problem (organisation_id, partner_id, key_id, reference,"
                                        + " digest, type, happened_on, told_police, received_at)"
                                        + " values (?, ?, ?, 'x', sha256('x'), 'BEGGING', '2026-01-01', false, now())")
                        .param(organisation)
                        .param(idOf(register))
                        .param(keyIdOf(register))
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_session_of_a_key_that_was_revoked_meanwhile_sees_nothing() {
        String token = sessionOf(organisation, keyIdOf(register));
        present(token);
        assertThat(count("exchange.received")).isEqualTo(1);
        DATABASE.asOwner()
                .sql("update exchange.api_key set revoked_at = now(), revoked_by = ? where partner_id = ?")
                .param(administrator)
                .param(idOf(register))
                .update();
        assertThat(count("exchange.received")).isZero();
        assertThat(count("exchange.partner")).isZero();
    }

    @Test
    void somebody_of_another_force_sees_nothing_and_changes_nothing() {
        UUID foreign = SCENE.organisation("Foreign " + suffix);
        present(SCENE.session(SCENE.account(foreign, "foreign-" + suffix + "@example.org", Role.ADMINISTRATOR)));
        assertThat(count("exchange.partner")).isZero();
        assertThat(count("exchange.received")).isZero();
        assertThat(hostile.sql("update exchange.partner set name = 'Mine'").update())
                .isZero();
        assertThat(hostile.sql("update exchange.api_key set revoked_at = now(), revoked_by = identity.me()")
                        .update())
                .isZero();
    }

    @Test
    void nobody_but_an_administrator_makes_or_revokes_a_key() {
        present(SCENE.session(SCENE.account(organisation, "officer-" + suffix + "@example.org", Role.SUPERVISOR)));
        assertThat(hostile.sql("select count(id) from exchange.api_key")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(
                        () -> hostile.sql("insert into exchange.api_key (organisation_id, partner_id, name, beginning,"
                                        + " digest, scopes, created_at, created_by, expires_at) values (?, ?, 'Mine', 'frith_',"
                                        + " sha256('x'), '{REPORT}', now(), identity.me(), now() + interval '1 day')")
                                .param(organisation)
                                .param(idOf(register))
                                .update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select digest from exchange.api_key",
                "select * from exchange.api_key",
                "update exchange.api_key set expires_at = now() + interval '10 years'",
                "update exchange.api_key set scopes = '{REPORT,FOLLOW,COUNT}'",
                "update exchange.api_key set revoked_by = null, revoked_at = null, digest = sha256('x')",
                "delete from exchange.api_key",
                "select * from exchange.key_minute",
                "delete from exchange.received",
                "update exchange.received set digest = sha256('x')",
                "update exchange.problem set told_police = true",
                "select secret from exchange.endpoint",
                "delete from exchange.delivery",
                "update exchange.delivery set incident_id = partner_id"
            })
    void even_an_administrators_token_reads_no_digest_and_rewrites_nothing(String attack) {
        present(SCENE.session(administrator));
        assertThatThrownBy(() -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute(attack);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void the_key_of_a_partners_system_is_given_to_the_service_that_sends_and_to_nobody_else() {
        DATABASE.asOwner()
                .sql("insert into exchange.endpoint (partner_id, organisation_id, address, jurisdiction, secret)"
                        + " values (?, ?, 'https://council.example', '', 'theirs')")
                .param(idOf(register))
                .param(organisation)
                .update();
        String question = "select coalesce(exchange.secret_of('" + idOf(register) + "'), 'nothing')";
        present(SCENE.session(administrator));
        assertThat(hostile.sql(question).query(String.class).single()).isEqualTo("nothing");
        present(sessionOf(organisation, keyIdOf(register)));
        assertThat(hostile.sql(question).query(String.class).single()).isEqualTo("nothing");
        assertThat(hostile.sql("select count(partner_id) from exchange.endpoint")
                        .query(Long.class)
                        .single())
                .isZero();
        present(SCENE.sessionOfExchange(SCENE.organisation("Elsewhere " + suffix)));
        assertThat(hostile.sql(question).query(String.class).single()).isEqualTo("nothing");
        present(SCENE.sessionOfExchange(organisation));
        assertThat(hostile.sql(question).query(String.class).single()).isEqualTo("theirs");
    }

    @Test
    void what_is_kept_of_a_key_opens_nothing() {
        String kept = one(
                String.class,
                "select encode(digest, 'hex') from exchange.api_key where partner_id = ?",
                idOf(register));
        assertThat(hostile.sql("select key_id from exchange.arrive(sha256(decode(?, 'hex')))")
                        .param(kept)
                        .query()
                        .listOfRows())
                .isEmpty();
        assertThat(kept).isNotEqualTo(key);
        assertThat(one(Long.class, "select count(*) from audit.history where former::text like '%' || ? || '%'", kept))
                .isZero();
    }
}
