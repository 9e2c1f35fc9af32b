package uk.frith.platform.understanding.prevalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Outlines made ready for drawing: put on a sheet of a given size, in tenths of a pixel, with borders inside a group taken
 * away.
 *
 * <p>Positions may be longitude and latitude in degrees, which are drawn as wide as they are at the middle latitude, or
 * metres on the National Grid. A vertex moves by at most a twentieth of a pixel.
 *
 * @param paths the path of each group, by its code
 * @param width of the sheet in tenths of a pixel
 * @param height of the sheet in tenths of a pixel
 */
record MapShapes(Map<String, String> paths, int width, int height) {

    MapShapes {
        paths = Map.copyOf(paths);
    }

    /** An edge between two vertices of the sheet. */
    private record Edge(int x1, int y1, int x2, int y2) {
        Edge reversed() {
            return new Edge(x2, y2, x1, y1);
        }
    }

    private record Vertex(int x, int y) {}

    /**
     * Fits the outlines on a sheet.
     *
     * @param groups for each code, the rings of the outlines that make it up; a ring is a list of (x, y)
     * @param mostWidth in pixels
     * @param mostHeight in pixels
     */
    static MapShapes of(Map<String, List<List<List<double[]>>>> groups, int mostWidth, int mostHeight) {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (var outlines : groups.values()) {
            for (var rings : outlines) {
                for (var ring : rings) {
                    for (double[] at : ring) {
                        box[0] = Math.min(box[0], at[0]);
                        box[1] = Math.min(box[1], at[1]);
                        box[2] = Math.max(box[2], at[0]);
                        box[3] = Math.max(box[3], at[1]);
                    }
                }
            }
        }
        if (box[2] < box[0]) {
            return new MapShapes(Map.of(), 0, 0);
        }
        boolean degrees = Math.abs(box[2]) <= 180 && Math.abs(box[3]) <= 90;
        double narrower = degrees ? Math.cos(Math.toRadians((box[1] + box[3]) / 2)) : 1;
        double wide = Math.max((box[2] - box[0]) * narrower, 1e-9);
        double high = Math.max(box[3] - box[1], 1e-9);
        double scale = 10 * Math.min(mostWidth / wide, mostHeight / high);
        Map<String, String> paths = new LinkedHashMap<>();
        groups.forEach((code, outlines) -> {
            List<List<Vertex>> rings = new ArrayList<>();
            for (var outline : outlines) {
                for (var ring : outline) {
                    rings.add(ring.stream()
                            .map(at -> new Vertex((int) Math.round((at[0] - box[0]) * narrower * scale), (int)
                                    Math.round((box[3] - at[1]) * scale)))
                            .toList());
                }
            }
            paths.put(code, path(outlines.size() > 1 ? merged(rings) : rings));
        });
        return new MapShapes(paths, (int) Math.round(wide * scale), (int) Math.round(high * scale));
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
        Map<Edge, Integer> edges = new LinkedHashMap<>();
        for (List<Vertex> ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                Vertex a = ring.get(i);
                Vertex b = ring.get((i + 1) % ring.size());
                if (!a.equals(b)) {
                    Edge edge = new Edge(a.x(), a.y(), b.x(), b.y());
                    if (edges.remove(edge.reversed()) == null && edges.remove(edge) == null) {
                        edges.put(edge, 1);
                    }
                }
            }
        }
        Map<Vertex, List<Vertex>> next = new HashMap<>();
        edges.keySet()
                .forEach(e -> next.computeIfAbsent(new Vertex(e.x1(), e.y1()), v -> new ArrayList<>())
                        .add(new Vertex(e.x2(), e.y2())));
        List<List<Vertex>> outer = new ArrayList<>();
        for (Edge edge : edges.keySet()) {
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
