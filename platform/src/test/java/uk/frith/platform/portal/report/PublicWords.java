package uk.frith.platform.portal.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.SamplePages.Sample;

/** Finds what stands on a page of the public's without having been taken from the catalogue. */
public final class PublicWords {

    private static final Pattern PLAIN_LETTERS = Pattern.compile("[A-Za-z]{2,}");
    private static final List<String> READ_ATTRIBUTES = List.of("aria-label", "alt", "title", "placeholder");
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PublicWords.class.getClassLoader(), "uk.frith.platform");

    private PublicWords() {}

    public static Words english() {
        return new Words("en", "English", Catalogue.read("en"));
    }

    /** Every letter with an accent: whatever has none on a page isn't from the catalogue. */
    public static Words pretend() {
        return Catalogue.pretend(Catalogue.read("en"));
    }

    public static Frame frame(Words words, @Nullable String back) {
        return new Frame(words, List.of(new Frame.Language("cy", "1", "/tell/language?to=cy&back=/tell")), back, true);
    }

    /** What of pages in the pretend language is in plain letters. */
    public static List<String> own(Stream<Sample> pages) {
        List<String> own = new ArrayList<>();
        pages.forEach(sample -> {
            StringOutput output = new StringOutput();
            TEMPLATES.render(sample.view() + ".jte", sample.params(), output);
            for (String text : readOn(Jsoup.parse(output.toString()))) {
                if (PLAIN_LETTERS
                        .matcher(text.replace("Frith", "").replace("MB", ""))
                        .find()) {
                    own.add(sample.view() + " " + sample.name() + ": " + text);
                }
            }
        });
        return own;
    }

    private static List<String> readOn(Document page) {
        List<String> texts = new ArrayList<>();
        texts.add(page.title());
        for (Element element : page.getAllElements()) {
            element.textNodes().stream().map(TextNode::text).forEach(texts::add);
            READ_ATTRIBUTES.forEach(name -> texts.add(element.attr(name)));
            element.attributes().forEach(attribute -> {
                if (attribute.getKey().startsWith("data-i18n")) {
                    texts.add(attribute.getValue());
                }
            });
        }
        return texts;
    }
}
