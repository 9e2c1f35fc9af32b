package uk.frith.platform.foundation.identity;

/**
 * A line on the page Oversight. A chapter gives it as a bean; it is shown to whoever has the permission.
 *
 * @param title what it is, as {@code Accounts}
 * @param description what can be done there, one sentence
 * @param path where it leads, within the service
 * @param permission who sees it
 * @param order its place from the top
 */
public record OversightItem(String title, String description, String path, Permission permission, int order) {
    public OversightItem {
        if (title.isBlank() || description.isBlank() || !path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "A line of oversight has a title, a sentence and leads within the service.");
        }
    }
}
