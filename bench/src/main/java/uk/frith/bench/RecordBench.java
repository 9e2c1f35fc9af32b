package uk.frith.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fifty handlers who save incidents at once, beside pgbench with the same statements.
 *
 * <p>To save is to take a call and record it: two forms, each answered only when its transaction is committed. Everybody
 * saves the next as soon as the last answer has come. pgbench then says to the same database what one save said, session,
 * draft, clocks and audit included, in the same transactions and by the same role, with as many clients; what a save gets
 * from the database, such as its number and its ids, each replay gets anew. The two take turns; medians count. At the end
 * every acknowledged incident must be there.
 *
 * <p>Arguments: seconds of each turn, handlers, turns, and a data folder, which need not exist. Needs {@code psql} and {@code
 * pgbench}.
 */
public final class RecordBench {

    private static final double MOST_TIMES_THE_STATEMENTS = 4;
    private static final int TOWN = 45_000;

    /** No other value in what a save says to the database looks like a number from here on. */
    private static final long FIRST_NUMBER = 700_000_000;

    private static final String ACCOUNT =
            "My neighbour from number 9 came to my door again last night and said he would smash"
                    + " my face in. He has been shouting at me every day for three weeks and I am scared to leave the house. My son"
                    + " cannot sleep and we no longer use the garden.";

    private final PrintStream out;
    private final int seconds;
    private final Path scripts;
    private final List<Person> handlers = new ArrayList<>();
    private final AtomicLong callers = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();

    private RecordBench(PrintStream out, int seconds, Path scripts) {
        this.out = out;
        this.seconds = seconds;
        this.scripts = scripts;
    }

    /** Runs the benchmark; the exit status is 1 when the bound isn't kept or an incident is missing. */
    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        int handlers = Integer.parseInt(arguments[1]);
        int turns = Integer.parseInt(arguments[2]);
        Path data = Path.of(arguments[3]).toAbsolutePath();
        Path root = Path.of(System.getProperty("frith.root", ".")).toAbsolutePath();
        Path scripts = Files.createTempDirectory("frith-record-scripts");
        boolean kept;
        try (Demonstration product = Demonstration.start(root, data, TOWN)) {
            kept = new RecordBench(System.out, seconds, scripts).run(product, handlers, turns);
        }
        if (!kept) {
            System.exit(1);
        }
    }

    private boolean run(Demonstration product, int number, int turns) throws Exception {
        for (int i = 0; i < number; i++) {
            Person handler = Person.signIn(product, product.signIn("call.handler"));
            handler.open("/calls");
            handlers.add(handler);
        }
        capture(product);
        long before = recorded(product);
        acknowledged.set(0);
        save();
        Replay replay = new Replay(scripts, 1, seconds);
        List<Turn> saves = new ArrayList<>();
        List<Turn> statements = new ArrayList<>();
        long replayed = 0;
        for (int i = 0; i < turns; i++) {
            saves.add(save());
            statements.add(replay.turn(product, handlers));
            replayed += statements.getLast().size();
        }
        out.printf(Locale.UK, "%d handlers at once, %d turns of %d s%n", number, turns, seconds);
        Turn.head(out, turns);
        Turn.line(out, "incidents saved", saves, seconds);
        Turn.line(out, "their statements", statements, seconds);
        double ratio = Turn.median(saves, turn -> turn.percentile(0.99))
                / Turn.median(statements, turn -> turn.percentile(0.99));
        out.printf(
                Locale.UK,
                "p99 of saving is %.1f times that of its statements (bound %.0f)%n",
                ratio,
                MOST_TIMES_THE_STATEMENTS);
        long missing = acknowledged.get() + replayed - (recorded(product) - before);
        out.printf(Locale.UK, "%,d incidents acknowledged, %,d missing%n", acknowledged.get(), missing);
        return ratio <= MOST_TIMES_THE_STATEMENTS && missing == 0;
    }

    private static long recorded(Demonstration product) throws IOException, InterruptedException {
        return Long.parseLong(product.superuser("select count(*) from recording.incident i join recording.handling h"
                + " on h.incident_id = i.id where i.source = 'call'"));
    }

    /** Saves an incident; gives the draft and the incident. */
    private List<String> saveOne(Person handler) throws IOException, InterruptedException {
        long caller = callers.incrementAndGet();
        String draft = handler.post("/calls", Map.of());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("act", "record");
        fields.put("seen", "1");
        // Everybody calls for the first time, so that each save says the same.
        fields.put("phone", String.format(Locale.ROOT, "07%09d", caller));
        fields.put("name", "Nell Example " + letters(caller));
        fields.put("part", "VICTIM");
        fields.put("location", "8 Abbey Close, Testham");
        fields.put("account", ACCOUNT);
        fields.put("affected", "Otto Example, 07700 900 190");
        fields.put("evidence", "doorbell film");
        String incident = handler.post(draft, fields);
        if (!incident.startsWith("/incidents/")) {
            throw new IllegalStateException("The call led to " + incident);
        }
        acknowledged.incrementAndGet();
        return List.of(draft.substring(draft.lastIndexOf('/') + 1), incident.substring(incident.lastIndexOf('/') + 1));
    }

    private static String letters(long number) {
        StringBuilder letters = new StringBuilder();
        for (long left = number; left > 0; left /= 26) {
            letters.append((char) ('a' + left % 26));
        }
        return letters.toString();
    }

    /** Saves some, so that everything is ready, and then one more while the server tells what it is asked. */
    private void capture(Demonstration product) throws IOException, InterruptedException {
        product.superuser("select setval('recording.incident_number', " + FIRST_NUMBER + ")");
        Person handler = handlers.getFirst();
        for (int i = 0; i < 20; i++) {
            saveOne(handler);
        }
        Statements.log(product, true);
        // The first on new connections is with what a connection is opened with; it doesn't count.
        saveOne(handler);
        long from = Files.size(product.databaseLog());
        List<String> ids = saveOne(handler);
        String number =
                product.superuser("select number from recording.handling where incident_id = '" + ids.get(1) + "'");
        String reference =
                product.superuser("select reference from recording.incident where id = '" + ids.get(1) + "'");
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(ids.get(0), "draft_id");
        variables.put(ids.get(1), "incident_id");
        variables.put(reference, "incident_reference");
        variables.put(number, "number_nextval");
        Statements.Made made = new Statements.Made(
                variables,
                Map.of(
                        "insert into calls.draft",
                        "draft_",
                        "insert into recording.incident ",
                        "incident_",
                        "select nextval('recording.incident_number')",
                        "number_"));
        Files.writeString(
                scripts.resolve("0.sql"), Statements.script(product.databaseLog(), from, handler.token(), made));
        Statements.log(product, false);
    }

    private Turn save() throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<List<Double>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Person handler : handlers) {
                running.add(threads.submit(() -> {
                    List<Double> times = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        long begin = System.nanoTime();
                        saveOne(handler);
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
}
