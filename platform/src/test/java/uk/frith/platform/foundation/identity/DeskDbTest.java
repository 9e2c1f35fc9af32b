package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.launcher.TestDatabase;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DeskDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final Desk desk;
    private final ServiceDesk services;

    DeskDbTest(@Autowired Desk desk, @Autowired ServiceDesk services) {
        this.desk = desk;
        this.services = services;
    }

    @Test
    void work_is_entered_in_the_audit_under_the_name_of_whoever_does_it() {
        services.as(
                ServiceActor.COMMAND_LINE,
                "tester",
                () -> desk.audited(
                        Entry.of(Act.CONSULTATION, "testing", "to see it entered")
                                .with("k", "v"),
                        () -> 1));

        UUID actor = DATABASE.asOwner()
                .sql("select actor from audit.entry where subject = 'testing' and detail ->> 'k' = 'v'")
                .query(UUID.class)
                .single();
        assertThat(actor).isEqualTo(ServiceActor.COMMAND_LINE.account());
    }

    @Test
    void without_a_session_nothing_can_be_entered_and_so_nothing_be_done() {
        assertThatThrownBy(() -> desk.audited(Entry.of(Act.CONSULTATION, "nobody", "to see it refused"), () -> 1))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from audit.entry where subject = 'nobody'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void work_that_fails_leaves_no_entry() {
        assertThatThrownBy(() -> services.as(
                        ServiceActor.COMMAND_LINE,
                        "tester",
                        () -> desk.audited(Entry.of(Act.ALTERATION, "failing", "to see it undone"), () -> {
                            throw new IllegalStateException("on purpose");
                        })))
                .hasMessage("on purpose");
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from audit.entry where subject = 'failing'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
