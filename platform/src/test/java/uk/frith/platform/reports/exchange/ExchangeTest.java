package uk.frith.platform.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** The whole application with a force, its administrator, a partner and a key made on the page: new for each test. */
@SpringBootTest
@AutoConfigureMockMvc
abstract class ExchangeTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Scene SCENE = new Scene(DATABASE);
    static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvc mvc;

    String suffix = "";
    UUID organisation = new UUID(0, 0);
    UUID administrator = new UUID(0, 0);
    String register = "";
    String key = "";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("frith.exchange.requests-per-minute", () -> "60");
        registry.add("frith.exchange.plain-http", () -> "true");
        registry.add("frith.exchange.private-addresses", () -> "true");
    }

    @BeforeEach
    void a_force_with_a_partner() throws Exception {
        suffix = UUID.randomUUID().toString();
        organisation = SCENE.organisation("Force " + suffix);
        DATABASE.asOwner()
                .sql("update identity.organisation set force_slug = ? where id = ?")
                .param("force-" + suffix)
                .param(organisation)
                .update();
        administrator = SCENE.account(organisation, suffix + "@example.org", Role.ADMINISTRATOR);
        register = partner("Testham Council");
        key = key(register, "REPORT", "FOLLOW", "COUNT");
    }

    Browser browserOf(UUID account) {
        return Browser.holding(mvc, SCENE.session(account));
    }

    /** Adds a partner on the page; gives the address of its entry. */
    String partner(String name) throws Exception {
        Browser browser = browserOf(administrator);
        browser.get("/oversight/register");
        MockHttpServletResponse added = browser.post(
                "/oversight/register", "name", name, "kind", "COUNCIL", "takes", "NUISANCE_NOISE", "takes", "BEGGING");
        assertThat(added.getStatus()).as(browser.page().text()).isEqualTo(302);
        return Objects.requireNonNull(added.getHeader("Location"));
    }

    /** Makes a key on the page, where it is shown once. */
    String key(String entry, String... scopes) throws Exception {
        Browser browser = browserOf(administrator);
        browser.get(entry);
        String[] fields = new String[4 + 2 * scopes.length];
        fields[0] = "keyName";
        fields[1] = "FixMyStreet";
        fields[2] = "days";
        fields[3] = "30";
        for (int i = 0; i < scopes.length; i++) {
            fields[4 + 2 * i] = "scopes";
            fields[5 + 2 * i] = scopes[i];
        }
        browser.post(entry + "/keys", fields);
        return browser.page().select("main code").text();
    }

    static UUID idOf(String entry) {
        return UUID.fromString(entry.substring(entry.lastIndexOf('/') + 1));
    }

    /** A form as FixMyStreet's client encodes it: names and values alternate. */
    static String encoded(String... fields) {
        return IntStream.range(0, fields.length / 2)
                .mapToObj(i -> URLEncoder.encode(fields[2 * i], StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(fields[2 * i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    MockHttpServletResponse postForm(String address, String... fields) throws Exception {
        return postBody(address, "application/x-www-form-urlencoded", encoded(fields));
    }

    MockHttpServletResponse postBody(String address, String type, String body) throws Exception {
        return postBytes(address, type, body.getBytes(StandardCharsets.UTF_8));
    }

    MockHttpServletResponse postBytes(String address, String type, byte[] body) throws Exception {
        return sent(MockMvcRequestBuilders.post(URI.create(address))
                .header("Content-Type", type)
                .content(body));
    }

    MockHttpServletResponse get(String address, String... fields) throws Exception {
        return sent(
                MockMvcRequestBuilders.get(URI.create(address + (fields.length == 0 ? "" : "?" + encoded(fields)))));
    }

    MockHttpServletResponse postJson(String address, String withKey, String body) throws Exception {
        return sent(MockMvcRequestBuilders.post(URI.create(address))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + withKey)
                .content(body.getBytes(StandardCharsets.UTF_8)));
    }

    MockHttpServletResponse getJson(String address, String withKey) throws Exception {
        return sent(MockMvcRequestBuilders.get(URI.create(address)).header("Authorization", "Bearer " + withKey));
    }

    MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    <T> T one(Class<T> type, String sql, Object... params) {
        var statement = DATABASE.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return statement.query(type).single();
    }

    long incidents() {
        return one(Long.class, "select count(*) from recording.incident where organisation_id = ?", organisation);
    }

    /** What the container asks for when a request to an address has failed, for a program that takes anything. */
    MockHttpServletResponse failed(String address, int status) throws Exception {
        return sent(MockMvcRequestBuilders.get("/error")
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, address)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .header("Accept", "*/*"));
    }
}
