package uk.frith.platform.portal.evidence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which scanner looks: the site's, or none, which never says that it looked. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    VirusScanner virusScanner(EvidenceSettings settings) {
        return settings.clamd().<VirusScanner>map(ClamdScanner::new).orElseGet(NoScanner::new);
    }

    private static final class NoScanner implements VirusScanner {
        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public Verdict scan(Content content) {
            return new Verdict.NotScanned("there is no scanner");
        }
    }
}
