package uk.frith.platform.understanding.prevalence;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.Outline;

/**
 * Outlines made ready for drawing: put on a sheet of a given size, in tenths of a pixel, with borders inside a group taken
 * away.
 *
 * <p>A degree of longitude is drawn as wide as it is at the middle latitude. A vertex moves by at most a twentieth of a
 * pixel.
 *
 * @param paths the path of each group, by its code
 * @param middles where each group lies, roughly
 * @param width of the sheet in tenths of a pixel
 * @param height of the sheet in tenths of a pixel
 */
record MapShapes(Map<String, String> paths, Map<String, Vertex> middles, int width, int height) {

    private static final int TENTHS = 10;

    MapShapes {
        paths = Map.copyOf(paths);
        middles = Map.copyOf(middles);
    }

    /** An edge between two vertices of the sheet. */
    private record Edge(int x1, int y1, int x2, int y2) {
        Edge reversed() {
            return new Edge(x2, y2, x1, y1);
        }
    }

    /** A point of the sheet, in tenths of a pixel. */
    record Vertex(int x, int y) {}

    /**
     * Fits the outlines on a sheet.
     *
     * @param groups for each code, the outlines that make it up
     * @param mostWidth in pixels
     * @param mostHeight in pixels
     */
    static MapShapes of(Map<String, List<Outline>> groups, int mostWidth, int mostHeight) {
        List<GeoPoint> all = groups.values().stream()
                .flatMap(List::stream)
                .flatMap(outline -> outline.rings().stream())
                .flatMap(List::stream)
                .toList();
        if (all.isEmpty()) {
            return new MapShapes(Map.of(), Map.of(), 0, 0);
        }
        DoubleSummaryStatistics x =
                all.stream().mapToDouble(GeoPoint::longitude).summaryStatistics();
        DoubleSummaryStatistics y = all.stream().mapToDouble(GeoPoint::latitude).summaryStatistics();
        double narrower = Math.cos(Math.toRadians((y.getMin() + y.getMax()) / 2));
        double wide = Math.max((x.getMax() - x.getMin()) * narrower, 1e-9);
        double high = Math.max(y.getMax() - y.getMin(), 1e-9);
        double scale = TENTHS * Math.min(mostWidth / wide, mostHeight / high);
        Map<String, String> paths = new LinkedHashMap<>();
        Map<String, Vertex> middles = new LinkedHashMap<>();
        groups.forEach((code, outlines) -> {
            List<List<Vertex>> rings = outlines.stream()
                    .flatMap(outline -> outline.rings().stream())
                    .map(ring -> ring.stream()
                            .map(at ->
                                    new Vertex((int) Math.round((at.longitude() - x.getMin()) * narrower * scale), (int)
                                            Math.round((y.getMax() - at.latitude()) * scale)))
                            .toList())
                    .toList();
            middles.put(
                    code,
                    new Vertex(
                            (int) rings.stream()
                                    .flatMap(List::stream)
                                    .mapToInt(Vertex::x)
                                    .average()
                                    .orElse(0),
                            (int) rings.stream()
                                    .flatMap(List::stream)
                                    .mapToInt(Vertex::y)
                                    .average()
                                    .orElse(0)));
            paths.put(code, path(outlines.size() > 1 ? merged(rings) : rings));
        });
        return new MapShapes(paths, middles, (int) Math.round(wide * scale), (int) Math.round(high * scale));
    }

    private static String path(List<List<Vertex>> rings) {
        StringBuilder path = new StringBuilder();
        for (List<Vertex> ring : rings) {
            List<Vertex> kept = new ArrayList<>();
            for (Vertex vertex : ring) {
                if (kept.isEmpty() || !kept.getLast().equals(vertex)) {
                    kept.add(vertex);
                }
            }
            if (kept.size() > 1 && kept.getFirst().equals(kept.getLast())) {
                kept.removeLast();
            }
            if (kept.isEmpty()) {
                continue;
            }
            Vertex last = kept.getFirst();
            path.append('M').append(last.x()).append(' ').append(last.y());
            String command = "l";
            for (Vertex vertex : kept.subList(1, kept.size())) {
                int dx = vertex.x() - last.x();
                int dy = vertex.y() - last.y();
                path.append(command.isEmpty() && dx >= 0 ? " " : command).append(dx);
                path.append(dy >= 0 ? " " : "").append(dy);
                command = "";
                last = vertex;
            }
            path.append(kept.size() == 1 ? "h1v1z" : "z");
        }
        return path.toString();
    }

    /** The outer borders of several outlines: an edge that two of them share is inside, and goes. */
    private static List<List<Vertex>> merged(List<List<Vertex>> rings) {
        Set<Edge> edges = new LinkedHashSet<>();
        for (List<Vertex> ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                Vertex a = ring.get(i);
                Vertex b = ring.get((i + 1) % ring.size());
                if (!a.equals(b)) {
                    Edge edge = new Edge(a.x(), a.y(), b.x(), b.y());
                    if (!edges.remove(edge.reversed()) && !edges.remove(edge)) {
                        edges.add(edge);
                    }
                }
            }
        }
        Map<Vertex, List<Vertex>> next = new HashMap<>();
        edges.forEach(e -> next.computeIfAbsent(new Vertex(e.x1(), e.y1()), v -> new ArrayList<>())
                .add(new Vertex(e.x2(), e.y2())));
        List<List<Vertex>> outer = new ArrayList<>();
        for (Edge edge : edges) {
            Vertex start = new Vertex(edge.x1(), edge.y1());
            List<Vertex> ring = new ArrayList<>();
            Vertex at = start;
            List<Vertex> on = next.getOrDefault(at, List.of());
            while (!on.isEmpty()) {
                ring.add(at);
                at = on.removeLast();
                on = at.equals(start) ? List.of() : next.getOrDefault(at, List.of());
            }
            if (ring.size() > 2) {
                outer.add(ring);
            }
        }
        return outer;
    }
}
