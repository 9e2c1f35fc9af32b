package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PageMakerTest {

    @Test
    void the_busiest_area_stands_first_and_can_stand_last() {
        PrevalencePage usual = PrevalenceSamples.page(Map.of("force", "frithshire"));
        PrevalencePage turned = PrevalenceSamples.page(Map.of("force", "frithshire", "sort", "count", "order", "up"));

        assertThat(usual.table().rows().getFirst().cells().getFirst()).isEqualTo("80");
        assertThat(turned.table().rows().getLast().cells().getFirst()).isEqualTo("80");
        assertThat(usual.table().heads().get(1).sorted()).hasValue("descending");
        assertThat(usual.table().heads().get(1).href()).contains("order=up");
    }

    @Test
    void every_link_names_the_versions_and_the_form_does_not() {
        PrevalencePage page = PrevalenceSamples.page(Map.of("force", "frithshire"));

        assertThat(page.link()).endsWith("from=2021-01&to=2021-12&v=3&p=5");
        assertThat(page.downloads()).allMatch(link -> link.href().contains("v=3&p=5"));
    }

    @Test
    void every_column_has_a_cell() {
        for (String columns : new String[] {"fewer", "all"}) {
            PrevalencePage.AreaTable table = PrevalenceSamples.page(Map.of("force", "frithshire", "columns", columns))
                    .table();
            assertThat(table.rows())
                    .allMatch(row -> row.cells().size() + 1 == table.heads().size());
        }
    }

    @Test
    void each_area_on_the_map_has_a_title_of_its_own() {
        String map = PrevalenceSamples.page(Map.of("force", "frithshire")).map().orElseThrow();

        assertThat(map.split("<path d=\"M[^\"]*\"><title>", -1)).hasSize(41);
        assertThat(map).contains("url(#hatch)").doesNotContain("style=");
    }
}
