package uk.frith.platform.foundation.places;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Cell;
import uk.frith.platform.foundation.pages.Column;
import uk.frith.platform.foundation.pages.SamplePages;

/** The samples of this chapter: a ward with everything, a district with nothing, and the page where areas are found. */
public final class PlacesSamples implements SamplePages {

    private static final Area FORCE = new Area("X23000001", AreaKind.FORCE, "Exampleshire");
    private static final Area WARD = new Area("X05000001", AreaKind.WARD, "Abbey & \"Meadows\"");
    private static final Area SMALL = new Area("X01000001", AreaKind.LSOA_2021, "Aston 001A");

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.page("everything", "foundation/places/area", AreaPageMaker.make(full(), List.of())),
                Sample.page("nothing", "foundation/places/area", AreaPageMaker.make(bare(), List.of())),
                Sample.page("first", "foundation/places/find", find("", null, "", List.of())),
                Sample.page(
                        "found",
                        "foundation/places/find",
                        find("abbey", null, "1 area found.", List.of(List.of(Cell.of(AreaPageMaker.link(WARD)))))),
                Sample.page(
                        "wrong",
                        "foundation/places/find",
                        find("", "Enter a name, a code or a postcode", "", List.of())));
    }

    private static FindPage find(
            String sought, @org.jspecify.annotations.Nullable String error, String answer, List<List<Cell>> found) {
        return new FindPage(
                sought,
                error,
                answer,
                List.of(Column.of("Name")),
                found,
                error == null
                        ? List.of(List.of(Cell.of(AreaPageMaker.link(FORCE)), Cell.of(FORCE.code())))
                        : List.of());
    }

    static AreaDetail full() {
        Outline around = Outlines.parse("X07000001", "[[[[-1.2,52.6],[-1,52.6],[-1,52.8],[-1.2,52.6]]]]");
        Outline own = Outlines.parse("X01000001", "[[[[-1.1,52.65],[-1.05,52.65],[-1.05,52.7],[-1.1,52.65]]]]");
        return new AreaDetail(
                new Belonging(WARD, 2024, List.of(FORCE)),
                List.of(
                        new Residents(2021, 1510, OptionalLong.of(700), unknown()),
                        new Residents(
                                2020,
                                1500,
                                OptionalLong.empty(),
                                new Residents.Ages(
                                        OptionalLong.of(300),
                                        OptionalLong.of(200),
                                        OptionalLong.of(400),
                                        OptionalLong.of(350),
                                        OptionalLong.of(250)))),
                List.of(new AreaDetail.Deprivation(DeprivationIndex.IMD_2025_ENGLAND, 2, 1, 5000)),
                List.of(new AreaDetail.RuralUrban(2021, "Urban", "Urban: Nearer to a major town or city", 1)),
                List.of(new AreaDetail.Change(new Area("X01000002", AreaKind.LSOA_2011, "Oldshire 001B"), SMALL, "S")),
                Optional.of(new AreaDetail.Position(458_000.2, 305_000, OptionalDouble.of(0.4))),
                List.of(SMALL),
                List.of(new Part(SMALL, OptionalLong.of(1510), OptionalLong.empty())),
                new AreaDetail.Postcodes(1200, 3),
                Optional.of(around),
                List.of(own),
                List.of(new AreaDetail.Source(
                        Dataset.CENSUS_2021,
                        "reference/census.csv",
                        Instant.parse("2026-11-22T12:00:00Z"),
                        "0".repeat(64))));
    }

    static AreaDetail bare() {
        return new AreaDetail(
                new Belonging(new Area("X07000099", AreaKind.DISTRICT, "Oldshire"), 2021, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                new AreaDetail.Postcodes(0, 0),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Residents.Ages unknown() {
        OptionalLong none = OptionalLong.empty();
        return new Residents.Ages(none, none, none, none, none);
    }
}
