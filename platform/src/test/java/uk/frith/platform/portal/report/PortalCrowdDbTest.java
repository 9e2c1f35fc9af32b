package uk.frith.platform.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.launcher.TestDatabase;

/** A flood from one address, and somebody real in the middle of it. */
@SpringBootTest(properties = {"frith.portal.begins-at-once=3", "frith.portal.begins-a-minute=600"})
@AutoConfigureMockMvc
class PortalCrowdDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    /** How far the clock of these tests is ahead. */
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    @TestConfiguration(proxyBeanMethods = false)
    static class Clocks {
        @Bean
        @Primary
        InstantSource aheadOfTime() {
            return () -> Instant.now().plus(AHEAD.get());
        }
    }

    private final MockMvc mvc;

    PortalCrowdDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
    }

    @Test
    void a_flood_is_asked_to_wait_and_somebody_who_waits_gets_through() throws Exception {
        Browser flood = new Browser(mvc);
        flood.get("/tell/why");
        int waits = 0;
        for (int i = 0; i < 40; i++) {
            MockHttpServletResponse answer = flood.post("/tell", "why", "ASB");
            if (answer.getStatus() == 429) {
                assertThat(answer.getHeader("Retry-After")).isNotNull();
                assertThat(flood.page().select("main").text()).contains("999", "Your place is kept");
                waits++;
            } else {
                assertThat(PortalScene.to(answer)).isEqualTo("/tell/code");
            }
        }
        assertThat(waits).isPositive();

        Browser person = new Browser(mvc);
        person.get("/tell/why");
        MockHttpServletResponse answer = person.post("/tell", "why", "ASB");
        for (int i = 0; i < 20 && answer.getStatus() == 429; i++) {
            AHEAD.updateAndGet(ahead -> ahead.plusSeconds(10));
            answer = person.post(
                    "/tell",
                    "why",
                    "ASB",
                    "anyway",
                    "yes",
                    "ticket",
                    person.page().select("input[name=ticket]").val());
        }
        assertThat(PortalScene.to(answer)).isEqualTo("/tell/code");
    }

    @Test
    void nothing_is_taken_from_a_page_that_is_not_ours() throws Exception {
        assertThat(new Browser(mvc).postFromElsewhere("/tell", "why", "ASB").getStatus())
                .isEqualTo(403);
    }
}
