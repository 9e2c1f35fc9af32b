package uk.frith.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream news = new ByteArrayOutputStream();

    private int run(String in, String... words) {
        InputStream stream = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
        return ReadCommand.run(
                List.of(words),
                stream,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(news, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void answers_with_the_promised_names_in_their_order() {
        int status = run("{\"id\":\"x1\",\"text\":\"He smashed my front window with a brick.\"}\n");
        assertThat(status).isZero();
        assertThat(Json.parse(lines().getFirst())).isInstanceOfSatisfying(Map.class, answer -> {
            assertThat(answer.keySet().toString())
                    .isEqualTo("[id, is_asb, asb_category, asb_type, crimes, hate, vulnerability, repeat, "
                            + "immediate_danger, questions]");
            assertThat(answer.get("id")).isEqualTo("x1");
            assertThat(String.valueOf(answer.get("crimes")))
                    .contains("class=58A")
                    .contains("certainty=");
        });
    }

    @Test
    void keeps_the_order_of_many_lines() {
        StringBuilder in = new StringBuilder();
        for (int i = 0; i < 700; i++) {
            in.append("{\"id\":\"n")
                    .append(i)
                    .append("\",\"text\":\"Bins again ")
                    .append(i)
                    .append("\"}\n");
        }
        assertThat(run(in.toString())).isZero();
        assertThat(lines()).hasSize(700);
        for (int i = 0; i < 700; i++) {
            assertThat(lines().get(i)).startsWith("{\"id\":\"n" + i + "\",");
        }
    }

    @Test
    void names_a_bad_line_and_goes_on() {
        int status = run("{\"id\":\"a\",\"text\":\"x\"}\nnot json\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"y\"}\n");
        assertThat(status).isEqualTo(3);
        assertThat(lines()).hasSize(4);
        assertThat(lines().get(1)).startsWith("{\"line\":2,\"error\":");
        assertThat(lines().get(2)).isEqualTo("{\"line\":3,\"error\":\"the account has no text\"}");
        assertThat(lines().get(3)).startsWith("{\"id\":\"c\"");
    }

    @Test
    void refuses_wrong_arguments() {
        assertThat(run("", "--nonsense")).isEqualTo(2);
        assertThat(run("", "a", "b")).isEqualTo(2);
        assertThat(run("", "--rules")).isEqualTo(2);
        assertThat(lines()).isEmpty();
        assertThat(news.toString(StandardCharsets.UTF_8)).contains("Usage");
    }

    @Test
    void fails_when_there_is_no_such_file(@TempDir Path folder) {
        assertThat(run("", folder.resolve("nothing.jsonl").toString())).isEqualTo(1);
    }

    @Test
    void reads_a_gzipped_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("in.jsonl.gz");
        try (GZIPOutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file))) {
            zipped.write(
                    "{\"id\":7,\"text\":\"quiet\",\"history\":[{\"at\":\"2026-03-01T20:10:00Z\",\"text\":\"noise\"}]}\n"
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run("", file.toString())).isZero();
        assertThat(lines().getFirst()).startsWith("{\"id\":7,").contains("\"repeat\":true");
    }

    @Test
    void names_every_fault_of_a_rule_book_by_line(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("rulebook.txt"), "version 1\nlexicon l.txt\noffences o.txt\nrules r.txt\n");
        Files.writeString(folder.resolve("l.txt"), "orphan phrase\n= a\nkick @nobody\n");
        Files.writeString(folder.resolve("o.txt"), "46\tShoplifting\n");
        Files.writeString(folder.resolve("r.txt"), "rule R1\nfinds crime 99Z certain\nwhen b\n");
        assertThat(run("", "--rules", folder.toString())).isEqualTo(1);
        assertThat(news.toString(StandardCharsets.UTF_8))
                .contains("l.txt:1:")
                .contains("l.txt:3: there is no class @nobody")
                .contains("r.txt:2: the offence list has no current class 99Z")
                .contains("r.txt:3: nothing is called b");
    }

    @Test
    void a_force_can_bring_its_own_rules(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("rulebook.txt"),
                "version own\nwords w.txt\nlexicon l.txt\noffences o.txt\nrules r.txt\n");
        Files.writeString(folder.resolve("w.txt"), "nicked = steal\nsteal : stole\n");
        Files.writeString(folder.resolve("l.txt"), "= theft\nsteal ..4 wine\n= no opens=denied reach=4\nnot\n");
        Files.writeString(folder.resolve("o.txt"), "46\tShoplifting\n");
        Files.writeString(
                folder.resolve("r.txt"),
                "default source Own rule 1\ndefault from 2026-01-01\nrule R1\nfinds crime 46 certain\nwhen theft\n");
        assertThat(run("{\"id\":\"1\",\"text\":\"He nicked the red wine\"}\n", "--rules", folder.toString()))
                .isZero();
        assertThat(lines().getFirst()).contains("\"rule\":\"R1\"").contains("Own rule 1");
    }
}
