package uk.frith.platform.foundation.pages;

/**
 * A reason why a step may not be taken yet. The chapter that owns the step publishes an interface that later chapters
 * implement; the owner asks all of them and shows what stands in the way.
 *
 * @param reason a sentence for whoever wants to take the step; no personal data
 * @param path where the reason can be dealt with, within the service
 */
public record Gate(String reason, String path) {
    public Gate {
        if (reason.isBlank() || !path.startsWith("/")) {
            throw new IllegalArgumentException("A gate has a reason and leads to where it can be opened.");
        }
    }
}
