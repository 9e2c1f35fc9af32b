package uk.frith.platform.foundation.pages;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The furniture around a page.
 *
 * @param marking the lowest protective marking a page of this reader carries; a page may ask for more
 * @param signedIn who reads, or null before sign-in
 * @param csrf what a form sends along; null where the page has no form
 */
public record Chrome(
        Marking marking,
        @Nullable SignedIn signedIn,
        @Nullable Csrf csrf) {
    /** More words than this in one line of navigation and nobody reads them. */
    public static final int NAVIGATION_LIMIT = 8;

    /**
     * Who reads.
     *
     * @param organisation for which organisation
     * @param person name as colleagues know it
     * @param mark tells this reader from the next in the same window; nobody's name
     * @param navigation at most {@value #NAVIGATION_LIMIT} words, those the reader's roles give
     * @param signOutPath where the form that signs out is posted
     * @param idle when an idle session ends; null if never
     */
    public record SignedIn(
            String organisation,
            String person,
            String mark,
            List<NavItem> navigation,
            String signOutPath,
            @Nullable Idle idle) {
        public SignedIn {
            navigation = List.copyOf(navigation);
            if (navigation.size() > NAVIGATION_LIMIT) {
                throw new IllegalArgumentException("At most " + NAVIGATION_LIMIT + " words of navigation");
            }
        }
    }

    /** The token that shows a form came from this service's own page, and its field's name. */
    public record Csrf(String name, String token) {
        @Override
        public String toString() {
            return "Csrf[name=" + name + "]";
        }
    }

    /**
     * The end of an idle session.
     *
     * @param after whole seconds, more than the two minutes of warning
     * @param stayPath a GET that keeps the session and shows or returns anything
     */
    public record Idle(Duration after, String stayPath) {
        /** How long before the end a reader is warned: WCAG 2.2.1 wants at least twenty seconds. */
        public static final Duration WARNING = Duration.ofMinutes(2);

        public Idle {
            if (after.compareTo(WARNING) <= 0) {
                throw new IllegalArgumentException("A session lasts longer than its warning");
            }
        }
    }

    public static Chrome signedOut(@Nullable Csrf csrf) {
        return new Chrome(Marking.OFFICIAL, null, csrf);
    }
}
