package uk.frith.platform.foundation.pages;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;

/**
 * A part of a page that another chapter brings than the one whose page it is.
 *
 * @param template its template, as {@code understanding/prevalence/panel}, which takes {@code page}
 * @param page the template's record
 */
public record Panel(String template, Object page) {

    /** The part as it stands in the page. */
    public Content content(TemplateEngine templates) {
        return output -> templates.render(template + ".jte", Map.of("page", page), output);
    }

    /** Without its page, which may hold personal data. */
    @Override
    public String toString() {
        return "Panel[" + template + "]";
    }
}
