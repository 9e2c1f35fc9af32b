package uk.frith.platform.reports.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What a partner's Open311 server answers, read without trusting it. */
final class AnswerRules {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NOTES = 2_000;
    private static final int LONGEST_STATUS = 40;

    private AnswerRules() {}

    /** What became of a report that was sent. */
    sealed interface Sent {
        record Accepted(String id) implements Sent {}

        /** It is taken and will get its id later. */
        record Promised(String token) implements Sent {}

        /** It won't be taken as it is. */
        record Refused(String sentence) implements Sent {}

        /** It may be taken another time. */
        record Later(String sentence) implements Sent {}
    }

    /** How a request stands at the partner's. */
    record News(String id, String status, String notes, Optional<Instant> changed) {
        boolean isClosed() {
            return status.equalsIgnoreCase("closed");
        }

        @Override
        public String toString() {
            return "News";
        }
    }

    static Sent sent(PartnerSystem.Reply reply) {
        return switch (reply) {
            case PartnerSystem.Reply.Nothing(String sentence) -> new Sent.Later(sentence);
            case PartnerSystem.Reply.Answer(int status, String text) -> sent(status, text);
        };
    }

    private static Sent sent(int status, String text) {
        if (status >= 500 || status == 408 || status == 425 || status == 429) {
            return new Sent.Later("The partner's system answered with " + status);
        }
        if (status < 200 || status >= 300) {
            return new Sent.Refused("The partner's system refused it with " + status + errors(text));
        }
        List<Element> requests = elements(text, "request");
        String id = requests.isEmpty() ? "" : text(requests.getFirst(), "service_request_id", LONGEST_ID);
        String token = requests.isEmpty() ? "" : text(requests.getFirst(), "token", LONGEST_ID);
        if (!id.isEmpty()) {
            return new Sent.Accepted(id);
        }
        return token.isEmpty()
                ? new Sent.Refused("The partner's system gave no number for it")
                : new Sent.Promised(token);
    }

    private static String errors(String text) {
        StringBuilder sentences = new StringBuilder();
        for (Element error : elements(text, "error")) {
            String sentence = text(error, "description", 200);
            if (!sentence.isEmpty() && sentences.length() < LONGEST_ID) {
                sentences.append(": ").append(sentence);
            }
        }
        return sentences.toString();
    }

    static List<News> news(PartnerSystem.Reply reply) {
        if (!(reply instanceof PartnerSystem.Reply.Answer(int status, String text)) || status != 200) {
            return List.of();
        }
        List<News> news = new ArrayList<>();
        for (Element request : elements(text, "request")) {
            news.add(new News(
                    text(request, "service_request_id", LONGEST_ID),
                    text(request, "status", LONGEST_STATUS).toLowerCase(Locale.ROOT),
                    text(request, "status_notes", LONGEST_NOTES),
                    SubmissionRules.moment(text(request, "updated_datetime", LONGEST_STATUS))
                            .filter(QueryRules::isReasonable)));
        }
        return news;
    }

    private static List<Element> elements(String text, String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            // No document type: nothing is expanded and nothing is fetched.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            NodeList found =
                    builder.parse(new InputSource(new StringReader(text))).getElementsByTagName(name);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                if (found.item(i) instanceof Element element) {
                    elements.add(element);
                }
            }
            return elements;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java reads XML safely.", e);
        } catch (SAXException | IOException e) {
            return List.of();
        }
    }

    private static String text(Element element, String name, int most) {
        NodeList found = element.getElementsByTagName(name);
        if (found.getLength() == 0) {
            return "";
        }
        String text = SubmissionRules.storable(found.item(0).getTextContent()).strip();
        return text.length() <= most ? text : text.substring(0, most);
    }
}
