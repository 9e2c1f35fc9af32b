package uk.frith.platform.foundation.pages;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;

/**
 * A part of a page that another chapter brings than the one whose page it is.
 *
 * @param template its template, as {@code understanding/prevalence/panel}, which takes {@code page}
 * @param page the template's record
 * @param about ids of what it shows, for the page's entry in the audit
 */
public record Panel(String template, Object page, List<String> about) {

    public Panel {
        about = List.copyOf(about);
    }

    /** A part that shows nothing which the audit must name. */
    public Panel(String template, Object page) {
        this(template, page, List.of());
    }

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
