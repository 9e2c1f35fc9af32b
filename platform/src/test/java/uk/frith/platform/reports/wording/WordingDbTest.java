package uk.frith.platform.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.reports.recording.ReportsForTests;
import uk.frith.platform.reports.recording.ReportsForTests.Report;
import uk.frith.platform.understanding.risk.AssessmentForTests;

/** Words that make it small: asked about as they are saved, kept with one press, and counted without blaming. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class WordingDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String SMALL = "I went there and spoke to them both, it was just ASB";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private UUID organisation = new UUID(0, 0);
    private UUID officer = new UUID(0, 0);
    private UUID supervisor = new UUID(0, 0);

    WordingDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
        this.mvc = mvc;
        this.reports = reports;
    }

    @BeforeEach
    void somebody() {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
        officer = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.NEIGHBOURHOOD_OFFICER);
        supervisor = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.SUPERVISOR);
    }

    private Browser at(String page, UUID account) throws Exception {
        return Browser.at(page, mvc, SCENE.session(account));
    }

    private String recorded(String account) {
        return "/incidents/" + reports.record(organisation, Report.of(account));
    }

    private long kept(boolean kept) {
        return DATABASE.asOwner()
                .sql("select count(*) from wording.asked where organisation_id = ? and kept = ?")
                .param(organisation)
                .param(kept)
                .query(Long.class)
                .single();
    }

    @Test
    void a_note_that_makes_it_small_is_asked_about_with_the_words_shown_and_kept_with_one_press() throws Exception {
        String page = recorded("Loud music from the flat upstairs all night, I can't sleep");
        Browser browser = at(page, officer);

        assertThat(browser.post(page + "/notes", "note", SMALL).getStatus()).isEqualTo(422);
        assertThat(browser.page().select(".govuk-error-summary").text()).contains("just ASB”", "keep your words");
        assertThat(browser.page().select("#note").text()).isEqualTo(SMALL);
        assertThat(browser.page()
                        .select("form[action$=/notes] button[name=keep]")
                        .text())
                .isEqualTo("Keep these words");
        assertThat(kept(false)).isEqualTo(1);

        assertThat(browser.post(page + "/notes", "note", SMALL, "keep", "yes").getStatus())
                .isEqualTo(302);
        browser.get(page);
        assertThat(browser.page().select("section:has(#notes)").text()).contains(SMALL);
        assertThat(kept(true)).isEqualTo(1);
    }

    @Test
    void closing_texts_and_refusals_of_crimes_are_asked_about_and_nothing_typed_or_chosen_is_lost() throws Exception {
        String page = recorded("Loud music from the flat upstairs all night, I can't sleep");
        Browser browser = at(page, officer);
        browser.post(page + "/owner", "owner", "person:" + officer);
        browser.get(page);
        browser.post(page + "/crime-check");
        AssessmentForTests.forClosing(browser, page);
        String[] close = {"closing", "ADVICE_GIVEN", "category", "NUISANCE", "done", SMALL};
        assertThat(browser.post(page + "/close", close).getStatus()).isEqualTo(422);
        assertThat(browser.page().select(".govuk-error-summary").text()).contains("just ASB”");
        assertThat(browser.page().select("#closing option[selected]").val()).isEqualTo("ADVICE_GIVEN");
        assertThat(browser.page().select("input[name=category][checked]").val()).isEqualTo("NUISANCE");
        assertThat(browser.post(
                                page + "/close",
                                "closing",
                                "ADVICE_GIVEN",
                                "category",
                                "NUISANCE",
                                "done",
                                SMALL,
                                "keep",
                                "yes")
                        .getStatus())
                .isEqualTo(302);

        String crime = recorded("He smashed my window with a brick last night and threatened to kill me");
        browser = at(crime, officer);
        String refuse = browser.page().select("form[action$=/refuse]").attr("action");
        assertThat(browser.post(refuse, "number", "1", "reason", "It is just a neighbour dispute")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page().select("#reason-1").text()).isEqualTo("It is just a neighbour dispute");
        assertThat(browser.page().select("form[action$=/refuse] button[name=keep]"))
                .isNotEmpty();
    }

    @Test
    void how_often_by_team_is_shown_from_ten_on_and_what_was_kept_is_listed_without_its_writer() throws Exception {
        UUID team = DATABASE.asOwner()
                .sql("insert into identity.team (organisation_id, name) values (?, 'North') returning id")
                .param(organisation)
                .query(UUID.class)
                .single();
        DATABASE.asOwner()
                .sql("update identity.account set team_id = ? where id = ?")
                .param(team)
                .param(officer)
                .update();
        String page = recorded("Loud music from the flat upstairs all night, I can't sleep");
        Browser browser = at(page, officer);
        browser.post(page + "/notes", "note", SMALL);
        browser.post(page + "/notes", "note", SMALL, "keep", "yes");

        Browser overseeing = at("/oversight/wording", supervisor);
        assertThat(overseeing.page().select("tbody").text())
                .contains("North Fewer than 10 Fewer than 10 Too few to say Fewer than 10");
        assertThat(overseeing.page().select("main a[href=" + page + "]").text()).isEqualTo("Note");
        assertThat(overseeing.page().select("main").text()).contains("just ASB").doesNotContain("Name of");
        for (int i = 0; i < 11; i++) {
            browser.post(page + "/notes", "note", SMALL);
        }
        overseeing.get("/oversight/wording");
        assertThat(overseeing.page().select("tbody").text()).contains("North 12 Fewer than 10 Too early to say");
        DATABASE.asOwner().sql("""
                        insert into wording.asked (organisation_id, account_id, text, path, words, kept, asked_at)
                        select organisation_id, account_id, text, path, words, kept, now() - interval '169 days'
                        from wording.asked where organisation_id = ? limit 1
                        """).param(organisation).update();
        overseeing.get("/oversight/wording");
        assertThat(overseeing.page().select("tbody").text()).contains("North 12 Fewer than 10 More often");
    }

    @Test
    void the_second_wall_shows_them_to_those_who_oversee_alone_and_nobody_enters_them_for_another() throws Exception {
        String page = recorded("Loud music from the flat upstairs all night, I can't sleep");
        at(page, officer).post(page + "/notes", "note", SMALL);
        UUID stranger = SCENE.account(
                SCENE.organisation("Elsewhere " + UUID.randomUUID()),
                UUID.randomUUID() + "@example.org",
                Role.SUPERVISOR);

        assertThat(seen(supervisor)).isEqualTo(1);
        assertThat(seen(officer)).isZero();
        assertThat(seen(stranger)).isZero();
        assertThatThrownBy(() -> DATABASE.asApplication()
                        .sql("""
                                with asked as (select set_config('frith.token', ?, false))
                                insert into wording.asked (organisation_id, account_id, text, path, words, kept, asked_at)
                                select ?, ?, 'NOTE', '/incidents/00000000-0000-0000-0000-000000000000', '{x}', true, now()
                                from asked where set_config is not null
                                """)
                        .param(SCENE.session(officer))
                        .param(organisation)
                        .param(supervisor)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private long seen(UUID asker) {
        return DATABASE.asApplication()
                .sql("""
                        with asked as (select set_config('frith.token', ?, false))
                        select count(*) from asked, wording.asked a
                        where set_config is not null and a.organisation_id = ?
                        """)
                .param(SCENE.session(asker))
                .param(organisation)
                .query(Long.class)
                .single();
    }
}
