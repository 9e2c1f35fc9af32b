package uk.frith.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product in a process of its own, with a pretend town of a chosen size, and its embedded database's doors. */
final class Demonstration implements AutoCloseable {

    private static final Pattern SIGN_IN = Pattern.compile("([a-z.]+)@(\\S+)\\s{2,}(\\S.*)$");

    /** The last of those that it prints. */
    private static final String LAST_ROLE = "auditor";

    private static final long SEED = 7;
    private static final int MOST_WORDS = 10;

    private final Process process;
    private final Path data;
    private final String address;
    private final Map<String, SignIn> signIns = new HashMap<>();

    /** An e-mail address and its password. */
    record SignIn(String email, String password) {}

    private Demonstration(Process process, Path data, String address) {
        this.process = process;
        this.data = data;
        this.address = address;
    }

    /** Makes the town unless the folder has it, starts the product, and waits until it can be signed in to. */
    static Demonstration start(Path root, Path data, int incidents) throws IOException, InterruptedException {
        Path town = data.resolve("demonstration");
        if (!Files.exists(town.resolve("truth.json"))) {
            Files.createDirectories(data);
            run(List.of(
                    java(),
                    "-cp",
                    root.resolve("town/target/classes").toString(),
                    "uk.frith.town.TownCommand",
                    "--seed",
                    String.valueOf(SEED),
                    "--incidents",
                    String.valueOf(incidents),
                    "--out",
                    town.toString()));
        }
        int port = freePort();
        Process process = new ProcessBuilder(
                        java(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-Dfrith.user=bench",
                        "-jar",
                        root.resolve("platform/target/frith.jar").toString(),
                        "demo",
                        "--data",
                        data.toString(),
                        "--port",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        // However this ends, the product doesn't outlive it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Demonstration demonstration = new Demonstration(process, data, "http://localhost:" + port);
        demonstration.listen();
        return demonstration;
    }

    String address() {
        return address;
    }

    /** With what somebody of the demonstration signs in, as {@code analyst} or {@code call.handler}. */
    SignIn signIn(String role) {
        SignIn found = signIns.get(role);
        if (found == null) {
            throw new IllegalStateException("The demonstration has nobody called " + role);
        }
        return found;
    }

    /** Where the embedded server writes its log. */
    Path databaseLog() {
        return data.resolve("database.log");
    }

    /** The port of the embedded server: the fourth line of its own note. */
    String databasePort() throws IOException {
        return Files.readAllLines(data.resolve("database/postmaster.pid"))
                .get(3)
                .strip();
    }

    /** One of the passwords of the embedded server, as {@code database-app}. */
    String secret(String name) throws IOException {
        return Files.readString(data.resolve("secrets").resolve(name));
    }

    /** Has the embedded server's superuser do something; gives what it printed. */
    String superuser(String sql) throws IOException, InterruptedException {
        ProcessBuilder psql = new ProcessBuilder(
                "psql",
                "-h",
                "127.0.0.1",
                "-p",
                databasePort(),
                "-U",
                "frith_super",
                "-qAtX",
                "-d",
                "frith",
                "-c",
                sql);
        psql.environment().put("PGPASSWORD", secret("database-superuser"));
        Process process = psql.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("psql refused: " + said);
        }
        return said.strip();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>();
        while (!signIns.containsKey(LAST_ROLE)) {
            String line = said.readLine();
            if (line == null) {
                throw new IllegalStateException("The demonstration didn't start: " + String.join(" / ", words));
            }
            words.add(line);
            if (words.size() > MOST_WORDS) {
                words.removeFirst();
            }
            Matcher found = SIGN_IN.matcher(line);
            if (found.find()) {
                signIns.put(
                        found.group(1),
                        new SignIn(
                                found.group(1) + "@" + found.group(2),
                                found.group(3).strip()));
            }
        }
        // Whatever it says from now on is read, so that it never waits for a reader.
        Thread.ofVirtual().start(() -> said.lines().forEach(line -> {}));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Failed: " + String.join(" ", command));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
