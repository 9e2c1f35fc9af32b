package uk.frith.platform.foundation.pages;

/**
 * A field that two people changed at the same time.
 *
 * @param label the field, as its form calls it
 * @param theirs what it says now, since the other saved first
 * @param yours what the reader of the page wanted to save
 */
public record Difference(String label, String theirs, String yours) {

    /** Without its values, which may be personal. */
    @Override
    public String toString() {
        return "Difference[" + label + "]";
    }
}
