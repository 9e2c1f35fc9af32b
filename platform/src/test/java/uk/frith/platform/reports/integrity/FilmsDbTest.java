package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** Short films beside the learning texts, from the registrar's form to the player's ranges. */
@SpringBootTest
@AutoConfigureMockMvc
class FilmsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String FORM = "/recording-learning/texts/CRIME_FIRST/film";
    private static final String TRANSCRIPT = "A call handler asks what happened before, and writes it down.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private AuditScene force;

    FilmsDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
        this.force = new AuditScene(mvc, DATABASE, SCENE);
    }

    @BeforeEach
    void a_force() {
        force = new AuditScene(mvc, DATABASE, SCENE);
    }

    /** The head of an MP4 and more than two parts of it: nobody plays it here, but its type and its bytes are right. */
    private static byte[] film() {
        byte[] film = new byte[2 * FilmRepository.PART_BYTES + 1000];
        for (int at = 0; at < film.length; at++) {
            film[at] = (byte) ((at * 31) >> 3);
        }
        byte[] head = "\0\0\0\u0018ftypisom\0\0\2\0isommp42".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, film, 0, head.length);
        return film;
    }

    private static List<MockMultipartFile> files(byte[] film, String captions) {
        return List.of(
                new MockMultipartFile("film", "holiday.exe", "application/octet-stream", film),
                new MockMultipartFile("captions", "c.vtt", "text/vtt", captions.getBytes(StandardCharsets.UTF_8)));
    }

    /** Puts the film beside the text; gives the film's page. */
    private String put(byte[] film) throws Exception {
        Browser registrar = force.browserOf(force.registrar);
        registrar.get(FORM);
        assertThat(registrar
                        .postFiles(
                                FORM,
                                files(film, FilmRulesTest.CAPTIONS),
                                "title",
                                "Look for the crime",
                                "transcript",
                                TRANSCRIPT)
                        .getStatus())
                .as(registrar.page().text())
                .isEqualTo(302);
        return "/learning-films/"
                + force.one(
                        UUID.class,
                        "select id from integrity.film where organisation_id = ? and removed_at is null",
                        force.organisation);
    }

    @Test
    void a_film_stands_beside_its_text_with_captions_and_a_transcript_and_playing_it_counts_as_reading()
            throws Exception {
        byte[] film = film();
        String path = put(film);
        Browser handler = force.browserOf(force.handler);
        handler.get("/my-recording");
        assertThat(handler.page()
                        .select("video[preload=none][controls] > source[src=" + path + "/film]")
                        .attr("type"))
                .isEqualTo("video/mp4");
        assertThat(handler.page().select("track[kind=captions][src=" + path + "/captions]"))
                .hasSize(1);
        assertThat(handler.page().text()).contains(TRANSCRIPT);
        assertThat(handler.page().select("article:has(video)").text()).contains("Not read yet");
        assertThat(handler.get(path + "/captions").getContentAsString()).isEqualTo(FilmRulesTest.CAPTIONS);
        assertThat(handler.get(path).getStatus()).isEqualTo(200);
        handler.get("/learning-films");
        assertThat(handler.page().select("video")).hasSize(1);

        MockHttpServletResponse played = handler.get(path + "/film");
        assertThat(played.getStatus()).isEqualTo(200);
        assertThat(played.getContentType()).isEqualTo("video/mp4");
        assertThat(played.getContentAsByteArray()).isEqualTo(film);
        handler.get(path + "/film");
        handler.get("/my-recording");
        assertThat(handler.page().select("article:has(video)").text()).contains("You read it on");
        assertThat(force.one(
                        Long.class, "select count(*) from integrity.learning_read where account_id = ?", force.handler))
                .isEqualTo(1);
        assertThat(Objects.requireNonNull(played.getHeader("Content-Security-Policy")))
                .contains("media-src 'self'");
    }

    @Test
    void a_player_gets_the_bytes_that_it_asks_for_and_is_told_where_there_are_none() throws Exception {
        byte[] film = film();
        String path = put(film);
        Browser handler = force.browserOf(force.handler);
        MockHttpServletResponse part = handler.get(path + "/film", "Range", "bytes=1048570-2097160");
        assertThat(part.getStatus()).isEqualTo(206);
        assertThat(part.getHeader("Content-Range")).isEqualTo("bytes 1048570-2097160/" + film.length);
        assertThat(part.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(film, 1_048_570, 2_097_161));
        MockHttpServletResponse nowhere = handler.get(path + "/film", "Range", "bytes=" + film.length + "-");
        assertThat(nowhere.getStatus()).isEqualTo(416);
        assertThat(nowhere.getHeader("Content-Range")).isEqualTo("bytes */" + film.length);
    }

    @Test
    void what_is_no_film_or_has_no_captions_or_no_transcript_is_refused_at_its_field() throws Exception {
        Browser registrar = force.browserOf(force.registrar);
        registrar.get(FORM);
        assertThat(registrar
                        .postFiles(
                                FORM,
                                files("<html>".getBytes(StandardCharsets.UTF_8), "words"),
                                "title",
                                "Look for it",
                                "transcript",
                                "short")
                        .getStatus())
                .isEqualTo(422);
        assertThat(registrar.page().select("#film-error").text()).contains("neither MP4 nor WebM");
        assertThat(registrar.page().select("#captions-error").text()).contains("WEBVTT");
        assertThat(registrar.page().select("#transcript-error").text()).contains("20 to 20,000");
        assertThat(registrar.page().select("#title").val()).isEqualTo("Look for it");
        assertThat(registrar.page().select("#transcript").val()).isEqualTo("short");
        assertThat(registrar.postFiles(FORM, List.of()).getStatus()).isEqualTo(422);
        assertThat(registrar.page().select("#film-error").text()).contains("Choose a film");
        assertThat(force.one(
                        Long.class,
                        "select count(*) from integrity.film where organisation_id = ?",
                        force.organisation))
                .isZero();
    }

    @Test
    void a_film_is_its_own_forces_alone_and_is_gone_when_the_registrar_takes_it_away() throws Exception {
        String path = put(film());
        AuditScene other = new AuditScene(mvc, DATABASE, SCENE);
        Browser stranger = other.browserOf(other.handler);
        assertThat(stranger.get(path).getStatus()).isEqualTo(404);
        assertThat(stranger.get(path + "/film").getStatus()).isEqualTo(404);
        assertThat(stranger.get(path + "/captions").getStatus()).isEqualTo(404);
        try (AuditScene.Hostile hostile = other.hostile(other.registrar)) {
            assertThat(hostile.count("select count(*) from integrity.film")).isZero();
            assertThat(hostile.count("select count(*) from integrity.film_part"))
                    .isZero();
        }
        try (AuditScene.Hostile hostile = force.hostile(force.handler)) {
            hostile.refused("update integrity.film set title = 'mine'");
            assertThat(hostile.update("update integrity.film set removed_at = now(), removed_by = identity.me()"))
                    .isZero();
            hostile.refused("delete from integrity.film_part");
        }

        put(film());
        assertThat(stranger.get(path).getStatus()).isEqualTo(404);
        Browser registrar = force.browserOf(force.registrar);
        registrar.get(FORM);
        registrar.post(FORM + "/remove");
        registrar.get(FORM);
        assertThat(registrar.page().select("video")).isEmpty();
        assertThat(force.browserOf(force.handler).get(path).getStatus()).isEqualTo(404);
    }
}
