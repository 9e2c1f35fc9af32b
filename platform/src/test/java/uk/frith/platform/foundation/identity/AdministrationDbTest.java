package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AdministrationDbTest extends WebTest {

    private final SignIn signIn;
    private final OneTimeLinks links;

    AdministrationDbTest(@Autowired SignIn signIn, @Autowired OneTimeLinks links) {
        this.signIn = signIn;
        this.links = links;
    }

    @Test
    void somebody_who_is_invited_chooses_a_password_and_comes_in() throws Exception {
        UUID organisation = SCENE.organisation("Inviting");
        Browser admin = administrator(organisation, "inviting");
        admin.get("/oversight/accounts/invite");
        admin.post(
                "/oversight/accounts/invite",
                "name",
                "New Analyst",
                "email",
                " New@Inviting.example ",
                "roles",
                "ANALYST",
                "roles",
                "SUPERVISOR");
        String link = admin.page().select("main code").text();

        assertThat(link).startsWith("http://localhost/link/");
        String path = link.substring("http://localhost".length());
        Browser invited = browser();
        invited.get(path);
        assertThat(invited.page().text()).contains("New Analyst");
        assertThat(invited.post(path, "password", "too short").getStatus()).isEqualTo(200);
        assertThat(invited.page().select(".govuk-error-summary").text()).contains("12 characters");
        assertThat(invited.post(path, "password", Scene.PASSWORD).getRedirectedUrl())
                .isEqualTo("/sign-in?done=yes");
        assertThat(signIn.withPassword("new@inviting.example", Scene.PASSWORD))
                .isInstanceOf(SignIn.Outcome.Arrived.class);
        invited.get(path);
        assertThat(invited.page().text()).contains("no longer works");
        assertThat(links.choosePassword(path.substring("/link/".length()), "another good one"))
                .isEqualTo(new OneTimeLinks.Use.Gone());
    }

    @Test
    void an_invitation_says_what_is_wrong_with_it() throws Exception {
        UUID organisation = SCENE.organisation("Inviting wrongly");
        Browser admin = administrator(organisation, "wrongly");
        admin.get("/oversight/accounts/invite");
        admin.post("/oversight/accounts/invite", "name", "", "email", "x@y.example", "roles", "ANALYST");
        assertThat(errors(admin)).isEqualTo("Enter the person's name");
        admin.post("/oversight/accounts/invite", "name", "N", "email", "nowhere", "roles", "ANALYST");
        assertThat(errors(admin)).startsWith("Enter an e-mail address");
        admin.post("/oversight/accounts/invite", "name", "N", "email", "x@y.example");
        assertThat(errors(admin)).isEqualTo("Choose at least one role");
        admin.post("/oversight/accounts/invite", "name", "N", "email", "wrongly@admin.example", "roles", "ANALYST");
        assertThat(errors(admin)).startsWith("This address cannot be invited");
    }

    @Test
    void a_link_that_is_too_old_or_was_replaced_no_longer_works() {
        UUID account = SCENE.account(SCENE.organisation("Old links"), "old@links.example", Role.ANALYST);
        String first = token(links.make(LinkKind.RESET, account));
        String second = token(links.make(LinkKind.RESET, account));
        assertThat(links.find(first)).isEmpty();
        assertThat(links.find(second)).isPresent();
        DATABASE.asOwner()
                .sql("update identity.one_time_link set expires_at = now() - interval '1 second' where account_id = ?")
                .param(account)
                .update();
        assertThat(links.find(second)).isEmpty();
        assertThat(links.choosePassword(second, Scene.PASSWORD)).isEqualTo(new OneTimeLinks.Use.Gone());
    }

    @Test
    void a_new_password_ends_the_sessions_that_were_open() throws Exception {
        UUID account = SCENE.account(SCENE.organisation("Resetting"), "reset@resetting.example", Role.ANALYST);
        Browser open = browserOf(account);
        assertThat(open.get("/").getStatus()).isEqualTo(200);
        links.choosePassword(token(links.make(LinkKind.RESET, account)), "four green lanterns");
        assertThat(open.get("/").getStatus()).isEqualTo(303);
        assertThat(signIn.withPassword("reset@resetting.example", Scene.PASSWORD))
                .isEqualTo(new SignIn.Outcome.Refused());
        assertThat(signIn.withPassword("reset@resetting.example", "four green lanterns"))
                .isInstanceOf(SignIn.Outcome.Arrived.class);
    }

    @Test
    void disabling_ends_sessions_at_once_and_enabling_lets_back_in() throws Exception {
        UUID organisation = SCENE.organisation("Disabling");
        Browser admin = administrator(organisation, "disabling");
        UUID account = SCENE.account(organisation, "out@disabling.example", Role.ANALYST);
        Browser open = browserOf(account);
        assertThat(open.get("/").getStatus()).isEqualTo(200);

        String page = "/oversight/accounts/" + account;
        admin.get(page);
        assertThat(admin.post(page + "/disable").getStatus()).isEqualTo(302);
        assertThat(open.get("/").getStatus()).isEqualTo(303);
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from identity.session where account_id = ? and ended_at is null")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(signIn.withPassword("out@disabling.example", Scene.PASSWORD))
                .isEqualTo(new SignIn.Outcome.Refused());
        admin.post(page + "/enable");
        assertThat(signIn.withPassword("out@disabling.example", Scene.PASSWORD))
                .isInstanceOf(SignIn.Outcome.Arrived.class);
    }

    @Test
    void an_administrator_moves_people_and_gives_them_other_roles() throws Exception {
        UUID organisation = SCENE.organisation("Moving");
        Browser admin = administrator(organisation, "moving");
        UUID account = SCENE.account(organisation, "moved@moving.example", Role.ANALYST);
        admin.get("/oversight/teams");
        admin.post("/oversight/teams", "name", "North");
        admin.get("/oversight/teams");
        String team = admin.page().select("form[action^=/oversight/teams/]").attr("action");
        String id = team.substring(team.lastIndexOf('/') + 1);
        admin.post("/oversight/accounts/" + account, "name", "Moved", "team", id, "roles", "SUPERVISOR");

        assertThat(DATABASE.asOwner()
                        .sql("select a.name || ' ' || t.name || ' ' || r.role from identity.account a"
                                + " join identity.team t on t.id = a.team_id"
                                + " join identity.account_role r on r.account_id = a.id where a.id = ?")
                        .param(account)
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("Moved North SUPERVISOR");
        admin.post("/oversight/teams", "name", "North");
        assertThat(errors(admin)).isEqualTo("There is a team of that name already");
        admin.post("/oversight/teams/" + id, "name", "South");
        admin.get("/oversight/teams");
        assertThat(admin.page().text()).contains("South");
    }

    @Test
    void an_administrator_does_not_lock_themselves_out() throws Exception {
        UUID organisation = SCENE.organisation("Themselves");
        UUID me = SCENE.account(organisation, "me@themselves.example", Role.ADMINISTRATOR);
        Browser admin = browserOf(me);
        admin.get("/oversight/accounts/" + me);
        admin.post("/oversight/accounts/" + me + "/disable");
        assertThat(errors(admin)).startsWith("You cannot disable your own account");
        admin.post("/oversight/accounts/" + me, "name", "Me", "roles", "ANALYST");
        assertThat(errors(admin)).startsWith("You cannot stop being an administrator");
    }

    @Test
    void an_account_of_another_organisation_is_not_there() throws Exception {
        Browser admin = administrator(SCENE.organisation("Here"), "here");
        UUID elsewhere = SCENE.account(SCENE.organisation("There"), "x@there.example", Role.ANALYST);
        assertThat(admin.get("/oversight/accounts/" + elsewhere).getStatus()).isEqualTo(404);
        admin.get("/oversight/accounts");
        assertThat(admin.page().text()).doesNotContain("x@there.example");
        assertThat(admin.post("/oversight/accounts/" + elsewhere + "/disable").getStatus())
                .isEqualTo(404);
        assertThat(admin.post("/oversight/accounts/" + elsewhere, "name", "N", "roles", "ANALYST")
                        .getStatus())
                .isEqualTo(404);
        assertThat(admin.post("/oversight/accounts/" + elsewhere + "/new-link").getStatus())
                .isEqualTo(404);
    }

    @Test
    void people_are_found_by_name_without_the_name_standing_in_an_address() throws Exception {
        UUID organisation = SCENE.organisation("Finding");
        Browser admin = administrator(organisation, "finding");
        SCENE.account(organisation, "needle@finding.example", Role.ANALYST);
        SCENE.account(organisation, "hay@finding.example", Role.ANALYST);
        admin.get("/oversight/accounts");
        admin.post("/oversight/accounts/find", "words", "NEEDLE");
        assertThat(admin.page().select("tbody tr")).hasSize(1);
        admin.get("/oversight/accounts?role=ADMINISTRATOR&state=ACTIVE");
        assertThat(admin.page().select("tbody tr")).hasSize(1);
        admin.get("/oversight/accounts?state=DISABLED");
        assertThat(admin.page().text()).contains("No account fits");
    }

    @Test
    void a_supervisor_unlocks_an_account_of_their_own_organisation() throws Exception {
        UUID organisation = SCENE.organisation("Unlocking");
        UUID supervisor = SCENE.account(organisation, "super@unlocking.example", Role.SUPERVISOR);
        UUID locked = SCENE.account(organisation, "locked@unlocking.example", Role.ANALYST);
        SCENE.account(SCENE.organisation("Unlocking elsewhere"), "locked@elsewhere.example", Role.ANALYST);
        for (int i = 0; i < 6; i++) {
            signIn.withPassword("locked@unlocking.example", "a wrong password");
            signIn.withPassword("locked@elsewhere.example", "a wrong password");
        }
        Browser browser = browserOf(supervisor);
        browser.get("/oversight/locked");
        assertThat(browser.page().select("tbody tr")).hasSize(1);
        browser.post("/oversight/locked/" + locked);

        assertThat(signIn.withPassword("locked@unlocking.example", Scene.PASSWORD))
                .isInstanceOf(SignIn.Outcome.Arrived.class);
        assertThat(SCENE.entriesOf(supervisor)).contains("ADMINISTRATION account");
    }

    @Test
    void a_force_brings_a_partner_in_whose_administrator_sees_their_own_organisation_only() throws Exception {
        UUID organisation = SCENE.organisation("Force with partners");
        UUID me = SCENE.account(organisation, "admin@partners.example", Role.ADMINISTRATOR);
        Browser admin = browserOf(me);
        admin.get("/oversight/partners");
        admin.post("/oversight/partners", "organisation", "New Council", "name", "C", "email", "c@council.example");
        assertThat(errors(admin)).isEqualTo("Choose what kind of organisation it is");
        admin.post(
                "/oversight/partners",
                "organisation",
                "New Council",
                "kind",
                "COUNCIL",
                "name",
                "Council Admin",
                "email",
                "c@council.example");
        String token = token(admin.page().select("main code").text().substring("http://localhost".length()));
        assertThat(links.choosePassword(token, Scene.PASSWORD)).isEqualTo(new OneTimeLinks.Use.Done());
        assertThat(SCENE.entriesOf(me)).contains("ADMINISTRATION organisation");

        UUID partner = DATABASE.asOwner()
                .sql("select id from identity.account where email = 'c@council.example'")
                .query(UUID.class)
                .single();
        Browser theirs = browserOf(partner);
        theirs.get("/oversight/accounts");
        assertThat(theirs.page().select("tbody tr")).hasSize(1);
        theirs.get("/oversight/partners");
        assertThat(theirs.page().select("main form")).isEmpty();
        theirs.get("/oversight/teams");
        theirs.post(
                "/oversight/partners",
                "organisation",
                "Another",
                "kind",
                "COUNCIL",
                "name",
                "N",
                "email",
                "n@another.example");
        assertThat(errors(theirs)).isEqualTo("Only a police force's administrator adds partners");
    }

    @Test
    void a_role_can_be_made_to_need_a_second_factor() throws Exception {
        UUID organisation = SCENE.organisation("Requiring");
        Browser admin = administrator(organisation, "requiring");
        SCENE.account(organisation, "analyst@requiring.example", Role.ANALYST);
        admin.get("/oversight/second-factor");
        admin.post("/oversight/second-factor", "roles", "ANALYST", "roles", "AUDITOR");
        assertThat(signIn.withPassword("analyst@requiring.example", Scene.PASSWORD))
                .isInstanceOf(SignIn.Outcome.FactorNeeded.class);
        assertThat(signIn.withPassword("requiring@admin.example", Scene.PASSWORD))
                .isInstanceOf(SignIn.Outcome.Arrived.class);
    }

    @Test
    void one_changes_ones_own_password_with_the_old_one() throws Exception {
        UUID account = SCENE.account(SCENE.organisation("Own"), "own@own.example", Role.ANALYST);
        Browser here = browserOf(account);
        Browser elsewhere = browserOf(account);
        here.get("/account");
        here.post("/account/password", "password", "a wrong password", "wanted", "four green lanterns");
        assertThat(errors(here)).isEqualTo("Your current password is not right");
        here.post("/account/password", "password", Scene.PASSWORD, "wanted", "password1234");
        assertThat(errors(here)).contains("harder to guess");
        assertThat(here.post("/account/password", "password", Scene.PASSWORD, "wanted", "four green lanterns")
                        .getRedirectedUrl())
                .isEqualTo("/account?done=yes");
        assertThat(here.get("/").getStatus()).isEqualTo(200);
        assertThat(elsewhere.get("/").getStatus()).isEqualTo(303);
    }

    @Test
    void one_sets_up_an_app_of_ones_own_accord() throws Exception {
        UUID account = SCENE.account(SCENE.organisation("App"), "app@app.example", Role.ANALYST);
        Browser browser = browserOf(account);
        browser.get("/account");
        assertThat(browser.post("/account/factor/start", "proof", Scene.PASSWORD)
                        .getRedirectedUrl())
                .isEqualTo("/account/factor");
        browser.get("/account/factor");
        byte[] secret = DATABASE.asOwner()
                .sql("select new_secret from identity.pending_sign_in where account_id = ?")
                .param(account)
                .query(byte[].class)
                .single();
        browser.post("/account/factor", "code", "nonsense");
        assertThat(errors(browser)).contains("code");
        browser.post("/account/factor", "code", TotpRules.code(secret, TotpRules.step(java.time.Instant.now())));
        assertThat(signIn.withPassword("app@app.example", Scene.PASSWORD))
                .isInstanceOf(SignIn.Outcome.CodeNeeded.class);
    }

    @Test
    void an_auditor_sees_what_was_done_and_how_a_record_stood_and_is_seen_looking() throws Exception {
        UUID organisation = SCENE.organisation("Auditing");
        UUID auditor = SCENE.account(organisation, "auditor@auditing.example", Role.AUDITOR);
        UUID account = SCENE.account(organisation, "watched@auditing.example", Role.ANALYST);
        Browser admin = administrator(organisation, "auditing");
        admin.get("/oversight/accounts/" + account);
        admin.post("/oversight/accounts/" + account, "name", "Renamed", "roles", "ANALYST");
        signIn.withPassword("watched@auditing.example", "a wrong password");

        Browser browser = browserOf(auditor);
        browser.get("/oversight/audit");
        String table = browser.page().select("tbody").text();
        assertThat(table).contains("Administration", "to administer accounts", "Name of auditing@admin.example");
        assertThat(table).contains("Sign-in", "refused");
        browser.get("/oversight/audit?act=ADMINISTRATION&account=" + account);
        assertThat(browser.page().select("tbody tr")).hasSize(1);
        browser.get("/oversight/audit?day=1999-01-01");
        assertThat(browser.page().text()).contains("No entry fits");
        browser.get("/oversight/audit?day=yesterday");
        assertThat(errors(browser)).isEqualTo("Enter a day like 2026-11-22");
        browser.get("/oversight/audit/history?relation=identity.account&record=" + account);
        assertThat(browser.page().text()).contains("Name of watched@auditing.example");
        assertThat(SCENE.entriesOf(auditor))
                .containsExactly(
                        "CONSULTATION audit",
                        "CONSULTATION audit",
                        "CONSULTATION audit",
                        "CONSULTATION audit",
                        "CONSULTATION history");
    }

    private Browser administrator(UUID organisation, String name) {
        return browserOf(SCENE.account(organisation, name + "@admin.example", Role.ADMINISTRATOR));
    }

    private static String errors(Browser browser) {
        return browser.page().select(".govuk-error-summary li").text();
    }

    private static String token(String path) {
        return path.substring("/link/".length());
    }
}
