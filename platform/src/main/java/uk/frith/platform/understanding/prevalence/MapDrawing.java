package uk.frith.platform.understanding.prevalence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The map: each area in the colour of its class or of its rate, with hatching beside colour and a title of its own. */
final class MapDrawing {

    static final int WIDTH = 400;
    static final int MOST_HEIGHT = 380;

    private static final int LEGEND_LINE = 20;

    private MapDrawing() {}

    static String svg(Figures figures, MapShapes shapes, MapColours colours, String title, List<String> foot) {
        double[] ends = MapColours.ends(figures.areas().stream()
                .filter(area -> area.rate().isPresent())
                .mapToDouble(area -> area.rate().get().perThousand())
                .toArray());
        List<Layer> layers = colours == MapColours.CLASS ? byClass(figures) : byRate(figures, ends);
        int mapHeight = (shapes.height() + 9) / 10;
        int height = mapHeight + 12 + LEGEND_LINE * layers.size();
        Svg svg = new Svg(
                "map", WIDTH, height, title, "The same areas as in the table; the table holds every figure.", foot);
        svg.raw(
                "<defs><pattern id=\"hatch\" width=\"50\" height=\"50\" patternUnits=\"userSpaceOnUse\""
                        + " patternTransform=\"rotate(45)\"><rect width=\"50\" height=\"50\" fill=\"#d1492e\"/>"
                        + "<path d=\"M0 0v50\" stroke=\"#7d1405\" stroke-width=\"30\"/></pattern>"
                        + "<pattern id=\"dots\" width=\"50\" height=\"50\" patternUnits=\"userSpaceOnUse\">"
                        + "<rect width=\"50\" height=\"50\" fill=\"#2b6ca3\"/><circle cx=\"25\" cy=\"25\" r=\"10\" fill=\"#fff\"/></pattern></defs>");
        double left = (WIDTH * 10 - shapes.width()) / 20.0;
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
        layers.add(new Layer("neither (" + neither.size() + ")", "#e3e7eb", "#8d979f", 4, neither));
        layers.add(new Layer("cold (" + cold.size() + ")", "url(#dots)", "#123a5c", 8, cold));
        layers.add(new Layer("hot (" + hot.size() + ")", "url(#hatch)", "#5c0d02", 8, hot));
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
