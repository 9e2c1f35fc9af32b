package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.launcher.TestDatabase;

@SpringBootTest
@AutoConfigureMockMvc
class SignInDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final Browser browser;

    SignInDbTest(@Autowired MockMvc mvc) {
        this.browser = new Browser(mvc);
    }

    @Test
    void a_person_signs_in_and_sees_their_start_page() throws Exception {
        UUID organisation = SCENE.organisation("Signing in");
        SCENE.account(organisation, "analyst@signing.example", Role.ANALYST);

        MockHttpServletResponse signedIn = browser.signIn("analyst@signing.example", Scene.PASSWORD);

        assertThat(signedIn.getRedirectedUrl()).isEqualTo("/");
        assertThat(browser.get("/").getContentAsString()).contains("Analyst");
    }
}
