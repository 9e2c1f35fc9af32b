package uk.frith.platform.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.portal.report.PortalScene;
import uk.frith.platform.portal.report.PublicWords;

/** Files that a scanner looks at, once there is one. */
@SpringBootTest(properties = {"frith.portal.begins-at-once=1000", "frith.evidence.look-every=1h"})
@AutoConfigureMockMvc
class ScanningDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final UUID FORCE = SCENE.organisation("Scanning Police");
    private static final ServerSocket CLAMD = listening();

    private static ServerSocket listening() {
        try {
            return ClamdScannerTest.listening();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("frith.evidence.clamd", () -> "127.0.0.1:" + CLAMD.getLocalPort());
    }

    private final MockMvc mvc;
    private final Scanning scanning;

    ScanningDbTest(@Autowired MockMvc mvc, @Autowired Scanning scanning) {
        this.mvc = mvc;
        this.scanning = scanning;
    }

    private UUID sentWith(byte[] content) throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        browser.get("/tell/files");
        mvc.perform(MockMvcRequestBuilders.multipart("/tell/files")
                .file(new MockMultipartFile("file", "film.gif", "image/gif", content))
                .param("_csrf", browser.formToken())
                .cookie(
                        new Cookie("frith-visitor", browser.cookie("frith-visitor")),
                        new Cookie("frith-report", browser.cookie("frith-report"))));
        PortalScene.answerAll(browser, Map.of());
        browser.get("/tell/check");
        browser.post("/tell/check");
        return DATABASE.asOwner()
                .sql("select id from evidence.file order by received_at desc limit 1")
                .query(UUID.class)
                .single();
    }

    private static String scanOf(UUID file) {
        return DATABASE.asOwner()
                .sql("select scan || ' ' || coalesce(scanner, '') from evidence.file where id = ?")
                .param(file)
                .query(String.class)
                .single();
    }

    @Test
    void a_file_is_not_scanned_until_a_scanner_says_so_and_one_with_a_virus_is_never_handed_out() throws Exception {
        UUID good = sentWith("GIF89a and so on".getBytes(StandardCharsets.US_ASCII));
        assertThat(scanOf(good)).isEqualTo("NOT_SCANNED ");
        var unclear = ClamdScannerTest.daemon(CLAMD, true);
        scanning.round();
        unclear.get();
        assertThat(scanOf(good)).isEqualTo("NOT_SCANNED ");
        var looks = ClamdScannerTest.daemon(CLAMD, false);
        assertThat(scanning.round()).isEqualTo(1);
        looks.get();
        assertThat(scanOf(good)).isEqualTo("NOTHING_FOUND clamd");

        UUID bad = sentWith(("GIF89a" + ClamdScannerTest.EICAR).getBytes(StandardCharsets.US_ASCII));
        var finds = ClamdScannerTest.daemon(CLAMD, false);
        assertThat(scanning.round()).isEqualTo(1);
        finds.get();
        assertThat(scanOf(bad)).isEqualTo("FOUND clamd: Eicar-Test-Signature");
        UUID officer = SCENE.account(FORCE, "o@scan.example", Role.NEIGHBOURHOOD_OFFICER);
        Browser staff = Browser.holding(mvc, SCENE.session(officer));
        assertThat(staff.get("/online-reports/files/" + bad).getStatus()).isEqualTo(403);
        assertThat(staff.get("/online-reports/files/" + good).getStatus()).isEqualTo(200);
    }

    @Test
    void no_page_of_the_public_has_words_of_its_own() {
        assertThat(PublicWords.own(EvidenceSamples.of(PublicWords.pretend()))).isEmpty();
    }
}
