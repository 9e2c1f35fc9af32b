package uk.frith.platform.foundation.places;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * The door of places: areas, what lies in what, and the figures that other chapters divide by.
 *
 * <p>Answers are kept in memory until something is imported; each call asks the database once whether that has happened.
 */
@Service
public class Places {

    /** The middle of a small area of a town is seldom farther off than this; one in the country may be. */
    private static final double NEAR_METRES = 2_000;

    private final AreaRepository areas;
    private final AreaDetailRepository details;

    /** What is known at one version; replaced as a whole by the next. */
    private volatile Known known = new Known(-1);

    Places(AreaRepository areas, AreaDetailRepository details) {
        this.areas = areas;
        this.details = details;
    }

    private record Question(String what, String force, Vintage vintage) {}

    private record Known(long version, Map<Object, Object> answers) {
        Known(long version) {
            this(version, new ConcurrentHashMap<>());
        }
    }

    /** Changes whenever an import has changed something; "0" before the first. */
    public String placesVersion() {
        return Long.toString(areas.version());
    }

    /** The area with this code; of an LSOA that stands in both vintages, that of 2021. */
    public Optional<Area> find(String code) {
        return AreaCode.hasForm(code) ? areas.find(code) : Optional.empty();
    }

    /** The codes of an area and of all that it lies in, smallest first; none when the code isn't known. */
    public List<String> around(String code) {
        return AreaCode.hasForm(code) ? areas.around(code) : List.of();
    }

    /** The small area in which a postcode lies; empty when the words aren't one or the directory doesn't have it. */
    public Optional<Area> ofPostcode(String words) {
        return Postcodes.written(words).flatMap(areas::ofPostcode);
    }

    /** The small area of 2021 in which a grid reference lies; empty when it is none, or no area is known there. */
    public Optional<Area> ofGridReference(String written) {
        return GridReferences.parse(written).map(NationalGrid::toWgs84).flatMap(this::areaAt);
    }

    /** The first postcode in some words, when the directory doesn't have it; one without any postcode doubts none. */
    public Optional<String> unknownPostcode(String words) {
        return Postcodes.in(words).filter(areas::isUnknownPostcode);
    }

    /** Areas whose name contains the words, or whose code they are; those that are meant most likely first. */
    public List<Area> named(String words, int most) {
        return details.named(words, most);
    }

    /**
     * The small area of 2021 in which a point lies. Outlines are generalised, and some may be missing: where none holds the
     * point it is the area whose middle is nearest, if that is near.
     */
    public Optional<Area> areaAt(GeoPoint point) {
        List<AreaRepository.Candidate> near = areas.near(NationalGrid.fromWgs84(point));
        return near.stream()
                .filter(each -> each.outline()
                        .filter(outline -> outline.contains(point))
                        .isPresent())
                .findFirst()
                .or(() -> near.stream()
                        .filter(each -> each.metres() <= NEAR_METRES)
                        .findFirst())
                .map(AreaRepository.Candidate::area);
    }

    /** Postcodes in use in a square around a point, nearest first, with where each is. */
    public List<PostcodePoint> postcodesAround(GridPoint middle, double sideMetres, int most) {
        return areas.postcodesAround(middle, sideMetres / 2, most);
    }

    /** All police forces by name. */
    public List<Area> forces() {
        return remembered("forces", () -> areas.ofKind(AreaKind.FORCE));
    }

    /** The force that open data files name so, as {@code avon-and-somerset}. */
    public Optional<Area> forceBySlug(String slug) {
        Map<String, Area> bySlug = remembered(
                "slugs", () -> forces().stream().collect(Collectors.toMap(this::slugOf, Function.identity())));
        return Optional.ofNullable(bySlug.get(slug));
    }

    /** The word that open data files name a force by. */
    public String slugOf(Area force) {
        if (force.kind() != AreaKind.FORCE) {
            throw new IllegalArgumentException("Only forces have such a word.");
        }
        return ForceSlug.of(force.name());
    }

    /** A force's small areas by code; none when the force isn't known. */
    public List<SmallArea> smallAreas(String forceCode, Vintage vintage) {
        return remembered(new Question("small", forceCode, vintage), () -> areas.smallAreas(forceCode, vintage));
    }

    /** Which of a force's small areas touch, both within the force; sorted by codes. */
    public List<NeighbourPair> neighbours(String forceCode, Vintage vintage) {
        return remembered(new Question("touch", forceCode, vintage), () -> areas.neighbours(forceCode, vintage));
    }

    /** Outlines of a force's small areas, by code; areas whose boundary wasn't imported are missing. */
    public List<Outline> outlines(String forceCode, Vintage vintage) {
        return remembered(new Question("lie", forceCode, vintage), () -> areas.outlines(forceCode, vintage));
    }

    /** Whether any outline of a force's small areas is known. */
    public boolean hasOutlines(String forceCode, Vintage vintage) {
        return remembered(new Question("lies", forceCode, vintage), () -> areas.hasOutlines(forceCode, vintage));
    }

    /** The vintage whose list knows more of these codes; 2021 when they know equally many. */
    public Vintage vintageOf(Collection<String> codes) {
        Set<String> older = codes(Vintage.LSOA_2011);
        Set<String> newer = codes(Vintage.LSOA_2021);
        long inOlder = codes.stream().filter(older::contains).count();
        long inNewer = codes.stream().filter(newer::contains).count();
        return inOlder > inNewer ? Vintage.LSOA_2011 : Vintage.LSOA_2021;
    }

    /** Whether any area has this code. */
    public boolean knows(String code) {
        return allCodes().contains(code);
    }

    /** The codes of all areas of all kinds. */
    public Set<String> allCodes() {
        return remembered("codes", () -> Set.copyOf(areas.codes()));
    }

    /** The codes of a vintage's small areas. */
    public Set<String> codes(Vintage vintage) {
        return remembered(vintage, () -> Set.copyOf(areas.codes(vintage.kind())));
    }

    /**
     * For each small area's code of the other vintage the code of the one area of this vintage that it became or came of;
     * areas of which that isn't certain, and those whose code is the same, aren't in it.
     */
    public Map<String, String> soleCounterparts(Vintage vintage) {
        return remembered("counterparts of " + vintage, () -> areas.soleCounterparts(vintage));
    }

    /** Lists are unmodifiable because they are shared. Every question has one type of answer. */
    @SuppressWarnings("unchecked") // The map is private, and each key stands in one call of this method.
    private <T> T remembered(Object question, Supplier<T> answer) {
        long version = areas.version();
        Known now = known;
        if (now.version() != version) {
            now = new Known(version);
            known = now;
        }
        Object held = now.answers().get(question);
        if (held == null) {
            T found = answer.get();
            held = found instanceof List<?> list ? List.copyOf(list) : found;
            now.answers().put(question, held);
        }
        return (T) held;
    }
}
