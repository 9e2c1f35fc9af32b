package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.foundation.pages.CodeWords;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.reports.recording.ReportsForTests.Report;

/** Whose vulnerability counts as harm, and in which words harm and risk are shown. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class HarmDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String A_CHILD_DID_IT =
            "A second lad, Kyan, 16, threw a brick through the front window of the shop and smashed it.";
    private static final String A_CHILD_IS_HARMED = "My son, 12, was punched in the face on the way home from school.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private final CodeWords codes;
    private UUID organisation = new UUID(0, 0);
    private Browser officer;

    HarmDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports, @Autowired CodeWords codes) {
        this.mvc = mvc;
        this.reports = reports;
        this.codes = codes;
        this.officer = new Browser(mvc);
    }

    @BeforeEach
    void a_force() throws Exception {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
        UUID account = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.NEIGHBOURHOOD_OFFICER);
        officer = Browser.at("/incidents", mvc, SCENE.session(account));
    }

    private static boolean isHarmed(UUID incident) {
        return DATABASE.asOwner()
                .sql("select harmed from recording.dealt_with where incident_id = ?")
                .param(incident)
                .query(Boolean.class)
                .single();
    }

    @Test
    void only_the_vulnerability_of_people_who_are_harmed_counts_as_harm() throws Exception {
        UUID did = reports.record(organisation, Report.of(A_CHILD_DID_IT));
        UUID harmed = reports.record(organisation, Report.of(A_CHILD_IS_HARMED));
        assertThat(DATABASE.asOwner()
                        .sql("select what from recording.remark where incident_id = ? and kind = 'vulnerability'")
                        .param(did)
                        .query(String.class)
                        .list())
                .containsExactly("suspect: child (personal)");

        assertThat(isHarmed(did)).isFalse();
        assertThat(isHarmed(harmed)).isTrue();
        officer.get("/incidents?flag=VULNERABLE");
        assertThat(officer.page().select("main tbody a[href^=/incidents/]").eachAttr("href"))
                .contains("/incidents/" + harmed)
                .doesNotContain("/incidents/" + did);
    }

    @Test
    void an_incidents_page_says_what_was_noticed_in_words_beside_the_account_and_in_it() throws Exception {
        UUID incident = reports.record(organisation, Report.of(A_CHILD_IS_HARMED + " I can't sleep any more."));

        officer.get("/incidents/" + incident);

        assertThat(officer.page().select(".frith-remarks").text())
                .contains("At risk, a victim: a child", "Harm: loss of sleep");
        assertThat(officer.page().select("mark").eachAttr("title"))
                .contains("Harm: loss of sleep")
                .noneMatch(title -> title.startsWith("victim:") || title.equals("sleep"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recording", "victims", "concerns"})
    void a_history_shows_each_code_of_harm_and_risk_in_words(String chapter) {
        assertThat(DATABASE.asOwner()
                        .sql("""
                        select c.conrelid::regclass || ' ' || a.attname || ' ' || string_agg(distinct m[1], ' ')
                        from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
                        join pg_trigger t on t.tgrelid = c.conrelid and t.tgname = 'keep_former_version',
                             regexp_matches(pg_get_constraintdef(c.oid), '\\x27([A-Z][A-Z_]+)\\x27', 'g') m
                        where c.contype = 'c' and c.connamespace = ?::regnamespace
                        group by c.oid, c.conrelid, a.attname
                        """)
                        .param(chapter)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(line -> {
                    String[] words = line.split(" ");
                    assertThat(Stream.of(words).skip(2))
                            .allSatisfy(code -> assertThat(codes.shown(words[0], words[1], code))
                                    .isNotEqualTo(code));
                });
    }
}
