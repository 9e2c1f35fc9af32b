package uk.frith.platform.reports.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.TestDatabase;

/** The test bench: what a change would do to past accounts and kept cases, before it does it. */
@SpringBootTest
@AutoConfigureMockMvc
class TrialsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String HARASSED =
            "My neighbour from number 9 came to my door again last night and said he would"
                    + " smash my face in. He has been at it for three weeks, I am in tears and scared to leave the house.";
    private static final String LITTER = "There is litter all over the park, bottles and cans, nobody about.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ServiceDesk services;
    private final ReadAccounts command;
    private UUID organisation = new UUID(0, 0);
    private UUID registrar = new UUID(0, 0);
    private String name = "";

    TrialsDbTest(@Autowired MockMvc mvc, @Autowired ServiceDesk services, @Autowired ReadAccounts command) {
        this.mvc = mvc;
        this.services = services;
        this.command = command;
    }

    @BeforeEach
    void a_force() {
        name = "Force " + UUID.randomUUID();
        organisation = SCENE.organisation(name);
        registrar = somebody(Role.CRIME_REGISTRAR);
    }

    private UUID somebody(Role role) {
        return SCENE.account(organisation, UUID.randomUUID() + "@example.org", role);
    }

    private Browser browserOf(UUID account) {
        return Browser.holding(mvc, SCENE.session(account));
    }

    private static String to(MockHttpServletResponse answer) {
        String address = answer.getHeader("Location");
        return address == null ? "" : address;
    }

    private void incidents(int number, String account) {
        DATABASE.asOwner()
                .sql("""
                        insert into recording.incident (organisation_id, reference, occurred_from, occurred_to, reported_at, location,
                                                        category, type, channel, text, source)
                        select ?, 'R-' || gen_random_uuid(), m, m, m, '', null, null, 'CALL', ?, 'test'
                        from (select timestamptz '2026-03-01 12:00+00' + n * interval '1 hour' as m
                              from generate_series(1, ?) n) s
                        """)
                .param(organisation)
                .param(account)
                .param(number)
                .update();
    }

    /** Begins a draft that takes one sort of harassed account's crimes away: no rule holds for a short account. */
    private String draftWithout(Browser browser, String rule) throws Exception {
        browser.get("/rules/versions");
        String draft = to(browser.post("/rules/drafts", "title", "Nothing short"));
        browser.get(draft + "/rules/" + rule);
        browser.post(
                draft + "/rules/" + rule,
                "id",
                rule,
                "finds",
                browser.page().select("#finds").val(),
                "when",
                browser.page().select("#when").text(),
                "unless",
                "short(10000)",
                "source",
                browser.page().select("#source").val(),
                "from",
                browser.page().select("#from").val(),
                "stood",
                browser.page().select("input[name=stood]").val());
        browser.get(draft);
        assertThat(browser.page().select(".govuk-error-summary").text()).isEmpty();
        return draft;
    }

    /** A rule that finds a crime in the account of harassment. */
    private static String rule() {
        BookFiles files = BookFiles.shipped();
        return new Shelf()
                .shipped().reader().read(uk.frith.narrative.Account.of(HARASSED)).crimes().stream()
                        .map(uk.frith.narrative.Findings.Crime::rule)
                        .filter(id -> BookIndex.of(files).rule(id).isPresent())
                        .findFirst()
                        .orElseThrow();
    }

    private static void awaitEnd(Browser browser, String trial) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int tries = 0; tries < 600; tries++) {
            browser.get(trial);
            if (browser.page().select("#progress[hx-get]").isEmpty()) {
                return;
            }
            assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
        }
        throw new AssertionError("The trial doesn't end: " + browser.page().text());
    }

    private static String tried(Browser browser, String draft, String... more) throws Exception {
        browser.get(draft + "/trials");
        Map<String, String> fields =
                new LinkedHashMap<>(Map.of("from", "2026-01-01", "to", "2026-12-31", "most", "1000"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        MockHttpServletResponse answer = browser.post(
                draft + "/trials",
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
        assertThat(answer.getStatus()).as(browser.page().text()).isEqualTo(302);
        String trial = to(answer);
        awaitEnd(browser, trial);
        return trial;
    }

    @Test
    void a_trial_counts_what_a_change_would_do_and_shows_the_accounts_with_their_words() throws Exception {
        incidents(30, HARASSED);
        incidents(70, LITTER);
        Browser browser = browserOf(registrar);
        String draft = draftWithout(browser, rule());

        String trial = tried(browser, draft, "seed", "7");

        assertThat(browser.page().text())
                .contains("Of 100 accounts, 30 (30.0 %) would be read otherwise", "30 crimes lost", "with the seed 7");
        assertThat(browser.page().select(".frith-marking").getFirst().text()).isEqualTo("OFFICIAL-SENSITIVE");
        assertThat(browser.page().select("#accounts ~ article")).hasSize(25);
        assertThat(browser.page().select("article q").eachText().getFirst()).isNotBlank();
        String lost = browser.page()
                .select("caption:contains(no longer be found) ~ tbody a")
                .attr("href");
        assertThat(browser.get(lost.substring(0, lost.indexOf('#'))).getStatus())
                .isEqualTo(200);
        assertThat(browser.page().text()).contains("Only those of which is true: Crime");
        String incident = browser.page().select("article a").attr("href");
        assertThat(browser.get(incident).getStatus()).isEqualTo(200);
        assertThat(SCENE.entriesOf(registrar)).contains("COLLECTION trial of rules", "CONSULTATION trial of rules");
        // Nothing has changed for anybody.
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from rulebook.edition where organisation_id = ?")
                        .param(organisation)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(trial).startsWith("/rules/trials/");
    }

    @Test
    void the_same_seed_draws_the_same_accounts_and_never_more_than_were_asked_for() throws Exception {
        incidents(50, HARASSED);
        Browser browser = browserOf(registrar);
        String draft = draftWithout(browser, rule());

        String one = tried(browser, draft, "seed", "11", "most", "10");
        String other = tried(browser, draft, "seed", "11", "most", "10");
        String third = tried(browser, draft, "seed", "12", "most", "10");

        assertThat(subjects(one)).hasSize(10).isEqualTo(subjects(other)).isNotEqualTo(subjects(third));
    }

    private static List<String> subjects(String trial) {
        return DATABASE.asOwner()
                .sql("select subject_id::text from rulebook.trial_change where trial_id = ?::uuid order by 1")
                .param(trial.substring(trial.lastIndexOf('/') + 1))
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void a_change_that_breaks_a_kept_case_is_published_only_with_a_reason() throws Exception {
        Browser browser = browserOf(registrar);
        Browser handler = browserOf(somebody(Role.CALL_HANDLER));
        handler.get("/calls");
        String screen = to(handler.post("/calls"));
        handler.get(screen);
        String page =
                to(handler.post(screen, "account", HARASSED, "location", "Long Row", "act", "record", "seen", "1"));
        String incident = page.substring(page.lastIndexOf('/') + 1);
        browser.get("/incidents/" + incident);
        browser.get(
                browser.page().select("a:contains(Keep this account as a case)").attr("href"));
        assertThat(browser.page().select("#account").text()).isEqualTo(HARASSED);
        String crimes = browser.page().select("#crimes").val();
        assertThat(crimes).isNotBlank();
        String sorted = browser.page().select("#sorted option[selected]").val();
        assertThat(to(browser.post(
                        "/rules/cases",
                        "title",
                        "Threats at the door",
                        "account",
                        HARASSED,
                        "sorted",
                        sorted,
                        "crimes",
                        crimes,
                        "incident",
                        incident)))
                .isEqualTo("/rules/cases");
        browser.get("/rules/cases");
        assertThat(browser.page().text()).contains("Threats at the door", "As it should be");

        String draft = draftWithout(browser, rule());
        tried(browser, draft);
        assertThat(browser.page().select("#broken ~ ul").text()).contains("Threats at the door", "isn't found");
        browser.get(draft);
        assertThat(browser.post(draft + "/publish", "reason", "It finds too much")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page().select("#broken-error").text()).contains("1 kept case reads otherwise");
        assertThat(browser.post(
                                draft + "/publish",
                                "reason",
                                "It finds too much",
                                "broken",
                                "The case was kept in error")
                        .getStatus())
                .isEqualTo(302);
        browser.get("/rules/versions");
        assertThat(browser.page().text()).contains("Kept cases were broken because: The case was kept in error");
    }

    @Test
    void a_case_with_an_unknown_class_or_without_an_account_is_refused_and_stays_typed() throws Exception {
        Browser browser = browserOf(registrar);
        browser.get("/rules/cases/new");
        String html = "<img src=x onerror=alert(1)> '; drop table rulebook.kept_case; --";
        assertThat(browser.post(
                                "/rules/cases",
                                "title",
                                html,
                                "account",
                                "",
                                "sorted",
                                "SOMETHING",
                                "crimes",
                                "8L 999Z")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page().select(".govuk-error-summary__list a")).hasSize(3);
        assertThat(browser.page().select("#title").val()).isEqualTo(html);
        assertThat(browser.page().select("main img")).isEmpty();
        assertThat(browser.post("/rules/cases", "title", html, "account", html, "sorted", "NOT_ASB", "crimes", "")
                        .getStatus())
                .isEqualTo(302);
        browser.get("/rules/cases");
        browser.get(browser.page().select("tbody a").attr("href"));
        String path = browser.page().select("form[action$=/retire]").attr("action");
        browser.post(path);
        browser.get("/rules/cases");
        assertThat(browser.page().text()).contains("None is kept yet");
    }

    @Test
    void what_is_typed_for_a_trial_is_checked_and_a_faulty_draft_is_not_tried() throws Exception {
        Browser browser = browserOf(registrar);
        browser.get("/rules/versions");
        String draft = to(browser.post("/rules/drafts", "title", "Faulty"));
        browser.get(draft + "/trials");
        assertThat(browser.post(draft + "/trials", "from", "soon", "to", "2026-13-01", "most", "a million", "seed", "x")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page().select(".govuk-error-summary__list a")).hasSize(4);
        browser.get(draft + "/new-rule");
        browser.post(
                draft + "/new-rule",
                "id",
                "X",
                "finds",
                "crime 8L probable",
                "when",
                "(",
                "source",
                "s",
                "from",
                "2026-04-01",
                "file",
                BookFiles.shipped().named("rules").getFirst());
        tried(browser, draft);
        assertThat(browser.page().text()).contains("The draft has faults, so nothing can be read with it");
    }

    @Test
    void kept_cases_and_trials_are_their_registrars_alone() throws Exception {
        incidents(3, HARASSED);
        Browser browser = browserOf(registrar);
        String trial = tried(browser, draftWithout(browser, rule()));
        browser.get("/rules/cases/new");
        browser.post("/rules/cases", "title", "Ours", "account", HARASSED, "sorted", "PERSONAL", "crimes", "8L");
        UUID elsewhere = SCENE.organisation("Elsewhere " + UUID.randomUUID());
        UUID stranger = SCENE.account(elsewhere, UUID.randomUUID() + "@example.org", Role.CRIME_REGISTRAR);
        UUID officer = somebody(Role.NEIGHBOURHOOD_OFFICER);

        assertThat(browserOf(stranger).get(trial).getStatus()).isEqualTo(404);
        assertThat(browserOf(officer).get(trial).getStatus()).isEqualTo(403);
        for (String table : List.of("kept_case", "kept_case_earlier", "trial", "trial_count", "trial_change")) {
            assertThat(seen(stranger, table)).as(table).isZero();
            assertThat(seen(officer, table)).as(table).isZero();
        }
        assertThat(seen(registrar, "kept_case")).isOne();
        assertThatThrownBy(() -> attack(
                        officer,
                        client -> client.sql("""
                        insert into rulebook.kept_case (organisation_id, title, account, asb, crimes, kept_by, kept_at)
                        values (?, 'x', 'y', false, '{}', ?, now())""")
                                .param(organisation)
                                .param(officer)
                                .update()))
                .hasStackTraceContaining("row-level security");
    }

    private long seen(UUID account, String table) {
        return attack(
                account,
                client -> client.sql("select count(*) from rulebook." + table)
                        .query(Long.class)
                        .single());
    }

    private <T> T attack(UUID account, java.util.function.Function<JdbcClient, T> attack) {
        var login = DATABASE.database().app();
        var source = new org.springframework.jdbc.datasource.SingleConnectionDataSource(
                DATABASE.database().url(), login.role(), login.password(), true);
        try {
            JdbcClient client = JdbcClient.create(source);
            client.sql("select set_config('frith.token', ?, false)")
                    .param(SCENE.session(account))
                    .query(String.class)
                    .single();
            return attack.apply(client);
        } finally {
            source.destroy();
        }
    }

    @Test
    void the_command_line_reads_with_the_rules_of_the_installation(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("accounts.jsonl");
        Files.writeString(file, "{\"id\":\"1\",\"text\":\"" + HARASSED + "\"}\n{not json\n");
        String rule = rule();
        assertThat(read(file)).contains("\"rule\":\"" + rule + "\"", "{\"line\":2,\"error\":");

        Browser browser = browserOf(registrar);
        String draft = draftWithout(browser, rule);
        browser.get(draft);
        assertThat(browser.post(draft + "/publish", "reason", "Published for the command line")
                        .getStatus())
                .isEqualTo(302);

        assertThat(read(file)).contains("\"id\":\"1\"").doesNotContain("\"rule\":\"" + rule + "\"");
        assertThatThrownBy(() -> run(List.of(file.toString(), "--organisation", "Nobody")))
                .hasMessageContaining("No organisation is called \"Nobody\"");
        assertThatThrownBy(() -> run(List.of(file.toString(), "second"))).isInstanceOf(WrongArguments.class);
    }

    private String read(Path file) {
        return run(List.of(file.toString(), "--organisation", name));
    }

    private String run(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        ExitStatus status = services.as(
                ServiceActor.COMMAND_LINE,
                "tester",
                () -> command.run(Arguments.parse(words), new Console(print, print)));
        assertThat(status).isEqualTo(ExitStatus.SOME_ROWS_REFUSED);
        return out.toString(StandardCharsets.UTF_8);
    }
}
