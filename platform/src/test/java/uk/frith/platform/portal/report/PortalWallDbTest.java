package uk.frith.platform.portal.report;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** Attacks reports as an application that has gone over to the other side would: with its role and any SQL. */
class PortalWallDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final UUID FORCE = SCENE.organisation("Own force");
    private static final UUID OTHER_FORCE = SCENE.organisation("Other force");
    private static final String EVERYBODY = "00000000-0000-7000-8000-000000000021";

    private Connection connection = open();
    private JdbcClient hostile = client(connection);

    private static Connection open() {
        try {
            var app = DATABASE.database().app();
            return DriverManager.getConnection(DATABASE.database().url(), app.role(), app.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @BeforeEach
    void comes_as_the_application() {
        connection = open();
        hostile = client(connection);
        present("frith.token", SCENE.session(UUID.fromString(EVERYBODY)));
    }

    @AfterEach
    void goes() throws SQLException {
        connection.close();
    }

    private void present(String what, String token) {
        hostile.sql("select set_config(?, ?, false)")
                .param(what)
                .param(token)
                .query((row, n) -> 0)
                .single();
    }

    /** A draft with an account in it; gives its token. */
    private String draft(String code, String account) {
        String token = code + "x".repeat(43 - code.length());
        hostile.sql("select portal.start_draft(?, 'ABCDEFGHJKMNPQRS', ?, 'en', 'ASB', null)")
                .param(code)
                .param(token)
                .query(UUID.class)
                .single();
        present("frith.report", token);
        hostile.sql("insert into portal.answer values (portal.my_draft(), 'what', ?)")
                .param(account)
                .update();
        return token;
    }

    private List<String> accounts() {
        return hostile.sql("select value from portal.answer where field = 'what'")
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void a_draft_is_seen_by_its_token_and_by_nothing_else() {
        String one = draft("AAAA0001", "mine");
        String other = draft("AAAA0002", "another's");
        present("frith.report", one);
        assertThat(accounts()).containsExactly("mine");
        present("frith.report", other);
        assertThat(accounts()).containsExactly("another's");
        for (String guess : List.of("", " ", "AAAA0001", "x".repeat(43), "' or '1'='1")) {
            present("frith.report", guess);
            assertThat(accounts()).as(guess).isEmpty();
            assertThat(hostile.sql("select count(*) from portal.report")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void nobody_writes_into_a_draft_that_is_not_theirs() {
        draft("BBBB0001", "first");
        UUID theirs = hostile.sql("select portal.my_report()").query(UUID.class).single();
        draft("BBBB0002", "second");
        assertThatThrownBy(() -> hostile.sql("insert into portal.answer values (?, 'harm', 'planted')")
                        .param(theirs)
                        .update())
                .hasStackTraceContaining("row-level security");
        assertThat(hostile.sql("update portal.answer set value = 'changed' where report_id = ?")
                        .param(theirs)
                        .update())
                .isZero();
        assertThat(hostile.sql("delete from portal.answer where report_id = ?")
                        .param(theirs)
                        .update())
                .isZero();
    }

    @Test
    void secrets_and_visits_are_read_and_written_by_nobody() {
        draft("CCCC0001", "x");
        for (String table : List.of("portal.secret", "portal.visit")) {
            assertThatThrownBy(() -> hostile.sql("select * from " + table)
                            .query((row, n) -> 0)
                            .list())
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> hostile.sql("delete from " + table).update())
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> hostile.sql(
                                "insert into portal.report (code, language, why) values ('00000000', 'en', 'A')")
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> hostile.sql("delete from portal.report").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void the_reporter_cannot_make_an_incident_of_their_report_nor_say_that_they_are_known() {
        draft("DDDD0001", "x");
        assertThat(hostile.sql("update portal.report set verification = 'SEEN'").update())
                .isZero();
        assertThat(hostile.sql("update portal.report set refused = 'no'").update())
                .isZero();
        assertThat(hostile.sql("select portal.send(?, null)")
                        .param(UUID.fromString("00000000-0000-7000-8000-000000000001"))
                        .query(UUID.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void what_was_sent_is_read_by_its_force_and_changed_by_nobody() {
        String token = draft("EEEE0001", "for the force");
        assertThat(hostile.sql("select portal.send(?, null)")
                        .param(FORCE)
                        .query(UUID.class)
                        .optional())
                .isPresent();
        assertThat(accounts()).contains("for the force");
        assertThatThrownBy(() -> hostile.sql("insert into portal.answer values (portal.my_report(), 'harm', 'later')")
                        .update())
                .hasStackTraceContaining("row-level security");
        assertThat(hostile.sql("update portal.answer set value = 'changed'").update())
                .isZero();
        assertThat(hostile.sql("select portal.discard()").query(Boolean.class).single())
                .isFalse();

        present("frith.report", "");
        present("frith.token", SCENE.session(SCENE.account(FORCE, "h1@own.example", Role.CALL_HANDLER)));
        assertThat(accounts()).contains("for the force");
        present("frith.token", SCENE.session(SCENE.account(FORCE, "a1@own.example", Role.ANALYST)));
        assertThat(accounts()).isEmpty();
        present("frith.token", SCENE.session(SCENE.account(OTHER_FORCE, "h2@other.example", Role.CALL_HANDLER)));
        assertThat(accounts()).isEmpty();
        assertThat(token).hasSize(43);
    }

    @Test
    void a_force_sees_no_draft_and_the_publics_name_sees_no_data_of_any_force() {
        draft("FFFF0001", "not sent");
        present("frith.report", "");
        present("frith.token", SCENE.session(SCENE.account(FORCE, "h3@own.example", Role.CALL_HANDLER)));
        assertThat(accounts()).doesNotContain("not sent");
        present("frith.token", SCENE.session(UUID.fromString(EVERYBODY)));
        for (String table : List.of(
                "recording.incident",
                "recording.person",
                "calls.draft",
                "audit.entry",
                "audit.history",
                "deadlines.deadline")) {
            assertThat(hostile.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(hostile.sql("select name from identity.account")
                        .query((row, n) -> row.getString(1))
                        .list())
                .doesNotContain("Name of h3@own.example");
    }

    @Test
    void the_publics_name_can_be_given_neither_a_role_nor_a_password() {
        assertThatThrownBy(() -> DATABASE.asOwner()
                        .sql("insert into identity.account_role values (?::uuid, 'ADMINISTRATOR')")
                        .param(EVERYBODY)
                        .update())
                .hasStackTraceContaining("public_has_no_role");
        assertThatThrownBy(() -> DATABASE.asOwner()
                        .sql("insert into identity.credential (account_id) values (?::uuid)")
                        .param(EVERYBODY)
                        .update())
                .hasStackTraceContaining("public_has_no_secret");
    }

    @Test
    void forgetting_is_the_systems_work_alone() {
        assertThatThrownBy(() -> hostile.sql("select portal.forget()")
                        .query(Integer.class)
                        .single())
                .hasStackTraceContaining("Only the system");
    }

    @Test
    void a_short_secret_or_token_opens_nothing() {
        assertThatThrownBy(() -> hostile.sql("select portal.start_draft('GGGG0001', 'short', ?, 'en', 'ASB', null)")
                        .param("x".repeat(43))
                        .query(UUID.class)
                        .single())
                .hasStackTraceContaining("16 signs");
    }
}
