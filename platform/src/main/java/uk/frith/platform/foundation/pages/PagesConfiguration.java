package uk.frith.platform.foundation.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.ViewResolver;

/** How templates become pages. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {
    /** The package above every chapter, so that a template may use its chapter's package-private page record. */
    private static final String TEMPLATE_PACKAGE = "uk.frith.platform";

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, PagesConfiguration.class.getClassLoader(), TEMPLATE_PACKAGE);
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine templates, ObjectProvider<ChromeSource> chrome) {
        ChromeSource source = request ->
                chrome.getIfAvailable(() -> ignored -> Chrome.signedOut(null)).chromeFor(request);
        return new JteViewResolver(templates, source);
    }
}
