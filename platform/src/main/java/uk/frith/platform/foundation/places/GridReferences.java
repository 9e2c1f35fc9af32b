package uk.frith.platform.foundation.places;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points of the British National Grid as people write them. */
public final class GridReferences {

    private static final Pattern METRES = Pattern.compile("([0-9]{1,6})[\\s,]+([0-9]{1,7})");
    private static final Pattern LETTERED = Pattern.compile("([A-HJ-Z])([A-HJ-Z])\\s*([0-9]{2,5})\\s*([0-9]{2,5})");
    private static final Pattern LETTERED_AT_ONCE = Pattern.compile("([A-HJ-Z])([A-HJ-Z])\\s*([0-9]{4,10})");

    /** The letters of the grid's squares, which leave out I, lie in rows of five. */
    private static final String SQUARES = "ABCDEFGHJKLMNOPQRSTUVWXYZ";

    private static final int ROW = 5;
    private static final int SQUARE_METRES = 100_000;
    private static final double MOST_EAST = 700_000;
    private static final double MOST_NORTH = 1_300_000;

    private GridReferences() {}

    /**
     * A point that was written as metres ({@code 458710, 304310}) or with the letters of its square ({@code SK 587 043}),
     * which stands for the middle of what its figures leave open; empty when it is none, or none on the grid.
     */
    public static Optional<GridPoint> parse(String written) {
        String tidy = written.strip().toUpperCase(Locale.UK);
        Matcher metres = METRES.matcher(tidy);
        if (metres.matches()) {
            return onGrid(Integer.parseInt(metres.group(1)), Integer.parseInt(metres.group(2)));
        }
        Matcher lettered = LETTERED.matcher(tidy);
        if (lettered.matches()
                && lettered.group(3).length() == lettered.group(4).length()) {
            return lettered(lettered.group(1), lettered.group(2), lettered.group(3), lettered.group(4));
        }
        Matcher once = LETTERED_AT_ONCE.matcher(tidy);
        if (once.matches() && once.group(3).length() % 2 == 0) {
            int half = once.group(3).length() / 2;
            return lettered(
                    once.group(1),
                    once.group(2),
                    once.group(3).substring(0, half),
                    once.group(3).substring(half));
        }
        return Optional.empty();
    }

    private static Optional<GridPoint> lettered(String first, String second, String east, String north) {
        int large = SQUARES.indexOf(first);
        int small = SQUARES.indexOf(second);
        double unit = SQUARE_METRES / Math.pow(10, east.length());
        double eastings = (large % ROW - 2) * ROW + small % ROW;
        double northings = 3 * ROW + ROW - 1 - large / ROW * ROW - small / ROW;
        return onGrid(
                eastings * SQUARE_METRES + (Integer.parseInt(east) + 0.5) * unit,
                northings * SQUARE_METRES + (Integer.parseInt(north) + 0.5) * unit);
    }

    private static Optional<GridPoint> onGrid(double east, double north) {
        return east >= 0 && east <= MOST_EAST && north >= 0 && north <= MOST_NORTH
                ? Optional.of(new GridPoint(east, north))
                : Optional.empty();
    }
}
