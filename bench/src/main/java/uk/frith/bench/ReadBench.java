package uk.frith.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;
import uk.frith.narrative.Account;
import uk.frith.narrative.AccountReader;
import uk.frith.narrative.RuleBook;

/**
 * The reader of accounts by its rules, beside the MiniLM sentence embedding of the same accounts on the same JVM.
 *
 * <p>Both take all accounts of a turn at once and every core that they find, and both are warm before the first turn. They take
 * turns; medians count, by the clock and by processor time, which other work on the machine doesn't stretch. What the two give
 * differs: findings with their words and sources here, 384 numbers there.
 *
 * <p>Arguments: seconds of each turn, and how many turns.
 */
public final class ReadBench {

    private static final double LEAST_TIMES_THE_EMBEDDING = 100;
    private static final Path ACCOUNTS = Path.of("narrative/src/test/resources/uk/frith/narrative");

    /** In few words, as calls are taken down. */
    private static final String SHORT = "accounts.txt";

    /** At length, as forms and letters tell it. */
    private static final List<String> LONG = List.of("corpus-a.jsonl", "corpus-b.jsonl", "corpus-d.jsonl");

    private static final int COLUMNS = 3;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final List<String> accounts;
    private final AccountReader reader = new AccountReader(RuleBook.shipped());
    private final EmbeddingModel model = new AllMiniLmL6V2EmbeddingModel();
    private final List<TextSegment> segments;

    /** So that nothing is left out as unused. */
    private final LongAdder found = new LongAdder();

    private ReadBench(List<String> accounts) {
        this.accounts = accounts;
        this.segments = accounts.stream().map(TextSegment::from).toList();
    }

    /** Runs the benchmark; the exit status is 1 when the bound isn't kept. */
    public static void main(String[] arguments) throws IOException {
        int seconds = Integer.parseInt(arguments[0]);
        int turns = Integer.parseInt(arguments[1]);
        Path root = Path.of(System.getProperty("frith.root", ".")).toAbsolutePath();
        if (!new ReadBench(read(root.resolve(ACCOUNTS))).run(System.out, seconds, turns)) {
            System.exit(1);
        }
    }

    private static List<String> read(Path folder) throws IOException {
        List<String> accounts = new ArrayList<>(inFewWords(folder.resolve(SHORT)));
        JsonMapper json = new JsonMapper();
        for (String file : LONG) {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                accounts.add(json.readTree(line).get("text").asString());
            }
        }
        return accounts;
    }

    private static List<String> inFewWords(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.startsWith("//") && !line.isBlank())
                    .map(line -> line.split("\\|", COLUMNS))
                    .filter(columns -> columns.length == COLUMNS)
                    .map(columns -> columns[COLUMNS - 1].strip())
                    .toList();
        }
    }

    private boolean run(PrintStream out, int seconds, int turns) {
        long words = accounts.stream()
                .mapToLong(account -> account.split("\\s+", -1).length)
                .sum();
        out.printf(
                Locale.UK,
                "%,d invented accounts of %d words on average, %d turns of %d s, %d cores%n",
                accounts.size(),
                words / accounts.size(),
                turns,
                seconds,
                Runtime.getRuntime().availableProcessors());
        rules(seconds);
        embedding(1);
        List<Pace> rules = new ArrayList<>();
        List<Pace> embedding = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            rules.add(rules(seconds));
            embedding.add(embedding(seconds));
        }
        out.printf(Locale.UK, "%-20s %16s %28s%n", "accounts a second", "by the clock", "of one processor's time");
        line(out, "rules", rules);
        line(out, "MiniLM embedding", embedding);
        double times = median(rules, Pace::byTheClock) / median(embedding, Pace::byTheClock);
        out.printf(
                Locale.UK,
                "rules: %.1f µs of processor time for 100 words (aim 50); %.0f times as many accounts a second as the"
                        + " embedding (bound %.0f), %.0f times by processor time%n",
                1e6 / median(rules, Pace::byProcessor) / (words / (double) accounts.size()) * 100,
                times,
                LEAST_TIMES_THE_EMBEDDING,
                median(rules, Pace::byProcessor) / median(embedding, Pace::byProcessor));
        return found.sum() > 0 && times >= LEAST_TIMES_THE_EMBEDDING;
    }

    /** Accounts a second over whole rounds of all accounts. */
    private record Pace(double byTheClock, double byProcessor) {}

    private Pace rules(int seconds) {
        return rounds(
                seconds,
                () -> accounts.parallelStream()
                        .forEach(account -> found.add(
                                reader.read(Account.of(account)).crimes().size())));
    }

    private Pace embedding(int seconds) {
        return rounds(
                seconds, () -> found.add(model.embedAll(segments).content().size()));
    }

    private Pace rounds(int seconds, Runnable round) {
        long begin = System.nanoTime();
        long processor = PROCESS.getProcessCpuTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        double read = 0;
        while (read == 0 || System.nanoTime() < end) {
            round.run();
            read += accounts.size();
        }
        return new Pace(
                read / ((System.nanoTime() - begin) / 1e9), read / ((PROCESS.getProcessCpuTime() - processor) / 1e9));
    }

    private static void line(PrintStream out, String what, List<Pace> turns) {
        out.printf(
                Locale.UK,
                "%-20s %,16.1f %,28.1f%n",
                what,
                median(turns, Pace::byTheClock),
                median(turns, Pace::byProcessor));
    }

    private static double median(List<Pace> turns, ToDoubleFunction<Pace> figure) {
        double[] sorted = turns.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
