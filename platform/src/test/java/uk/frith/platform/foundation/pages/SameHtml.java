package uk.frith.platform.foundation.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * HTML as a browser understands it, in one way of writing: attributes sorted, runs of white space one blank, white space beside a
 * tag gone. White space inside a text area is kept.
 */
final class SameHtml {
    private SameHtml() {}

    static String normalised(String html) {
        var written = new StringBuilder();
        for (Node node : Parser.parseFragment(html, Jsoup.parse("").body(), "")) {
            write(node, 0, written);
        }
        return written.toString();
    }

    private static void write(Node node, int depth, StringBuilder to) {
        if (node instanceof TextNode text) {
            boolean exact = text.parent() != null && text.parent().nameIs("textarea");
            String words = exact
                    ? text.getWholeText()
                    : text.getWholeText().replaceAll("\\s+", " ").strip();
            if (!words.isEmpty()) {
                to.append(" ".repeat(depth)).append('"').append(words).append("\"\n");
            }
        } else if (node instanceof Element element) {
            to.append(" ".repeat(depth))
                    .append('<')
                    .append(element.normalName())
                    .append(attributes(element))
                    .append(">\n");
            for (Node child : element.childNodes()) {
                write(child, depth + 1, to);
            }
        }
    }

    private static String attributes(Element element) {
        List<Attribute> all = element.attributes().asList();
        return all.stream()
                .map(attribute -> attribute.getKey().equals("class")
                        ? "class=" + attribute.getValue().strip().replaceAll("\\s+", " ")
                        : attribute.getKey() + "=" + attribute.getValue())
                .sorted()
                .map(" "::concat)
                .collect(Collectors.joining());
    }
}
