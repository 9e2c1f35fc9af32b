package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What is around each of the public's pages: its language, and the ways back and out. */
@Component
class Framing {

    /** Browsers send a few languages; more is nobody's preference. */
    private static final int LONGEST_PREFERENCE = 500;

    private final Catalogue catalogue;
    private final Visits visits;

    Framing(Catalogue catalogue, Visits visits) {
        this.catalogue = catalogue;
        this.visits = visits;
    }

    /** The words of the language that was chosen in this browser by a link, or else that its settings prefer. */
    Words words(HttpServletRequest request) {
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
