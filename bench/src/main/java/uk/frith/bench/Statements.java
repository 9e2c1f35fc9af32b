package uk.frith.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page says to the database, taken from the server's own log while the page is fetched, and written as a script for
 * pgbench: the same statements in the same transactions, with the values that they had, but for the session's token, which
 * is each client's own.
 */
final class Statements {

    private static final Pattern ENTRY = Pattern.compile("^#(\\d+) (\\w*) (\\w+):  (.*)$");
    private static final Pattern EXECUTED =
            Pattern.compile("^duration: [\\d.]+ ms  (?:execute [^:]+|statement): (.*)$", Pattern.DOTALL);
    private static final Pattern PARAMETER =
            Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')", Pattern.CASE_INSENSITIVE);
    private static final Pattern IDENTIFIERS = Pattern.compile("'\\{\"?[-0-9a-f]{36}\"?(?:,\"?[-0-9a-f]{36}\"?)*\\}'");

    private Statements() {}

    /** Lets the server log every statement of the application with its values, or stops that. */
    static void log(Demonstration product, boolean on) throws IOException, InterruptedException {
        product.superuser("alter system " + (on ? "set log_line_prefix = '#%p %u '" : "reset log_line_prefix"));
        product.superuser("select pg_reload_conf()");
        for (String setting : new String[] {"log_min_duration_statement = 0", "log_error_verbosity = 'default'"}) {
            String name = setting.split(" ", 2)[0];
            product.superuser("alter role frith_app " + (on ? "set " + setting : "reset " + name));
        }
        product.superuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'frith_app'");
        // The pool looks after connections that have rested, not after those that it has just used.
        TimeUnit.SECONDS.sleep(2);
    }

    /**
     * Values that the product's run got from the database, and that each replay must get anew.
     *
     * @param variables the value, and the variable of pgbench that stands for it
     * @param sources the start of a statement whose answer gives variables, and what their names begin with
     */
    record Made(Map<String, String> variables, Map<String, String> sources) {
        static final Made NOTHING = new Made(Map.of(), Map.of());
    }

    /** The statements in the part of the log from this byte on, as a script for pgbench. */
    static String script(Path log, long from, String token) throws IOException {
        return script(log, from, token, Made.NOTHING);
    }

    /** As {@link #script(Path, long, String)}, with values that each replay gets anew. */
    static String script(Path log, long from, String token, Made made) throws IOException {
        byte[] all = Files.readAllBytes(log);
        List<String> lines = new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher entry = ENTRY.matcher(lines.get(i));
            if (!entry.matches() || !entry.group(2).equals("frith_app")) {
                continue;
            }
            StringBuilder text = new StringBuilder(entry.group(4));
            while (i + 1 < lines.size() && !ENTRY.matcher(lines.get(i + 1)).matches()) {
                i++;
                text.append('\n').append(lines.get(i));
            }
            if (entry.group(3).equals("DETAIL") && !statements.isEmpty()) {
                statements.add(filledIn(statements.removeLast(), text.toString(), token, made));
            }
            Matcher executed = EXECUTED.matcher(text);
            if (entry.group(3).equals("LOG") && executed.matches()) {
                statements.add(executed.group(1).strip());
            }
        }
        List<String> kept = statements.stream().filter(Statements::isWork).toList();
        if (kept.isEmpty()) {
            throw new IllegalStateException("The page said nothing to the database, or the log doesn't tell");
        }
        return kept.stream().map(statement -> statement + end(statement, made)).collect(Collectors.joining());
    }

    private static String end(String statement, Made made) {
        return made.sources().entrySet().stream()
                .filter(source -> statement.startsWith(source.getKey()))
                .map(source -> " \\gset " + source.getValue() + "\n")
                .findFirst()
                .orElse(";\n");
    }

    /** Not what the pool says when it opens a connection or asks whether it still stands. */
    private static boolean isWork(String statement) {
        String start = statement.toLowerCase(Locale.ROOT);
        return !start.isEmpty()
                && !start.startsWith("set session characteristics")
                && !start.startsWith("set extra_float_digits")
                && !start.startsWith("set application_name")
                && !start.startsWith("show ")
                // The scheduler's own, which come when they come.
                && !start.contains("scheduled_task");
    }

    private static String filledIn(String statement, String detail, String token, Made made) {
        List<String> values = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            values.add(parameter.group(2));
        }
        Matcher place = Pattern.compile("\\$(\\d+)").matcher(statement);
        return place.replaceAll(found -> {
            int number = Integer.parseInt(found.group(1));
            return Matcher.quoteReplacement(
                    number > values.size() ? found.group() : literal(values.get(number - 1), token, made));
        });
    }

    /** A value as pgbench takes it: in a script a colon before a word would be a variable. */
    private static String literal(String value, String token, Made made) {
        if (value.equals("'" + token + "'")) {
            return ":token";
        }
        for (Map.Entry<String, String> each : made.variables().entrySet()) {
            if (value.equals("'" + each.getKey() + "'")) {
                return ":" + each.getValue();
            }
            if (value.contains(each.getKey())) {
                String joined = "(" + value.replace(each.getKey(), "' || :" + each.getValue() + "::text || '") + ")";
                return value.startsWith("'{")
                        ? joined + (IDENTIFIERS.matcher(value).matches() ? "::uuid[]" : "::text[]")
                        : joined;
            }
        }
        if (value.indexOf(':') < 0 && value.indexOf('\\') < 0) {
            return value;
        }
        return "E" + value.replace("\\", "\\\\").replace(":", "\\x3A");
    }

    /** Times in microseconds of all transactions in pgbench's logs. */
    static long[] times(Path folder, String prefix) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> logs = files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
            List<Long> times = new ArrayList<>();
            for (Path log : logs) {
                for (String line : Files.readAllLines(log)) {
                    times.add(Long.parseLong(line.split(" ", 4)[2]));
                }
                Files.delete(log);
            }
            long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
