package uk.frith.platform.foundation.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.TestDatabase;

/** What is due, to whom, and to whom it goes when it is late. */
@SpringBootTest
@AutoConfigureMockMvc
class DeadlinesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final Deadlines deadlines;
    private final Escalation escalation;
    private final ServiceDesk services;
    private final Desk desk;
    private UUID organisation = new UUID(0, 0);

    DeadlinesDbTest(
            @Autowired MockMvc mvc,
            @Autowired Deadlines deadlines,
            @Autowired Escalation escalation,
            @Autowired ServiceDesk services,
            @Autowired Desk desk) {
        this.mvc = mvc;
        this.deadlines = deadlines;
        this.escalation = escalation;
        this.services = services;
        this.desk = desk;
    }

    @BeforeEach
    void somebody() {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
    }

    private UUID account(Role role) {
        return SCENE.account(organisation, UUID.randomUUID() + "@example.org", role);
    }

    private void atTheDesk(Runnable work) {
        services.as(
                ServiceActor.BACKGROUND,
                "test",
                () -> desk.audited(Entry.of(Act.ALTERATION, "deadline", "to test"), () -> {
                    work.run();
                    return organisation;
                }));
    }

    private UUID begun(String kind, Instant began, Optional<UUID> whose) {
        UUID subject = UUID.randomUUID();
        atTheDesk(() -> deadlines.begin(
                new Duty(kind, organisation, subject, "26-1", "/incidents", whose, Optional.empty(), began)));
        return subject;
    }

    private static String state(UUID subject, String column) {
        return DATABASE.asOwner()
                .sql("select coalesce(" + column + "::text, '') from deadlines.deadline where subject = ?")
                .param(subject)
                .query((row, n) -> row.getString(1))
                .single();
    }

    private Browser at(String page, UUID account) throws Exception {
        return Browser.at(page, mvc, SCENE.session(account));
    }

    private static Instant ago(long hours) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(hours));
    }

    @Test
    void a_crime_that_is_not_decided_within_a_day_goes_to_the_registrar_once_and_stays_with_its_owner()
            throws Exception {
        UUID officer = account(Role.NEIGHBOURHOOD_OFFICER);
        UUID registrar = account(Role.CRIME_REGISTRAR);
        UUID late = begun("RECORD_CRIME", ago(25), Optional.of(officer));
        UUID running = begun("RECORD_CRIME", ago(1), Optional.of(officer));
        assertThat(at("/", registrar).page().select("section:has(#worklist)").text())
                .contains("Nothing is due from you");

        assertThat(escalation.passOn()).isPositive();
        String passed = state(late, "escalated_at");
        assertThat(passed).isNotEmpty();
        assertThat(state(running, "escalated_at")).isEmpty();
        escalation.passOn();
        assertThat(state(late, "escalated_at")).isEqualTo(passed);

        assertThat(at("/", registrar).page().select("section:has(#worklist)").text())
                .contains("1 overdue, 0 due soon, 0 coming", "Decide on the suggested crimes");
        assertThat(at("/", officer).page().select("section:has(#worklist)").text())
                .contains("1 overdue, 0 due soon, 1 coming");
        assertThat(at("/oversight/clocks", registrar).page().select("table").text())
                .contains("Decide on the suggested crimes 26-1");
    }

    @Test
    void a_duty_begun_twice_runs_once_and_one_that_was_met_late_says_so_for_ever() {
        UUID subject = begun("RECORD_CRIME", ago(30), Optional.empty());
        atTheDesk(() -> deadlines.begin(new Duty(
                "RECORD_CRIME",
                organisation,
                subject,
                "26-1",
                "/incidents",
                Optional.empty(),
                Optional.empty(),
                ago(1))));
        atTheDesk(() -> deadlines.meet("RECORD_CRIME", subject));
        services.as(
                ServiceActor.BACKGROUND,
                "test",
                () -> desk.unaudited("a test", () -> {
                    List<Clock> clocks = deadlines.of(subject);
                    assertThat(clocks).hasSize(1);
                    assertThat(clocks.getFirst().at(Instant.now())).isEqualTo(Clock.State.MET_LATE);
                    return subject;
                }));
    }

    @Test
    void how_long_a_duty_may_take_is_set_by_an_administrator_from_a_day_on() throws Exception {
        UUID administrator = account(Role.ADMINISTRATOR);
        Browser browser = at("/oversight/periods", administrator);
        String[] form = {
            "kind",
            "FIND_OWNER",
            "from",
            "2026-01-01",
            "minutes",
            "30",
            "warn",
            "40",
            "role",
            "SUPERVISOR",
            "source",
            "Us"
        };
        browser.post("/oversight/periods", form);
        assertThat(browser.page().select(".govuk-error-summary").text()).contains("fewer minutes than the whole");
        for (String[] wrong : List.of(
                new String[] {"kind", "x"},
                new String[] {"kind", "FIND_OWNER", "from", "2026-13-01"},
                new String[] {"kind", "FIND_OWNER", "from", "2026-01-01", "minutes", "'; drop"},
                new String[] {
                    "kind", "FIND_OWNER", "from", "2026-01-01", "minutes", "9", "warn", "1", "role", "<script>"
                })) {
            browser.get("/oversight/periods");
            assertThat(browser.post("/oversight/periods", wrong).getStatus()).isEqualTo(422);
        }
        form[7] = "10";
        browser.get("/oversight/periods");
        assertThat(browser.post("/oversight/periods", form).getStatus()).isEqualTo(302);
        browser.get("/oversight/periods");
        assertThat(browser.page().select("table").text())
                .contains(
                        "Give the incident an owner Your organisation 2026-01-01 30 minutes 10 minutes Supervisor Us");
        assertThat(browser.post("/oversight/periods", form).getStatus()).isEqualTo(422);

        Instant began = ago(0);
        UUID subject = begun("FIND_OWNER", began, Optional.empty());
        assertThat(DATABASE.asOwner()
                        .sql("select due_at from deadlines.deadline where subject = ?")
                        .param(subject)
                        .query(Instant.class)
                        .single())
                .isEqualTo(began.plus(Duration.ofMinutes(30)));
    }

    @Test
    void no_other_organisation_sees_or_ends_a_duty_even_in_the_database() {
        UUID subject = begun("RECORD_CRIME", ago(1), Optional.empty());
        UUID stranger = SCENE.account(
                SCENE.organisation("Elsewhere " + UUID.randomUUID()),
                UUID.randomUUID() + "@example.org",
                Role.SUPERVISOR);
        assertThat(DATABASE.asApplication()
                        .sql("""
                                with asked as (select set_config('frith.token', ?, false))
                                select count(*) from asked, deadlines.deadline where set_config is not null
                                """)
                        .param(SCENE.session(stranger))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> DATABASE.asApplication()
                        .sql("delete from deadlines.deadline where subject = ?")
                        .param(subject)
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> DATABASE.asApplication()
                        .sql("update deadlines.deadline set due_at = now() + interval '9 days' where subject = ?")
                        .param(subject)
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
