package uk.frith.platform.foundation.places;

/** The census whose small areas (LSOAs) are meant: one in seventeen of 2011 was changed for 2021. */
public enum Vintage {
    LSOA_2011(2011, AreaKind.LSOA_2011),
    LSOA_2021(2021, AreaKind.LSOA_2021);

    private final int year;
    private final AreaKind kind;

    Vintage(int year, AreaKind kind) {
        this.year = year;
        this.kind = kind;
    }

    public int year() {
        return year;
    }

    /** The kind of area that this vintage lists. */
    public AreaKind kind() {
        return kind;
    }
}
