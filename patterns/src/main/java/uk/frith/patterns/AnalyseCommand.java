package uk.frith.patterns;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The library on an analyst's own file, from the command line and without a server: {@code gi-star VALUES NEIGHBOURS
 * [--tail two|upper|lower]}.
 *
 * <p>Prints {@code id,z,p,q} in the order of the values, with 15 significant digits. Data go to standard output and
 * nothing else does. Exit status: 0 done, 1 failed, 2 wrong arguments.
 */
public final class AnalyseCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_ARGUMENTS = 2;

    /** As many digits as every double keeps when it is read back. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final String USAGE = "analyse gi-star VALUES NEIGHBOURS [--tail two|upper|lower]";

    private AnalyseCommand() {}

    public static void main(String[] words) {
        System.exit(run(List.of(words), System.out, System.err));
    }

    /** As {@link #main}, with the two outputs given; gives the exit status. */
    static int run(List<String> words, PrintStream out, PrintStream news) {
        try {
            Question question = Question.parse(words);
            PrintStream data = new PrintStream(out, false, StandardCharsets.UTF_8);
            answer(question, data, news);
            data.flush();
            return DONE;
        } catch (WrongWords e) {
            news.println(e.getMessage());
            return WRONG_ARGUMENTS;
        } catch (TableFile.Unreadable e) {
            news.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            news.println("A file can't be read: " + e.getMessage());
            return FAILED;
        }
    }

    private record Question(Path values, Path neighbours, Tail tail) {

        static Question parse(List<String> words) {
            if (words.isEmpty() || !words.getFirst().equals("gi-star")) {
                throw new WrongWords("What can be analysed here: " + USAGE + ".");
            }
            List<String> files = new ArrayList<>();
            Tail tail = Tail.TWO_SIDED;
            for (int i = 1; i < words.size(); i++) {
                String word = words.get(i);
                if (word.equals("--tail") && i + 1 < words.size()) {
                    tail = tail(words.get(++i));
                } else if (word.startsWith("--tail=")) {
                    tail = tail(word.substring("--tail=".length()));
                } else if (word.startsWith("--")) {
                    throw new WrongWords("There is no option " + word + " here, or it needs a value: " + USAGE + ".");
                } else {
                    files.add(word);
                }
            }
            if (files.size() != 2) {
                throw new WrongWords("Two files are needed: " + USAGE + ".");
            }
            return new Question(Path.of(files.getFirst()), Path.of(files.getLast()), tail);
        }

        private static Tail tail(String word) {
            return switch (word) {
                case "two" -> Tail.TWO_SIDED;
                case "upper" -> Tail.UPPER;
                case "lower" -> Tail.LOWER;
                default -> throw new WrongWords("--tail takes two, upper or lower, not " + word + ".");
            };
        }
    }

    private static void answer(Question question, PrintStream data, PrintStream news) throws IOException {
        Map<String, Integer> index = new HashMap<>();
        List<String> ids = new ArrayList<>();
        double[] values = readValues(question.values(), ids, index);
        Neighbours neighbours = readNeighbours(question.neighbours(), index);
        if (values.length < GetisOrd.LEAST_AREAS) {
            news.println("Only " + values.length + " areas: with fewer than " + GetisOrd.LEAST_AREAS
                    + " the normal approximation of p is not to be trusted.");
        }
        LocalScores scores = GetisOrd.star(values, neighbours, question.tail());
        Column p = scores.p();
        Column q = FalseDiscovery.benjaminiHochberg(p.toArray());
        data.print("id,z,p,q\n");
        for (int i = 0; i < values.length; i++) {
            data.print(TableFile.quoted(ids.get(i)) + "," + digits(scores.z().at(i)) + "," + digits(p.at(i)) + ","
                    + digits(q.at(i)) + "\n");
        }
    }

    private static double[] readValues(Path file, List<String> ids, Map<String, Integer> index) throws IOException {
        List<Double> values = new ArrayList<>();
        try (TableFile table = TableFile.open(file)) {
            if (!table.header().equals(List.of("id", "value"))) {
                throw table.unreadable(1, "the header should be id,value");
            }
            for (List<String> row = table.next(); !row.isEmpty(); row = table.next()) {
                if (row.size() != 2) {
                    throw table.unreadable(table.line(), "there should be two columns, not " + row.size());
                }
                if (index.put(row.getFirst(), ids.size()) != null) {
                    throw table.unreadable(table.line(), "the id " + row.getFirst() + " stands there a second time");
                }
                ids.add(row.getFirst());
                values.add(number(row.getLast(), table));
            }
        }
        if (ids.isEmpty()) {
            throw new TableFile.Unreadable(file + " holds no areas.");
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double number(String text, TableFile table) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw table.unreadable(table.line(), "\"" + text + "\" is not a number");
        }
        throw table.unreadable(table.line(), "\"" + text + "\" is not a finite number");
    }

    private static Neighbours readNeighbours(Path file, Map<String, Integer> index) throws IOException {
        int[] from = new int[1024];
        int[] to = new int[1024];
        int pairs = 0;
        try (TableFile table = TableFile.open(file)) {
            if (table.header().size() != 2) {
                throw table.unreadable(1, "there should be two columns of ids");
            }
            for (List<String> row = table.next(); !row.isEmpty(); row = table.next()) {
                if (row.size() != 2) {
                    throw table.unreadable(table.line(), "there should be two columns, not " + row.size());
                }
                if (pairs == from.length) {
                    from = java.util.Arrays.copyOf(from, 2 * pairs);
                    to = java.util.Arrays.copyOf(to, 2 * pairs);
                }
                from[pairs] = known(row.getFirst(), index, table);
                to[pairs++] = known(row.getLast(), index, table);
            }
        }
        return Neighbours.of(index.size(), java.util.Arrays.copyOf(from, pairs), java.util.Arrays.copyOf(to, pairs));
    }

    private static int known(String id, Map<String, Integer> index, TableFile table) {
        Integer area = index.get(id);
        if (area == null) {
            throw table.unreadable(table.line(), "the id " + id + " is not among the values");
        }
        return area;
    }

    static String digits(double number) {
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(number);
        return size >= 1e-6 && size < 1e15 ? rounded.toPlainString() : rounded.toString();
    }

    /** The words don't fit; the message is a sentence for whoever typed them. */
    private static final class WrongWords extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongWords(String sentence) {
            super(sentence);
        }
    }
}
