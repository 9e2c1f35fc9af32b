package uk.frith.platform.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

/** How errors are answered at the addresses of a chapter whose readers need other words, or another form. A bean of theirs. */
public interface OwnErrors {
    /** Whether an address is one of the chapter's. */
    boolean isAt(String path);

    /**
     * The answer.
     *
     * @param path the address at which it failed
     * @param status 400 to 599
     * @param reference by which the log speaks of it
     */
    ModelAndView answer(HttpServletRequest request, String path, int status, String reference);
}
