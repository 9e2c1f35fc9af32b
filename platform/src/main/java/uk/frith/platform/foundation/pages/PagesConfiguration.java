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
    static final String TEMPLATE_PACKAGE = "uk.frith.platform";

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, PagesConfiguration.class.getClassLoader(), TEMPLATE_PACKAGE);
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine templates, ObjectProvider<ChromeSource> chrome) {
        return new JteViewResolver(templates, whoeverKnows(chrome));
    }

    /** Until a later chapter knows who is signed in, nobody is. */
    static ChromeSource whoeverKnows(ObjectProvider<ChromeSource> chrome) {
        return request -> {
            ChromeSource source = chrome.getIfAvailable();
            return source == null ? Chrome.signedOut(null) : source.chromeFor(request);
        };
    }
}
