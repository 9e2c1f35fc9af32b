package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
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
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.frith.platform.launcher.Database;
import uk.frith.platform.launcher.TestDatabase;

/** Attacks the database as an application that has gone over to the other side would: with its role, its tokens, any SQL. */
class SecondWallDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String NO_RIGHT = "42501";

    private static final UUID OWN = SCENE.organisation("Own");
    private static final UUID FOREIGN = SCENE.organisation("Foreign");
    private static final UUID OFFICER = SCENE.account(OWN, "officer@own.example", Role.NEIGHBOURHOOD_OFFICER);
    private static final UUID ADMINISTRATOR = SCENE.account(OWN, "admin@own.example", Role.ADMINISTRATOR);
    private static final UUID AUDITOR = SCENE.account(OWN, "auditor@own.example", Role.AUDITOR);
    private static final UUID STRANGER = SCENE.account(FOREIGN, "stranger@foreign.example", Role.ANALYST);

    private Connection connection = open(DATABASE.database().app());
    private JdbcClient hostile = client(connection);

    @BeforeEach
    void comes_as_the_application() {
        connection = open(DATABASE.database().app());
        hostile = client(connection);
    }

    @AfterEach
    void goes() throws SQLException {
        connection.close();
    }

    @Test
    void without_a_token_nothing_is_there() {
        assertSeesNothing();
    }

    @Test
    void an_invented_token_shows_nothing() {
        present(new Tokens().make());
        assertSeesNothing();
    }

    @Test
    void the_digest_that_is_kept_is_no_token() {
        String token = SCENE.session(OFFICER);
        present(java.util.HexFormat.of().formatHex(Tokens.digest(token)));
        assertSeesNothing();
        present("\\x" + java.util.HexFormat.of().formatHex(Tokens.digest(token)));
        assertSeesNothing();
    }

    @Test
    void an_empty_token_and_one_of_spaces_show_nothing() {
        present("");
        assertSeesNothing();
        present(" ");
        assertSeesNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update identity.session set ended_at = now() where token_digest = ?",
                "update identity.session set opened_at = now() - interval '13 hours',"
                        + " expires_at = now() - interval '1 hour' where token_digest = ?",
                "update identity.session set last_seen_at = now() - interval '1801 seconds' where token_digest = ?"
            })
    void a_token_that_was_ended_or_has_expired_or_was_idle_too_long_shows_nothing(String end) {
        String token = SCENE.session(OFFICER);
        present(token);
        assertThat(accounts()).isNotEmpty();
        DATABASE.asOwner().sql(end).param(Tokens.digest(token)).update();
        assertSeesNothing();
    }

    @Test
    void a_disabled_account_sees_nothing_with_a_token_that_was_good() {
        UUID gone = SCENE.account(OWN, "gone@own.example", Role.ANALYST);
        present(SCENE.session(gone));
        assertThat(accounts()).isNotEmpty();
        DATABASE.asOwner()
                .sql("update identity.account set state = 'DISABLED' where id = ?")
                .param(gone)
                .update();
        assertSeesNothing();
    }

    @Test
    void a_token_shows_its_own_organisation_and_no_other() {
        present(SCENE.session(OFFICER));
        assertThat(accounts()).contains(OFFICER, ADMINISTRATOR).doesNotContain(STRANGER);
        assertThat(count("identity.organisation")).isEqualTo(1);
        assertThat(hostile.sql("select count(*) from identity.role_setting where organisation_id = ?")
                        .param(FOREIGN)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Minting a session, or keeping one.
                "insert into identity.session (token_digest, account_id, idle_seconds, expires_at)"
                        + " select sha256('x'), id, 1800, now() + interval '1 hour' from identity.account",
                "update identity.session set ended_at = null",
                "update identity.session set account_id = '00000000-0000-7000-8000-000000000011'",
                // Reading secrets.
                "select * from identity.session",
                "select * from identity.credential",
                "select * from identity.sign_in_try",
                "select * from identity.one_time_link",
                "select * from identity.pending_sign_in",
                "insert into identity.one_time_link (token_digest, kind, expires_at)"
                        + " values (sha256('x'), 'FIRST_ADMINISTRATOR', now() + interval '1 hour')",
                "delete from identity.sign_in_try",
                // Making things that run or show more.
                "create view identity.all_accounts as select * from identity.account",
                "create view public.all_accounts as select * from identity.account",
                "create materialized view public.all_accounts as select * from identity.account",
                "create function public.f() returns int language sql as 'select 1'",
                "create function identity.f() returns int language sql as 'select 1'",
                "create function pg_temp.f() returns int language sql as 'select 1'",
                "create temporary table mine as select * from identity.account",
                "create schema mine",
                "create extension dblink",
                "create or replace function identity.me() returns uuid language sql"
                        + " as $$ select '00000000-0000-7000-8000-000000000011'::uuid $$",
                // Lowering the wall.
                "alter table identity.account disable row level security",
                "drop policy own_organisation on identity.account",
                "alter role frith_app bypassrls",
                "set role frith_owner",
                "set role frith_signin",
                "set session authorization frith_owner",
                "grant select on identity.credential to frith_app",
                // The audit.
                "update audit.entry set purpose = 'another'",
                "delete from audit.entry",
                "truncate audit.entry",
                "delete from audit.history",
                "insert into audit.history (relation, record, former) values ('x', 'y', '{}')",
                "update audit.seal set digest = sha256('x')",
                "insert into audit.era (number) values (99)",
                "alter table audit.entry disable trigger all",
                "insert into audit.entry (act, subject, purpose, actor)"
                        + " values ('CONSULTATION', 'x', 'y', '00000000-0000-7000-8000-000000000011')",
                "insert into audit.entry (act, subject, purpose, at) values ('CONSULTATION', 'x', 'y', now())",
                "insert into audit.entry (act, subject, purpose, xid) values ('CONSULTATION', 'x', 'y', '1')",
                "insert into audit.entry (act, subject, purpose, era) values ('CONSULTATION', 'x', 'y', 1)",
                "insert into audit.entry (act, subject, purpose, organisation)"
                        + " values ('CONSULTATION', 'x', 'y', '00000000-0000-7000-8000-000000000001')",
                "insert into audit.entry (id, act, subject, purpose) overriding system value"
                        + " values (1, 'CONSULTATION', 'x', 'y')",
                "select setval('audit.entry_id_seq', 1)",
                // Files and programs of the server.
                "copy identity.account to '/tmp/frith-accounts'",
                "copy (select 1) to program 'true'",
                "copy identity.team from program 'true'",
                "select pg_read_file('postgresql.conf')",
                "select lo_import('postgresql.conf')",
                // Other rights.
                "insert into identity.organisation (name, kind) values ('Mine', 'POLICE')",
                "update identity.account set email = 'x@y.example'",
                "update identity.account set organisation_id = organisation_id",
                "update identity.account set demonstration = false",
                "delete from identity.account",
                "select * from pg_authid",
                "select identity.address_digest('x')"
            })
    void what_the_application_has_no_right_to_is_refused_with_any_token(String attack) {
        for (UUID account : List.of(OFFICER, ADMINISTRATOR)) {
            present(SCENE.session(account));
            assertThatThrownBy(() -> execute(attack))
                    .as(attack)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState())
                                    .as("%s: %s", attack, e.getMessage())
                                    .isEqualTo(NO_RIGHT));
        }
    }

    @Test
    void copying_out_shows_what_a_query_would_and_no_more() throws Exception {
        StringWriter nothing = new StringWriter();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy identity.account (email) to stdout", nothing);
        assertThat(nothing.toString()).isEmpty();
        present(SCENE.session(OFFICER));
        StringWriter own = new StringWriter();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy identity.account (email) to stdout", own);
        assertThat(own.toString()).contains("officer@own.example").doesNotContain("stranger@foreign.example");
    }

    @Test
    void copying_into_the_audit_is_refused() {
        present(SCENE.session(OFFICER));
        assertThatThrownBy(() -> connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy audit.entry (act, subject, purpose) from stdin",
                                new java.io.StringReader("CONSULTATION\tx\ty\n")))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void switching_row_security_off_hides_all_instead_of_showing_all() {
        present(SCENE.session(OFFICER));
        assertThatThrownBy(() -> {
                    execute("set row_security = off");
                    execute("select * from identity.account");
                })
                .isInstanceOf(SQLException.class);
    }

    @Test
    void a_leaking_condition_is_not_asked_about_hidden_rows() {
        present(SCENE.session(OFFICER));
        assertThat(hostile.sql(
                                "select count(*) from identity.account where 1 / (case when email like 'stranger%' then 0 else 1 end) = 1")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void an_entry_stands_under_the_name_of_the_token_and_under_no_other() {
        present(SCENE.session(OFFICER));
        hostile.sql("insert into audit.entry (act, subject, purpose) values ('CONSULTATION', 'attack', 'to try')")
                .update();
        assertThat(SCENE.entriesOf(OFFICER)).contains("CONSULTATION attack");
        present("");
        assertThatThrownBy(() -> execute(
                        "insert into audit.entry (act, subject, purpose) values ('CONSULTATION', 'nobody', 'to try')"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void only_an_auditor_reads_the_audit_and_only_of_their_own_organisation() {
        present(SCENE.session(STRANGER));
        hostile.sql("insert into audit.entry (act, subject, purpose) values ('CONSULTATION', 'foreign', 'to try')")
                .update();
        present(SCENE.session(OFFICER));
        hostile.sql("insert into audit.entry (act, subject, purpose) values ('CONSULTATION', 'own', 'to try')")
                .update();
        assertThat(count("audit.entry")).isZero();
        present(SCENE.session(AUDITOR));
        assertThat(hostile.sql("select distinct subject from audit.entry")
                        .query((row, n) -> row.getString(1))
                        .list())
                .contains("own")
                .doesNotContain("foreign");
    }

    @Test
    void an_officer_changes_nobody_and_makes_nobody_an_administrator() {
        present(SCENE.session(OFFICER));
        assertThat(hostile.sql("update identity.account set name = 'Other' where id = ?")
                        .param(ADMINISTRATOR)
                        .update())
                .isZero();
        assertThatThrownBy(() -> hostile.sql("insert into identity.account_role values (?, 'ADMINISTRATOR')")
                        .param(OFFICER)
                        .update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThat(hostile.sql("delete from identity.account_role").update()).isZero();
        assertThat(hostile.sql("update identity.role_setting set second_factor_required = false")
                        .update())
                .isZero();
        assertThatThrownBy(() -> hostile.sql("select identity.end_sessions_of(?)")
                        .param(ADMINISTRATOR)
                        .query()
                        .listOfRows())
                .rootCause()
                .hasMessageContaining("administrator");
        assertThatThrownBy(() -> hostile.sql("select identity.unlock(?)")
                        .param(ADMINISTRATOR)
                        .query()
                        .listOfRows())
                .rootCause()
                .hasMessageContaining("supervisor");
        assertThat(hostile.sql("select account_id from identity.sign_in_facts()")
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list())
                .containsExactly(OFFICER);
    }

    @Test
    void an_administrator_reaches_nobody_of_another_organisation() {
        String strangers = SCENE.session(STRANGER);
        present(SCENE.session(ADMINISTRATOR));
        assertThat(hostile.sql("update identity.account set state = 'DISABLED' where id = ?")
                        .param(STRANGER)
                        .update())
                .isZero();
        assertThatThrownBy(() -> hostile.sql(
                                "insert into identity.account (organisation_id, name, email) values (?, 'N', 'n@n.example')")
                        .param(FOREIGN)
                        .update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThatThrownBy(() -> hostile.sql("insert into identity.account_role values (?, 'ADMINISTRATOR')")
                        .param(STRANGER)
                        .update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThatThrownBy(() -> hostile.sql("insert into identity.team (organisation_id, name) values (?, 'T')")
                        .param(FOREIGN)
                        .update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThat(hostile.sql("select identity.end_sessions_of(?)")
                        .param(STRANGER)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(hostile.sql("select identity.unlock(?)")
                        .param(STRANGER)
                        .query(Boolean.class)
                        .single())
                .isFalse();
        present(strangers);
        assertThat(accounts()).containsExactly(STRANGER);
    }

    @Test
    void an_administrator_makes_no_service_of_an_account() {
        present(SCENE.session(ADMINISTRATOR));
        assertThatThrownBy(() -> hostile.sql("update identity.account set state = 'SERVICE' where id = ?")
                        .param(ADMINISTRATOR)
                        .update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void a_change_leaves_the_former_version_behind_under_the_name_of_whoever_made_it() {
        UUID changed = SCENE.account(OWN, "changed@own.example", Role.ANALYST);
        present(SCENE.session(ADMINISTRATOR));
        hostile.sql("update identity.account set name = 'New name' where id = ?")
                .param(changed)
                .update();
        hostile.sql("delete from identity.account_role where account_id = ?")
                .param(changed)
                .update();
        assertThat(hostile.sql("select relation || ' ' || changed_by from audit.history where record = ? order by id")
                        .param(changed.toString())
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("identity.account " + ADMINISTRATOR, "identity.account_role " + ADMINISTRATOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from audit.entry",
                "select * from audit.history",
                "delete from audit.entry",
                "delete from identity.account",
                "create temporary table mine (i int)",
                "set role frith_owner",
                "set role frith_app",
                "insert into audit.history (relation, record, former) values ('x', 'y', '{}')"
            })
    void sign_ins_own_role_reads_no_records_and_changes_no_audit(String attack) throws SQLException {
        try (Connection signIn = open(DATABASE.database().signIn());
                var statement = signIn.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attack))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).as(attack).isEqualTo(NO_RIGHT));
        }
    }

    @Test
    void a_service_that_works_for_one_organisation_sees_that_one_and_holds_the_roles_of_its_account_alone() {
        present(SCENE.sessionOfExchange(OWN));
        assertThat(hostile.sql("select id from identity.organisation")
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list())
                .containsExactly(OWN);
        assertThat(accounts()).contains(OFFICER).doesNotContain(STRANGER);
        for (String role : List.of("ADMINISTRATOR", "AUDITOR", "SUPERVISOR", "CRIME_REGISTRAR")) {
            assertThat(hostile.sql("select identity.i_have_role(array[?])")
                            .param(role)
                            .query(Boolean.class)
                            .single())
                    .as(role)
                    .isFalse();
        }
        assertThat(hostile.sql("update identity.account set state = 'DISABLED' where id = ?")
                        .param(OFFICER)
                        .update())
                .isZero();
        assertThat(count("audit.history")).isZero();
    }

    @Test
    void what_a_confined_service_does_stands_in_the_audit_of_the_organisation_it_worked_for() {
        present(SCENE.sessionOfExchange(OWN));
        hostile.sql("insert into audit.entry (act, subject, purpose) values ('COLLECTION', 'by exchange', 'to try')")
                .update();
        present(SCENE.session(AUDITOR));
        assertThat(hostile.sql("select count(*) from audit.entry where subject = 'by exchange'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobody_takes_a_service_out_of_its_confinement() {
        present(SCENE.sessionOfExchange(OWN));
        assertThatThrownBy(() -> execute("update identity.session set confined_to = null"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NO_RIGHT));
        assertThat(count("identity.organisation")).isEqualTo(1);
    }

    @Test
    void sign_ins_own_role_makes_no_service() throws SQLException {
        try (Connection signIn = open(DATABASE.database().signIn());
                var statement = signIn.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update identity.account set state = 'SERVICE'"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute(
                            "insert into identity.organisation (name, kind) values ('Mine', 'SYSTEM')"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private void assertSeesNothing() {
        for (String table : List.of(
                "identity.organisation",
                "identity.team",
                "identity.account",
                "identity.account_role",
                "identity.role_setting",
                "identity.sign_in_facts()",
                "identity.arrive()",
                "identity.glance()",
                "audit.entry",
                "audit.history")) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    private long count(String table) {
        return hostile.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<UUID> accounts() {
        return hostile.sql("select id from identity.account")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private void present(String token) {
        hostile.sql("select set_config('frith.token', ?, false)")
                .param(token)
                .query((row, n) -> 0)
                .single();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private static Connection open(Database.Login login) {
        try {
            return DriverManager.getConnection(DATABASE.database().url(), login.role(), login.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
