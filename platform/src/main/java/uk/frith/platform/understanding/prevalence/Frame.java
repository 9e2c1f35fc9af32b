package uk.frith.platform.understanding.prevalence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.frith.patterns.Neighbours;
import uk.frith.platform.foundation.places.NeighbourPair;
import uk.frith.platform.foundation.places.SmallArea;

/**
 * The areas of an answer and the small areas that make each of them up.
 *
 * @param basis the areas
 * @param position where in the basis each small area's code counts
 */
record Frame(Basis basis, Map<String, Integer> position) {

    /** Small areas that lie in several wards, say, or that nobody has placed: counted together, never left out. */
    static final String UNPLACED_CODE = "";

    Frame {
        position = Map.copyOf(position);
    }

    /** The codes of the small areas of each area, by the area's code. */
    Map<String, List<String>> members() {
        Map<String, List<String>> members = new TreeMap<>();
        position.forEach(
                (small, at) -> members.computeIfAbsent(basis.areas().get(at).code(), code -> new ArrayList<>())
                        .add(small));
        return members;
    }

    /** Groups small areas; two groups touch where any of their small areas do. */
    static Frame of(Collection<SmallArea> smallAreas, Collection<NeighbourPair> pairs, Unit unit) {
        Map<String, List<SmallArea>> groups = new TreeMap<>();
        for (SmallArea area : smallAreas) {
            groups.computeIfAbsent(code(area, unit), code -> new ArrayList<>()).add(area);
        }
        List<Basis.Ground> grounds = new ArrayList<>();
        Map<String, Integer> position = new HashMap<>();
        groups.forEach((code, its) -> {
            its.forEach(area -> position.put(area.code(), grounds.size()));
            grounds.add(ground(code, its, unit));
        });
        Set<Long> touching = new TreeSet<>();
        for (NeighbourPair pair : pairs) {
            Integer from = position.get(pair.code());
            Integer to = position.get(pair.neighbour());
            if (from != null && to != null && !from.equals(to)) {
                touching.add(((long) from << 32) | to);
            }
        }
        int[] from = touching.stream().mapToInt(pair -> (int) (pair >> 32)).toArray();
        int[] to = touching.stream().mapToInt(pair -> (int) (long) pair).toArray();
        return new Frame(new Basis(grounds, Neighbours.of(grounds.size(), from, to), true), position);
    }

    /** The areas that occur in reports of which nobody says what they cover: no residents, no neighbours. */
    static Frame ofWhatOccurs(Collection<String> codes, Map<String, String> names) {
        List<Basis.Ground> grounds = new ArrayList<>();
        Map<String, Integer> position = new LinkedHashMap<>();
        for (String code : new TreeSet<>(codes)) {
            position.put(code, grounds.size());
            grounds.add(new Basis.Ground(
                    code, names.getOrDefault(code, code), OptionalInt.empty(), OptionalInt.empty(), ""));
        }
        return new Frame(new Basis(grounds, Neighbours.of(grounds.size(), new int[0], new int[0]), false), position);
    }

    private static Basis.Ground ground(String code, List<SmallArea> its, Unit unit) {
        SmallArea first = its.getFirst();
        boolean peopleKnown = its.stream().allMatch(area -> area.population().isPresent());
        OptionalInt people = peopleKnown
                ? OptionalInt.of(its.stream()
                        .mapToInt(area -> area.population().orElseThrow())
                        .sum())
                : OptionalInt.empty();
        OptionalInt decile = unit == Unit.LSOA ? first.deprivationDecile() : OptionalInt.empty();
        return new Basis.Ground(
                code, name(first, unit), people, decile, first.districtName().orElse(""));
    }

    private static String code(SmallArea area, Unit unit) {
        return switch (unit) {
            case LSOA -> area.code();
            case WARD -> area.wardCode().orElse(UNPLACED_CODE);
            case DISTRICT -> area.districtCode().orElse(UNPLACED_CODE);
            case PARTNERSHIP -> area.partnershipCode().orElse(UNPLACED_CODE);
        };
    }

    private static String name(SmallArea area, Unit unit) {
        Optional<String> name = switch (unit) {
            case LSOA -> Optional.of(area.name());
            case WARD -> area.wardName();
            case DISTRICT -> area.districtName();
            case PARTNERSHIP -> area.partnershipName();
        };
        return name.orElse("in several " + unit.plural() + " or none");
    }
}
