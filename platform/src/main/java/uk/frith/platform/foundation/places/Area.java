package uk.frith.platform.foundation.places;

/**
 * An area.
 *
 * @param code its nine-character code of the Government Statistical Service, as {@code E01013600}; unchanged LSOAs have
 *     the same code in both vintages
 * @param kind what kind of area
 * @param name its name, at most 200 characters
 */
public record Area(String code, AreaKind kind, String name) {
    public Area {
        AreaCode.require(code);
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("An area has a name of at most 200 characters.");
        }
    }
}
