package uk.frith.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import uk.frith.platform.foundation.commands.CommandFailed;

/** The embedded server is a real one and is run like one. */
class EmbeddedServerDbTest {

    @TempDir
    Path folder;

    @Test
    void what_is_committed_is_on_the_disk() {
        TestDatabase database = TestDatabase.fresh();
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(database.asOwner()
                            .sql("show " + setting)
                            .query(String.class)
                            .single())
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Test
    void nobody_comes_in_without_a_password() {
        String url = TestDatabase.fresh().database().url();
        for (String role : List.of("frith_owner", "frith_app", "frith_signin", "frith_super")) {
            assertThatThrownBy(() -> DriverManager.getConnection(url, role, "guess"))
                    .as(role)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void passwords_are_kept_as_scram_verifiers_and_the_server_listens_on_this_machine_only() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.attach(DataFolder.open(folder))) {
            assertThat(asOwner(server)
                            .sql("show password_encryption")
                            .query(String.class)
                            .single())
                    .isEqualTo("scram-sha-256");
            assertThat(asOwner(server)
                            .sql("show listen_addresses")
                            .query(String.class)
                            .single())
                    .isEqualTo("127.0.0.1");
            assertThat(Files.readString(folder.resolve("database/pg_hba.conf"))
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#")))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("scram-sha-256"));
        }
    }

    @Test
    void secrets_can_be_read_by_their_owner_only() throws IOException {
        DataFolder data = DataFolder.open(folder);
        data.secret("database-app");
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets/database-app")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(data.secret("database-app")).hasSizeGreaterThan(40).isEqualTo(data.secret("database-app"));
    }

    @Test
    void the_last_one_out_stops_the_server_and_the_data_are_there_again() {
        DataFolder data = DataFolder.open(folder);
        try (EmbeddedServer server = EmbeddedServer.attach(data)) {
            asOwner(server).sql("create table kept (n int)").update();
            asOwner(server).sql("insert into kept values (42)").update();
        }
        assertThat(runs()).isFalse();
        try (EmbeddedServer again = EmbeddedServer.attach(data)) {
            assertThat(asOwner(again)
                            .sql("select n from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void a_second_process_attaches_and_the_server_outlives_the_first() throws Exception {
        DataFolder data = DataFolder.open(folder);
        Process other;
        try (EmbeddedServer ours = EmbeddedServer.attach(data)) {
            other = attachElsewhere();
            assertThat(other.inputReader().readLine()).isEqualTo(ours.database().url());
        }
        assertThat(runs()).as("the other one still uses it").isTrue();
        other.outputWriter().close();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(runs()).isFalse();
    }

    @Test
    void the_server_of_a_killed_process_is_adopted_with_everything_that_was_committed() throws Exception {
        DataFolder data = DataFolder.open(folder);
        Process killed = attachElsewhere();
        String url = killed.inputReader().readLine();
        JdbcClient jdbc = client(new Database.Login("frith_owner", data.secret("database-owner")), url);
        jdbc.sql("create table kept as select 42 as n").update();
        long pid = pid();
        killed.destroyForcibly().waitFor();
        assertThat(runs()).as("the orphan").isTrue();
        try (EmbeddedServer adopted = EmbeddedServer.attach(data)) {
            assertThat(pid()).as("the same server").isEqualTo(pid);
            assertThat(asOwner(adopted)
                            .sql("select n from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
        assertThat(runs()).isFalse();
    }

    @Test
    void a_killed_server_recovers_what_was_committed() throws Exception {
        DataFolder data = DataFolder.open(folder);
        Process killed = attachElsewhere();
        String url = killed.inputReader().readLine();
        client(new Database.Login("frith_owner", data.secret("database-owner")), url)
                .sql("create table kept as select 42 as n")
                .update();
        ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
        killed.destroyForcibly().waitFor();
        server.destroyForcibly();
        try (EmbeddedServer second = EmbeddedServer.attach(data)) {
            assertThat(asOwner(second)
                            .sql("select n from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void a_folder_of_a_newer_version_is_refused_and_left_alone() throws IOException {
        DataFolder.open(folder);
        Files.writeString(folder.resolve("frith-version"), "99\n");
        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("newer Frith");
        assertThat(folder.resolve("frith-version")).hasContent("99");
    }

    @Test
    void a_folder_that_is_a_file_gets_a_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("--data");
    }

    /** A server that stops takes its file away. */
    private boolean runs() {
        return Files.exists(folder.resolve("database/postmaster.pid"));
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("database/postmaster.pid"))
                    .getFirst());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process attachElsewhere() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AttachedProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static JdbcClient asOwner(EmbeddedServer server) {
        return client(server.database().owner(), server.database().url());
    }

    private static JdbcClient client(Database.Login login, String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, login.role(), login.password()));
    }

    /** Another process that uses the folder until its input ends. */
    static final class AttachedProcess {
        private AttachedProcess() {}

        public static void main(String[] words) throws IOException {
            try (EmbeddedServer server = EmbeddedServer.attach(DataFolder.open(Path.of(words[0])))) {
                System.out.println(server.database().url());
                if (System.in.read() >= 0) {
                    throw new IllegalStateException("Nothing is said here.");
                }
            }
        }
    }
}
