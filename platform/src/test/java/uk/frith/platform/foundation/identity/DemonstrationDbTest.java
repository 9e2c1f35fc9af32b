package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.frith.platform.launcher.TestDatabase;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DemonstrationDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final SignIn signIn;
    private final DemonstrationAccounts demonstration;

    DemonstrationDbTest(@Autowired SignIn signIn, @Autowired DemonstrationAccounts demonstration) {
        this.signIn = signIn;
        this.demonstration = demonstration;
    }

    @Test
    void a_demonstration_has_one_person_of_each_role_who_can_sign_in_at_once() {
        assertThat(demonstration.exist()).isFalse();
        List<DemonstrationAccounts.SignIn> people = demonstration.make();
        assertThat(demonstration.exist()).isTrue();
        assertThat(people).hasSize(Role.values().length);
        for (DemonstrationAccounts.SignIn person : people) {
            assertThat(signIn.withPassword(person.email(), person.password()))
                    .as(person.role())
                    .isInstanceOf(SignIn.Outcome.Arrived.class);
        }
        assertThat(demonstration.make()).isEqualTo(people);
        assertThat(DATABASE.asOwner()
                        .sql("select name from identity.organisation where force_slug = 'frithshire'")
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("Frithshire Police");
    }
}
