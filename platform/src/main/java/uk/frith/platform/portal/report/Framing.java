package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What is around each of the public's pages: its language, and the ways back and out. */
@Component
class Framing {

    /** Browsers send a few languages; more is nobody's preference. */
    private static final int LONGEST_PREFERENCE = 500;

    /** What the buttons are called that send a form to see its page in another language. */
    private static final String SWITCH = "language";

    private static final String CHOSEN = Framing.class.getName() + ".chosen";

    private final Catalogue catalogue;
    private final Visits visits;
    private final ReportDesk desk;
    private final ReportRepository reports;

    Framing(Catalogue catalogue, Visits visits, ReportDesk desk, ReportRepository reports) {
        this.catalogue = catalogue;
        this.visits = visits;
        this.desk = desk;
        this.reports = reports;
    }

    /** Goes on in a language from here on: in this answer, in this browser, and in what the force writes. */
    void choose(String to, HttpServletRequest request, HttpServletResponse response) {
        String language = catalogue.in(to).language();
        request.setAttribute(CHOSEN, language);
        visits.write(request, response, Visits.Kind.LANGUAGE, language);
        String token = visits.token(request);
        if (!token.isEmpty()) {
            desk.unaudited("in which language somebody goes on shows nothing", token, () -> {
                reports.saved(language);
                return language;
            });
        }
    }

    /**
     * Whether a form was sent to see its page in another language, which is chosen then. What was typed is shown again: it isn't
     * sent for good, and nothing is wrong with it yet.
     */
    boolean switched(HttpServletRequest request, HttpServletResponse response) {
        String to = request.getParameter(SWITCH);
        if (to == null) {
            return false;
        }
        choose(to, request, response);
        return true;
    }

    /** The words of the language that was chosen in this browser, or else that its settings prefer. */
    Words words(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof String chosen) {
            return catalogue.in(chosen);
        }
        return catalogue.in(visits.read(request, Visits.Kind.LANGUAGE).orElseGet(() -> preferred(request)));
    }

    private String preferred(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.length() > LONGEST_PREFERENCE) {
            return Catalogue.ENGLISH;
        }
        try {
            String found = Locale.lookupTag(
                    Locale.LanguageRange.parse(header),
                    catalogue.offered().stream().map(Words::language).toList());
            return found == null ? Catalogue.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Catalogue.ENGLISH;
        }
    }

    /** The words of a language. */
    Words in(String language) {
        return catalogue.in(language);
    }

    Frame frame(HttpServletRequest request, @Nullable String back) {
        return frame(words(request), request.getRequestURI(), back);
    }

    Frame frame(Words words, String here, @Nullable String back) {
        return new Frame(
                words,
                catalogue.offered().stream()
                        .filter(other -> !other.language().equals(words.language()))
                        .map(other -> new Frame.Language(
                                other.language(),
                                other.name(),
                                "/tell/language?to=" + other.language() + "&back=" + here))
                        .toList(),
                back,
                true);
    }
}
