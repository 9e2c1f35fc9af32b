package uk.frith.platform.foundation.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names on one map, as SVG: each is written only where it lies on none that was written before it. */
public final class MapNames {

    /** How wide a letter is on average, at a size of 11. */
    private static final double LETTER = 6.2;

    private static final double LINE = 12;

    private final double width;
    private final List<double[]> taken = new ArrayList<>();

    /**
     * A map without names.
     *
     * @param width of the picture, beyond which no name reaches
     */
    public MapNames(double width) {
        this.width = width;
    }

    /** The name with its middle at a point of the picture; empty where there is no room for it. */
    public String at(String name, double x, double y, double size, String colour) {
        double half = name.length() * LETTER * size / 11 / 2 + 2;
        double[] box = {x - half, y - LINE, x + half, y + LINE / 2};
        boolean free = taken.stream()
                .noneMatch(other -> box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
        if (!free || box[0] < 0 || box[2] > width) {
            return "";
        }
        taken.add(box);
        return String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\" font-family=\"Arial, Helvetica, sans-serif\""
                        + " font-size=\"%s\" fill=\"%s\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">%s</text>",
                x,
                y,
                size,
                colour,
                name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}
