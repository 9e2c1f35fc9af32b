package uk.frith.platform.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;

/** Says what stands around a page for this reader. The chapter that knows who is signed in implements it, as a bean. */
@FunctionalInterface
public interface ChromeSource {
    /** Called once a page, after the controller and before the first byte is sent. */
    Chrome chromeFor(HttpServletRequest request);
}
