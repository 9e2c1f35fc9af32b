package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.reports.recording.ReportsForTests.Report;

/** Whose vulnerability counts as harm. */
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
    private UUID organisation = new UUID(0, 0);
    private Browser officer;

    HarmDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
        this.mvc = mvc;
        this.reports = reports;
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
}
