package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is around each of the public's pages: its language, and the ways back and out. */
@Component
class Framing {

    private final Catalogue catalogue;
    private final Visits visits;

    Framing(Catalogue catalogue, Visits visits) {
        this.catalogue = catalogue;
        this.visits = visits;
    }

    /** The words of the language that was chosen in this browser. */
    Words words(HttpServletRequest request) {
        return catalogue.in(visits.read(request, Visits.Kind.LANGUAGE).orElse(Catalogue.ENGLISH));
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
