package uk.frith.platform.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.frith.platform.foundation.pages.ComponentOptions.Component;

/**
 * Each component against the options and HTML that govuk-frontend publishes. Options that a component doesn't take are listed in
 * {@link ComponentOptions}; a fixture that uses one of them is left out, and the number of fixtures compared may not fall.
 */
class ComponentsTest {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ComponentsTest.class.getClassLoader(), "uk.frith.platform");

    @TestFactory
    Stream<DynamicTest> equals_what_govuk_frontend_publishes() {
        return ComponentOptions.all().stream()
                .map(component -> dynamicTest(component.name(), () -> compare(component)));
    }

    private static void compare(Component component) throws IOException {
        var compared = new ArrayList<String>();
        var softly = new SoftAssertions();
        var leftOut = new TreeSet<String>();
        for (JsonNode fixture : fixtures(component.name())) {
            String name = fixture.get("name").asString();
            JsonNode options = fixture.get("options");
            if (component.leavesOut(name, options)) {
                leftOut.add(name);
                continue;
            }
            var page = new Utf8ByteOutput();
            TEMPLATES.render("govuk/" + component.name() + ".jte", component.params(options), page);
            String ours = new String(page.toByteArray(), StandardCharsets.UTF_8);
            softly.assertThat(SameHtml.normalised(ours))
                    .as("%s: %s %s", component.name(), name, options)
                    .isEqualTo(SameHtml.normalised(fixture.get("html").asString()));
            compared.add(name);
        }
        softly.assertThat(compared).as("left out: %s", leftOut).hasSize(component.compared());
        softly.assertAll();
    }

    private static List<JsonNode> fixtures(String component) throws IOException {
        try (var file = ComponentsTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/components/" + component
                        + "/fixtures.json")) {
            assertThat(file).as("fixtures of %s", component).isNotNull();
            JsonNode all = JsonMapper.shared().readTree(file);
            return List.copyOf(all.get("fixtures").values());
        }
    }
}
