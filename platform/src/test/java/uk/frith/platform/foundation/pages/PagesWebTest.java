package uk.frith.platform.foundation.pages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Pages as a browser gets them: from a real server, through the security filters, errors and all. */
class PagesWebTest {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static ServletWebServerApplicationContext server;

    /** A service of this chapter alone; not a component, so that no scan of another test finds it. */
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
    @Import({PagesConfiguration.class, AssetController.class, ErrorPages.class, Statements.class, Trials.class})
    static class Service {
        @Bean
        SecurityFilterChain everyone(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .headers(SecurityHeaders.overTls())
                    .build();
        }

        @Bean
        RandomGenerator random() {
            return new Random(7);
        }

        @Bean
        ChromeSource chrome() {
            return PagesWebTest::chrome;
        }
    }

    /** Pages that go right and wrong. */
    @Controller
    @Profile("trial-pages")
    static class Trials {
        @GetMapping("/trial")
        ModelAndView trial() {
            Content words = output -> output.writeUserContent("Ünïcödé <b>& more</b>");
            return new ModelAndView("layout/page", Map.of("title", "Trial", "content", words));
        }

        @GetMapping("/half")
        ModelAndView half() {
            Content breaks = output -> {
                throw new IllegalStateException("secret inner words");
            };
            return new ModelAndView("layout/page", Map.of("title", "Half", "content", breaks));
        }

        @GetMapping("/unknown-template")
        String unknownTemplate() {
            return "no/such/template";
        }

        @PostMapping("/send")
        String send() {
            return "redirect:/trial";
        }

        @GetMapping("/large")
        String large() {
            throw new MaxUploadSizeExceededException(1);
        }

        @GetMapping("/down")
        String down() {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "secret inner words");
        }

        @GetMapping("/elsewhere")
        String elsewhere() {
            return "redirect:/trial";
        }
    }

    private static Chrome chrome(HttpServletRequest request) {
        if (request.getHeader("X-Trial-Broken") != null) {
            throw new IllegalStateException("no database");
        }
        return SamplePages.sergeant();
    }

    @BeforeAll
    static void starts() {
        var application = new SpringApplication(Service.class);
        server = (ServletWebServerApplicationContext) application.run(
                "--server.port=0",
                "--spring.profiles.active=trial-pages",
                "--spring.web.resources.add-mappings=false",
                "--spring.main.banner-mode=off");
    }

    @AfterAll
    static void stops() {
        server.close();
    }

    @Test
    void sends_a_page_whole_with_its_length_in_utf_8_and_escaped() throws Exception {
        HttpResponse<byte[]> page = get("/trial");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValueAsLong("Content-Length")).hasValue(page.body().length);
        assertThat(words(page)).contains("Ünïcödé &lt;b&gt;&amp; more&lt;/b&gt;");
        assertThat(PageRules.faults(words(page))).containsExactly("there are 0 first headings, not one");
    }

    @Test
    void carries_the_policy_and_is_kept_by_nobody() throws Exception {
        var headers = get("/trial").headers();
        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self';"
                                + " font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self';"
                                + " frame-ancestors 'none'; base-uri 'none'; object-src 'none'");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Strict-Transport-Security"))
                .containsExactly("max-age=31536000; includeSubDomains");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()", "geolocation=(self)");
    }

    @ParameterizedTest
    @CsvSource({
        "/half,500,went wrong",
        "/unknown-template,500,went wrong",
        "/send,405,cannot be used that way",
        "/large,413,too large",
        "/down,503,not available",
        "/nothing-here,404,not found",
        "/error,404,not found",
        "/assets/x/served.txt,404,not found",
        "/assets/x/vendor/all.scss,404,not found",
        "/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css,404,not found"
    })
    void says_in_plain_words_what_went_wrong(String path, int status, String title) throws Exception {
        HttpResponse<byte[]> page = get(path);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(Jsoup.parse(words(page)).select("h1").text()).containsIgnoringCase(title);
        assertThat(words(page))
                .doesNotContain("secret inner words", "Exception", "uk.frith")
                .containsPattern("Reference: <strong>[2-9A-Z]{4}-[2-9A-Z]{4}</strong>");
        assertThat(PageRules.faults(words(page))).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void refuses_a_form_without_its_token() throws Exception {
        var request = HttpRequest.newBuilder(address("/send"))
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                .build();
        var page = BROWSER.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(words(page)).select("h1").text()).isEqualTo("You cannot open this page or do this");
    }

    @Test
    void shows_an_error_page_even_when_the_reader_cannot_be_told() throws Exception {
        var request = HttpRequest.newBuilder(address("/trial"))
                .header("Accept", "text/html")
                .header("X-Trial-Broken", "yes")
                .build();
        var page = BROWSER.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(PageRules.faults(words(page))).isEmpty();
        assertThat(words(page)).doesNotContain("Sgt A. Example");
    }

    @Test
    void tells_a_program_the_same_as_a_problem_document() throws Exception {
        var request = HttpRequest.newBuilder(address("/nothing-here"))
                .header("Accept", "application/json")
                .build();
        var answer = BROWSER.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(words(answer)).contains("\"title\":\"Page not found\"", "\"reference\":\"");
    }

    @Test
    void follows_redirects_by_name() throws Exception {
        HttpResponse<byte[]> answer = get("/elsewhere");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/trial");
    }

    @Test
    void lets_a_browser_keep_a_file_for_a_year_under_its_releases_address_only() throws Exception {
        var now = get(Assets.path("frith.css"));
        assertThat(now.statusCode()).isEqualTo(200);
        assertThat(now.headers().allValues("Cache-Control")).containsExactly("max-age=31536000, public, immutable");
        assertThat(now.headers().firstValue("Content-Type")).hasValue("text/css;charset=UTF-8");
        var old = get("/assets/000000000000/frith.css");
        assertThat(old.body()).isEqualTo(now.body());
        assertThat(old.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void compresses_files_for_browsers_that_take_it() throws Exception {
        var request = HttpRequest.newBuilder(address(Assets.path("vendor/ol.js")))
                .header("Accept-Encoding", "gzip")
                .build();
        var compressed = BROWSER.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(compressed.body().length)
                .isLessThan(get(Assets.path("vendor/ol.js")).body().length / 3);
    }

    private static URI address(String path) {
        return URI.create(
                "http://localhost:" + requireNonNull(server.getWebServer()).getPort() + path);
    }

    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path))
                .header("Accept", "text/html,*/*;q=0.8")
                .build();
        return BROWSER.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String words(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
