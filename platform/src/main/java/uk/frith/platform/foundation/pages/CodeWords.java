package uk.frith.platform.foundation.pages;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows what stands in a table as people say it, with the code beside it; every history is shown through this. */
@Component
public class CodeWords {

    private static final Pattern LIST = Pattern.compile("[\\[{](.*)[\\]}]", Pattern.DOTALL);
    private static final Pattern ONE = Pattern.compile("\"?([^\",\\s]+)\"?");

    /** Several texts, as a table of histories writes them. */
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern TEXTS = Pattern.compile("\\[" + TEXT + "(, " + TEXT + ")*]", Pattern.DOTALL);

    private final Map<List<String>, Map<String, String>> known;

    public CodeWords(List<CodeBook> books) {
        this.known = books.stream()
                .flatMap(book -> book.meanings().stream())
                .collect(Collectors.toMap(
                        meaning -> List.of(meaning.relation(), meaning.column()), CodeBook.Meaning::words));
    }

    /** A code as {@code Open (OPEN)}, a list of codes or texts one after the other, and whatever isn't a code as it is. */
    public String shown(String relation, String column, String value) {
        Map<String, String> words = known.get(List.of(relation, column));
        if (words == null) {
            return switch (value) {
                case "true" -> "Yes";
                case "false" -> "No";
                case "[]", "{}" -> "None";
                default -> TEXTS.matcher(value).matches() ? texts(value) : value;
            };
        }
        Matcher list = LIST.matcher(value);
        if (!list.matches()) {
            return one(words, value);
        }
        String all = ONE.matcher(list.group(1))
                .results()
                .map(code -> one(words, code.group(1)))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "None" : all;
    }

    private static String texts(String list) {
        return TEXT.matcher(list)
                .results()
                .map(text -> text.group(1).replace("\\\"", "\"").replace("\\\\", "\\"))
                .collect(Collectors.joining("; "));
    }

    private static String one(Map<String, String> words, String code) {
        String said = words.get(code);
        return said == null ? code : said + " (" + code + ")";
    }
}
