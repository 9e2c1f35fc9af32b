package uk.frith.platform.foundation.pages;

import gg.jte.TemplateEngine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * View name → template: {@code understanding/prevalence/prevalence} is that file under {@code jte/}. A name without a template
 * is a fault and said so, rather than forwarded to an address of that name.
 */
final class JteViewResolver implements ViewResolver, Ordered {
    private final TemplateEngine templates;
    private final ChromeSource chrome;

    JteViewResolver(TemplateEngine templates, ChromeSource chrome) {
        this.templates = templates;
        this.chrome = chrome;
    }

    @Override
    public @Nullable View resolveViewName(String viewName, Locale locale) {
        if (viewName.startsWith("redirect:") || viewName.startsWith("forward:")) {
            return null;
        }
        String template = viewName + ".jte";
        if (!templates.hasTemplate(template)) {
            throw new IllegalArgumentException("There is no template " + template);
        }
        return new JteView(templates, template, chrome);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
