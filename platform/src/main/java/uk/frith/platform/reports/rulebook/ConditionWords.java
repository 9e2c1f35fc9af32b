package uk.frith.platform.reports.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says a condition of a rule in plain words. It understands the form of conditions and the functions that it knows; one
 * that it doesn't know it names, so that a newer reader's rules can still be shown.
 */
final class ConditionWords {

    /** Deeper brackets nobody can read, and they would exhaust whoever takes them apart. */
    static final int DEEPEST = 40;

    private static final Pattern TOKEN = Pattern.compile("\\s*([A-Za-z0-9_.*/-]+|[&|!(),])");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private sealed interface Node {}

    private record Name(String name) implements Node {}

    private record Not(Node node) implements Node {}

    private record All(List<Node> nodes) implements Node {}

    private record Any(List<Node> nodes) implements Node {}

    private record Call(String function, List<Node> arguments) implements Node {}

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private ConditionWords(String condition) {
        Matcher matcher = TOKEN.matcher(condition);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, condition.length());
        }
        if (!condition.substring(end).isBlank()) {
            throw new IllegalArgumentException("can't be read");
        }
    }

    private static @Nullable Node parse(String condition) {
        try {
            ConditionWords words = new ConditionWords(condition);
            Node node = words.any();
            return words.at == words.tokens.size() ? node : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The conditions that must all hold, each as a sentence's middle; the text itself when it can't be taken apart. */
    static List<String> all(String condition) {
        Node node = parse(condition);
        return switch (node) {
            case null -> List.of(condition);
            case All all -> all.nodes().stream().map(ConditionWords::words).toList();
            case Name name -> List.of(words(name));
            case Not not -> List.of(words(not));
            case Any any -> List.of(words(any));
            case Call call -> List.of(words(call));
        };
    }

    /** The conditions of which one is enough. */
    static List<String> any(String condition) {
        Node node = parse(condition);
        return node instanceof Any any
                ? any.nodes().stream().map(ConditionWords::words).toList()
                : List.of(node == null ? condition : words(node));
    }

    /** The names of concepts and facts that a condition speaks of, in order. */
    static Set<String> names(String condition) {
        Set<String> names = new LinkedHashSet<>();
        Node node = parse(condition);
        if (node != null) {
            collect(node, names);
        }
        return names;
    }

    /** Whether a condition holds for an account in which nothing that the book knows is said. */
    static boolean holdsForNothing(String condition) {
        Node node = parse(condition);
        return node != null && holds(node);
    }

    /** Whether brackets or negations are piled higher than {@link #DEEPEST}. */
    static boolean tooDeep(String condition) {
        int open = 0;
        for (int i = 0; i < condition.length(); i++) {
            char c = condition.charAt(i);
            if (c == '(' || c == '!') {
                open++;
            } else if (c == ')') {
                open = Math.max(0, open - 1);
            } else if (c == '&' || c == '|' || c == ',') {
                open = Math.max(0, open - trailingNegations(condition, i));
            }
            if (open > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    /** Negations before a name end with it; only those of brackets stay open. */
    private static int trailingNegations(String condition, int end) {
        int at = end - 1;
        while (at >= 0
                && (Character.isLetterOrDigit(condition.charAt(at)) || " ._*/-".indexOf(condition.charAt(at)) >= 0)) {
            at--;
        }
        int negations = 0;
        while (at >= 0 && condition.charAt(at) == '!') {
            negations++;
            at--;
        }
        return negations;
    }

    private Node any() {
        List<Node> nodes = new ArrayList<>(List.of(both()));
        while (next("|")) {
            nodes.add(both());
        }
        return nodes.size() == 1 ? nodes.getFirst() : new Any(nodes);
    }

    private Node both() {
        List<Node> nodes = new ArrayList<>(List.of(single()));
        while (next("&")) {
            nodes.add(single());
        }
        return nodes.size() == 1 ? nodes.getFirst() : new All(nodes);
    }

    private Node single() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        try {
            if (next("!")) {
                return new Not(single());
            }
            if (next("(")) {
                Node node = any();
                need(")");
                return node;
            }
            String name = name();
            if (!next("(")) {
                return new Name(name);
            }
            List<Node> arguments = new ArrayList<>(List.of(any()));
            while (next(",")) {
                arguments.add(any());
            }
            need(")");
            return new Call(name, arguments);
        } finally {
            depth--;
        }
    }

    private String name() {
        if (at >= tokens.size() || "&|!(),".contains(tokens.get(at))) {
            throw new IllegalArgumentException("a name is expected");
        }
        return tokens.get(at++);
    }

    private boolean next(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void need(String token) {
        if (!next(token)) {
            throw new IllegalArgumentException(token + " is expected");
        }
    }

    private static String words(Node node) {
        return switch (node) {
            case Name name -> called(name.name());
            case Not(Name name) -> "nothing says " + called(name.name());
            case Not(Node inner) -> "it isn't so that " + bracketed(inner);
            case All all -> joined(all.nodes(), " and ");
            case Any any -> joined(any.nodes(), " or ");
            case Call call -> words(call);
        };
    }

    private static String words(Call call) {
        List<Node> given = call.arguments();
        String first = bracketed(given.getFirst());
        String second = given.size() > 1 ? bracketed(given.get(1)) : "";
        String last = bracketed(given.getLast());
        boolean one = given.size() == 1;
        return switch (call.function()) {
            case "any" -> first + " is mentioned, be it denied, supposed or feared";
            case "neg" -> first + " is denied";
            case "will" -> first + " is still to come";
            case "history" -> "an earlier report tells of " + first;
            case "recorded" -> "a crime of class " + plain(given.getFirst()) + " was recorded for an earlier report";
            case "crime" ->
                plain(given.getFirst()).equals("any")
                        ? "a rule before this one finds a crime"
                        : "a rule before this one finds a crime of class " + plain(given.getFirst());
            case "short" -> "the account has at most " + last + " words";
            case "count" -> one ? generic(call) : first + " is said at least " + last + " times";
            case "least" ->
                "at least " + first + " of these hold: "
                        + String.join(
                                "; ",
                                given.stream()
                                        .skip(1)
                                        .map(ConditionWords::words)
                                        .toList());
            case "near" -> one ? generic(call) : first + " stands " + within(given) + " " + second;
            case "lone" -> one ? generic(call) : first + " stands where no " + second + " is " + around(given);
            case "close" -> given.size() < 3 ? generic(call) : first + " stands within " + last + " words of " + second;
            default -> generic(call);
        };
    }

    private static String within(List<Node> given) {
        String sentences = given.size() > 2 ? plain(given.get(2)) : "1";
        return switch (sentences) {
            case "0" -> "in the same sentence as";
            case "1" -> "within one sentence of";
            default -> "within " + sentences + " sentences of";
        };
    }

    private static String around(List<Node> given) {
        String sentences = given.size() > 2 ? plain(given.get(2)) : "1";
        return switch (sentences) {
            case "0" -> "in the same sentence";
            case "1" -> "within one sentence";
            default -> "within " + sentences + " sentences";
        };
    }

    private static String generic(Call call) {
        return "“" + call.function() + "” of "
                + String.join(
                        ", ",
                        call.arguments().stream().map(ConditionWords::bracketed).toList());
    }

    private static String called(String name) {
        if (NUMBER.matcher(name).matches()) {
            return name;
        }
        return name.endsWith("*")
                ? "anything of “" + name.substring(0, name.length() - 1).replaceAll("\\.$", "") + "”"
                : "“" + name + "”";
    }

    private static String plain(Node node) {
        return switch (node) {
            case Name name -> name.name();
            case Any any ->
                String.join(
                        " or ", any.nodes().stream().map(ConditionWords::plain).toList());
            case All all -> words(all);
            case Not not -> words(not);
            case Call call -> words(call);
        };
    }

    private static String bracketed(Node node) {
        return node instanceof All || node instanceof Any ? "(" + words(node) + ")" : words(node);
    }

    private static String joined(List<Node> nodes, String joint) {
        return String.join(joint, nodes.stream().map(ConditionWords::bracketed).toList());
    }

    private static void collect(Node node, Set<String> names) {
        switch (node) {
            case Name name -> {
                if (!NUMBER.matcher(name.name()).matches()) {
                    names.add(name.name());
                }
            }
            case Not not -> collect(not.node(), names);
            case All all -> all.nodes().forEach(each -> collect(each, names));
            case Any any -> any.nodes().forEach(each -> collect(each, names));
            case Call call -> {
                if (!Set.of("crime", "recorded", "short").contains(call.function())) {
                    call.arguments().forEach(each -> collect(each, names));
                }
            }
        }
    }

    private static boolean holds(Node node) {
        return switch (node) {
            case Name name -> false;
            case Not not -> !holds(not.node());
            case All all -> all.nodes().stream().allMatch(ConditionWords::holds);
            case Any any -> any.nodes().stream().anyMatch(ConditionWords::holds);
            // A short account says nothing by being short; what is counted, near or denied has to be said.
            case Call call -> call.function().equals("short");
        };
    }
}
