package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

class SignInDbTest extends WebTest {

    private final SignIn signIn;
    private final InstantSource clock;

    SignInDbTest(@Autowired SignIn signIn, @Autowired InstantSource clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    @Test
    void a_person_signs_in_and_sees_their_start_page() throws Exception {
        UUID account = person("arrives", Role.ANALYST);
        Browser browser = browser();

        MockHttpServletResponse signedIn = browser.signIn(address("arrives"), Scene.PASSWORD);

        assertThat(signedIn.getRedirectedUrl()).isEqualTo("/");
        assertThat(browser.get("/").getContentAsString()).contains("Analyst");
        assertThat(SCENE.entriesOf(account)).containsExactly("SIGN_IN account", "CONSULTATION today");
    }

    @Test
    void every_refusal_has_the_same_words() throws Exception {
        person("known", Role.ANALYST);
        Browser wrong = browser();
        Browser unknown = browser();
        wrong.signIn(address("known"), "a wrong password");
        unknown.signIn(address("unknown"), "a wrong password");
        for (int i = 0; i < 6; i++) {
            wrong.signIn(address("known"), "a wrong password");
        }
        String afterWrong = wrong.page().select("main").text();
        wrong.signIn(address("known"), Scene.PASSWORD);

        assertThat(wrong.page().select("main").text()).isEqualTo(afterWrong);
        assertThat(unknown.page().select("main").text()).isEqualTo(afterWrong);
        assertThat(afterWrong).contains(SignInPages.REFUSED);
    }

    @Test
    void six_wrong_tries_lock_an_address_whether_or_not_anybody_has_it() {
        person("locked", Role.ANALYST);
        for (String name : List.of("locked", "nobody-locked")) {
            for (int i = 0; i < 6; i++) {
                signIn.withPassword(address(name), "a wrong password");
            }
            assertThat(lockedUntilLater(name)).isTrue();
        }
        assertThat(signIn.withPassword(address("locked"), Scene.PASSWORD)).isEqualTo(new SignIn.Outcome.Refused());
    }

    @Test
    void capitals_and_spaces_make_no_fresh_tries() {
        person("capital", Role.ANALYST);
        for (int i = 0; i < 6; i++) {
            signIn.withPassword(" " + address("capital").toUpperCase(java.util.Locale.ROOT), "a wrong password");
        }
        assertThat(signIn.withPassword(address("capital"), Scene.PASSWORD)).isEqualTo(new SignIn.Outcome.Refused());
    }

    @Test
    void a_success_makes_the_count_begin_again() {
        person("again", Role.ANALYST);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 5; i++) {
                signIn.withPassword(address("again"), "a wrong password");
            }
            assertThat(signIn.withPassword(address("again"), Scene.PASSWORD))
                    .isInstanceOf(SignIn.Outcome.Arrived.class);
        }
    }

    @Test
    void tries_made_all_at_once_are_counted_one_by_one() throws Exception {
        person("crowd", Role.ANALYST);
        List<Callable<Boolean>> tries = new ArrayList<>();
        byte[] digest = Tokens.addressDigest(address("crowd"));
        for (int i = 0; i < 20; i++) {
            tries.add(() -> signIn.takeTurn(digest).isPresent());
        }
        int allowed = 0;
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : crowd.invokeAll(tries)) {
                allowed += one.get() ? 1 : 0;
            }
        }
        assertThat(allowed).isEqualTo(SignInRules.MOST_TRIES);
    }

    @Test
    void the_same_statements_are_entered_for_a_wrong_password_and_for_nobody() {
        UUID account = person("steps", Role.ANALYST);
        long before = entriesOfSignIn();
        signIn.withPassword(address("steps"), "a wrong password");
        long afterWrong = entriesOfSignIn();
        signIn.withPassword(address("nobody-steps"), "a wrong password");
        long afterNobody = entriesOfSignIn();

        assertThat(afterWrong - before).isEqualTo(1);
        assertThat(afterNobody - afterWrong).isEqualTo(1);
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from audit.entry where purpose = 'to sign in' and ids = array[?::text]")
                        .param(account.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void no_address_that_was_typed_stands_in_the_audit_or_beside_the_tries() {
        signIn.withPassword(address("typed-here-only"), "a wrong password");
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from audit.entry e where e::text like '%typed-here-only%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from identity.sign_in_try t where t::text like '%typed-here-only%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_database_makes_the_same_digest_of_an_address() {
        byte[] there = DATABASE.asOwner()
                .sql("select identity.address_digest('Ann@Police.Example')")
                .query(byte[].class)
                .single();
        assertThat(there).isEqualTo(Tokens.addressDigest("ann@police.example"));
    }

    @Test
    void a_role_that_needs_a_second_factor_sets_it_up_before_anything_is_shown() throws Exception {
        UUID organisation = SCENE.organisation("Second factors");
        SCENE.requireSecondFactor(organisation, Role.AUDITOR);
        UUID account = SCENE.account(organisation, address("factor"), Role.AUDITOR);
        Browser browser = browser();

        assertThat(browser.signIn(address("factor"), Scene.PASSWORD).getRedirectedUrl())
                .isEqualTo("/sign-in/set-up-code?next=%2F");
        assertThat(browser.cookie("frith")).isEmpty();
        assertThat(browser.get("/").getStatus()).isEqualTo(303);
        browser.get("/sign-in/set-up-code");
        assertThat(browser.page().select("svg[role=img]")).hasSize(1);
        byte[] secret = secretOf(account, "select new_secret from identity.pending_sign_in where account_id = ?");
        assertThat(browser.page().select("main strong").text().replace(" ", "")).isEqualTo(TotpRules.base32(secret));

        browser.post("/sign-in/set-up-code", "code", "000000x");
        assertThat(browser.cookie("frith")).isEmpty();
        long step = TotpRules.step(clock.instant());
        browser.post("/sign-in/set-up-code", "code", TotpRules.code(secret, step));
        assertThat(browser.cookie("frith")).hasSize(43);
        assertThat(browser.get("/").getStatus()).isEqualTo(200);
    }

    @Test
    void a_code_works_once() {
        UUID organisation = SCENE.organisation("Codes once");
        UUID account = SCENE.account(organisation, address("once"), Role.AUDITOR);
        byte[] secret = new Tokens().makeFactorSecret();
        DATABASE.asOwner()
                .sql("update identity.credential set totp_secret = ?, totp_confirmed_at = now() where account_id = ?")
                .param(secret)
                .param(account)
                .update();
        String code = TotpRules.code(secret, TotpRules.step(clock.instant()));

        assertThat(signIn.withCode(pendingCode("once"), code)).isInstanceOf(SignIn.Outcome.Arrived.class);
        assertThat(signIn.withCode(pendingCode("once"), code)).isEqualTo(new SignIn.Outcome.Refused());
    }

    @Test
    void wrong_codes_lock_the_account_even_when_the_password_is_given_again_between_them() {
        UUID organisation = SCENE.organisation("Codes guessed");
        UUID account = SCENE.account(organisation, address("guessed"), Role.AUDITOR);
        DATABASE.asOwner()
                .sql("update identity.credential set totp_secret = ?, totp_confirmed_at = now() where account_id = ?")
                .param(new Tokens().makeFactorSecret())
                .param(account)
                .update();
        for (int i = 0; i < 6; i++) {
            assertThat(signIn.withCode(pendingCode("guessed"), "not-a-code")).isEqualTo(new SignIn.Outcome.Refused());
        }
        assertThat(signIn.withPassword(address("guessed"), Scene.PASSWORD)).isEqualTo(new SignIn.Outcome.Refused());
    }

    @Test
    void a_pending_sign_in_opens_nothing() throws Exception {
        UUID organisation = SCENE.organisation("Pending");
        SCENE.requireSecondFactor(organisation, Role.AUDITOR);
        SCENE.account(organisation, address("pending"), Role.AUDITOR);
        Browser browser = browser();
        browser.signIn(address("pending"), Scene.PASSWORD);
        browser.setCookie("frith", browser.cookie("frith-pending"));

        assertThat(browser.get("/").getRedirectedUrl()).startsWith("/sign-in?next=%2F");
    }

    @Test
    void signing_in_gives_a_new_token_and_ends_the_session_that_the_browser_had() throws Exception {
        UUID account = person("fixed", Role.ANALYST);
        String before = SCENE.session(account);
        Browser browser = browser();
        browser.setCookie("frith", before);
        browser.get("/account");
        browser.post("/sign-in", "email", address("fixed"), "password", Scene.PASSWORD);
        assertThat(browser.cookie("frith")).hasSize(43).isNotEqualTo(before);
        assertThat(Browser.holding(mvc, before).get("/").getStatus()).isEqualTo(303);

        Browser planted = browser();
        planted.setCookie("frith", "A".repeat(43));
        planted.signIn(address("fixed"), Scene.PASSWORD);
        assertThat(planted.cookie("frith")).hasSize(43).isNotEqualTo("A".repeat(43));
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() throws Exception {
        person("cookie", Role.ANALYST);
        Browser browser = browser();
        MockHttpServletResponse response = browser.signIn(address("cookie"), Scene.PASSWORD);

        assertThat(response.getHeaders("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("frith=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void behind_tls_the_cookie_travels_by_tls_only_and_from_this_host_only() {
        SessionCookies cookies = new SessionCookies(new IdentitySettings(
                "",
                "",
                "",
                java.time.Duration.ofMinutes(30),
                java.time.Duration.ofHours(12),
                true,
                java.util.Optional.empty()));
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookies.write(response, SessionCookies.Kind.SESSION, "t");
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-frith=t")
                .contains("Secure");
    }

    @Test
    void a_sign_in_that_another_site_sends_is_refused() throws Exception {
        person("forged", Role.ANALYST);
        Browser browser = browser();
        browser.get("/sign-in");
        assertThat(browser.postFromElsewhere("/sign-in", "email", address("forged"), "password", Scene.PASSWORD)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void the_token_of_another_session_opens_no_form() throws Exception {
        UUID account = person("tokens", Role.ANALYST);
        Browser mine = browserOf(account);
        Browser other = browserOf(account);
        mine.get("/account");
        other.get("/account");
        String foreign = other.formToken();
        assertThat(mine.postFromElsewhere("/sign-out", "_csrf", foreign).getStatus())
                .isEqualTo(403);
        assertThat(SCENE.entriesOf(account)).contains("REFUSAL page");
        assertThat(mine.get("/").getStatus()).isEqualTo(200);
    }

    @Test
    void the_value_in_a_form_is_masked_anew_each_time() throws Exception {
        UUID account = person("masked", Role.ANALYST);
        Browser browser = browserOf(account);
        browser.get("/account");
        String first = browser.formToken();
        browser.get("/account");
        assertThat(browser.formToken()).isNotEqualTo(first);
    }

    @Test
    void nobody_is_sent_elsewhere_after_signing_in() throws Exception {
        person("sent", Role.ANALYST);
        Browser browser = browser();
        browser.get("/sign-in?next=https%3A%2F%2Felsewhere.example%2F");
        assertThat(browser.page().select("input[name=next]").val()).isEqualTo("/");
        assertThat(browser.post(
                                "/sign-in",
                                "email",
                                address("sent"),
                                "password",
                                Scene.PASSWORD,
                                "next",
                                "//elsewhere.example")
                        .getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void whoever_is_signed_out_is_sent_to_sign_in_and_back() throws Exception {
        person("back", Role.ANALYST);
        Browser browser = browser();
        assertThat(browser.get("/account?done=yes").getRedirectedUrl())
                .isEqualTo("/sign-in?next=%2Faccount%3Fdone%3Dyes");
        browser.get("/sign-in?next=%2Faccount%3Fdone%3Dyes");
        String next = browser.page().select("input[name=next]").val();
        assertThat(browser.post("/sign-in", "email", address("back"), "password", Scene.PASSWORD, "next", next)
                        .getRedirectedUrl())
                .isEqualTo("/account?done=yes");
    }

    @Test
    void signing_out_ends_the_session_itself() throws Exception {
        UUID account = person("leaves", Role.ANALYST);
        String token = SCENE.session(account);
        Browser browser = Browser.holding(mvc, token);
        browser.get("/");
        MockHttpServletResponse out = browser.post("/sign-out");
        assertThat(out.getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(out.getHeader("Clear-Site-Data")).isEqualTo("\"storage\"");

        assertThat(Browser.holding(mvc, token).get("/").getRedirectedUrl()).startsWith("/sign-in?next=%2F&over=yes");
        assertThat(SCENE.entriesOf(account)).endsWith("SIGN_OUT account");
    }

    @Test
    void a_session_that_has_been_idle_too_long_is_over() throws Exception {
        UUID account = person("idle", Role.ANALYST);
        String token = SCENE.session(account);
        assertThat(Browser.holding(mvc, token).get("/stay").getStatus()).isEqualTo(204);
        DATABASE.asOwner()
                .sql("update identity.session set last_seen_at = now() - interval '31 minutes' where account_id = ?")
                .param(account)
                .update();
        assertThat(Browser.holding(mvc, token).get("/").getStatus()).isEqualTo(303);
    }

    @Test
    void no_session_of_the_web_server_is_ever_made() throws Exception {
        UUID account = person("stateless", Role.ANALYST);
        assertThat(mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/")
                                .cookie(new jakarta.servlet.http.Cookie("frith", SCENE.session(account))))
                        .andReturn()
                        .getRequest()
                        .getSession(false))
                .isNull();
    }

    @Test
    void every_answer_carries_the_security_headers() throws Exception {
        MockHttpServletResponse response = browser().get("/sign-in");
        assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(browser().get("/").getHeader("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void sessions_and_links_that_ended_long_ago_are_forgotten_but_not_when_somebody_was_last_here() {
        UUID forgetful = person("forgotten", Role.ANALYST);
        UUID away = person("away", Role.ANALYST);
        for (UUID account : List.of(forgetful, away)) {
            for (int daysAgo : List.of(90, 60)) {
                endedSession(account, daysAgo);
            }
        }
        endedSession(forgetful, 3);
        DATABASE.asOwner()
                .sql("insert into identity.one_time_link (token_digest, account_id, kind, expires_at)"
                        + " values (sha256('old'), ?, 'RESET', now() - interval '40 days')")
                .param(away)
                .update();

        signIn.withPassword(address("forgotten"), Scene.PASSWORD);

        assertThat(sessionsOf(forgetful))
                .as("the one of three days ago and the new one")
                .isEqualTo(2);
        assertThat(sessionsOf(away)).as("the latest one").isEqualTo(1);
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from identity.one_time_link where account_id = ?")
                        .param(away)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void endedSession(UUID account, int daysAgo) {
        DATABASE.asOwner()
                .sql("insert into identity.session (token_digest, account_id, opened_at, idle_seconds, expires_at)"
                        + " select sha256(convert_to(? || ':' || ?, 'UTF8')), ?, t, 900, t + interval '10 hours'"
                        + " from (select now() - make_interval(days => ?) as t) at")
                .param(account)
                .param(daysAgo)
                .param(account)
                .param(daysAgo)
                .update();
    }

    private static long sessionsOf(UUID account) {
        return DATABASE.asOwner()
                .sql("select count(*) from identity.session where account_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private UUID person(String name, Role... roles) {
        return SCENE.account(SCENE.organisation("Organisation of " + name), address(name), roles);
    }

    private static String address(String name) {
        return name + "@sign-in.example";
    }

    private String pendingCode(String name) {
        return signIn.withPassword(address(name), Scene.PASSWORD) instanceof SignIn.Outcome.CodeNeeded(String pending)
                ? pending
                : "refused";
    }

    private static byte[] secretOf(UUID account, String query) {
        return DATABASE.asOwner().sql(query).param(account).query(byte[].class).single();
    }

    private static boolean lockedUntilLater(String name) {
        return DATABASE.asOwner()
                .sql("select locked_until > now() from identity.sign_in_try where address_digest = ?")
                .param(Tokens.addressDigest(address(name)))
                .query(Boolean.class)
                .single();
    }

    private static long entriesOfSignIn() {
        return DATABASE.asOwner()
                .sql("select count(*) from audit.entry where actor = ?")
                .param(ServiceActor.SIGN_IN.account())
                .query(Long.class)
                .single();
    }

    private Instant lastSeen(UUID account) {
        return DATABASE.asOwner()
                .sql("select last_seen_at from identity.session where account_id = ?")
                .param(account)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    @Test
    void what_a_page_asks_for_by_itself_does_not_keep_its_session() throws Exception {
        UUID account = person("polled", Role.CALL_HANDLER);
        Browser browser = Browser.holding(mvc, SCENE.session(account));
        DATABASE.asOwner()
                .sql(
                        "update identity.session set last_seen_at = last_seen_at - interval '20 minutes' where account_id = ?")
                .param(account)
                .update();
        Instant before = lastSeen(account);
        assertThat(browser.get("/chats/board").getStatus()).isEqualTo(200);
        assertThat(lastSeen(account)).isEqualTo(before);
        assertThat(browser.get("/chats").getStatus()).isEqualTo(200);
        assertThat(lastSeen(account)).isAfter(before);
    }

    @Test
    void nobody_lands_on_a_part_of_a_page_after_sign_in() throws Exception {
        MockHttpServletResponse polled = mvc.perform(get("/chats/board?seen=1")
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", "https://frith.example/chats?a=b"))
                .andReturn()
                .getResponse();
        assertThat(polled.getStatus()).isEqualTo(401);
        assertThat(polled.getHeader("HX-Redirect")).isEqualTo("/sign-in?next=%2Fchats%3Fa%3Db");
        assertThat(browser().get("/chats/board?seen=1").getRedirectedUrl()).isEqualTo("/sign-in?next=%2F");
        assertThat(browser().get("/stay").getRedirectedUrl()).isEqualTo("/sign-in?next=%2F");
        assertThat(browser().get("/", "HX-Current-URL", "https://a b").getRedirectedUrl())
                .isEqualTo("/sign-in?next=%2F");
    }

    @Test
    void every_page_that_asks_by_itself_is_on_the_list_of_those_that_do() throws Exception {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            long polling = templates
                    .filter(Files::isRegularFile)
                    .filter(template -> read(template).contains("\"every "))
                    .count();
            assertThat(polling).isEqualTo(Polls.ROUTES.size());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
