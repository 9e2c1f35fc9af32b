package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyseCommandTest {

    @TempDir
    Path folder;

    /** The six points of the test of PySAL's esda (test_getisord.py), which R's spdep confirms. */
    private static final String POINTS = "id,value\na,2\nb,3\nc,3.2\nd,5\ne,8\nf,7\n";

    private static final String NEAR =
            "from,to\na,b\na,d\nb,a\nb,d\nb,e\nc,e\nd,a\nd,b\nd,e\ne,b\ne,c\ne,d\ne,f\nf,e\nf,e\nf,f\n";

    private record Answer(int status, String data, String news) {}

    @Test
    void gives_the_scores_that_esda_and_spdep_give() throws IOException {
        Answer answer = analyse("gi-star", file("values.csv", POINTS), file("near.csv", NEAR));
        assertThat(answer.status()).isZero();
        List<String> lines = answer.data().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("id,z,p,q");
        double[] expected = {-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331};
        for (int i = 0; i < expected.length; i++) {
            String[] parts = lines.get(i + 1).split(",", -1);
            assertThat(Double.parseDouble(parts[1])).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-8));
            assertThat(new java.math.BigDecimal(parts[1]).precision()).isLessThanOrEqualTo(15);
        }
        assertThat(answer.news()).contains("Only 6 areas");
    }

    @Test
    void the_question_of_the_tail_is_answered_as_it_was_asked() throws IOException {
        String values = file("values.csv", POINTS);
        String near = file("near.csv", NEAR);
        double upper = p(analyse("gi-star", values, near, "--tail", "upper"), 6);
        double lower = p(analyse("gi-star", values, near, "--tail=lower"), 6);
        double two = p(analyse("gi-star", values, near, "--tail", "two"), 6);
        assertThat(upper + lower).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(two).isCloseTo(2 * upper, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void no_variation_gives_z_0_and_p_1_whatever_the_tail() throws IOException {
        String values = "id,value\n"
                + IntStream.range(0, 40).mapToObj(i -> "a" + i + ",7").collect(Collectors.joining("\n"));
        for (String tail : List.of("two", "upper", "lower")) {
            Answer answer =
                    analyse("gi-star", file("values.csv", values), file("near.csv", "x,y\na0,a1\n"), "--tail", tail);
            assertThat(answer.data().lines().skip(1)).hasSize(40).allMatch(line -> line.endsWith(",0,1,1"));
            assertThat(answer.news()).isEmpty();
        }
    }

    @Test
    void an_id_that_is_not_among_the_values_is_named() throws IOException {
        Answer answer = analyse("gi-star", file("values.csv", POINTS), file("near.csv", "x,y\na,b\na,zebra\n"));
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.news()).contains("zebra").contains("line 3");
        assertThat(answer.data()).isEmpty();
    }

    @Test
    void reads_gzip_byte_order_marks_carriage_returns_and_quotes() throws IOException {
        Path zipped = folder.resolve("values.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write("\ufeffid,value\r\n\"a,1\",1\r\n\"b\"\"2\",2\r\nc,4\r\n".getBytes(StandardCharsets.UTF_8));
        }
        Answer answer = analyse("gi-star", zipped.toString(), file("near.csv", "x,y\r\n\"a,1\",\"b\"\"2\"\r\n"));
        assertThat(answer.status()).isZero();
        assertThat(answer.data().lines().skip(1).map(line -> line.replaceAll(",[^,]+,[^,]+,[^,]+$", "")))
                .containsExactly("\"a,1\"", "\"b\"\"2\"", "c");
    }

    @Test
    void wrong_arguments_get_a_sentence_and_status_2() {
        assertThat(analyse().status()).isEqualTo(2);
        assertThat(analyse("moran", "a", "b").status()).isEqualTo(2);
        assertThat(analyse("gi-star", "a").status()).isEqualTo(2);
        assertThat(analyse("gi-star", "a", "b", "--tail", "both").news()).contains("two, upper or lower");
        assertThat(analyse("gi-star", "a", "b", "--colour").status()).isEqualTo(2);
    }

    @Test
    void broken_files_get_a_sentence_with_the_line() throws IOException {
        String near = file("near.csv", NEAR);
        assertThat(analyse("gi-star", folder.resolve("none").toString(), near).news())
                .contains("no readable file");
        assertThat(analyse("gi-star", file("v.csv", "area,n\na,1\n"), near).news())
                .contains("id,value");
        assertThat(analyse("gi-star", file("v.csv", "id,value\na,many\n"), near).news())
                .contains("line 2")
                .contains("many");
        assertThat(analyse("gi-star", file("v.csv", "id,value\na,1\na,2\n"), near)
                        .news())
                .contains("second time");
        assertThat(analyse("gi-star", file("v.csv", "id,value\na,NaN\n"), near).status())
                .isEqualTo(1);
        assertThat(analyse("gi-star", file("v.csv", "id,value\n\"a,1\n"), near).news())
                .contains("never closed");
        assertThat(analyse("gi-star", file("v.csv", "id,value\n"), near).news()).contains("no areas");
    }

    private static double p(Answer answer, int row) {
        return Double.parseDouble(answer.data().lines().toList().get(row).split(",", -1)[2]);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Answer analyse(String... words) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteArrayOutputStream news = new ByteArrayOutputStream();
        int status = AnalyseCommand.run(
                List.of(words),
                new PrintStream(data, true, StandardCharsets.UTF_8),
                new PrintStream(news, true, StandardCharsets.UTF_8));
        return new Answer(status, data.toString(StandardCharsets.UTF_8), news.toString(StandardCharsets.UTF_8));
    }
}
