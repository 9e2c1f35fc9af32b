package uk.frith.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A prevalence page on a million rows with twenty people at once, beside pgbench with all of the page's own statements.
 *
 * <p>Each person asks for the next page as soon as the last byte of the one before has come, so the machine is as busy as
 * it can be; clients, server and database share it. pgbench then says to the same database what the pages said, session
 * and audit included, by the same role, with as many clients, each with a session of its own. The two take turns, five
 * times; medians count. The pages have been asked for before: what it costs to be the first to ask is told apart.
 *
 * <p>Arguments: seconds of each turn, people, incidents of the town (450,000 make a million rows of open data) and a data
 * folder, which need not exist. Needs {@code psql} and {@code pgbench}.
 */
public final class PageBench {
    private static final int REPETITIONS = 5;
    private static final double MOST_TIMES_THE_STATEMENTS = 4;
    private static final double MOST_MILLISECONDS = 300;

    private static final String PAGE = "/patterns/prevalence?force=frithshire";

    /** What people look at: the start, a year, a quarter, a month, areas large and small, other columns and orders. */
    private static final List<String> MIX = List.of(
            "/patterns",
            PAGE,
            PAGE + "&from=2026-01&to=2026-03",
            PAGE + "&from=2026-08&to=2026-08",
            PAGE + "&by=ward",
            PAGE + "&by=district&from=2025-10&to=2026-03",
            PAGE + "&category=burglary",
            PAGE + "&sort=rate&order=down&columns=all");

    /** Periods that nobody has asked for before. */
    private static final List<String> NEW = List.of(
            PAGE + "&from=2025-02&to=2025-11",
            PAGE + "&from=2025-03&to=2025-12",
            PAGE + "&from=2025-04&to=2026-01",
            PAGE + "&from=2025-05&to=2026-02",
            PAGE + "&from=2025-06&to=2026-03");

    private final PrintStream out;
    private final int seconds;
    private final List<Person> people = new ArrayList<>();
    private final Path scripts;

    private PageBench(PrintStream out, int seconds, Path scripts) {
        this.out = out;
        this.seconds = seconds;
        this.scripts = scripts;
    }

    /** Runs the benchmark; the exit status is 1 when a bound isn't kept. */
    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        int people = Integer.parseInt(arguments[1]);
        int incidents = Integer.parseInt(arguments[2]);
        Path data = Path.of(arguments[3]).toAbsolutePath();
        Path root = Path.of(System.getProperty("frith.root", ".")).toAbsolutePath();
        Path scripts = Files.createTempDirectory("frith-page-scripts");
        boolean kept;
        try (Demonstration product = Demonstration.start(root, data, incidents)) {
            kept = new PageBench(System.out, seconds, scripts).run(product, people);
        }
        if (!kept) {
            System.exit(1);
        }
    }

    private boolean run(Demonstration product, int number) throws Exception {
        for (int i = 0; i < number; i++) {
            people.add(Person.signIn(product, product.signIn("analyst")));
        }
        out.printf(
                Locale.UK,
                "%s rows of open data, %d people at once, %d pages, %d turns of %d s%n",
                product.superuser("select to_char(count(*), 'FM999,999,999') from intake.street_record"),
                number,
                MIX.size(),
                REPETITIONS,
                seconds);
        capture(product);
        fetch();
        Replay replay = new Replay(scripts, MIX.size(), seconds);
        List<Turn> pages = new ArrayList<>();
        List<Turn> statements = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            pages.add(fetch());
            statements.add(replay.turn(product, people));
        }
        Turn.head(out, REPETITIONS);
        Turn.line(out, "pages", pages, seconds);
        Turn.line(out, "their statements", statements, seconds);
        double ours = Turn.median(pages, turn -> turn.percentile(0.99));
        double ratio = ours / Turn.median(statements, turn -> turn.percentile(0.99));
        out.printf(
                Locale.UK,
                "p99 of the pages is %.1f times that of their statements (bound %.0f) and %.0f ms (bound %.0f)%n",
                ratio,
                MOST_TIMES_THE_STATEMENTS,
                ours,
                MOST_MILLISECONDS);
        out.printf(Locale.UK, "First to ask a question, alone: %.0f ms, median of %d%n", firstToAsk(), NEW.size());
        return ratio <= MOST_TIMES_THE_STATEMENTS && ours < MOST_MILLISECONDS;
    }

    /** Fetches each page twice, so that it is ready, and then once more while the server tells what it is asked. */
    private void capture(Demonstration product) throws IOException, InterruptedException {
        Person person = people.getFirst();
        for (String path : MIX) {
            person.page(path);
            person.page(path);
        }
        Statements.log(product, true);
        // The first fetches on new connections are with what a connection is opened with; they don't count.
        person.page(MIX.getFirst());
        for (int i = 0; i < MIX.size(); i++) {
            long from = Files.size(product.databaseLog());
            person.page(MIX.get(i));
            Files.writeString(
                    scripts.resolve(i + ".sql"), Statements.script(product.databaseLog(), from, person.token()));
        }
        Statements.log(product, false);
    }

    private Turn fetch() throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<List<Double>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people.size(); i++) {
                Person person = people.get(i);
                SplittableRandom chance = new SplittableRandom(i);
                running.add(threads.submit(() -> {
                    List<Double> times = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        String path = MIX.get(chance.nextInt(MIX.size()));
                        long begin = System.nanoTime();
                        person.page(path);
                        times.add((System.nanoTime() - begin) / 1e6);
                    }
                    return times;
                }));
            }
        }
        List<Double> all = new ArrayList<>();
        for (Future<List<Double>> one : running) {
            all.addAll(one.get());
        }
        return new Turn(all.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    private double firstToAsk() throws IOException, InterruptedException {
        double[] times = new double[NEW.size()];
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            people.getFirst().page(NEW.get(i));
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
