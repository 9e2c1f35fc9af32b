package uk.frith.town;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Lays out the force: a town of 80 areas in the middle, a district of 80 on either side, 24 wards of ten areas, two
 * community safety partnerships, the second of which serves both outer districts.
 */
final class Geography {

    static final int AREAS = 240;
    static final int DISTRICTS = 3;
    static final int WARDS_IN_A_DISTRICT = 8;
    static final int AREAS_IN_A_WARD = AREAS / DISTRICTS / WARDS_IN_A_DISTRICT;

    private static final int AREAS_IN_A_DISTRICT = AREAS / DISTRICTS;
    private static final int AREAS_IN_A_GROUP = 5;
    private static final double CLEAR_OF_THE_BOUNDARY = 0.8;

    private static final Comparator<Mesh.Cell> OUTWARDS =
            Comparator.comparingDouble(Mesh.Cell::fromMiddle).thenComparingDouble(Mesh.Cell::bearing);
    private static final Comparator<Mesh.Cell> ROUND =
            Comparator.comparingDouble(Mesh.Cell::bearing).thenComparingDouble(Mesh.Cell::fromMiddle);
    private static final Comparator<Mesh.Cell> ACROSS =
            Comparator.comparingDouble(Mesh.Cell::right).thenComparingDouble(Mesh.Cell::up);

    private Geography() {}

    static List<Area> layOut(long seed) {
        List<Mesh.Cell> cells = inOrder(Mesh.of(new Chance(seed, "mesh"), AREAS));
        List<List<Integer>> neighbours = neighbours(cells);
        List<Population.Residents> residents = Population.settle(new Chance(seed, "population"), cells);
        List<Deprivation> deprivation = Population.rank(new Chance(seed, "deprivation"), cells, neighbours);
        Names names = new Names(new Chance(seed, "names"));
        List<String> districts = List.of(names.place(), names.place(), names.place());
        List<String> partnerships = List.of(districts.get(0), districts.get(1) + " and " + districts.get(2));
        List<String> wards = new ArrayList<>();
        for (int i = 0; i < DISTRICTS * WARDS_IN_A_DISTRICT; i++) {
            wards.add(names.place());
        }
        Chance streets = new Chance(seed, "streets");
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < AREAS; i++) {
            int district = i / AREAS_IN_A_DISTRICT;
            int ward = i / AREAS_IN_A_WARD;
            int partnership = Math.min(district, 1);
            Outline outline = cells.get(i).outline();
            areas.add(new Area(
                    areaCode(i),
                    areaName(districts.get(district), i % AREAS_IN_A_DISTRICT),
                    code("X05", ward + 1),
                    wards.get(ward),
                    code("X07", district + 1),
                    districts.get(district),
                    code("X22", partnership + 1),
                    partnerships.get(partnership),
                    residents.get(i).households(),
                    residents.get(i).ages(),
                    deprivation.get(i),
                    outline.ring(),
                    neighbours.get(i).stream().map(Geography::areaCode).toList(),
                    streets(streets, names, outline)));
        }
        return List.copyOf(areas);
    }

    private static String areaCode(int index) {
        return code("X01", index + 1);
    }

    private static String code(String prefix, int number) {
        return prefix + Digits.padded(number, 6);
    }

    private static String areaName(String district, int indexInDistrict) {
        char letter = (char) ('A' + indexInDistrict % AREAS_IN_A_GROUP);
        return district + " " + Digits.padded(indexInDistrict / AREAS_IN_A_GROUP + 1, 3) + letter;
    }

    /** By district, then by ward: each a compact piece of ground. */
    private static List<Mesh.Cell> inOrder(List<Mesh.Cell> cells) {
        List<Mesh.Cell> outwards = sorted(cells, OUTWARDS);
        List<Mesh.Cell> town = outwards.subList(0, AREAS_IN_A_DISTRICT);
        List<Mesh.Cell> country = sorted(outwards.subList(AREAS_IN_A_DISTRICT, AREAS), ROUND);
        int core = 2 * AREAS_IN_A_WARD;
        List<Mesh.Cell> ordered = new ArrayList<>(sorted(town.subList(0, core), ACROSS));
        ordered.addAll(sorted(town.subList(core, AREAS_IN_A_DISTRICT), ROUND));
        ordered.addAll(country);
        return ordered;
    }

    private static List<Mesh.Cell> sorted(List<Mesh.Cell> cells, Comparator<Mesh.Cell> order) {
        return cells.stream().sorted(order).toList();
    }

    /** Queen contiguity: the cells that have a corner in common. */
    private static List<List<Integer>> neighbours(List<Mesh.Cell> cells) {
        Map<GridPoint, List<Integer>> at = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            for (GridPoint corner : cells.get(i).outline().ring()) {
                at.computeIfAbsent(corner, _ -> new ArrayList<>()).add(i);
            }
        }
        List<List<Integer>> neighbours = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            TreeSet<Integer> found = new TreeSet<>();
            for (GridPoint corner : cells.get(i).outline().ring()) {
                found.addAll(at.getOrDefault(corner, List.of()));
            }
            found.remove(i);
            neighbours.add(List.copyOf(found));
        }
        return neighbours;
    }

    private static List<Street> streets(Chance chance, Names names, Outline outline) {
        Outline clear = outline.shrunkTo(CLEAR_OF_THE_BOUNDARY);
        double size = StrictMath.sqrt(outline.squareMetres());
        List<Street> streets = new ArrayList<>();
        for (String name : names.streets(7 + chance.below(6))) {
            GridPoint middle = clear.somewhere(chance);
            double bearing = chance.between(0, StrictMath.PI);
            double half = Math.min(180, size * chance.between(0.08, 0.22));
            streets.add(new Street(
                    name,
                    along(outline, middle, half * StrictMath.cos(bearing), half * StrictMath.sin(bearing)),
                    middle,
                    along(outline, middle, -half * StrictMath.cos(bearing), -half * StrictMath.sin(bearing))));
        }
        return streets;
    }

    /** As far along as the area reaches, by halves. */
    private static GridPoint along(Outline outline, GridPoint middle, double east, double north) {
        for (double part = 1; part > 0.1; part /= 2) {
            int easting = middle.eastingMetres() + (int) StrictMath.rint(part * east);
            int northing = middle.northingMetres() + (int) StrictMath.rint(part * north);
            if (outline.contains(easting, northing)) {
                return new GridPoint(easting, northing);
            }
        }
        return middle;
    }
}
