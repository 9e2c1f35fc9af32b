package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DownloadsTest {

    private final Answer answer = PrevalenceSamples.answer();

    @Test
    void the_marking_stands_in_the_name_and_never_in_the_data() {
        assertThat(answer.fileName("lsoa")).isEqualTo("OFFICIAL-asb-frithshire-2021-01-to-2021-12-lsoa-v3");
        assertThat(Downloads.areas(answer) + Downloads.geoJson(answer) + Downloads.months(answer))
                .doesNotContain("OFFICIAL");
    }

    @Test
    void a_line_an_area_with_every_figure() {
        var lines = Downloads.areas(answer).lines().toList();

        assertThat(lines).hasSize(41);
        assertThat(lines.getFirst()).startsWith("area_code,area_name,within,from,to,category,incidents,residents");
        assertThat(lines.get(1)).startsWith("E00000000,Area 0,District,2021-01,2021-12,asb,5,1500,3.33333333333");
        assertThat(lines).allMatch(line -> line.split(",", -1).length == 22);
    }

    @Test
    void geojson_is_json_with_a_feature_an_area() {
        JsonNode json = JsonMapper.shared().readTree(Downloads.geoJson(answer));

        assertThat(json.get("features").size()).isEqualTo(40);
        assertThat(json.at("/features/0/properties/incidents").intValue()).isEqualTo(5);
        assertThat(json.at("/features/0/geometry/coordinates/0/0/0/1").doubleValue())
                .isEqualTo(52);
        assertThat(json.get("coverage").stringValue()).contains("reports to the police only");
    }
}
