package uk.frith.narrative;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads accounts from the command line: {@code read [FILE] [--rules DIR] [--data DIR]}, one JSON object a line in, one
 * a line out, in the same order; standard input without a file; a file may be gzipped.
 *
 * <p>Exit status: 0 done, 1 failed, 2 wrong arguments, 3 done but some lines couldn't be read; such a line gives
 * {@code {"line":7,"error":…}}. Lines are read by all processors but printed in order, and only a bounded number is
 * held, so that a file of any length passes through.
 */
public final class ReadCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_ARGUMENTS = 2;
    private static final int SOME_REFUSED = 3;

    private static final int BATCH_LINES = 64;
    private static final int BATCH_CHARACTERS = 1_000_000;
    private static final String USAGE = "read [FILE] [--rules DIR]";

    private ReadCommand() {}

    public static void main(String[] words) {
        System.exit(run(List.of(words), System.in, System.out, System.err));
    }

    private record Question(@Nullable Path file, @Nullable Path rules) {}

    private static final class WrongWords extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongWords(String message) {
            super(message);
        }
    }

    /** As {@link #main}, with the streams given; gives the exit status. */
    static int run(List<String> words, InputStream in, PrintStream out, PrintStream news) {
        try {
            Question question = parse(words);
            return read(book(question), question.file(), in, out, news);
        } catch (WrongWords e) {
            news.println(e.getMessage());
            return WRONG_ARGUMENTS;
        } catch (RuleBookRefused e) {
            news.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            news.println("A file can't be read: " + e.getMessage());
            return FAILED;
        }
    }

    /**
     * Reads a file, or {@code in} without one, with a rule book that the caller has; gives the exit status, as
     * {@link #main} would.
     */
    public static int read(RuleBook book, @Nullable Path file, InputStream in, PrintStream out, PrintStream news) {
        try {
            AccountReader reader = new AccountReader(book);
            PrintStream data = new PrintStream(out, false, StandardCharsets.UTF_8);
            boolean all;
            if (file == null) {
                all = copy(in, data, reader);
            } else {
                try (InputStream stream = Files.newInputStream(file)) {
                    all = copy(stream, data, reader);
                }
            }
            data.flush();
            return all ? DONE : SOME_REFUSED;
        } catch (IOException e) {
            news.println("A file can't be read: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            news.println("Interrupted.");
            return FAILED;
        }
    }

    private static Question parse(List<String> words) {
        Path file = null;
        Path rules = null;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--rules") || word.equals("--data")) {
                if (++i == words.size()) {
                    throw new WrongWords(word + " needs a folder. Usage: " + USAGE);
                }
                Path folder = Path.of(words.get(i));
                if (word.equals("--rules")) {
                    rules = folder;
                } else if (Files.isDirectory(folder.resolve("rules"))) {
                    rules = folder.resolve("rules");
                }
            } else if (word.startsWith("-") || file != null) {
                throw new WrongWords("Not understood: " + word + ". Usage: " + USAGE);
            } else {
                file = Path.of(word);
            }
        }
        return new Question(file, rules);
    }

    private static RuleBook book(Question question) throws IOException {
        Path rules = question.rules();
        return rules == null ? RuleBook.shipped() : RuleBook.of(rules);
    }

    private record Batch(List<String> answers, boolean all) {}

    private static boolean copy(InputStream stream, PrintStream out, AccountReader reader)
            throws IOException, InterruptedException {
        int workers = Runtime.getRuntime().availableProcessors();
        boolean all = true;
        Deque<Future<Batch>> running = new ArrayDeque<>();
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(unzipped(stream), StandardCharsets.UTF_8));
                ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            long number = 1;
            List<String> batch = new ArrayList<>();
            long characters = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                batch.add(line);
                characters += line.length();
                if (batch.size() == BATCH_LINES || characters > BATCH_CHARACTERS) {
                    running.add(submit(pool, reader, batch, number));
                    number += batch.size();
                    batch = new ArrayList<>();
                    characters = 0;
                }
                while (running.size() > 2 * workers
                        || (!running.isEmpty() && running.element().isDone())) {
                    all &= print(running.remove(), out);
                }
            }
            running.add(submit(pool, reader, batch, number));
            for (Future<Batch> future : running) {
                all &= print(future, out);
            }
        }
        return all;
    }

    private static Future<Batch> submit(ExecutorService pool, AccountReader reader, List<String> lines, long first) {
        return pool.submit(() -> {
            List<String> answers = new ArrayList<>(lines.size());
            boolean all = true;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.isBlank()) {
                    continue;
                }
                try {
                    answers.add(Exchange.answer(reader, line));
                } catch (IllegalArgumentException e) {
                    answers.add(Exchange.error(first + i, String.valueOf(e.getMessage())));
                    all = false;
                }
            }
            return new Batch(answers, all);
        });
    }

    private static boolean print(Future<Batch> future, PrintStream out) throws InterruptedException {
        try {
            Batch batch = future.get();
            for (String answer : batch.answers()) {
                out.append(answer).append('\n');
            }
            return batch.all();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an account couldn't be read", e.getCause());
        }
    }

    private static InputStream unzipped(InputStream stream) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream, 1 << 16);
        buffered.mark(2);
        int first = buffered.read();
        int second = buffered.read();
        buffered.reset();
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }
}
