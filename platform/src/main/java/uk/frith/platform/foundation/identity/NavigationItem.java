package uk.frith.platform.foundation.identity;

/**
 * A word of the navigation. A chapter gives it as a bean; it is shown to whoever has the permission.
 *
 * @param word one word, as people say it
 * @param description what is there, one sentence; stands on the start page
 * @param path where it leads, within the service
 * @param permission who sees it
 * @param order its place from the left; Today is 10 and Oversight 80
 */
public record NavigationItem(String word, String description, String path, Permission permission, int order) {
    public NavigationItem {
        if (word.isBlank() || !path.startsWith("/")) {
            throw new IllegalArgumentException("A word of the navigation has a name and leads within the service.");
        }
    }
}
