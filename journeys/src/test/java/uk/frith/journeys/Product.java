package uk.frith.journeys;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.frith.town.Town;
import uk.frith.town.TownPlan;

/** The packaged product as a process of its own: a demonstration with a pretend town in a data folder of its own. */
final class Product implements AutoCloseable {

    private static final Path JAR = Path.of("../platform/target/frith.jar");

    /** The first start unpacks and initialises PostgreSQL and takes in the town. */
    private static final int PATIENCE_SECONDS = 300;

    private static final int LAST_WORDS = 20;

    /** Made once for all that are started here; each takes in a copy of its own. */
    private static final Town TOWN = Town.build(TownPlan.standard(7));

    private static final Pattern ADDRESS = Pattern.compile("(https?://localhost:\\d+)");
    private static final Pattern SIGN_IN = Pattern.compile("([a-z.]+)@(\\S+\\.example)[\\s,]+(?:password:?\\s+)?(.+)$");

    private final Path data;
    private final int port;
    private final Map<Role, SignIn> signIns;
    private Process process;
    private String address;

    private Product(Running running, Path data, int port) {
        this.process = running.process();
        this.data = data;
        this.port = port;
        this.address = running.arrival().address();
        this.signIns = running.arrival().signIns();
    }

    /** With what somebody of the demonstration signs in. */
    record SignIn(String email, String password) {}

    private record Arrival(String address, Map<Role, SignIn> signIns) {}

    private record Running(Process process, Arrival arrival) {}

    /** Makes a town, starts the demonstration on it, and waits until it says where it is and how to come in. */
    static Product start() {
        try {
            Path data = Files.createTempDirectory("frith-journeys");
            TOWN.writeTo(data.resolve("demonstration"));
            int port = freePort();
            return new Product(run(data, port), data, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Running run(Path data, int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        // It lives for minutes: to compile as well as can be would cost more than it gives back.
                        "-XX:TieredStopAtLevel=1",
                        "-Dfrith.user=journeys",
                        "-jar",
                        JAR.toString(),
                        "demo",
                        "--data",
                        data.toString(),
                        "--port",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        // However the journeys end, the product doesn't outlive them.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> listen(process, port, said));
        try {
            return new Running(process, arrival(process, said));
        } catch (RuntimeException | Error failed) {
            process.destroy();
            throw failed;
        }
    }

    /** Ends the product as a power cut would, without a word to it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on the same data and the same port. */
    void startAgain() {
        try {
            Running running = run(data, port);
            process = running.process();
            address = running.arrival().address();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder with everything that it keeps. */
    Path data() {
        return data;
    }

    String address() {
        return address;
    }

    SignIn signIn(Role role) {
        SignIn signIn = signIns.get(role);
        if (signIn == null) {
            throw new IllegalStateException("The demonstration has no sign-in for " + role + ".");
        }
        return signIn;
    }

    /** The town's files: {@code street}, {@code reference}, {@code truth.json}. */
    Path town() {
        return data.resolve("demonstration");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Keeps what the product says, and a copy in a file beside the reports. */
    private static void listen(Process process, int port, BlockingQueue<String> said) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter log = Files.newBufferedWriter(Path.of("target", "product-" + port + ".log"))) {
            String line = reader.readLine();
            while (line != null) {
                log.write(line);
                log.newLine();
                log.flush();
                said.add(line);
                line = reader.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arrival arrival(Process process, BlockingQueue<String> said) {
        Map<Role, SignIn> signIns = new EnumMap<>(Role.class);
        Deque<String> lastWords = new ArrayDeque<>();
        @Nullable String address = null;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (address == null || signIns.size() < Role.values().length) {
                String line = said.poll(1, TimeUnit.SECONDS);
                if (line == null && (!process.isAlive() || System.nanoTime() > deadline)) {
                    throw new IllegalStateException(
                            "The product didn't start. Its last words: " + String.join(" / ", lastWords));
                }
                if (line != null) {
                    address = address == null ? addressIn(line) : address;
                    readSignIn(line, signIns);
                    lastWords.add(line);
                    if (lastWords.size() > LAST_WORDS) {
                        lastWords.remove();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the product was starting.", e);
        }
        return new Arrival(address, signIns);
    }

    private static @Nullable String addressIn(String line) {
        Matcher found = ADDRESS.matcher(line);
        return found.find() ? found.group(1) : null;
    }

    private static void readSignIn(String line, Map<Role, SignIn> signIns) {
        Matcher found = SIGN_IN.matcher(line);
        if (found.find()) {
            List<Role> roles = Stream.of(Role.values())
                    .filter(role -> role.mailbox().equals(found.group(1)))
                    .toList();
            roles.forEach(role -> signIns.put(
                    role,
                    new SignIn(
                            found.group(1) + "@" + found.group(2),
                            found.group(3).strip())));
        }
    }
}
