package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.launcher.TestDatabase;

/** How a new site begins. One test tells the whole story, since a site begins once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class FirstAdministratorDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final FirstAdministrator first;
    private final FirstLinkCommand command;
    private final OneTimeLinks links;
    private final SignIn signIn;

    FirstAdministratorDbTest(
            @Autowired FirstAdministrator first,
            @Autowired FirstLinkCommand command,
            @Autowired OneTimeLinks links,
            @Autowired SignIn signIn) {
        this.first = first;
        this.command = command;
        this.links = links;
        this.signIn = signIn;
    }

    @Test
    void a_site_begins_with_a_link_that_works_once_and_is_then_run_by_its_administrator() {
        String early = token(first.linkIfNeeded("https://frith.example/").orElseThrow());
        String link = printed(Map.of("address", "https://frith.example"));
        assertThat(link).startsWith("https://frith.example/link/").endsWith("\n");
        String token = token(link.strip());
        assertThat(links.find(early)).as("an earlier link").isEmpty();

        assertThat(links.begin(token, form("", "Ann", "ann@force.example", Scene.PASSWORD)))
                .isInstanceOf(OneTimeLinks.Use.Wrong.class);
        assertThat(links.begin(token, form("Force", "Ann", "nowhere", Scene.PASSWORD)))
                .isInstanceOf(OneTimeLinks.Use.Wrong.class);
        assertThat(links.begin(token, form("Force", "Ann", "ann@force.example", "short")))
                .isInstanceOf(OneTimeLinks.Use.Wrong.class);
        assertThat(links.begin(token, form("Force", "Ann", "Ann@Force.example", Scene.PASSWORD)))
                .isEqualTo(new OneTimeLinks.Use.Done());
        assertThat(links.begin(token, form("Force 2", "Eve", "eve@force.example", Scene.PASSWORD)))
                .isEqualTo(new OneTimeLinks.Use.Gone());

        assertThat(first.linkIfNeeded("https://frith.example")).isEmpty();
        assertThatThrownBy(() -> printed(Map.of())).isInstanceOf(CommandFailed.class);
        assertThat(signIn.withPassword("ann@force.example", Scene.PASSWORD))
                .as("an administrator sets up a second factor first")
                .isInstanceOf(SignIn.Outcome.FactorNeeded.class);
    }

    @Test
    void the_command_answers_wrong_arguments_with_a_sentence() {
        assertThatThrownBy(() -> printed(Map.of("adress", "x")))
                .isInstanceOf(WrongArguments.class)
                .hasMessageContaining("--address");
        assertThatThrownBy(() -> printed(Map.of("address", "frith.example")))
                .isInstanceOf(WrongArguments.class)
                .hasMessageContaining("https://");
    }

    private String printed(Map<String, String> options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        command.run(
                new Arguments(List.of(), options),
                new Console(stream, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static OneTimeLinks.First form(String organisation, String name, String email, String password) {
        return new OneTimeLinks.First(organisation, "force", name, email, password);
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
