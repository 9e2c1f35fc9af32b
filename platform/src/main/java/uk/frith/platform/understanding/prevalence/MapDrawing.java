package uk.frith.platform.understanding.prevalence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.frith.platform.foundation.places.MapNames;

/** The map: each area in the colour of its class or of its rate, with hatching beside colour and a title of its own. */
final class MapDrawing {

    static final int WIDTH = 400;
    static final int MOST_HEIGHT = 380;

    private static final int LEGEND_LINE = 20;
    private static final int INSET_WIDTH = 216;
    private static final int INSET_HEIGHT = 150;
    private static final int ENLARGED = 4;

    /** Names of more areas would hide the map. */
    private static final int MOST_NAMED = 40;

    /** With fewer areas each can be seen as it is. */
    private static final int LEAST_FOR_INSET = 200;

    private MapDrawing() {}

    static String svg(Figures figures, MapShapes shapes, MapColours colours, String title, List<String> foot) {
        double[] ends = MapColours.ends(figures.areas().stream()
                .filter(area -> area.rate().isPresent())
                .mapToDouble(area -> area.rate().get().perThousand())
                .toArray());
        List<Layer> layers = colours == MapColours.CLASS ? byClass(figures) : byRate(figures, ends);
        int mapHeight = (shapes.height() + 9) / 10;
        Optional<MapShapes.Vertex> busiest = busiest(layers.getLast().areas(), shapes);
        int below = Math.max(LEGEND_LINE * layers.size(), busiest.isPresent() ? INSET_HEIGHT + 6 : 0);
        int height = mapHeight + 12 + below;
        Svg svg = new Svg(
                "map", WIDTH, height, title, "The same areas as in the table; the table holds every figure.", foot);
        svg.raw(
                "<defs><pattern id=\"hatch\" width=\"50\" height=\"50\" patternUnits=\"userSpaceOnUse\""
                        + " patternTransform=\"rotate(45)\"><rect width=\"50\" height=\"50\" fill=\"#d1492e\"/>"
                        + "<path d=\"M0 0v50\" stroke=\"#7d1405\" stroke-width=\"30\"/></pattern>"
                        + "<pattern id=\"dots\" width=\"50\" height=\"50\" patternUnits=\"userSpaceOnUse\">"
                        + "<rect width=\"50\" height=\"50\" fill=\"#2b6ca3\"/><circle cx=\"25\" cy=\"25\" r=\"10\" fill=\"#fff\"/></pattern></defs>");
        double left = (WIDTH * 10 - shapes.width()) / 20.0;
        svg.raw("<g id=\"map-areas\">");
        for (Layer layer : layers) {
            // Ten units are a pixel, so that coordinates need no point; the patterns are as large.
            svg.raw("<g transform=\"translate(" + Svg.n(left) + ")scale(.1)\" fill=\"" + layer.fill()
                    + "\" stroke=\"" + layer.stroke() + "\" stroke-width=\"" + layer.strokeTenths()
                    + "\" stroke-linejoin=\"round\">");
            for (AreaFigures area : layer.areas()) {
                String path = shapes.paths().get(area.ground().code());
                if (path != null && !path.isEmpty()) {
                    svg.raw("<path d=\"" + path + "\"><title>" + Svg.escaped(tip(area)) + "</title></path>");
                }
            }
            svg.raw("</g>");
        }
        svg.raw("</g>");
        names(svg, figures, shapes, left);
        busiest.ifPresent(middle -> inset(svg, middle, left, mapHeight));
        int y = mapHeight + 12;
        for (Layer layer : layers) {
            svg.raw("<g transform=\"scale(.1)\">")
                    .rect(40, y * 10.0, 220, 130, layer.fill(), "stroke=\"" + layer.stroke() + "\" stroke-width=\"8\"")
                    .raw("</g>");
            svg.text(34, y + 11.5, "start", layer.legend());
            y += LEGEND_LINE;
        }
        return svg.close();
    }

    /** The areas' names, or those of their districts where there are more areas than could be named. */
    private static void names(Svg svg, Figures figures, MapShapes shapes, double left) {
        boolean each = figures.areas().size() <= MOST_NAMED;
        Map<String, List<MapShapes.Vertex>> middles = new LinkedHashMap<>();
        for (AreaFigures area : figures.areas()) {
            MapShapes.Vertex middle = shapes.middles().get(area.ground().code());
            String name = each ? area.ground().name() : area.ground().within();
            if (middle != null && !name.isEmpty()) {
                middles.computeIfAbsent(name, fresh -> new ArrayList<>()).add(middle);
            }
        }
        MapNames names = new MapNames(WIDTH);
        middles.forEach((name, at) -> svg.raw(names.at(
                name,
                left + at.stream().mapToInt(MapShapes.Vertex::x).average().orElse(0) / 10,
                at.stream().mapToInt(MapShapes.Vertex::y).average().orElse(0) / 10,
                11,
                Svg.INK)));
    }

    /** The part where most of the marked areas lie, drawn again and larger: in a city they are too small to be seen. */
    private static void inset(Svg svg, MapShapes.Vertex middle, double left, int mapHeight) {
        double width = (double) INSET_WIDTH / ENLARGED;
        double height = (double) INSET_HEIGHT / ENLARGED;
        double x = left + middle.x() / 10.0 - width / 2;
        double y = middle.y() / 10.0 - height / 2;
        String frame = "stroke=\"" + Svg.INK + "\" stroke-width=\"1.2\"";
        svg.rect(x, y, width, height, "none", frame);
        double right = WIDTH - INSET_WIDTH - 1.0;
        svg.raw("<svg x=\"" + Svg.n(right) + "\" y=\"" + (mapHeight + 10) + "\" width=\"" + INSET_WIDTH + "\" height=\""
                + INSET_HEIGHT + "\" viewBox=\"" + Svg.n(x) + " " + Svg.n(y) + " " + Svg.n(width) + " " + Svg.n(height)
                + "\"><use href=\"#map-areas\"/></svg>");
        svg.rect(right, mapHeight + 10.0, INSET_WIDTH, INSET_HEIGHT, "none", frame);
    }

    /** Around which of the marked areas most others lie; empty when few areas are drawn, or none is marked. */
    private static Optional<MapShapes.Vertex> busiest(List<AreaFigures> marked, MapShapes shapes) {
        List<MapShapes.Vertex> middles = marked.stream()
                .map(area -> shapes.middles().get(area.ground().code()))
                .filter(java.util.Objects::nonNull)
                .toList();
        if (shapes.paths().size() < LEAST_FOR_INSET) {
            return Optional.empty();
        }
        int reachX = 10 * INSET_WIDTH / ENLARGED / 2;
        int reachY = 10 * INSET_HEIGHT / ENLARGED / 2;
        return middles.stream()
                .max(Comparator.comparingLong(at -> middles.stream()
                        .filter(other -> Math.abs(other.x() - at.x()) < reachX && Math.abs(other.y() - at.y()) < reachY)
                        .count()));
    }

    /** Areas drawn alike. */
    private record Layer(String legend, String fill, String stroke, int strokeTenths, List<AreaFigures> areas) {}

    private static List<Layer> byClass(Figures figures) {
        Map<Heat, List<AreaFigures>> by = new EnumMap<>(Heat.class);
        figures.areas()
                .forEach(area -> by.computeIfAbsent(area.heat(), heat -> new ArrayList<>())
                        .add(area));
        List<Layer> layers = new ArrayList<>();
        if (by.containsKey(Heat.UNJUDGED)) {
            layers.add(new Layer("not judged", "#e3e7eb", "#8d979f", 4, by.get(Heat.UNJUDGED)));
            return layers;
        }
        List<AreaFigures> neither = by.getOrDefault(Heat.NEITHER, List.of());
        List<AreaFigures> cold = by.getOrDefault(Heat.COLD, List.of());
        List<AreaFigures> hot = by.getOrDefault(Heat.HOT, List.of());
        layers.add(new Layer("neither (" + neither.size() + ")", "#e3e7eb", "#8d979f", 3, neither));
        layers.add(new Layer("cold (" + cold.size() + ")", "url(#dots)", "#123a5c", 4, cold));
        layers.add(new Layer("hot (" + hot.size() + ")", "url(#hatch)", "#5c0d02", 4, hot));
        return layers;
    }

    private static List<Layer> byRate(Figures figures, double[] ends) {
        List<List<AreaFigures>> fifths = new ArrayList<>();
        for (int k = 0; k < MapColours.CLASSES; k++) {
            fifths.add(new ArrayList<>());
        }
        List<AreaFigures> without = new ArrayList<>();
        for (AreaFigures area : figures.areas()) {
            if (area.rate().isPresent()) {
                fifths.get(MapColours.fifthOf(area.rate().get().perThousand(), ends))
                        .add(area);
            } else {
                without.add(area);
            }
        }
        List<Layer> layers = new ArrayList<>();
        for (int k = 0; k < MapColours.CLASSES; k++) {
            String range = k == 0
                    ? "up to " + Words.rate(ends[0])
                    : k < ends.length
                            ? "above " + Words.rate(ends[k - 1]) + ", up to " + Words.rate(ends[k])
                            : "above " + Words.rate(ends[k - 1]);
            layers.add(new Layer(
                    range + " (" + fifths.get(k).size() + ")", MapColours.fifth(k), "#6f777b", 3, fifths.get(k)));
        }
        if (!without.isEmpty()) {
            layers.add(new Layer("no rate (" + without.size() + ")", "#fff", "#6f777b", 3, without));
        }
        return layers;
    }

    private static String tip(AreaFigures area) {
        return area.ground().name() + ": " + Words.count(area.count())
                + area.rate()
                        .map(rate -> ", " + Words.rate(rate.perThousand()) + " per 1,000")
                        .orElse("")
                + (area.heat() == Heat.HOT || area.heat() == Heat.COLD
                        ? ", " + area.heat().word()
                        : "");
    }
}
