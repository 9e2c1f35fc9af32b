package uk.frith.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import uk.frith.platform.FrithApplication;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.Launcher;

/**
 * The import of street files end to end, beside a bare {@code COPY} of the same rows into the same columns without
 * indexes or checks, in the same server, in turns.
 *
 * <p>The peer sends rows that are ready to be sent, from a file, in PostgreSQL's text form and in its binary form; the
 * faster of the two counts. The import reads, unpacks, checks, counts, stores, audits and commits. It is measured on one
 * large plain file and, when FRITH_REAL_DATA names the folder with the real files, on the many small packed ones. Without
 * real files the large one is made up from a seed.
 *
 * <p>Argument: a data folder that doesn't exist yet. Run with {@code -Xmx512m}, which the bench checks.
 */
public final class ImportBench {

    private static final int REPETITIONS = 5;
    private static final int MADE_UP_ROWS = 1_000_000;
    private static final long SEED = 20_260_301;
    private static final long MOST_HEAP = 512L * 1024 * 1024;
    private static final int PORT = 18_080;
    private static final String HEADER =
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,"
                    + "LSOA name,Crime type,Last outcome category,Context\r\n";

    private final PrintStream out;
    private final Path folder;

    private ImportBench(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Runs the benchmark; the exit status is 1 when the large file comes in at less than half the peer's pace. */
    public static void main(String[] arguments) throws Exception {
        Path folder =
                Path.of(arguments.length > 0 ? arguments[0] : "bench-data").toAbsolutePath();
        System.exit(new ImportBench(System.out, folder).run() ? 0 : 1);
    }

    /** A thing to measure: rows and seconds of each repetition. */
    private static final class Measured {
        private final String name;
        private final long rows;
        private final List<Double> seconds = new ArrayList<>();

        Measured(String name, long rows) {
            this.name = name;
            this.rows = rows;
        }

        double rate() {
            double[] sorted = seconds.stream().mapToDouble(s -> s).sorted().toArray();
            return rows / sorted[sorted.length / 2];
        }
    }

    private boolean run() throws Exception {
        if (Files.exists(folder)) {
            out.println("The folder " + folder + " is there already; name one that isn't.");
            return false;
        }
        long heap = Runtime.getRuntime().maxMemory();
        Files.createDirectories(folder);
        Optional<Path> real = Optional.ofNullable(System.getenv("FRITH_REAL_DATA"))
                .map(data -> Path.of(data).resolve("police_street"));
        Path large = folder.resolve("2021-03-lancashire-street.csv");
        long rows = real.isPresent() ? gather(real.get(), large) : makeUp(large);
        Path data = folder.resolve("data");
        serve(data);
        try (ConfigurableApplicationContext application = application(data);
                Connection owner = owner(data)) {
            measure(application, owner, large, rows, real);
        }
        out.printf(Locale.UK, "heap at most %d MiB%n", heap / 1024 / 1024);
        return fastEnough && heap <= MOST_HEAP;
    }

    private boolean fastEnough;

    private void measure(
            ConfigurableApplicationContext application, Connection owner, Path large, long rows, Optional<Path> real)
            throws SQLException, IOException {
        take(application, large);
        sql(owner, "create schema bench", "create table bench.bare (like intake.street_record)");
        Path text = export(owner, "text");
        Path binary = export(owner, "binary");
        Measured bareText = new Measured("bare COPY, text", rows);
        Measured bareBinary = new Measured("bare COPY, binary", rows);
        Measured one = new Measured("import, one plain file", rows);
        Measured many = new Measured("import, the real packed files", rows);
        for (int i = -1; i < REPETITIONS; i++) {
            double bareTextSeconds = bare(owner, text, "text");
            double bareBinarySeconds = bare(owner, binary, "binary");
            empty(owner);
            double oneSeconds = take(application, large);
            empty(owner);
            double manySeconds = real.isPresent() ? take(application, real.get()) : 0;
            if (i >= 0) {
                bareText.seconds.add(bareTextSeconds);
                bareBinary.seconds.add(bareBinarySeconds);
                one.seconds.add(oneSeconds);
                many.seconds.add(manySeconds);
            }
        }
        double peer = Math.max(bareText.rate(), bareBinary.rate());
        out.printf(Locale.UK, "Import of street files, %,d rows, median of %d%n", rows, REPETITIONS);
        out.printf(Locale.UK, "%-32s %14s %16s%n", "", "rows a second", "share of peer");
        for (Measured measured :
                real.isPresent() ? List.of(bareText, bareBinary, one, many) : List.of(bareText, bareBinary, one)) {
            out.printf(Locale.UK, "%-32s %,14.0f %15.2f%n", measured.name, measured.rate(), measured.rate() / peer);
        }
        fastEnough = one.rate() >= peer / 2;
    }

    private static double take(ConfigurableApplicationContext application, Path path) {
        Command command = application.getBeanProvider(Command.class).stream()
                .filter(c -> c.name().equals("import police-uk"))
                .findFirst()
                .orElseThrow();
        Console silent = new Console(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        return seconds(() -> {
            ExitStatus status = application
                    .getBean(ServiceDesk.class)
                    .as(
                            ServiceActor.COMMAND_LINE,
                            "bench",
                            () -> command.run(Arguments.parse(List.of(path.toString())), silent));
            if (status != ExitStatus.DONE) {
                throw new IllegalStateException("The import ended with " + status + ".");
            }
        });
    }

    private static double bare(Connection owner, Path rows, String format) throws SQLException {
        sql(owner, "truncate bench.bare");
        return seconds(() -> {
            try (InputStream in = Files.newInputStream(rows)) {
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy bench.bare from stdin (format " + format + ")", in, 256 * 1024);
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private Path export(Connection owner, String format) throws SQLException, IOException {
        Path file = folder.resolve("rows." + format);
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file), 256 * 1024)) {
            owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy intake.street_record to stdout (format " + format + ")", to);
        }
        return file;
    }

    private static void empty(Connection owner) throws SQLException {
        sql(
                owner,
                "truncate intake.file_version, intake.street_record, intake.street_count, intake.refused_row cascade");
    }

    private static void sql(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** Keeps the folder's database running, by serving it; the process's end ends it. */
    private static void serve(Path data) throws InterruptedException {
        String[] words = {
            "serve",
            "--behind-tls",
            "--address",
            "https://bench.invalid",
            "--port",
            "" + PORT,
            "--data",
            data.toString()
        };
        Thread.ofPlatform().daemon().name("serve").start(() -> Launcher.launch(words));
        for (int second = 0; second < 120; second++) {
            TimeUnit.SECONDS.sleep(1);
            if (Files.exists(data.resolve("database/postmaster.pid")) && isMigrated(data)) {
                return;
            }
        }
        throw new IllegalStateException("The database didn't start.");
    }

    private static boolean isMigrated(Path data) {
        try (Connection owner = owner(data);
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select fingerprint from public.frith_migrations")) {
            return rows.next();
        } catch (SQLException | IOException notYet) {
            return false;
        }
    }

    private static ConfigurableApplicationContext application(Path data) throws IOException {
        String url = url(data);
        return new SpringApplicationBuilder(FrithApplication.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.datasource.url",
                        url + "?reWriteBatchedInserts=true",
                        "spring.datasource.username",
                        "frith_app",
                        "spring.datasource.password",
                        secret(data, "database-app"),
                        "frith.identity.database-url",
                        url,
                        "frith.identity.sign-in-role",
                        "frith_signin",
                        "frith.identity.sign-in-password",
                        secret(data, "database-sign-in"),
                        "frith.data-folder",
                        data.toString()))
                .run();
    }

    private static Connection owner(Path data) throws IOException, SQLException {
        return DriverManager.getConnection(url(data), "frith_owner", secret(data, "database-owner"));
    }

    /** The embedded server's address: its own file tells the port on the fourth line. */
    private static String url(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("database/postmaster.pid"));
        return "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/frith";
    }

    private static String secret(Path data, String name) throws IOException {
        return Files.readString(data.resolve("secrets").resolve(name), StandardCharsets.US_ASCII);
    }

    /** One large file of the rows of all real ones, of one month. */
    private static long gather(Path street, Path large) throws IOException {
        long rows = 0;
        List<Path> files;
        try (Stream<Path> walk = Files.walk(street)) {
            files = walk.filter(file -> file.toString().endsWith("-street.csv.gz"))
                    .sorted()
                    .toList();
        }
        try (var writer = Files.newBufferedWriter(large)) {
            writer.write(HEADER);
            for (Path file : files) {
                try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                    reader.readLine();
                    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                        int first = line.indexOf(',');
                        int second = line.indexOf(',', first + 1);
                        writer.write(line, 0, first + 1);
                        writer.write("2021-03");
                        writer.write(line, second, line.length() - second);
                        writer.write("\r\n");
                        rows++;
                    }
                }
            }
        }
        return rows;
    }

    private static long makeUp(Path large) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        String[] types = {"Anti-social behaviour", "Violence and sexual offences", "Other theft", "Public order"};
        try (var writer = Files.newBufferedWriter(large)) {
            writer.write(HEADER);
            for (int i = 0; i < MADE_UP_ROWS; i++) {
                String type = types[random.nextInt(types.length)];
                boolean asb = type.equals(types[0]);
                String id = asb ? "" : String.format(Locale.ROOT, "%016x%016x%032x", random.nextLong(), i, i * 31L);
                writer.write(String.format(
                        Locale.ROOT,
                        "%s,2021-03,Lancashire Constabulary,Lancashire Constabulary,%.6f,%.6f,On or near Street %d,"
                                + "E0%07d,Area %dA,%s,%s,\r\n",
                        id,
                        -2 + random.nextDouble(),
                        53 + random.nextDouble(),
                        random.nextInt(20_000),
                        1_012_000 + random.nextInt(1_000),
                        random.nextInt(1_000),
                        type,
                        asb ? "" : "Under investigation"));
            }
        }
        return MADE_UP_ROWS;
    }
}
