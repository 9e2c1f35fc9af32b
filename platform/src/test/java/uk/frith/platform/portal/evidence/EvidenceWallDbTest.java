package uk.frith.platform.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** Attacks evidence and messages as an application that has gone over to the other side would. */
class EvidenceWallDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final UUID FORCE = SCENE.organisation("Evidence force");
    private static final UUID OTHER_FORCE = SCENE.organisation("Other force");
    private static final UUID EVERYBODY = UUID.fromString("00000000-0000-7000-8000-000000000021");
    private static final String ADD = """
            insert into evidence.file (report_id, kind, media_type, name, bytes, sha256)
            values (?, 'PHOTO', 'image/png', 'a.png', ?, sha256(?::bytea)) returning id
            """;

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
        present("frith.token", SCENE.session(EVERYBODY));
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

    private UUID draft(String code) {
        String token = code + "y".repeat(43 - code.length());
        UUID report = hostile.sql("select portal.start_draft(?, 'ABCDEFGHJKMNPQRS', ?, 'en', 'ASB', null)")
                .param(code)
                .param(token)
                .query(UUID.class)
                .single();
        present("frith.report", token);
        hostile.sql("insert into portal.answer values (portal.my_draft(), 'what', 'x')")
                .update();
        return report;
    }

    private UUID file(UUID report, long bytes, int content) {
        return hostile.sql(ADD)
                .param(report)
                .param(bytes)
                .param(new byte[] {(byte) content})
                .query(UUID.class)
                .single();
    }

    private int count(String table) {
        return hostile.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void a_file_goes_with_ones_own_report_alone_and_is_seen_by_nobody_else_outside() {
        UUID theirs = draft("AAAA1111");
        UUID file = file(theirs, 1, 1);
        UUID mine = draft("AAAA2222");
        assertThat(count("evidence.file")).isZero();
        assertThatThrownBy(() -> file(theirs, 1, 2)).hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> hostile.sql("insert into evidence.part values (?, 0, 'x'::bytea)")
                        .param(file)
                        .update())
                .hasStackTraceContaining("row-level security");
        assertThat(hostile.sql("delete from evidence.file where id = ?")
                        .param(file)
                        .update())
                .isZero();
        file(mine, 1, 3);
        assertThat(count("evidence.file")).isEqualTo(1);
    }

    @Test
    void ten_files_and_two_hundred_megabytes_are_all_whatever_the_application_says() {
        UUID report = draft("BBBB1111");
        for (int i = 0; i < 4; i++) {
            file(report, 50L * 1024 * 1024, i);
        }
        assertThatThrownBy(() -> file(report, 1, 9)).hasStackTraceContaining("row-level security");
        UUID many = draft("BBBB2222");
        for (int i = 0; i < 10; i++) {
            file(many, 1, i);
        }
        assertThatThrownBy(() -> file(many, 1, 11)).hasStackTraceContaining("row-level security");
    }

    @Test
    void the_sender_cannot_say_that_a_file_was_opened_or_scanned_and_cannot_take_it_back_once_sent() {
        UUID report = draft("CCCC1111");
        UUID file = file(report, 1, 1);
        assertThat(hostile.sql("update evidence.file set scan = 'NOTHING_FOUND', scanned_at = now()")
                        .update())
                .isZero();
        assertThat(hostile.sql("update evidence.file set opened_at = now(), opened_by = ?")
                        .param(EVERYBODY)
                        .update())
                .isZero();
        hostile.sql("select portal.send(?, null)")
                .param(FORCE)
                .query(UUID.class)
                .single();
        assertThat(hostile.sql("delete from evidence.file where id = ?")
                        .param(file)
                        .update())
                .isZero();

        present("frith.report", "");
        present("frith.token", SCENE.session(SCENE.account(FORCE, "o@evidence.example", Role.NEIGHBOURHOOD_OFFICER)));
        assertThat(count("evidence.file")).isEqualTo(1);
        present(
                "frith.token",
                SCENE.session(SCENE.account(OTHER_FORCE, "o@other.example", Role.NEIGHBOURHOOD_OFFICER)));
        assertThat(count("evidence.file")).isZero();
        assertThat(count("evidence.part")).isZero();
    }

    @Test
    void nobody_speaks_for_another_in_a_report() {
        UUID report = draft("DDDD1111");
        UUID officer = SCENE.account(FORCE, "speaks@evidence.example", Role.NEIGHBOURHOOD_OFFICER);
        assertThatThrownBy(() -> hostile.sql(
                                "insert into dialogue.message (report_id, written_by, text) values (?, ?, 'x')")
                        .param(report)
                        .param(officer)
                        .update())
                .hasStackTraceContaining("row-level security");
        hostile.sql("insert into dialogue.message (report_id, text) values (?, 'mine')")
                .param(report)
                .update();
        draft("DDDD2222");
        assertThat(count("dialogue.message")).isZero();
        assertThatThrownBy(() -> hostile.sql("insert into dialogue.message (report_id, text) values (?, 'x')")
                        .param(report)
                        .update())
                .hasStackTraceContaining("row-level security");
        present("frith.token", SCENE.session(SCENE.account(OTHER_FORCE, "marks@other.example", Role.SUPERVISOR)));
        present("frith.report", "");
        assertThatThrownBy(
                        () -> hostile.sql("""
                        insert into dialogue.marking (report_id, organisation_id, kind, reason, marked_by)
                        values (?, ?, 'MALICIOUS', 'because I say so', identity.me())
                        """).param(report).param(OTHER_FORCE).update())
                .hasStackTraceContaining("row-level security");
    }
}
