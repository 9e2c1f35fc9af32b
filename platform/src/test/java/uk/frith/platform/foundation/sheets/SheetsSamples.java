package uk.frith.platform.foundation.sheets;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;

/** The samples of this chapter's pages. */
public final class SheetsSamples implements SamplePages {

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.of(
                        "refused",
                        "foundation/sheets/form",
                        Map.of(
                                "chrome",
                                SamplePages.sergeant(),
                                "form",
                                new SheetForm(
                                        "/somewhere",
                                        "force,count",
                                        "A letter",
                                        "yesterday",
                                        List.of(ErrorLink.at("dated", "Give the day it was made"))),
                                "label",
                                "Figures",
                                "hint",
                                "A CSV file.")),
                Sample.page("whole", "foundation/sheets/sheet", page(List.of())),
                Sample.page(
                        "refused",
                        "foundation/sheets/sheet",
                        page(List.of(new SheetRepository.Refused(3, "count", "<b>", "a count is a whole number")))));
    }

    private static SheetPages.SheetPage page(List<SheetRepository.Refused> refused) {
        return new SheetPages.SheetPage(
                "Use of categories",
                "/oversight/categories",
                "forces.csv",
                "A letter",
                "1 Mar 2026",
                "2 Mar 2026, 10:00",
                "3 rows were taken in, 1 refused.",
                false,
                "/sheets/1/refused.csv",
                refused);
    }
}
