package uk.frith.platform.foundation.identity;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.launcher.TestDatabase;

/** The whole application, once for all tests of identity; each test arranges organisations of its own. */
@SpringBootTest
@AutoConfigureMockMvc
abstract class WebTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Scene SCENE = new Scene(DATABASE);

    @Autowired
    MockMvc mvc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    Browser browser() {
        return new Browser(mvc);
    }

    /** A browser of somebody who is signed in. */
    Browser browserOf(java.util.UUID account) {
        return Browser.holding(mvc, SCENE.session(account));
    }
}
