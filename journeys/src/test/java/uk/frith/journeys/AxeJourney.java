package uk.frith.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one who judges pages is judged: of texts that are drawn alike one is measured, and none that is drawn otherwise is missed. */
class AxeJourney extends PeopleAtTheirDesks {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><title>Rows - Frith</title><style>
              body { background: #fff; color: #111; }
              tr.dark { background: #333; }
              tr:nth-child(7) { background: var(--seventh, #fff); }
              .faint { color: #999; }
              .thin { opacity: 0.4; }
            </style></head><body><main><h1>Rows</h1><table><caption>Rows</caption>
            <tr><th scope="col">Name</th></tr>ROWS
            </table></main></body></html>""";
    private static final String ROW = "<tr><td>The same as ever</td></tr>".repeat(9);

    AxeJourney(Stage stage) {
        super(stage);
    }

    @Test
    void a_page_without_a_fault_has_none() {
        assertThat(problems(ROW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<tr><td class='faint'>By its own class</td></tr>",
                "<tr class='dark'><td>By the ground of its row</td></tr>",
                "<tr><td style='color: #aaa'>By its own style</td></tr>",
                "<tr class='thin'><td>By what it lies in</td></tr>",
                "<tr><td><input aria-label='Name' value='In a field' style='color: #bbb; background: #fff'></td></tr>",
            })
    void one_row_among_many_that_is_hard_to_read_is_found(String faulty) {
        assertThat(problems(ROW + faulty + ROW)).singleElement().asString().startsWith("axe color-contrast");
    }

    @Test
    void a_row_that_differs_by_nothing_but_its_place_is_found() {
        assertThat(problems("<style>:root { --seventh: #222; }</style>" + ROW))
                .singleElement()
                .asString()
                .startsWith("axe color-contrast");
    }

    @Test
    void whatever_else_is_wrong_is_told_too() {
        assertThat(problems(ROW + "<tr><td><img src='data:,'></td></tr>"))
                .singleElement()
                .asString()
                .startsWith("axe image-alt");
    }

    private List<String> problems(String rows) {
        Visit visit = visitor(Scripts.ON);
        visit.page().setContent(PAGE.replace("ROWS", rows));
        return Axe.problems(visit.page());
    }
}
