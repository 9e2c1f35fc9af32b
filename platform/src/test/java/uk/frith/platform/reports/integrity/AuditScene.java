package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** A force of its own with a handler and a registrar, who take calls down and audit them. */
final class AuditScene {

    static final String THREATENED = "My neighbour from number 9 came to my door again last night and said he would"
            + " smash my face in. He has been shouting at me every day for three weeks and I am scared to leave the house.";

    private static final String NO_RIGHT = "42501";

    final String suffix = UUID.randomUUID().toString();
    final UUID organisation;
    final UUID handler;
    final UUID registrar;
    private final MockMvc mvc;
    private final TestDatabase database;
    private final Scene scene;

    AuditScene(MockMvc mvc, TestDatabase database, Scene scene) {
        this.mvc = mvc;
        this.database = database;
        this.scene = scene;
        this.organisation = scene.organisation("Force " + suffix);
        this.handler = somebody("handler", Role.CALL_HANDLER);
        this.registrar = somebody("registrar", Role.CRIME_REGISTRAR);
    }

    UUID somebody(String name, Role... roles) {
        return scene.account(organisation, name + suffix + "@example.org", roles);
    }

    Browser browserOf(UUID account) {
        return Browser.holding(mvc, scene.session(account));
    }

    /** Takes a call down; gives the incident. */
    UUID incident(String account) throws Exception {
        Browser browser = browserOf(handler);
        browser.get("/calls");
        String screen = to(browser.post("/calls"));
        browser.get(screen);
        MockHttpServletResponse answer = browser.post(
                screen,
                "seen",
                browser.page().select("input[name=seen]").val(),
                "part",
                "VICTIM",
                "name",
                "Ada Example",
                "location",
                "Long Row",
                "account",
                account,
                "act",
                "record");
        assertThat(answer.getStatus()).as(browser.page().text()).isEqualTo(302);
        return UUID.fromString(to(answer).replaceAll("^/incidents/|#.*$", ""));
    }

    static String to(MockHttpServletResponse answer) {
        String address = answer.getHeader("Location");
        return address == null ? "" : address;
    }

    /** Draws at random from everything; gives the audit's address. */
    static String draw(Browser browser, String... more) throws Exception {
        browser.get("/recording-audits/new");
        List<String> fields = new ArrayList<>(List.of(
                "title",
                "Everything",
                "from",
                "2020-01-01",
                "to",
                "2199-12-31",
                "channel",
                "",
                "wanted",
                "50",
                "kind",
                "RANDOM",
                "spread",
                "NONE"));
        for (int i = 0; i < more.length; i += 2) {
            fields.set(fields.indexOf(more[i]) + 1, more[i + 1]);
        }
        MockHttpServletResponse answer = browser.post("/recording-audits", fields.toArray(String[]::new));
        assertThat(answer.getStatus()).as(browser.page().text()).isEqualTo(302);
        return to(answer);
    }

    /** Takes the next account into the browser's hands; gives its page. */
    static String take(Browser browser, String audit) throws Exception {
        browser.get(audit);
        String address = to(browser.post(audit + "/read"));
        assertThat(address).matches(audit + "/items/\\d+");
        assertThat(browser.get(address).getStatus()).isEqualTo(200);
        return address;
    }

    /** Reads every account of a new audit alike; gives the audit's address. */
    String auditAll(UUID reader, String... fields) throws Exception {
        Browser browser = browserOf(reader);
        String audit = draw(browser);
        String item = take(browser, audit);
        List<String> said = new ArrayList<>(List.of(fields));
        said.addAll(List.of("act", "next"));
        while (!item.equals(audit)) {
            browser.get(item);
            item = to(browser.post(item, said.toArray(String[]::new)));
        }
        return audit;
    }

    UUID incidentOf(String item) {
        String[] parts = item.split("/", -1);
        return one(
                UUID.class,
                "select incident_id from integrity.item where sample_id = ?::uuid and number = ?::int",
                parts[2],
                parts[4]);
    }

    <T> T one(Class<T> type, String sql, Object... params) {
        var statement = database.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return statement.query(type).single();
    }

    Hostile hostile(UUID account) throws SQLException {
        return new Hostile(database, scene.session(account));
    }

    /** A connection with the application's own role and somebody's token. */
    static final class Hostile implements AutoCloseable {
        private final Connection connection;
        private final JdbcClient jdbc;

        private Hostile(TestDatabase database, String token) throws SQLException {
            connection = DriverManager.getConnection(
                    database.database().url(),
                    database.database().app().role(),
                    database.database().app().password());
            jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("select set_config('frith.token', ?, false)")
                    .param(token)
                    .query((row, n) -> 0)
                    .single();
        }

        long count(String sql) {
            return jdbc.sql(sql).query(Long.class).single();
        }

        int update(String sql) {
            return jdbc.sql(sql).update();
        }

        void refused(String sql) {
            refused(sql, NO_RIGHT);
        }

        void refused(String sql, String state) {
            Assertions.assertThatThrownBy(() -> {
                        try (var statement = connection.createStatement()) {
                            statement.execute(sql);
                        }
                    })
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState())
                                    .as("%s: %s", sql, e.getMessage())
                                    .isEqualTo(state));
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
