package uk.frith.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

/** The arrow of the house: rooms from left to right, and no chapter that looks to its right. */
class ModularityTest {

    /** The chapters in the order of the house; one may use those before it. */
    static final List<String> LEFT_TO_RIGHT = List.of(
            "commands",
            "audit",
            "pages",
            "identity",
            "files",
            "sheets",
            "places",
            "deadlines",
            "training",
            "rulebook",
            "wording",
            "recording",
            "integrity",
            "reconciliation",
            "victims",
            "concerns",
            "calls",
            "exchange",
            "intake",
            "risk",
            "prevalence",
            "portal",
            "evidence",
            "dialogue",
            "chat",
            "signs");

    private static final ApplicationModules MODULES = ApplicationModules.of(FrithApplication.class);

    @Test
    void chapters_use_what_they_have_declared_and_nothing_else() {
        MODULES.verify();
    }

    @Test
    void every_declared_arrow_points_left() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrderElementsOf(LEFT_TO_RIGHT);
        for (ApplicationModule module : MODULES) {
            int place = LEFT_TO_RIGHT.indexOf(module.getIdentifier().toString());
            module.getDirectDependencies(MODULES)
                    .uniqueModules()
                    .forEach(used -> assertThat(
                                    LEFT_TO_RIGHT.indexOf(used.getIdentifier().toString()))
                            .as("%s uses %s", module.getIdentifier(), used.getIdentifier())
                            .isLessThan(place));
        }
    }

    @Test
    void the_picture_in_the_docs_is_that_of_the_code() throws Exception {
        Path made = Files.createDirectories(Path.of("target", "modules"));
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(made.toString()))
                .writeModulesAsPlantUml(DiagramOptions.defaults());
        Path picture = Path.of("..", "docs", "generated", "modules.puml");
        String drawn = arrowsInOrder(Files.readAllLines(made.resolve("components.puml")));
        if (System.getenv("FRITH_WRITE_DOCS") != null) {
            Files.createDirectories(picture.getParent());
            Files.writeString(picture, drawn);
        }
        assertThat(picture)
                .as("draw it anew: FRITH_WRITE_DOCS=1 mvn -pl platform -am test -Dtest=ModularityTest")
                .hasContent(drawn);
    }

    /** The arrows come in any order; here they come in one. */
    private static String arrowsInOrder(List<String> lines) {
        List<String> arrows =
                lines.stream().filter(line -> line.startsWith("Rel(")).sorted().toList();
        List<String> drawn = new ArrayList<>();
        for (String line : lines) {
            if (!line.startsWith("Rel(")) {
                drawn.add(line);
            } else if (!drawn.containsAll(arrows)) {
                drawn.addAll(arrows);
            }
        }
        return String.join("\n", drawn) + "\n";
    }
}
