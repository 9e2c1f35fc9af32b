package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.Database;
import uk.frith.platform.launcher.TestDatabase;

@SpringBootTest
@AutoConfigureMockMvc
class IncidentImportDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String HEADER = String.join(",", IncidentRules.HEADER) + "\n";
    private static final String ROW = "A1,2026-03-01T20:10:00Z,2026-03-01T22:10:00+00:00,2026-03-01T22:30:00Z,450000,"
            + "300000,E01025631,High Street,NUISANCE,NUISANCE_NOISE,call,\"Loud \"\"music\"\"\nagain\"\n";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @TempDir
    private Path folder;

    private final ServiceDesk services;
    private final Desk desk;
    private final ImportIncidents importing;
    private final Incidents incidents;
    private final MockMvc mvc;

    IncidentImportDbTest(
            @Autowired ServiceDesk services,
            @Autowired Desk desk,
            @Autowired ImportIncidents importing,
            @Autowired Incidents incidents,
            @Autowired MockMvc mvc) {
        this.services = services;
        this.desk = desk;
        this.importing = importing;
        this.incidents = incidents;
        this.mvc = mvc;
    }

    private record Ran(ExitStatus status, String out, String news) {}

    private Ran run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream news = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(news, true, StandardCharsets.UTF_8));
        ExitStatus status = services.as(
                ServiceActor.COMMAND_LINE, "tester", () -> importing.run(Arguments.parse(List.of(words)), console));
        return new Ran(status, out.toString(StandardCharsets.UTF_8), news.toString(StandardCharsets.UTF_8));
    }

    private Ran take(String organisation, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("incidents.csv"), content);
        return run(file.toString(), "--organisation", organisation);
    }

    @Test
    void incidents_are_stored_once_and_changed_ones_keep_their_former_version() throws IOException {
        UUID organisation = SCENE.organisation("Storing Force");
        String second = ROW.replace("A1,", "A2,").replace("E01025631", "");

        assertThat(take("Storing Force", HEADER + ROW + second))
                .isEqualTo(new Ran(ExitStatus.DONE, "files=1 rows=2 stored=2 replaced=0 refused=0\n", ""));
        assertThat(take("storing-force", HEADER + ROW + second).out())
                .isEqualTo("files=1 rows=2 stored=0 replaced=0 refused=0\n");
        assertThat(take("Storing Force", HEADER + ROW.replace("High Street", "Low Street"))
                        .out())
                .isEqualTo("files=1 rows=1 stored=1 replaced=1 refused=0\n");

        assertThat(DATABASE.asOwner()
                        .sql("""
                                select location || '/' || (select former ->> 'location' from audit.history h
                                    where h.relation = 'recording.incident' and h.record = i.id::text)
                                from recording.incident i where reference = 'A1' and organisation_id = ?
                                """)
                        .param(organisation)
                        .query(String.class)
                        .single())
                .isEqualTo("Low Street/High Street");
        assertThat(DATABASE.asOwner()
                        .sql("select text from recording.incident where reference = 'A1' and organisation_id = ?")
                        .param(organisation)
                        .query(String.class)
                        .single())
                .isEqualTo("Loud \"music\"\nagain");
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from audit.entry where subject = 'incidents' and act = 'COLLECTION'"
                                + " and detail ->> 'organisation' = ?")
                        .param(organisation.toString())
                        .query(Long.class)
                        .single())
                .as("one entry a file")
                .isEqualTo(3);
    }

    @Test
    void a_damaged_row_is_kept_with_its_reason_and_stops_nothing() throws IOException {
        UUID organisation = SCENE.organisation("Refusing Force");
        Ran ran = take(
                "Refusing Force",
                HEADER
                        + ROW
                        + ROW
                        + ROW.replace("A1,2026-03-01T20:10:00Z", "A3,yesterday")
                        + ROW.replace("A1,", "A4,").replace(",300000,", ",,")
                        + ROW.replace("A1,", "A5,").replace("NUISANCE,", "NOISE,")
                        + ROW.replace("A1,", "A6,").replace("22:10:00+00:00", "19:10:00+00:00")
                        + "too,few\n"
                        + ROW.replace("A1,", "A7,"));
        assertThat(ran.status()).isEqualTo(ExitStatus.SOME_ROWS_REFUSED);
        assertThat(ran.out()).isEqualTo("files=1 rows=8 stored=2 replaced=0 refused=6\n");
        assertThat(DATABASE.asOwner()
                        .sql("select line || ' ' || field || ': ' || reason from recording.refused_row"
                                + " where organisation_id = ? order by line")
                        .param(organisation)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "4 reference: the reference stands further up already",
                        "6 occurred_from: it isn't a moment such as 2026-03-01T20:10:00+00:00",
                        "8 northing: it isn't a number of metres from 0 to 1300000",
                        "10 category: there is no such category",
                        "12 occurred_to: it is before occurred_from",
                        "14 : it has 2 fields instead of 12");
    }

    @Test
    void a_wrong_header_and_an_unknown_organisation_are_refused_with_a_sentence() throws IOException {
        SCENE.organisation("Strict Force");
        Ran ran = take("Strict Force", "reference,when\n");
        assertThat(ran.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(ran.news()).contains("Expected is \"reference,occurred_from");
        assertThatThrownBy(() -> take("Nobody", HEADER))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("There is no organisation called \"Nobody\"");
        assertThatThrownBy(() -> run("incidents.csv")).isInstanceOf(WrongArguments.class);
    }

    @Test
    void the_door_counts_by_area_and_by_the_month_of_the_clock_in_london() throws IOException {
        UUID organisation = SCENE.organisation("Counting Force");
        take(
                "Counting Force",
                HEADER
                        + ROW
                        + ROW.replace("A1,2026-03-01T20:10:00Z,2026-03-01T22:10:00+00:00", "A2,2026-03-31T23:30:00Z,")
                        + ROW.replace("A1,", "A3,").replace("E01025631", ""));
        List<IncidentCount> counts = services.as(
                ServiceActor.COMMAND_LINE,
                "tester",
                () -> desk.unaudited(
                        "a test", () -> incidents.counts(organisation, YearMonth.of(2026, 1), YearMonth.of(2026, 12))));
        assertThat(counts)
                .containsExactly(
                        new IncidentCount("", YearMonth.of(2026, 3), 1),
                        new IncidentCount("E01025631", YearMonth.of(2026, 3), 1),
                        new IncidentCount("E01025631", YearMonth.of(2026, 4), 1));
    }

    @Test
    void nobody_sees_an_incident_without_a_token_or_with_that_of_another_organisation() throws Exception {
        UUID mine = SCENE.organisation("Walled Force");
        UUID other = SCENE.organisation("Other Force");
        String myToken = SCENE.session(SCENE.account(mine, "me@walled.example", Role.ANALYST));
        String otherToken = SCENE.session(SCENE.account(other, "you@walled.example", Role.ANALYST));
        take("Walled Force", HEADER + ROW + "broken\n");

        assertThat(visible(myToken)).isEqualTo("1 1 1");
        assertThat(visible(otherToken)).isEqualTo("0 0 0");
        assertThat(visible("")).isEqualTo("0 0 0");
        assertThat(visible("invented-invented-invented-invented-invented")).isEqualTo("0 0 0");
        assertThatThrownBy(() -> DATABASE.asApplication()
                        .sql("copy recording.incident to stdout")
                        .query()
                        .listOfRows())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> DATABASE.asApplication()
                        .sql("delete from recording.incident")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> DATABASE.asApplication()
                        .sql("insert into recording.incident (organisation_id, file_id, reference, occurred_from,"
                                + " occurred_to, reported_at, location, category, type, channel, text) values (?,"
                                + " uuidv7(), 'X', now(), now(), now(), '', 'NUISANCE', 'BEGGING', 'CALL', '')")
                        .param(mine)
                        .update())
                .isInstanceOf(DataAccessException.class);

        Browser me = Browser.holding(mvc, myToken);
        assertThat(me.get("/incidents").getContentAsString()).contains("A1");
        String path = me.page().select("tbody a").attr("href");
        assertThat(me.get(path).getContentAsString()).contains("Loud");
        Browser you = Browser.holding(mvc, otherToken);
        assertThat(you.get("/incidents").getStatus()).isEqualTo(200);
        // What is drawn by lot for each page has all sorts of letters in it.
        assertThat(you.page().select("main").text()).doesNotContain("A1");
        assertThat(you.get(path).getStatus()).isEqualTo(404);
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from audit.entry where subject = 'incidents' and act = 'CONSULTATION'"
                                + " and ids = array[?::text]")
                        .param(path.substring("/incidents/".length()))
                        .query(Long.class)
                        .single())
                .as("the list's entry names what it showed")
                .isOne();
    }

    @Test
    void the_list_narrows_and_says_when_a_month_is_mistyped() throws Exception {
        UUID organisation = SCENE.organisation("Listing Force");
        String token = SCENE.session(SCENE.account(organisation, "me@listing.example", Role.CALL_HANDLER));
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 60; i++) {
            rows.append(ROW.replace("A1,", "B" + i + ","));
        }
        take("Listing Force", rows + ROW.replace("A1,", "C1,").replace("NUISANCE_NOISE", "BEGGING"));
        Browser me = Browser.holding(mvc, token);

        me.get("/incidents?type=NUISANCE_NOISE&page=2");
        assertThat(me.page().select("tbody tr")).hasSize(10);
        me.get("/incidents?type=BEGGING&from=2026-03&to=2026-03");
        assertThat(me.page().select("tbody tr")).hasSize(1);
        me.get("/incidents?from=2026-13");
        assertThat(me.page().select(".govuk-error-summary").text()).contains("A month looks like 2026-03");
    }

    @Test
    void code_lists_are_the_same_in_java_and_in_the_database() {
        assertThat(codes("category")).containsExactlyInAnyOrderElementsOf(names(AsbCategory.values()));
        assertThat(codes("asb_type")).containsExactlyInAnyOrderElementsOf(names(AsbType.values()));
        assertThat(codes("channel")).containsExactlyInAnyOrderElementsOf(names(Channel.values()));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> codes(String table) {
        return DATABASE.asOwner()
                .sql("select code from recording." + table)
                .query((row, n) -> row.getString("code"))
                .list();
    }

    /** How many incidents, files and refused rows a token shows. */
    private static String visible(String token) throws SQLException {
        Database database = DATABASE.database();
        try (Connection connection = DriverManager.getConnection(
                        database.url(), database.app().role(), database.app().password());
                PreparedStatement present = connection.prepareStatement("select set_config('frith.token', ?, false)")) {
            present.setString(1, token);
            present.execute();
            return String.join(
                    " ",
                    Stream.of("incident", "incident_file", "refused_row")
                            .map(table -> count(connection, table))
                            .toList());
        }
    }

    private static String count(Connection connection, String table) {
        try (ResultSet rows = connection.createStatement().executeQuery("select count(*) from recording." + table)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
