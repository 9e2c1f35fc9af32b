package uk.frith.platform.foundation.places;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws where an area lies: its outline, within that of what it lies in. */
final class PlaceDrawing {

    /** Width and most height, in units of the picture. */
    private static final int SIDE = 480;

    private static final int MARGIN = 8;

    private final StringBuilder out = new StringBuilder(4096);
    private final double west;
    private final double north;
    private final double squeeze;
    private final double scale;

    private PlaceDrawing(List<GeoPoint> all) {
        west = all.stream().mapToDouble(GeoPoint::longitude).min().orElse(0);
        north = all.stream().mapToDouble(GeoPoint::latitude).max().orElse(0);
        double east = all.stream().mapToDouble(GeoPoint::longitude).max().orElse(0);
        double south = all.stream().mapToDouble(GeoPoint::latitude).min().orElse(0);
        squeeze = Math.cos(Math.toRadians((north + south) / 2));
        double widest = Math.max((east - west) * squeeze, north - south);
        scale = widest == 0 ? 1 : (SIDE - 2 * MARGIN) / widest;
        int width = (int) Math.ceil((east - west) * squeeze * scale) + 2 * MARGIN;
        int height = (int) Math.ceil((north - south) * scale) + 2 * MARGIN;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(width)
                .append("\" role=\"img\" aria-labelledby=\"outline-title\">");
    }

    /**
     * A picture as SVG; empty when no outline is known.
     *
     * @param title what it shows, in words
     * @param around what the area lies in
     * @param own the area, or its parts
     */
    static Optional<String> of(String title, Optional<Outline> around, List<Outline> own) {
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<GeoPoint> all = (around.isPresent() ? around.stream() : own.stream())
                .flatMap(outline -> outline.rings().stream())
                .flatMap(List::stream)
                .toList();
        PlaceDrawing drawing = new PlaceDrawing(all);
        drawing.out
                .append("<title id=\"outline-title\">")
                .append(escaped(title))
                .append("</title>");
        around.ifPresent(outline -> drawing.path(outline, "#eef1f4", "#484949"));
        own.forEach(outline -> drawing.path(outline, "#1d5fa0", "#0b0c0c"));
        return Optional.of(drawing.out.append("</svg>").toString());
    }

    private void path(Outline outline, String fill, String line) {
        out.append("<path fill-rule=\"evenodd\" stroke-width=\"1\" stroke-linejoin=\"round\" fill=\"")
                .append(fill)
                .append("\" stroke=\"")
                .append(line)
                .append("\" d=\"");
        for (List<GeoPoint> ring : outline.rings()) {
            for (int i = 0; i < ring.size() - 1; i++) {
                GeoPoint point = ring.get(i);
                out.append(i == 0 ? 'M' : 'L')
                        .append(number(MARGIN + (point.longitude() - west) * squeeze * scale))
                        .append(' ')
                        .append(number(MARGIN + (north - point.latitude()) * scale));
            }
            out.append('Z');
        }
        out.append("\"/>");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
