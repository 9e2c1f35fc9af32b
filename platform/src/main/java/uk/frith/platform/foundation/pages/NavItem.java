package uk.frith.platform.foundation.pages;

/**
 * A word of the navigation.
 *
 * @param current whether the page shown is under it
 */
public record NavItem(String word, String href, boolean current) {
    public NavItem {
        if (!href.startsWith("/")) {
            throw new IllegalArgumentException("Navigation stays within the service");
        }
    }

    /** The item, current when {@code requestPath} is its page or lies under it. */
    public static NavItem of(String word, String href, String requestPath) {
        return new NavItem(
                word, href, requestPath.equals(href) || (!href.equals("/") && requestPath.startsWith(href + "/")));
    }
}
