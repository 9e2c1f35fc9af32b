package uk.frith.platform.reports.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** A rule from its page to its next edition, in a browser without scripts; and the walls around it. */
@SpringBootTest
@AutoConfigureMockMvc
class RuleBookDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String HARASSED =
            "My neighbour from number 9 came to my door again last night and said he would"
                    + " smash my face in. He has been shouting at me every day for three weeks and I am scared to leave the house.";

    /** Two crime rules that ship, whichever they are. */
    private static final String RULE = crimeRule(0);

    private static final String OTHER = crimeRule(1);

    private static String crimeRule(int number) {
        return BookIndex.of(BookFiles.shipped()).rules().stream()
                .filter(rule ->
                        rule.kind().equals("crime") && rule.form().points().isEmpty())
                .skip(number)
                .findFirst()
                .orElseThrow()
                .part()
                .name();
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private String suffix = "";
    private UUID organisation = new UUID(0, 0);
    private UUID registrar = new UUID(0, 0);

    RuleBookDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
    }

    @BeforeEach
    void a_force() {
        suffix = UUID.randomUUID().toString();
        organisation = SCENE.organisation("Force " + suffix);
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

    @Test
    void no_code_stands_where_a_rule_says_what_it_finds() throws Exception {
        Browser browser = browserOf(registrar);
        browser.get("/rules?finds=weighs");
        assertThat(browser.page().select("tbody td:nth-child(2)").text())
                .contains("Weighs for: Rowdy or inconsiderate behaviour")
                .doesNotContainPattern("[A-Z]_[A-Z]");
    }

    /** Begins a draft; gives its address. */
    private static String draft(Browser browser) throws Exception {
        browser.get("/rules/versions");
        String address = to(browser.post("/rules/drafts", "title", "A change"));
        assertThat(address).startsWith("/rules/drafts/");
        browser.get(address);
        return address;
    }

    /** Changes one field of a rule in a draft, as the form stands. */
    private static MockHttpServletResponse change(
            Browser browser, String draft, String rule, String field, String value) throws Exception {
        browser.get(draft + "/rules/" + rule);
        return browser.post(draft + "/rules/" + rule, filled(browser, field, value));
    }

    private static String[] filled(Browser browser, String field, String value) {
        java.util.List<String> fields = new java.util.ArrayList<>();
        for (String name : RuleForm.FIELDS) {
            fields.add(name);
            fields.add(name.equals(field) ? value : typed(browser, name));
        }
        fields.add("stood");
        fields.add(browser.page().select("input[name=stood]").val());
        return fields.toArray(String[]::new);
    }

    private static String typed(Browser browser, String name) {
        var element = browser.page().selectFirst("#" + name);
        return element == null ? "" : element.tagName().equals("textarea") ? element.wholeText() : element.val();
    }

    private static void publish(Browser browser, String draft, String reason) throws Exception {
        browser.get(draft);
        MockHttpServletResponse answer = browser.post(draft + "/publish", "reason", reason);
        assertThat(answer.getStatus()).as(browser.page().text()).isEqualTo(302);
        assertThat(to(answer)).isEqualTo("/rules/versions");
    }

    /** Records a call as a handler; gives the incident's page. */
    private Browser report(String account) throws Exception {
        Browser handler = browserOf(somebody(Role.CALL_HANDLER));
        handler.get("/calls");
        String screen = to(handler.post("/calls"));
        handler.get(screen);
        String incident = to(handler.post(
                screen, "account", account, "location", "Long Row, Testham", "act", "record", "seen", "1"));
        assertThat(incident).startsWith("/incidents/");
        handler.get(incident);
        return handler;
    }

    private String version() {
        return DATABASE.asOwner()
                .sql(
                        "select rules_version from recording.handling where organisation_id = ? order by number desc limit 1")
                .param(organisation)
                .query(String.class)
                .single();
    }

    @Test
    void everything_that_was_noticed_leads_to_the_rule_that_noticed_it() throws Exception {
        Browser handler =
                report(HARASSED + " I am 82 and live alone. He shouts that I should go back to Pakistan because"
                        + " of my colour, and I haven't slept for weeks.");
        var rules = handler.page().select("a[href^=/rules/]").eachAttr("href");
        assertThat(handler.page().text()).contains("Vulnerable", "Perceived as hate");
        assertThat(rules).hasSizeGreaterThan(3);
        for (String rule : rules) {
            assertThat(handler.get(rule).getStatus()).as(rule).isEqualTo(200);
        }
    }

    @Test
    void the_list_of_rules_is_folded_after_its_first_lines_and_a_search_finds_the_rest() throws Exception {
        Browser browser = browserOf(registrar);
        browser.get("/rules");
        int all = browser.page().select("main tbody tr").size();
        assertThat(browser.page().select("#rules-caption ~ tbody tr")).hasSize(50);
        assertThat(browser.page().select("#rules-caption").text()).startsWith(all + " rules");
        assertThat(browser.page().select("details.frith-fold summary").text()).isEqualTo("The other " + (all - 50));
        browser.get("/rules?words=56A&finds=");
        assertThat(browser.page().select("main tbody tr")).isNotEmpty().hasSizeLessThan(50);
        assertThat(browser.page().select("details.frith-fold")).isEmpty();
    }

    @Test
    void a_class_that_no_rule_found_leads_to_the_scorecard_that_suggested_it() throws Exception {
        Browser browser = browserOf(registrar);
        assertThat(browser.get(RuleBooks.page("S-8L", "")).getStatus()).isEqualTo(200);
        assertThat(browser.page().select("h1").text()).isEqualTo("Scorecard of 8L Harassment");
        assertThat(browser.page().select("main").text()).contains("statistical suggestion", "multiplied by");
        assertThat(browser.page().select("#for-caption ~ tbody tr")).hasSizeGreaterThan(5);
        for (String concept : browser.page().select("main td a[href^=/rules/]").eachAttr("href")) {
            assertThat(browser.get(concept).getStatus()).as(concept).isEqualTo(200);
        }
        assertThat(browser.get(RuleBooks.page("S-37/2", "")).getStatus()).isEqualTo(200);
        assertThat(browser.get("/rules/scorecard?offence=none").getStatus()).isEqualTo(404);
        assertThat(browser.get("/rules/scorecard").getStatus()).isEqualTo(404);
    }

    @Test
    void whoever_works_with_a_judgement_reaches_the_rule_behind_it() throws Exception {
        Browser handler = report(HARASSED);

        String why = handler.page().select(".frith-suggested a:contains(Why)").attr("href");
        assertThat(why).startsWith("/rules/rule/");
        assertThat(handler.get(why).getStatus()).isEqualTo(200);
        assertThat(handler.page().text())
                .contains("When all of this is so", "Source: HOCR", "The rules that ship with Frith hold");
        assertThat(version())
                .isEqualTo(BookFiles.shipped().label(BookFiles.shipped().namedVersion()));
        assertThat(browserOf(somebody(Role.PARTNER)).get("/rules").getStatus()).isEqualTo(403);
    }

    @Test
    void the_list_is_searched_by_class_by_id_by_source_and_by_what_somebody_might_say() throws Exception {
        Browser browser = browserOf(somebody(Role.SUPERVISOR));
        for (String words : new String[] {"8Q", RULE, "p.%2055", "cuckoo"}) {
            browser.get("/rules?words=" + words);
            assertThat(browser.page().select("tbody tr")).as(words).isNotEmpty();
        }
        browser.get("/rules?finds=question");
        assertThat(browser.page().select("tbody td").eachText().getFirst()).startsWith("Ask:");
        browser.get("/rules?words=xyzzyxyzzy");
        assertThat(browser.page().text()).contains("No rule matches");
    }

    @Test
    void a_registrar_changes_a_rule_and_the_next_report_is_read_by_it() throws Exception {
        Browser handler = report(HARASSED);
        String why = handler.page().select(".frith-suggested a:contains(Why)").attr("href");
        String rule = why.substring("/rules/rule/".length(), why.indexOf('?'));
        String before = version();
        Browser browser = browserOf(registrar);
        String draft = draft(browser);

        assertThat(to(change(browser, draft, rule, "unless", "short(1000)"))).endsWith("?saved=yes");
        browser.get(draft);
        assertThat(browser.page().text()).contains("1 part differs from the rules that hold now", "unless short(1000)");
        publish(browser, draft, "Tried for a test: nothing short is read by it");

        Browser again = report(HARASSED);
        assertThat(version()).startsWith("edition-1-").isNotEqualTo(before);
        assertThat(again.page().select(".frith-suggested a[href^=/rules/rule/" + rule + "?]"))
                .isEmpty();
        // The earlier reading still says by which rules it was made, and shows them.
        assertThat(handler.get(why).getStatus()).isEqualTo(200);
        assertThat(handler.page().text())
                .contains("It isn't what accounts are read with now")
                .doesNotContain("1000 words");
        assertThat(SCENE.entriesOf(registrar)).contains("ALTERATION rule draft", "ALTERATION rules");
    }

    @Test
    void going_back_is_publishing_an_earlier_edition_again() throws Exception {
        Browser browser = browserOf(registrar);
        String draft = draft(browser);
        change(browser, draft, RULE, "because", "Another reason for the test");
        publish(browser, draft, "A change that will be taken back");
        browser.get("/rules/versions");
        String shipped = BookFiles.shipped().label(BookFiles.shipped().namedVersion());
        String back = to(browser.post("/rules/drafts", "title", "Back", "edition", shipped));
        publish(browser, back, "The change was a mistake");

        browser.get("/rules/versions");
        assertThat(browser.page().select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("Edition 2", "Holds", "The change was a mistake"))
                .anySatisfy(row -> assertThat(row).contains("Edition 1", "Held"));
        browser.get("/rules/compare?from=" + shipped + "&to=" + label(2));
        assertThat(browser.page().text()).contains("Nothing differs from");
        browser.get("/rules/compare?from=" + shipped + "&to=" + label(1));
        assertThat(browser.page().text()).contains("1 part differs from", "Another reason for the test");
    }

    private String label(int number) {
        return DATABASE.asOwner()
                .sql("select label from rulebook.edition where organisation_id = ? and number = ?")
                .param(organisation)
                .param(number)
                .query(String.class)
                .single();
    }

    @Test
    void two_people_who_change_one_rule_see_each_others_change() throws Exception {
        Browser one = browserOf(registrar);
        Browser other = browserOf(somebody(Role.CRIME_REGISTRAR));
        String draft = draft(one);
        one.get(draft + "/rules/" + RULE);
        other.get(draft + "/rules/" + RULE);
        String[] first = filled(one, "because", "The first of two reasons");
        String[] second = filled(other, "because", "The second of two reasons");

        assertThat(one.post(draft + "/rules/" + RULE, first).getStatus()).isEqualTo(302);
        assertThat(other.post(draft + "/rules/" + RULE, second).getStatus()).isEqualTo(409);
        assertThat(other.page().text()).contains("Two people changed this", "The first of two reasons");
        assertThat(typed(other, "because")).isEqualTo("The second of two reasons");

        // Having seen it, they may still decide for theirs; a rule that nobody else touched is saved as ever.
        assertThat(other.post(draft + "/rules/" + RULE, filled(other, "because", "Both reasons"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(change(one, draft, OTHER, "because", "Untouched by others").getStatus())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "no.such.concept.anywhere",
                "near(control",
                "count(control,many)",
                "<script>alert(1)</script>",
                "'; drop table rulebook.edition; --"
            })
    void a_fault_stands_above_the_page_and_at_its_field_and_keeps_the_draft_from_being_published(String when)
            throws Exception {
        Browser browser = browserOf(registrar);
        String draft = draft(browser);

        assertThat(change(browser, draft, RULE, "when", when).getStatus()).isEqualTo(302);
        browser.get(draft + "/rules/" + RULE);
        String above =
                browser.page().select(".govuk-error-summary__list a").eachText().getFirst();
        assertThat(browser.page().select("#when-error").text()).endsWith(above);
        assertThat(typed(browser, "when")).isEqualTo(when);
        browser.get(draft);
        assertThat(browser.post(draft + "/publish", "reason", "It should not be possible")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page().text()).contains("Mend the faults first");
        assertThat(browser.page().select("script:not([src])")).isEmpty();
    }

    @Test
    void what_cannot_be_put_into_a_draft_is_refused_and_nothing_typed_is_lost() throws Exception {
        Browser browser = browserOf(registrar);
        String draft = draft(browser);
        String long_ = "control | ".repeat(100_000) + "control";

        assertThat(change(browser, draft, RULE, "when", long_).getStatus()).isEqualTo(422);
        assertThat(browser.page().select("#when-error").text()).contains("at most 20,000 are taken");
        assertThat(typed(browser, "when")).hasSize(long_.length());
        assertThat(change(browser, draft, RULE, "id", OTHER).getStatus()).isEqualTo(422);
        assertThat(browser.page().select("#id-error").text()).contains("already");
        assertThat(change(browser, draft, RULE, "id", "<b>").getStatus()).isEqualTo(422);
        assertThat(change(browser, draft, RULE, "more", "rule SLIPPED-IN").getStatus())
                .isEqualTo(422);
        assertThat(change(browser, draft, RULE, "when", "(".repeat(10_000)).getStatus())
                .isEqualTo(302);
        browser.get(draft);
        assertThat(browser.page().text()).contains("piled too high");
    }

    @Test
    void a_rule_that_holds_for_everything_is_pointed_out() throws Exception {
        Browser browser = browserOf(registrar);
        String draft = draft(browser);
        browser.get(draft + "/new-rule");

        assertThat(browser.post(
                                draft + "/new-rule",
                                "id",
                                "X-ALL",
                                "finds",
                                "crime 8L possible",
                                "when",
                                "!nothing.like.it | control | !control",
                                "source",
                                "None",
                                "from",
                                "2026-04-01",
                                "after",
                                RULE)
                        .getStatus())
                .isEqualTo(302);
        browser.get(draft + "/rules/X-ALL");
        assertThat(browser.page().text()).contains("nearly everywhere", "Nothing is called nothing.like.it");
        browser.get(draft);
        assertThat(browser.page().text()).contains("Rule X-ALL holds for an account in which nothing is said");
    }

    @Test
    void phrases_and_whole_files_are_changed_with_the_same_care() throws Exception {
        Browser browser = browserOf(registrar);
        String draft = draft(browser);
        browser.get(draft + "/concepts?words=cuckoo");
        String concept =
                browser.page().select("ul.frith-rows a").eachAttr("href").getFirst();
        browser.get(concept);
        String phrases = typed(browser, "phrases");
        String stood = browser.page().select("input[name=stood]").val();
        assertThat(browser.post(concept, "stood", stood, "phrases", phrases + "\nflat taken @nosuchclass")
                        .getStatus())
                .isEqualTo(302);
        browser.get(concept);
        assertThat(browser.page().select("#phrases-error").text()).contains("There is no class @nosuchclass");
        assertThat(browser.post(concept, "stood", stood, "phrases", "gone").getStatus())
                .isEqualTo(409);
        assertThat(browser.page().text()).contains("flat taken @nosuchclass");
        browser.get(concept);
        browser.post(
                concept,
                "stood",
                browser.page().select("input[name=stood]").val(),
                "phrases",
                phrases + "\nflat taken");
        browser.get(draft);
        assertThat(browser.page().select(".frith-come").text()).contains("flat taken");
        assertThat(browser.page().select(".govuk-error-summary")).isEmpty();
        assertThat(browser.get(draft + "/files/words.txt").getStatus()).isEqualTo(200);
    }

    @Test
    void with_the_setting_on_somebody_else_must_agree() throws Exception {
        Browser browser = browserOf(registrar);
        browser.get("/rules/versions");
        browser.post("/rules/second-person", "wanted", "yes");
        String draft = draft(browser);
        change(browser, draft, RULE, "because", "A reason that two people share");
        browser.get(draft);
        assertThat(to(browser.post(draft + "/publish", "reason", "Because two agree")))
                .isEqualTo(draft);
        browser.get(draft);
        assertThat(browser.page().text()).contains("Waits for a second person").doesNotContain("Agree and publish");
        assertThat(browser.post(draft + "/approve").getStatus()).isEqualTo(422);

        UUID second = somebody(Role.CRIME_REGISTRAR);
        Browser other = browserOf(second);
        other.get("/");
        assertThat(other.page().select("a[href=" + draft + "]").text()).contains("waits for a second person");
        browser.get("/");
        assertThat(browser.page().select("a[href=" + draft + "]")).isEmpty();
        browser.get(draft);
        other.get(draft);
        assertThat(to(other.post(draft + "/approve"))).isEqualTo("/rules/versions");
        other.get("/rules/versions");
        assertThat(other.page().select("tbody tr").eachText().getFirst())
                .contains("Edition 1", "agreed", "Because two agree");
    }

    @Test
    void rules_that_begin_later_do_not_hold_yet_and_can_be_withdrawn() throws Exception {
        Browser browser = browserOf(registrar);
        String draft = draft(browser);
        change(browser, draft, RULE, "because", "A reason for later");
        browser.get(draft);
        assertThat(browser.post(draft + "/publish", "reason", "It begins in spring", "day", "2020-01-01")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.post(
                                draft + "/publish",
                                "reason",
                                "It begins in spring",
                                "day",
                                "2099-03-31",
                                "time",
                                "06:00")
                        .getStatus())
                .isEqualTo(302);
        report(HARASSED);
        assertThat(version()).doesNotStartWith("edition-");
        browser.get("/rules/versions");
        String withdraw = browser.page().select("form[action$=/withdraw]").attr("action");
        browser.post(withdraw);
        browser.get("/rules/versions");
        assertThat(browser.page().select("tbody tr").eachText().getFirst()).contains("Withdrawn");
    }

    @Test
    void another_force_has_rules_of_its_own_and_sees_no_draft_and_no_edition_of_this_one() throws Exception {
        Browser browser = browserOf(registrar);
        String draft = draft(browser);
        change(browser, draft, RULE, "because", "Only ours");
        publish(browser, draft, "Only for this force");
        UUID elsewhere = SCENE.organisation("Elsewhere " + suffix);
        UUID theirs = SCENE.account(elsewhere, "r" + suffix + "@example.org", Role.CRIME_REGISTRAR);
        Browser stranger = browserOf(theirs);

        assertThat(stranger.get(draft).getStatus()).isEqualTo(404);
        stranger.get("/rules/rule/" + RULE);
        assertThat(stranger.page().text()).doesNotContain("Only ours");
        JdbcClient hostile = DATABASE.asApplication();
        assertThat(hostile.sql("select count(*) from rulebook.edition")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(seen(theirs, "select count(*) from rulebook.edition where organisation_id is not null"))
                .isZero();
        assertThat(seen(theirs, "select count(*) from rulebook.draft_file")).isZero();
        UUID officer = somebody(Role.NEIGHBOURHOOD_OFFICER);
        assertThat(seen(officer, "select count(*) from rulebook.edition where organisation_id is not null"))
                .isOne();
        assertThat(seen(officer, "select count(*) from rulebook.draft")).isZero();
    }

    /** What somebody's token shows, whatever the application asks. */
    private long seen(UUID account, String sql) {
        return attack(
                account, connection -> connection.sql(sql).query(Long.class).single());
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update rulebook.edition set reason = 'something else altogether'",
                "update rulebook.edition_file set text = ''",
                "delete from rulebook.edition_file",
                "delete from rulebook.edition",
                "delete from rulebook.draft"
            })
    void what_was_published_is_altered_by_nobody_whose_token_it_may_be(String sql) throws Exception {
        Browser browser = browserOf(registrar);
        String draft = draft(browser);
        change(browser, draft, RULE, "because", "Published once");
        publish(browser, draft, "Published once for all");
        assertThatThrownBy(() -> attack(registrar, client -> client.sql(sql).update()))
                .hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class)
                .hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEIGHBOURHOOD_OFFICER", "SUPERVISOR", "ADMINISTRATOR", "AUDITOR"})
    void only_a_registrar_publishes_whatever_the_application_says(Role role) {
        UUID account = somebody(role);
        String ships = BookFiles.shipped().digest();
        for (String organisationSql : new String[] {"?::uuid", "null::uuid"}) {
            assertThatThrownBy(() -> attack(
                            account,
                            client -> client.sql("""
                            insert into rulebook.edition (organisation_id, number, label, digest, ships_id, valid_from, reason,
                                                          published_at, published_by)
                            select o.id, case when o.id is null then null else 1 end, 'x', repeat('0', 64),
                                   case when o.id is null then null else e.id end, now(), 'because I can do it', now(), ?
                            from rulebook.edition e, (select %s as id) o where e.digest = ? and e.organisation_id is null
                            """.formatted(organisationSql))
                                    .params(
                                            organisationSql.startsWith("?")
                                                    ? java.util.List.of(account, organisation, ships)
                                                    : java.util.List.of(account, ships))
                                    .update()))
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void texts_slipped_into_an_edition_are_noticed_and_it_is_not_read_with() throws Exception {
        Browser browser = browserOf(registrar);
        String draft = draft(browser);
        change(browser, draft, RULE, "because", "Not to be tampered with");
        browser.get(draft);
        browser.post(draft + "/publish", "reason", "Begins at once for the test", "day", "2099-01-01");
        DATABASE.asOwner()
                .sql(
                        "update rulebook.edition set published_at = '2020-01-01', valid_from = '2020-01-02' where organisation_id = ?")
                .param(organisation)
                .update();
        DATABASE.asOwner()
                .sql(
                        "update rulebook.edition_file set text = text || E'\\n' where organisation_id = ? and name = 'words.txt'")
                .param(organisation)
                .update();
        report(HARASSED);
        assertThat(version()).doesNotStartWith("edition-");
        browser.get("/rules");
        assertThat(browser.page().select(".govuk-warning-text").text()).contains("can't be read by this version");
    }

    @Test
    void what_ships_with_a_newer_frith_is_taken_over_beside_what_the_force_changed() throws Exception {
        Browser browser = browserOf(registrar);
        String draft = draft(browser);
        change(browser, draft, RULE, "because", "The reason of our force");
        browser.get(draft + "/update");
        assertThat(browser.page().text()).contains("There is nothing to take over");
        // As if the draft had been begun when Frith shipped another book, in which two rules stood otherwise.
        UUID older = DATABASE.asOwner()
                .sql("""
                        insert into rulebook.edition (label, digest, valid_from, reason, published_at, published_by)
                        values (?, encode(sha256(convert_to(?, 'UTF8')), 'hex'), now(), 'Shipped with Frith.', now(), ?) returning id
                        """)
                .param("older-" + suffix)
                .param(suffix)
                .param(UUID.fromString("00000000-0000-7000-8000-000000000012"))
                .query(UUID.class)
                .single();
        BookFiles before = BookFiles.shipped();
        for (String rule : new String[] {RULE, OTHER}) {
            Part part = EditRules.find(before, Part.Kind.RULE, rule, 0).orElseThrow();
            before = EditRules.replaced(before, part, part.text() + "\nbecause As it shipped before");
        }
        int position = 0;
        for (var file : before.texts().entrySet()) {
            DATABASE.asOwner()
                    .sql("insert into rulebook.edition_file (edition_id, position, name, text) values (?, ?, ?, ?)")
                    .param(older)
                    .param(position++)
                    .param(file.getKey())
                    .param(file.getValue())
                    .update();
        }
        DATABASE.asOwner()
                .sql("update rulebook.draft set ships_id = ? where id = ?::uuid")
                .param(older)
                .param(draft.substring(draft.lastIndexOf('/') + 1))
                .update();

        browser.get(draft);
        assertThat(browser.page().text()).contains("Take over what ships");
        browser.get(draft + "/update");
        assertThat(browser.page().text()).contains("As it shipped before", "The reason of our force", "What ships");
        assertThat(browser.page().select("section.frith-change")).isNotEmpty();
        assertThat(to(browser.post(draft + "/update", "choice-0", "ours"))).isEqualTo(draft);
        browser.get(draft);
        assertThat(browser.page().text()).contains("The reason of our force").doesNotContain("Take over what ships");
        assertThat(browser.page().select(".govuk-error-summary")).isEmpty();
    }
}
