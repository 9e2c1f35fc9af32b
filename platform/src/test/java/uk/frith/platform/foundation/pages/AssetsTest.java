package uk.frith.platform.foundation.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final Path OWN = Path.of("src/main/resources/assets");
    private static final Pattern POINTS_AT = Pattern.compile("url\\(\\s*['\"]?([^'\")]+)|@import\\s+['\"]([^'\"]+)");
    private static final Pattern IMPORTS = Pattern.compile("(?:import|from)\\s*\\(?[\"']([^\"'$]+)[\"']");

    @Test
    void every_address_in_a_served_style_sheet_is_served() {
        assertThat(sheets()).hasSize(3);
        sheets().forEach((name, css) -> POINTS_AT
                .matcher(css)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .filter(address -> !address.startsWith("data:"))
                .forEach(address -> assertThat(servedFrom(name, address))
                        .as("%s in %s", address, name)
                        .isTrue()));
    }

    @Test
    void nothing_served_belongs_to_the_crown() {
        sheets().forEach((name, css) ->
                assertThat(css).as(name).doesNotContainIgnoringCase("gds transport", "@font-face", "crest", "fonts/"));
        assertThat(Assets.served().all().keySet()).noneMatch(name -> name.matches(".*(crest|crown|font|woff|icon).*"));
        assertThat(sheets().get("vendor/govuk-frontend.min.css"))
                .contains("font-family:Arial,Helvetica,sans-serif")
                .contains(".govuk-footer__link{", ".govuk-warning-text{", ".govuk-button{", ".govuk-tag{");
    }

    @Test
    void no_file_points_at_a_source_map_that_is_not_served() {
        Assets.served()
                .all()
                .forEach((name, asset) ->
                        assertThat(new String(asset.plain(), UTF_8)).as(name).doesNotContain("sourceMappingURL"));
    }

    @Test
    void every_module_that_a_module_imports_is_served() {
        Assets.served().all().forEach((name, asset) -> {
            if (name.endsWith(".mjs")) {
                IMPORTS.matcher(new String(asset.plain(), UTF_8))
                        .results()
                        .forEach(match -> assertThat(servedFrom(name, match.group(1)))
                                .as("%s in %s", match.group(1), name)
                                .isTrue());
            }
        });
    }

    @Test
    void every_file_of_ours_is_on_the_list() throws IOException {
        try (Stream<Path> files = Files.walk(OWN)) {
            var ours = files.filter(Files::isRegularFile)
                    .map(file -> OWN.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("served.txt"))
                    .collect(Collectors.toCollection(TreeSet::new));
            var listed = Assets.served().all().keySet().stream()
                    .filter(name -> !name.startsWith("vendor/"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(ours).isEqualTo(listed);
        }
    }

    @Test
    void refuses_to_point_at_a_file_that_is_not_on_the_list() {
        assertThat(Assets.path("frith.css")).matches("/assets/[0-9a-f]{12}/frith\\.css");
        assertThatThrownBy(() -> Assets.path("vendor/all.scss"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vendor/all.scss");
    }

    private static Map<String, String> sheets() {
        var sheets = new TreeMap<String, String>();
        Assets.served().all().forEach((name, asset) -> {
            if (name.endsWith(".css")) {
                sheets.put(name, new String(asset.plain(), UTF_8));
            }
        });
        return sheets;
    }

    private static boolean servedFrom(String name, String address) {
        String path = URI.create("/" + name).resolve(address).getPath();
        return Assets.served().find(path.substring(1)).isPresent();
    }
}
