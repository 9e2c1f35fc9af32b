package uk.frith.platform.understanding.prevalence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.frith.platform.foundation.identity.NavigationItem;
import uk.frith.platform.foundation.identity.Permission;

/** The chapter's word in the navigation. */
@Configuration(proxyBeanMethods = false)
class PrevalenceWords {

    @Bean
    NavigationItem patternsWord() {
        return new NavigationItem(
                "Patterns",
                "How much there is, where and when, per head and against last year.",
                "/patterns",
                Permission.SEE_PREVALENCE,
                60);
    }
}
