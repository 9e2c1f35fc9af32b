package uk.frith.platform.portal.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.portal.report.PortalScene;

/** What the public told online waits in the order of a worklist. */
@SpringBootTest(properties = "frith.portal.begins-at-once=1000")
@AutoConfigureMockMvc
class QueueDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final UUID FORCE = SCENE.organisation("Queue Police");
    private static final String SOFA = "There is an old sofa in the alley behind the shops since Monday.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;

    QueueDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
    }

    private UUID told(String what) throws Exception {
        PortalScene.told(mvc, Map.of("what", new String[] {"what", what}));
        return DATABASE.asOwner()
                .sql("select id from portal.report order by sent_at desc limit 1")
                .query(UUID.class)
                .single();
    }

    private static void done(String sql, UUID report) {
        DATABASE.asOwner().sql(sql).param(report).update();
    }

    @Test
    void the_most_urgent_and_the_longest_waiting_stand_first_and_what_was_answered_last() throws Exception {
        UUID first = told(SOFA);
        UUID second = told(SOFA + " It smells.");
        UUID danger = told("He has got a knife and is trying to get in.");
        UUID answered = told("He has got a gun and is trying to get in.");
        UUID unrecorded = told("There is a broken chair in the alley.");
        done("""
                update deadlines.deadline set state = 'MET', ended_at = now()
                where subject = (select incident_id from portal.report where id = ?) and kind like 'RESPOND%'
                """, answered);
        done("""
                update portal.report set state = 'SENT', incident_id = null, incident_reference = null, taken_at = null
                where id = ?
                """, unrecorded);

        UUID officer = SCENE.account(FORCE, UUID.randomUUID() + "@example.org", Role.NEIGHBOURHOOD_OFFICER);
        Browser staff = Browser.at("/online-reports", mvc, SCENE.session(officer));
        assertThat(staff.page().select("tbody th a[href^=/online-reports/]").eachAttr("href"))
                .containsExactly(
                        "/online-reports/" + unrecorded,
                        "/online-reports/" + danger,
                        "/online-reports/" + first,
                        "/online-reports/" + second,
                        "/online-reports/" + answered);
        assertThat(staff.page().select("tbody tr td:nth-child(4)").eachText())
                .first()
                .isEqualTo("Waits to be recorded");
        assertThat(staff.page().select("main").text()).contains("Due by", "Waits no longer");
    }
}
