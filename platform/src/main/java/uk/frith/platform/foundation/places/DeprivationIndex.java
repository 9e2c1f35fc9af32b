package uk.frith.platform.foundation.places;

/** The indices of multiple deprivation that Frith knows. Deciles of different indices can't be compared. */
public enum DeprivationIndex {
    IMD_2019_ENGLAND("English Indices of Deprivation 2019", 2019, Vintage.LSOA_2011),
    IMD_2025_ENGLAND("English Indices of Deprivation 2025", 2025, Vintage.LSOA_2021),
    WIMD_2019_WALES("Welsh Index of Multiple Deprivation 2019", 2019, Vintage.LSOA_2011);

    private final String words;
    private final int year;
    private final Vintage vintage;

    DeprivationIndex(String words, int year, Vintage vintage) {
        this.words = words;
        this.year = year;
        this.vintage = vintage;
    }

    public String words() {
        return words;
    }

    public int year() {
        return year;
    }

    /** The small areas that it ranks. */
    public Vintage vintage() {
        return vintage;
    }
}
