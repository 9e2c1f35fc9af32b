package uk.frith.platform.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The furniture of an error page: the reader's own if it can still be had, the signed-out one if that is what failed. */
final class SafeChrome implements ChromeSource {
    private static final Logger LOG = LoggerFactory.getLogger(SafeChrome.class);

    private final ChromeSource source;

    SafeChrome(ChromeSource source) {
        this.source = source;
    }

    @Override
    public Chrome chromeFor(HttpServletRequest request) {
        try {
            return source.chromeFor(request);
        } catch (RuntimeException e) {
            LOG.warn("The error page does without its reader's furniture", e);
            return Chrome.signedOut(null);
        }
    }
}
