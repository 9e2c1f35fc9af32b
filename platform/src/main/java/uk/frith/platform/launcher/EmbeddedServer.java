package uk.frith.platform.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.launcher.Database.Login;

/**
 * The embedded PostgreSQL of a data folder, shared by every Frith process that uses the folder.
 *
 * <p>Whoever comes first starts it; whoever comes later attaches; the last one out stops it. Two locks of the operating
 * system make that safe, since they go when their process goes, however it went: <em>start</em> is held alone while
 * somebody decides whether to start, adopt or stop; <em>use</em> is held together by everybody who is attached. A server
 * that a killed process left behind is adopted by the next one.
 */
final class EmbeddedServer implements AutoCloseable {

    /** The superuser of the embedded server: makes roles and the database, and does nothing else. */
    private static final String SUPERUSER = "frith_super";

    /** How long a server may take to start or stop: recovery after a crash can replay minutes of work. */
    private static final int PATIENCE_SECONDS = 300;

    /** After a crash, half a second apart. */
    private static final int START_ATTEMPTS = 20;

    private final DataFolder folder;
    private final Path home;
    private final FileChannel useChannel;
    private final int port;
    private boolean closed;

    private EmbeddedServer(DataFolder folder, Path home, FileChannel useChannel, int port) {
        this.folder = folder;
        this.home = home;
        this.useChannel = useChannel;
        this.port = port;
    }

    /**
     * Attaches to the folder's server, starting it when none runs.
     *
     * @throws CommandFailed when it can't be started, with the server's own last words
     */
    static EmbeddedServer attach(DataFolder folder) {
        Path home = PostgresBinaries.unpacked();
        try (FileChannel startChannel = open(folder.lock("start"));
                FileLock ignored = startChannel.lock()) {
            Optional<Integer> running = runningPort(folder);
            if (!Files.exists(folder.database().resolve("PG_VERSION"))) {
                initialise(folder, home);
            }
            int port = running.isPresent() ? running.get() : startPatiently(folder, home);
            FileChannel use = open(folder.lock("use"));
            use.lock(0, Long.MAX_VALUE, true);
            EmbeddedServer server = new EmbeddedServer(folder, home, use, port);
            server.makeRolesAndDatabase();
            return server;
        } catch (IOException e) {
            throw new CommandFailed("The embedded PostgreSQL can't be started: " + e.getMessage(), e);
        }
    }

    Database database() {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/frith",
                new Login("frith_owner", folder.secret("database-owner")),
                new Login("frith_app", folder.secret("database-app")),
                new Login("frith_signin", folder.secret("database-sign-in")));
    }

    /** Lets go of the server, and stops it when nobody else uses it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (FileChannel startChannel = open(folder.lock("start"));
                FileLock ignored = startChannel.lock()) {
            useChannel.close();
            try (FileChannel alone = open(folder.lock("use"))) {
                FileLock last = alone.tryLock();
                if (last != null) {
                    control(folder, home, "stop", "-m", "fast");
                }
            }
        } catch (IOException e) {
            throw new CommandFailed("The embedded PostgreSQL can't be stopped: " + e.getMessage(), e);
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** The port of a living server of this folder, by the file that the server itself keeps. */
    private static Optional<Integer> runningPort(DataFolder folder) throws IOException {
        Path pidFile = folder.database().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(3).strip());
        try (Connection connection = connect(folder, port, "postgres");
                var rows = connection.createStatement().executeQuery("select current_setting('data_directory')")) {
            return rows.next() && Path.of(rows.getString(1)).equals(folder.database())
                    ? Optional.of(port)
                    : Optional.empty();
        } catch (SQLException e) {
            // Nobody answers there as ours would: the file is a dead server's, and pg_ctl will deal with it.
            return Optional.empty();
        }
    }

    private static void initialise(DataFolder folder, Path home) throws IOException {
        Path password = folder.secretFile("database-superuser");
        run(
                folder,
                command(
                        home,
                        "initdb",
                        "-D",
                        folder.database().toString(),
                        "-U",
                        SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"));
    }

    /** The helpers of a server that was killed take a moment to notice; until they are gone, no other can start. */
    private static int startPatiently(DataFolder folder, Path home) throws IOException {
        boolean killed = Files.exists(folder.database().resolve("postmaster.pid"));
        for (int attempt = 1; ; attempt++) {
            try {
                return start(folder, home);
            } catch (CommandFailed e) {
                if (!killed || attempt == START_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    private static int start(DataFolder folder, Path home) throws IOException {
        int port = freePort();
        Path log = folder.root().resolve("database.log");
        String settings = String.join(
                " -c ",
                "-p " + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=''",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "password_encryption=scram-sha-256",
                "max_connections=100",
                "shared_buffers=256MB",
                "max_wal_size=4GB",
                "wal_level=minimal",
                "max_wal_senders=0",
                "jit=off",
                "timezone=UTC",
                "log_statement=none",
                "log_parameter_max_length_on_error=0",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse");
        control(
                folder,
                home,
                "start",
                "-w",
                "-t",
                String.valueOf(PATIENCE_SECONDS),
                "-l",
                log.toString(),
                "-o",
                settings);
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void control(DataFolder folder, Path home, String... words) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", folder.database().toString()));
        arguments.addAll(List.of(words));
        run(folder, command(home, "pg_ctl", arguments.toArray(String[]::new)));
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody in particular. */
    private static List<String> command(Path home, String program, String... arguments) {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("unshare", "-U", "--"));
        }
        words.add(home.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        return words;
    }

    private static void run(DataFolder folder, List<String> words) throws IOException {
        Path output = Files.createTempFile(folder.root(), "pg", ".out");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new CommandFailed("PostgreSQL's " + words.get(words.indexOf("-D") - 1) + " didn't succeed: "
                        + lastWords(output) + lastWords(folder.root().resolve("database.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted while PostgreSQL was starting or stopping.", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String lastWords(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<String> lines = Files.readAllLines(file);
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size())) + " ";
    }

    private static Connection connect(DataFolder folder, int port, String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?connectTimeout=5",
                SUPERUSER,
                folder.secret("database-superuser"));
    }

    private void makeRolesAndDatabase() {
        try (Connection connection = connect(folder, port, "postgres")) {
            DatabaseRoles.make(connection, database());
            DatabaseRoles.makeDatabase(connection, "frith", "frith_owner");
        } catch (SQLException e) {
            throw new CommandFailed("The embedded PostgreSQL can't be set up: " + e.getMessage(), e);
        }
    }
}
