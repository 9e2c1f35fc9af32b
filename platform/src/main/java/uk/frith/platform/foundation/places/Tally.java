package uk.frith.platform.foundation.places;

/**
 * What became of a file's lines.
 *
 * @param rows all of them, the header excepted
 * @param stored new or other than before
 * @param replaced those of the stored that took the place of other figures
 * @param refused broken
 */
record Tally(long rows, long stored, long replaced, long refused) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0);

    Tally {
        if (replaced < 0 || replaced > stored || refused < 0 || stored + refused > rows) {
            throw new IllegalArgumentException("A tally that doesn't add up.");
        }
    }

    Tally and(Tally other) {
        return new Tally(rows + other.rows, stored + other.stored, replaced + other.replaced, refused + other.refused);
    }

    @Override
    public String toString() {
        return "rows=" + rows + " stored=" + stored + " replaced=" + replaced + " refused=" + refused;
    }
}
