package uk.frith.platform.foundation.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartedOutputTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 40_000, 300_000})
    void unpacks_to_what_was_written_whatever_the_size_of_the_part(int size) throws IOException {
        SplittableRandom random = new SplittableRandom(size);
        for (int around : new int[] {0, 1, 20_000}) {
            String head = words(random, around);
            String middle = words(random, size);
            String tail = words(random, around);
            var part = new WrittenPart(middle.getBytes(UTF_8));
            var page = new PartedOutput(part);
            page.writeContent(head);
            part.writeTo(page);
            page.writeContent(tail);

            assertThat(unpacked(page)).isEqualTo(head + middle + tail);
        }
    }

    @Test
    void noise_that_can_not_be_compressed_comes_through() throws IOException {
        var noise = new byte[100_000];
        new SplittableRandom(7).nextBytes(noise);
        var part = new WrittenPart(noise);
        var page = new PartedOutput(part);
        page.writeContent("before");
        part.writeTo(page);
        page.writeContent("after");

        try (var in = new GZIPInputStream(new ByteArrayInputStream(page.gzip()))) {
            assertThat(in.readNBytes(6)).isEqualTo("before".getBytes(UTF_8));
            assertThat(in.readNBytes(noise.length)).isEqualTo(noise);
            assertThat(in.readAllBytes()).isEqualTo("after".getBytes(UTF_8));
        }
    }

    @Test
    void a_template_that_leaves_its_part_out_or_shows_it_twice_still_makes_a_page() throws IOException {
        var part = new WrittenPart("figures".getBytes(UTF_8));
        var without = new PartedOutput(part);
        without.writeContent("nothing here");
        var twice = new PartedOutput(part);
        part.writeTo(twice);
        twice.writeContent(" and ");
        part.writeTo(twice);

        assertThat(unpacked(without)).isEqualTo("nothing here");
        assertThat(unpacked(twice)).isEqualTo("figures and figures");
    }

    private static String unpacked(PartedOutput page) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(page.gzip()))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** Text with repetitions near and far, as markup has them. */
    private static String words(SplittableRandom random, int length) {
        String[] some = {"<td class=\"govuk-table__cell\">", "</td>", "Brackenfold é ", "12.4", "\n"};
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(some[random.nextInt(some.length)]).append(random.nextInt(50));
        }
        text.setLength(length);
        return text.toString();
    }
}
