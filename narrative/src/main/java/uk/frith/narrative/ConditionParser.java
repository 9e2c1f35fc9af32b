package uk.frith.narrative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a condition: names of concepts and facts, {@code &}, {@code |}, {@code !}, brackets, and {@code any(x)},
 * {@code neg(x)}, {@code count(x,n)}, {@code near(a,b[,n])}, {@code lone(a,b[,n])}, {@code history(x)},
 * {@code recorded(8L|8Q)}, {@code crime(46)}, {@code short(n)}, {@code reports(n)}. {@code x} is one name or several joined by {@code |};
 * {@code nearest(a,b,c,n)} keeps the a whose nearest neighbour of b and c is a b, within n words;
 * {@code to(a,x)} keeps the a that somebody named by x suffered; {@code least(n,a,b,…)} holds when n of its conditions do, {@code close(a,b,n)} when a stands within n words of b.
 * {@code act.*} stands for all names that begin so. In {@code near}, {@code lone} and {@code close}, a and b are conditions.
 */
final class ConditionParser {

    private static final Pattern PART = Pattern.compile("\\s*([A-Za-z0-9_.*/-]+|[&|!(),])");

    private final Function<String, int[]> concepts;
    private final List<String> parts = new ArrayList<>();
    private int at;

    private ConditionParser(String text, Function<String, int[]> concepts) {
        this.concepts = concepts;
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (matcher.lookingAt()) {
            parts.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException(
                    "can't be read from: " + text.substring(end).strip());
        }
    }

    /**
     * @param concepts gives the numbers of the concepts of a name or beginning; none is an error
     * @throws IllegalArgumentException when the text is no condition
     */
    static Condition parse(String text, Function<String, int[]> concepts) {
        ConditionParser parser = new ConditionParser(text, concepts);
        Condition condition = parser.either();
        if (parser.at < parser.parts.size()) {
            throw new IllegalArgumentException("not expected: " + parser.parts.get(parser.at));
        }
        return condition;
    }

    private Condition either() {
        Condition condition = both();
        while (next("|")) {
            condition = new Condition.Either(condition, both());
        }
        return condition;
    }

    private Condition both() {
        Condition condition = single();
        while (next("&")) {
            condition = new Condition.Both(condition, single());
        }
        return condition;
    }

    private Condition single() {
        if (next("!")) {
            return new Condition.Not(single());
        }
        if (next("(")) {
            Condition condition = either();
            need(")");
            return condition;
        }
        String name = word();
        if (!next("(")) {
            return new Condition.Said(numbers(List.of(name)));
        }
        Condition condition = function(name);
        need(")");
        return condition;
    }

    private Condition function(String name) {
        return switch (name) {
            case "any" -> new Condition.Mentioned(numbers(names()));
            case "will" -> new Condition.ToCome(numbers(names()));
            case "neg" -> new Condition.Denied(numbers(names()));
            case "history" -> new Condition.Earlier(numbers(names()));
            case "recorded" -> new Condition.EarlierCrime(names());
            case "crime" -> new Condition.Found(names());
            case "short" -> new Condition.Brief(figure());
            case "reports" -> new Condition.EarlierReports(figure());
            case "count" -> {
                Concepts counted = numbers(names());
                need(",");
                yield new Condition.Often(counted, figure());
            }
            case "to" -> {
                Condition deed = either();
                need(",");
                yield new Condition.To(deed, numbers(names()));
            }
            case "least" -> {
                int least = figure();
                List<Condition> all = new ArrayList<>();
                while (next(",")) {
                    all.add(either());
                }
                if (least < 1 || least > all.size()) {
                    throw new IllegalArgumentException("least needs a number and at least so many conditions");
                }
                yield new Condition.Least(least, List.copyOf(all));
            }
            case "close" -> {
                Condition one = either();
                need(",");
                Condition other = either();
                need(",");
                yield new Condition.Close(one, other, figure());
            }
            case "nearest" -> {
                Condition deed = either();
                need(",");
                Condition mark = either();
                need(",");
                Condition other = either();
                need(",");
                yield new Condition.Nearest(deed, mark, other, figure());
            }
            case "near", "lone" -> {
                Condition one = either();
                need(",");
                Condition other = either();
                int sentences = next(",") ? figure() : 1;
                yield name.equals("near")
                        ? new Condition.Near(one, other, sentences)
                        : new Condition.Lone(one, other, sentences);
            }
            default -> throw new IllegalArgumentException("no such function: " + name);
        };
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        do {
            names.add(word());
        } while (next("|"));
        return List.copyOf(names);
    }

    private Concepts numbers(List<String> names) {
        return new Concepts(names.stream()
                .flatMapToInt(name -> Arrays.stream(concepts.apply(name)))
                .toArray());
    }

    private int figure() {
        String figure = word();
        try {
            return Integer.parseInt(figure);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number is expected instead of " + figure, e);
        }
    }

    private String word() {
        if (at >= parts.size() || "&|!(),".contains(parts.get(at))) {
            throw new IllegalArgumentException(
                    "a name is expected " + (at < parts.size() ? "before " + parts.get(at) : "at the end"));
        }
        return parts.get(at++);
    }

    private boolean next(String part) {
        if (at < parts.size() && parts.get(at).equals(part)) {
            at++;
            return true;
        }
        return false;
    }

    private void need(String part) {
        if (!next(part)) {
            throw new IllegalArgumentException("'" + part + "' is expected");
        }
    }
}
