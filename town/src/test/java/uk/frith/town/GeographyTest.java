package uk.frith.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeographyTest {

    private record Edge(GridPoint from, GridPoint to) {}

    private final List<Area> areas = Standard.TOWN.areas();

    @Test
    void has_240_areas_in_24_wards_3_districts_and_2_partnerships() {
        assertThat(areas)
                .hasSize(240)
                .extracting(Area::code)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(areas).extracting(Area::name).doesNotHaveDuplicates();
        assertThat(groups(areas, Area::wardCode))
                .hasSize(24)
                .allSatisfy((_, ward) -> assertThat(ward).hasSize(10));
        assertThat(groups(areas, Area::wardName)).hasSize(24);
        assertThat(groups(areas, Area::districtCode)).hasSize(3);
        assertThat(groups(areas, Area::partnershipCode)).hasSize(2);
    }

    @Test
    void every_code_begins_with_x() {
        assertThat(areas).allSatisfy(area -> {
            assertThat(area.code()).matches("X01\\d{6}");
            assertThat(area.wardCode()).matches("X05\\d{6}");
            assertThat(area.districtCode()).matches("X07\\d{6}");
            assertThat(area.partnershipCode()).matches("X22\\d{6}");
        });
        assertThat(Town.FORCE_CODE).startsWith("X");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 11, -77, Long.MAX_VALUE})
    void areas_tile_the_ground_without_gaps_or_overlaps(long seed) {
        List<Area> laidOut = Geography.layOut(seed);
        Map<Edge, String> edges = new HashMap<>();
        for (Area area : laidOut) {
            GridPoint from = area.ring().getLast();
            for (GridPoint to : area.ring()) {
                assertThat(edges.put(new Edge(from, to), area.code())).isNull();
                from = to;
            }
        }
        // What no other area borders, taken together, must enclose exactly what the areas cover.
        double outer = 0;
        for (Edge edge : edges.keySet()) {
            if (!edges.containsKey(new Edge(edge.to, edge.from))) {
                outer += cross(edge.from, edge.to);
            }
        }
        double covered = 0;
        for (Area area : laidOut) {
            Outline outline = new Outline(area.ring());
            assertThat(outline.squareMetres()).as(area.code()).isPositive();
            assertSimple(area);
            covered += outline.squareMetres();
        }
        assertThat(covered).isCloseTo(outer / 2, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 11, -77, Long.MAX_VALUE})
    void wards_and_districts_hang_together(long seed) {
        List<Area> laidOut = Geography.layOut(seed);
        groups(laidOut, Area::wardCode)
                .forEach(
                        (ward, members) -> assertThat(reached(members)).as(ward).hasSameSizeAs(members));
        groups(laidOut, Area::districtCode)
                .forEach((district, members) ->
                        assertThat(reached(members)).as(district).hasSameSizeAs(members));
        assertThat(reached(laidOut)).hasSize(240);
    }

    @Test
    void neighbours_are_those_who_share_a_corner() {
        for (Area one : areas) {
            for (Area other : areas) {
                boolean touch = !one.equals(other) && one.ring().stream().anyMatch(other.ring()::contains);
                assertThat(one.neighbours().contains(other.code()))
                        .as("%s and %s", one.code(), other.code())
                        .isEqualTo(touch);
            }
        }
    }

    @Test
    void people_and_households_are_in_proportion() {
        assertThat(areas).allSatisfy(area -> {
            assertThat(area.residents()).isBetween(1_000, 2_900);
            assertThat((double) area.residents() / area.households()).isBetween(2.0, 2.7);
        });
        assertThat(areas.stream().mapToInt(Area::residents).sum()).isBetween(360_000, 440_000);
    }

    @Test
    void deprivation_spans_the_ranks_and_neighbours_are_alike() {
        assertThat(areas)
                .extracting(area -> area.deprivation().overall().rank())
                .doesNotHaveDuplicates();
        assertThat(groups(areas, area -> "" + area.deprivation().overall().decile()))
                .hasSize(10);
        Map<String, Area> byCode = areas.stream().collect(Collectors.toMap(Area::code, area -> area));
        double mean = (Deprivation.RANKS + 1) / 2.0;
        double together = 0;
        double alone = 0;
        for (Area area : areas) {
            double own = area.deprivation().overall().rank() - mean;
            double around = area.neighbours().stream()
                    .mapToDouble(code ->
                            Standard.in(byCode, code).deprivation().overall().rank() - mean)
                    .average()
                    .orElseThrow();
            together += own * around;
            alone += own * own;
        }
        // Moran's I with row-standardised weights.
        assertThat(together / alone).isGreaterThan(0.4);
    }

    @Test
    void streets_lie_in_their_area() {
        assertThat(areas).allSatisfy(area -> {
            Outline outline = new Outline(area.ring());
            assertThat(area.streets())
                    .hasSizeBetween(7, 12)
                    .extracting(Street::name)
                    .doesNotHaveDuplicates();
            assertThat(area.streets())
                    .allMatch(street -> outline.contains(
                            street.middle().eastingMetres(), street.middle().northingMetres()));
        });
    }

    @Test
    void no_name_of_a_district_or_ward_is_a_real_ones() throws IOException {
        String real = String.join("\n", RealData.lines("reference/lookup_lsoa21_ward24_ltla24.csv.gz"))
                .toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        for (String beginning : Names.BEGINNINGS) {
            for (String ending : Names.ENDINGS) {
                names.add((beginning + ending).toLowerCase(Locale.ROOT));
            }
        }
        assertThat(names).noneMatch(real::contains);
        assertThat(real).doesNotContain("frithshire").doesNotContain("\"x0");
    }

    private static Map<String, List<Area>> groups(List<Area> areas, Function<Area, String> by) {
        return areas.stream().collect(Collectors.groupingBy(by));
    }

    private static Set<String> reached(List<Area> members) {
        Map<String, Area> inside = members.stream().collect(Collectors.toMap(Area::code, area -> area));
        Set<String> seen = new HashSet<>(Set.of(members.getFirst().code()));
        ArrayDeque<String> queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            for (String next : Standard.in(inside, queue.remove()).neighbours()) {
                if (inside.containsKey(next) && seen.add(next)) {
                    queue.add(next);
                }
            }
        }
        return seen;
    }

    private static void assertSimple(Area area) {
        List<GridPoint> ring = area.ring();
        int n = ring.size();
        for (int i = 0; i < n; i++) {
            for (int j = i + 2; j < n; j++) {
                if (i == 0 && j == n - 1) {
                    continue;
                }
                assertThat(cross(ring.get(i), ring.get((i + 1) % n), ring.get(j), ring.get((j + 1) % n)))
                        .as("sides %d and %d of %s cross", i, j, area.code())
                        .isFalse();
            }
        }
    }

    private static boolean cross(GridPoint a, GridPoint b, GridPoint c, GridPoint d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private static double side(GridPoint a, GridPoint b, GridPoint c) {
        return Math.signum((double) (b.eastingMetres() - a.eastingMetres()) * (c.northingMetres() - a.northingMetres())
                - (double) (b.northingMetres() - a.northingMetres()) * (c.eastingMetres() - a.eastingMetres()));
    }

    private static double cross(GridPoint from, GridPoint to) {
        return (double) from.eastingMetres() * to.northingMetres()
                - (double) to.eastingMetres() * from.northingMetres();
    }
}
