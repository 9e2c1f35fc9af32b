package uk.frith.platform.reports.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

@SpringBootTest
@AutoConfigureMockMvc
class ImportPagesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String HEADER = String.join(",", FileKind.STREET.header()) + "\r\n";
    private static final UUID ORGANISATION = SCENE.organisation("Importing Force");
    private static final String TOKEN =
            SCENE.session(SCENE.account(ORGANISATION, "analyst@importing.example", Role.ANALYST));

    /** A dead node is noticed after at most half a minute. */
    private static final long PATIENCE_SECONDS = 90;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final Browser browser;

    ImportPagesDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
        this.browser = Browser.holding(mvc, TOKEN);
    }

    private static String row(String month, String type) {
        return "," + month + ",Kent Police,Kent Police,0.5,51.3,On or near A Street,E01000001,Area 001A," + type
                + ",,\r\n";
    }

    private MockHttpServletResponse send(String name, String content) throws Exception {
        browser.get("/imports");
        Element token = browser.page().selectFirst("form[enctype] input[name=_csrf]");
        MockMultipartHttpServletRequestBuilder request = MockMvcRequestBuilders.multipart("/imports")
                .file(new MockMultipartFile("file", name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        request.cookie(new Cookie("frith", TOKEN));
        if (token != null) {
            request.param("_csrf", token.val());
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private void awaitEnd(String path) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
            if ("true".equals(browser.get(path + "/progress").getHeader("HX-Refresh"))) {
                return;
            }
            assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
        }
        throw new AssertionError("The import didn't end: " + browser.page().text());
    }

    @Test
    void a_file_that_is_sent_is_imported_behind_the_page_and_its_refused_rows_can_be_had() throws Exception {
        MockHttpServletResponse sent = send(
                "C:\\fakepath\\2021-03-kent-street.csv", HEADER + row("2021-03", "Drugs") + row("2021-13", "Drugs"));
        String path = String.valueOf(sent.getRedirectedUrl());
        assertThat(path).startsWith("/imports/");
        awaitEnd(path);

        browser.get(path);
        assertThat(browser.page().select("h1").text()).isEqualTo("2021-03-kent-street.csv");
        assertThat(browser.page().text()).contains("2 rows read in 1 file; 1 stored, 1 refused.");
        assertThat(browser.page().select("[hx-get], meta[http-equiv=refresh]"))
                .as("a job that is over asks for nothing more")
                .isEmpty();
        String refused = browser.page().select("td a[href$=/refused]").attr("href");
        assertThat(browser.get(refused).getContentAsString()).contains("there is no such month");
        MockHttpServletResponse csv = browser.get(refused + ".csv");
        assertThat(csv.getContentAsString())
                .isEqualTo("line,field,value,reason\n3,Month,2021-13,there is no such month\n");
        assertThat(csv.getHeader("Content-Disposition")).contains("OFFICIAL.csv");
        awaitGone(path.substring("/imports/".length()));

        assertThat(browser.get("/imports/files").getContentAsString()).contains("2021-03-kent-street.csv", "Current");
        assertThat(browser.get("/imports/sources").getContentAsString()).contains("Kent Police", "50.0%");
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from audit.entry where subject = 'import' and act = 'COLLECTION'"
                                + " and ids = array[?::text]")
                        .param(path.substring("/imports/".length()))
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void a_job_whose_node_died_is_taken_up_by_the_next_one() throws Exception {
        UUID id = DATABASE.asOwner().sql("select uuidv7()").query(UUID.class).single();
        Path upload = DATABASE.folder().resolve("uploads").resolve(id + ".upload");
        Files.writeString(upload, HEADER + row("2021-05", "Drugs").replace("Kent", "Essex"));
        DATABASE.asOwner()
                .sql(
                        "insert into intake.job (id, started_by, given_name, stored_as, size, state) select ?, id,"
                                + " '2021-05-essex-street.csv', ?, 1, 'RUNNING' from identity.account where organisation_id = ? limit 1")
                .param(id)
                .param(id + ".upload")
                .param(ORGANISATION)
                .update();
        DATABASE.asOwner()
                .sql("insert into intake.scheduled_task (task_name, task_instance, execution_time, picked, picked_by,"
                        + " last_heartbeat, version) values ('import', ?, now() - interval '1 hour', true, 'dead',"
                        + " now() - interval '1 hour', 2)")
                .param(id.toString())
                .update();
        awaitEnd("/imports/" + id);
        assertThat(browser.get("/imports/" + id).getContentAsString()).contains("1 stored");
        awaitGone(id.toString());
    }

    @Test
    void a_file_that_cant_be_read_ends_its_job_with_the_reason() throws Exception {
        String path = String.valueOf(send("holiday.csv", "a,b\n1,2\n").getRedirectedUrl());
        awaitEnd(path);
        assertThat(browser.get(path).getContentAsString())
                .contains("Failed")
                .contains("its header isn")
                .contains("expected is");
    }

    @Test
    void nothing_chosen_is_told_at_the_field() throws Exception {
        MockHttpServletResponse response = send("", "");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains("Choose a file to import");
    }

    @Test
    void whoever_may_not_import_is_refused() throws Exception {
        String officer =
                SCENE.session(SCENE.account(ORGANISATION, "officer@importing.example", Role.NEIGHBOURHOOD_OFFICER));
        Browser other = Browser.holding(mvc, officer);
        for (String path : List.of("/imports", "/imports/files", "/imports/sources")) {
            assertThat(other.get(path).getStatus()).as(path).isEqualTo(403);
        }
        assertThat(browser.get("/imports/" + new UUID(0, 0)).getStatus()).isEqualTo(404);
        assertThat(browser.get("/imports/files/999999/refused").getStatus()).isEqualTo(404);
    }

    /** The file goes once its job has ended. */
    private static void awaitGone(String id) throws InterruptedException {
        Path upload = DATABASE.folder().resolve("uploads").resolve(id + ".upload");
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < PATIENCE_SECONDS * 10 && Files.exists(upload); i++) {
            assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(upload).doesNotExist();
    }
}
