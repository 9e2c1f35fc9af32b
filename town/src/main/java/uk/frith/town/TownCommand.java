package uk.frith.town;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The command line: {@code --seed N --out DIR [--incidents N] [--from YYYY-MM] [--months N]}.
 *
 * <p>Progress and errors go to standard error. The exit status is 0 when the town is written, 1 when it could not be,
 * 2 when the arguments are wrong.
 */
public final class TownCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_ARGUMENTS = 2;

    private static final String HELP = """
            Builds a pretend police force, Frithshire, and writes its files into a new folder.

              --seed N         any whole number; the same seed gives the same bytes
              --out DIR        the folder to make; it must not exist or be empty
              --incidents N    rows of the force's extract, 1 to 5,000,000 (45,000)
              --from YYYY-MM   the first month (2024-10)
              --months N       how many months, 3 to 120 (24)
              --help           these lines
            """;

    /** What stands wrong in the arguments, as a sentence. */
    private static final class WrongArguments extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongArguments(String sentence) {
            super(sentence);
        }
    }

    private record Order(TownPlan plan, Path out) {}

    private TownCommand() {}

    /** Runs the command and ends the process with its status. */
    public static void main(String[] args) {
        System.exit(run(args, System.err, InstantSource.system()));
    }

    /** Runs the command; the clock only tells how long it took. */
    static int run(String[] args, PrintStream progress, InstantSource clock) {
        if (Arrays.asList(args).contains("--help")) {
            progress.print(HELP);
            return DONE;
        }
        Order order;
        try {
            order = order(args);
        } catch (WrongArguments wrong) {
            progress.println(wrong.getMessage());
            progress.println("Run it with --help to see what it takes.");
            return WRONG_ARGUMENTS;
        }
        try {
            carryOut(order, progress, clock);
            return DONE;
        } catch (IOException problem) {
            progress.println(sentence(order.out, problem));
            return FAILED;
        }
    }

    private static void carryOut(Order order, PrintStream progress, InstantSource clock) throws IOException {
        long start = clock.millis();
        TownPlan plan = order.plan;
        progress.println("Building " + Town.FORCE_NAME + " from seed " + plan.seed() + ": " + plan.incidents()
                + " incidents, " + plan.firstDay() + " to " + plan.lastDay() + ".");
        Town town = Town.build(plan);
        progress.println("Built " + town.areas().size() + " areas in " + (clock.millis() - start) + " ms. Writing to "
                + order.out + ".");
        town.writeTo(order.out);
        progress.println("Done after " + (clock.millis() - start) + " ms. What was planted stands in "
                + order.out.resolve("truth.json") + ".");
    }

    private static String sentence(Path out, IOException problem) {
        if (problem instanceof DirectoryNotEmptyException) {
            return "The folder " + out + " is not empty: name a new one, or empty it first.";
        }
        String reason = problem instanceof FileSystemException file && file.getReason() != null
                ? file.getFile() + " " + file.getReason()
                : problem.toString();
        return "The town could not be written to " + out + ": " + reason;
    }

    private static Order order(String[] args) {
        Long seed = null;
        Path out = null;
        int incidents = TownPlan.STANDARD_INCIDENTS;
        YearMonth from = TownPlan.STANDARD_FIRST_MONTH;
        int months = TownPlan.STANDARD_MONTHS;
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            switch (name) {
                case "--seed" -> seed = number(name, value(name, rest));
                case "--out" -> out = path(value(name, rest));
                case "--incidents" -> incidents = count(name, value(name, rest));
                case "--from" -> from = month(value(name, rest));
                case "--months" -> months = count(name, value(name, rest));
                default -> throw new WrongArguments("There is no argument " + name + ".");
            }
        }
        try {
            return new Order(new TownPlan(given("--seed N", seed), incidents, from, months), given("--out DIR", out));
        } catch (IllegalArgumentException refused) {
            throw new WrongArguments(refused.getMessage() + ".");
        }
    }

    private static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new WrongArguments("The argument " + name + " is missing.");
        }
        return value;
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new WrongArguments("The argument " + name + " needs a value.");
        }
        return rest.next();
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException _) {
            throw new WrongArguments("The value of " + name + " must be a whole number, not " + value + ".");
        }
    }

    private static int count(String name, String value) {
        long count = number(name, value);
        if (count != (int) count) {
            throw new WrongArguments("The value of " + name + " is far too large: " + value + ".");
        }
        return (int) count;
    }

    private static YearMonth month(String value) {
        try {
            return YearMonth.parse(value);
        } catch (DateTimeException _) {
            throw new WrongArguments("The value of --from must be a month such as 2024-10, not " + value + ".");
        }
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException _) {
            throw new WrongArguments("The value of --out must be the path of a folder, not " + value + ".");
        }
    }
}
