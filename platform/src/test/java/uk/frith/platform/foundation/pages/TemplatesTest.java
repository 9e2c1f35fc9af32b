package uk.frith.platform.foundation.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.frith.platform.foundation.pages.SamplePages.Sample;

/**
 * Renders every template of every chapter from its samples. The whole pages are left in {@code target/pages} beside the files
 * they load, so that any server of files shows them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path SHOWN = Path.of("target/pages");
    /** Folders of furniture, which belong to this chapter. */
    private static final Set<String> FURNITURE = Set.of("govuk", "layout");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, TemplatesTest.class.getClassLoader(), PagesConfiguration.TEMPLATE_PACKAGE);
    private final Set<String> rendered = new TreeSet<>();
    private final SoftAssertions softly = new SoftAssertions();

    @BeforeAll
    void renders_all_samples() throws IOException {
        for (SamplePages chapter : ServiceLoader.load(SamplePages.class)) {
            for (Sample sample : chapter.samples().toList()) {
                render(chapterOf(chapter), sample);
            }
        }
        Assets.served()
                .all()
                .forEach(
                        (name, asset) -> write(Path.of("assets", Assets.served().version(), name), asset.plain()));
    }

    @Test
    void every_whole_page_keeps_the_page_rules() {
        softly.assertAll();
    }

    @Test
    void every_template_is_rendered_by_some_sample() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            Set<String> all = files.filter(file -> file.toString().endsWith(".jte"))
                    .map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
            assertThat(rendered).isEqualTo(new TreeSet<>(all));
        }
    }

    private void render(String chapter, Sample sample) {
        String template = sample.view() + ".jte";
        String folder = sample.view().substring(0, sample.view().lastIndexOf('/'));
        String owner = FURNITURE.contains(folder) ? "foundation/pages" : folder;
        softly.assertThat(owner).as("the chapter of %s", template).isEqualTo(chapter);
        var output = new TracedOutput();
        templates.render(template, sample.params(), output);
        rendered.addAll(output.templates());
        String html = output.html();
        softly.assertThat(html).as("%s: %s", template, sample.name()).isNotBlank();
        if (html.stripLeading().startsWith("<!DOCTYPE html>")) {
            softly.assertThat(PageRules.faults(html))
                    .as("%s: %s", template, sample.name())
                    .isEmpty();
            write(Path.of(sample.view().replace('/', '-') + "-" + sample.name() + ".html"), html.getBytes(UTF_8));
        }
    }

    private static String chapterOf(SamplePages chapter) {
        String inPlatform =
                chapter.getClass().getPackageName().substring(PagesConfiguration.TEMPLATE_PACKAGE.length() + 1);
        return inPlatform.replace('.', '/');
    }

    private static void write(Path name, byte[] content) {
        try {
            Path file = SHOWN.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
