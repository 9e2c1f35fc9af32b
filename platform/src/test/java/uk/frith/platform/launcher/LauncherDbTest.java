package uk.frith.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;

/** What the launcher refuses, and in which words. */
class LauncherDbTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(data, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    @Test
    void wrong_arguments_get_a_sentence() {
        assertThatThrownBy(this::run).isInstanceOf(WrongArguments.class).hasMessageContaining("help");
        assertThatThrownBy(() -> run("backup"))
                .isInstanceOf(WrongArguments.class)
                .hasMessageContaining("one file");
        assertThatThrownBy(() -> run("demo", "--port", "99999"))
                .isInstanceOf(WrongArguments.class)
                .hasMessageContaining("65535");
        assertThatThrownBy(() -> run("demo", "--colour", "blue"))
                .isInstanceOf(WrongArguments.class)
                .hasMessageContaining("--colour");
        assertThatThrownBy(() -> run("audit", "forget"))
                .isInstanceOf(WrongArguments.class)
                .hasMessageContaining("audit verify");
        assertThatThrownBy(() -> run("backup", "x", "--data"))
                .isInstanceOf(WrongArguments.class)
                .hasMessageContaining("--data needs a value");
        assertThatThrownBy(() -> run("audit", "verify", "--db", "mysql://elsewhere"))
                .isInstanceOf(WrongArguments.class)
                .hasMessageContaining("jdbc:postgresql");
        assertThatThrownBy(() -> run("juggle"))
                .isInstanceOf(WrongArguments.class)
                .hasMessageContaining("juggle");
    }

    @Test
    void does_not_serve_without_tls_in_front() {
        assertThatThrownBy(() -> run("serve"))
                .isInstanceOf(WrongArguments.class)
                .hasMessageContaining("--behind-tls");
    }

    @Test
    void does_not_serve_where_demonstration_accounts_are() {
        TestDatabase database = TestDatabase.fresh();
        database.asOwner()
                .sql("insert into identity.organisation (name, kind) values ('Pretend', 'POLICE')")
                .update();
        database.asOwner()
                .sql("insert into identity.account (organisation_id, name, email, state, demonstration)"
                        + " select id, 'Example', 'example@pretend.example', 'ACTIVE', true from identity.organisation"
                        + " where name = 'Pretend'")
                .update();
        Site site = new Site(DataFolder.open(folder), database.database());
        assertThatThrownBy(() -> ProductionChecks.check(site))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("demonstration accounts");
    }

    @Test
    void does_not_serve_with_a_password_that_anybody_would_guess() {
        for (String password : List.of("postgres", "frith", "changeme", "short", "the-role-itself", "")) {
            assertThat(ProductionChecks.isGuessable(new Database.Login("the-role-itself", password)))
                    .as(password)
                    .isTrue();
        }
        assertThat(ProductionChecks.isGuessable(new Database.Login("frith_owner", "gx8Hq2mVt6Lw0s")))
                .isFalse();
    }

    @Test
    void a_port_in_use_gets_a_sentence_and_the_database_is_let_go() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Path town = Files.createDirectories(folder.resolve("demonstration"));
            Files.writeString(town.resolve("truth.json"), "{}");
            assertThatThrownBy(() -> run("demo", "--port", String.valueOf(taken.getLocalPort())))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("is in use");
        }
        assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
    }

    @Test
    void an_untampered_audit_is_said_to_be_so() {
        assertThat(run("audit", "verify")).isEqualTo(ExitStatus.DONE);
        assertThat(data.toString(StandardCharsets.UTF_8)).isEqualTo("seals=0 sealed=0 unsealed=0 findings=0\n");
    }

    private ExitStatus run(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        if (!all.isEmpty() && !all.contains("--data")) {
            all.addAll(List.of("--data", folder.toString()));
        }
        return Launcher.run(all, console);
    }
}
