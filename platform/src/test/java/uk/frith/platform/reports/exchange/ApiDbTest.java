package uk.frith.platform.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.frith.platform.foundation.places.PlacesScene;

/** The JSON interface: what it takes, what it refuses and how it says so. */
class ApiDbTest extends ExchangeTest {

    private static final String REPORTS = "/api/v1/reports";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    private ObjectNode described() throws Exception {
        return (ObjectNode) json(get("/api/v1/openapi.json"));
    }

    @Autowired
    private KeyRepository keys;

    @Autowired
    private uk.frith.platform.foundation.identity.ServiceDesk services;

    @Autowired
    private uk.frith.platform.foundation.identity.Desk desk;

    /** The example that the description gives. */
    private ObjectNode example() throws Exception {
        return (ObjectNode) described().at("/components/schemas/Report/examples/0");
    }

    private static void assertProblem(MockHttpServletResponse response, int status) throws Exception {
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json;charset=utf-8");
        JsonNode problem = json(response);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").asString()).startsWith("urn:frith:problem:");
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).endsWith(".");
    }

    @Test
    void the_description_names_exactly_the_routes_and_fields_that_there_are() throws Exception {
        JsonNode description = described();
        assertThat(description.get("openapi").asString()).isEqualTo("3.1.0");
        Set<String> told = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> told.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Set<String> there = new TreeSet<>();
        routes.getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/v1/"))
                        .forEach(pattern -> route.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> there.add(method + " " + pattern))));
        assertThat(told).isEqualTo(there);
        assertThat(fields(description, "Report")).isEqualTo(ReportRules.REPORT);
        assertThat(fields(description, "Place")).isEqualTo(ReportRules.PLACE);
        assertThat(fields(description, "Person")).isEqualTo(ReportRules.PERSON);
        assertThat(fields(description, "Evidence")).isEqualTo(ReportRules.EVIDENCE);
        assertThat(fields(description, "Problem")).isEqualTo(ReportRules.PROBLEM);
    }

    @Test
    void each_reference_in_the_description_leads_somewhere() throws Exception {
        JsonNode description = described();
        description
                .findValuesAsString("$ref")
                .forEach(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static Set<String> fields(JsonNode description, String schema) {
        return Set.copyOf(
                description.at("/components/schemas/" + schema + "/properties").propertyNames());
    }

    @Test
    void a_report_is_recorded_once_and_its_standing_can_be_asked_for() throws Exception {
        String body = example().toString();
        MockHttpServletResponse first = postJson(REPORTS, key, body);
        assertThat(first.getStatus()).as(first.getContentAsString()).isEqualTo(201);
        String place = Objects.requireNonNull(first.getHeader("Location"));
        MockHttpServletResponse again = postJson(REPORTS, key, body);
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(postJson(REPORTS, key, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example()))
                        .getStatus())
                .isEqualTo(200);
        assertThat(incidents()).isEqualTo(1);

        JsonNode standing = json(getJson(place, key));
        assertThat(standing.get("status").asString()).isEqualTo("open");
        assertThat(standing.get("source_reference").asString()).isEqualTo("CRM-2026-0417");
        assertThat(json(getJson(REPORTS + "?source_reference=CRM-2026-0417", key)))
                .isEqualTo(standing);
        assertThat(one(
                        String.class,
                        "select description from recording.evidence where organisation_id = ?",
                        organisation))
                .contains("A recording of the music", "audio/mp4", "482113 bytes", "SHA-256 9f86");
        assertThat(one(
                        String.class,
                        "select part || ' ' || spoken_to from recording.person where organisation_id = ?",
                        organisation))
                .isEqualTo("VICTIM SPOKEN_TO");
    }

    @Test
    void a_postcode_that_the_directory_does_not_have_leaves_the_area_of_the_point() throws Exception {
        PlacesScene.squares(DATABASE);
        String body = """
                {"source_reference":"7002","account":"Loud music again.",
                 "place":{"postcode":"ZZ9 9ZZ","latitude":52.65,"longitude":-1.05}}""";
        assertThat(postJson(REPORTS, key, body).getStatus()).isEqualTo(201);
        assertThat(one(
                        String.class,
                        "select lsoa_code from recording.incident where organisation_id = ?",
                        organisation))
                .isEqualTo(PlacesScene.EAST);
    }

    @Test
    void other_words_under_a_known_reference_are_refused_and_change_nothing() throws Exception {
        postJson(REPORTS, key, example().toString());
        MockHttpServletResponse other = postJson(
                REPORTS, key, example().put("account", "Nothing of the kind.").toString());
        assertProblem(other, 409);
        assertThat(json(other).at("/errors/0/pointer").asString()).isEqualTo("/source_reference");
        assertThat(one(String.class, "select text from recording.incident where organisation_id = ?", organisation))
                .startsWith("Music until four");
    }

    @Test
    void the_same_report_sent_many_times_at_once_is_one_incident() throws Exception {
        String body = example().toString();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> sending = java.util.Collections.nCopies(
                    16, () -> postJson(REPORTS, key, body).getStatus());
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> answer : many.invokeAll(sending)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        }
        assertThat(incidents()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                         | /source_reference | required
                    {"source_reference":"1"}                                   | /account          | required
                    {"source_reference":"1","account":"Noise."}                | /place            | required
                    {"account":7}                                              | /account          | invalid
                    {"acount":"Noise."}                                        | /acount           | unknown
                    {"type":"potholes"}                                        | /type             | invalid
                    {"reported_at":"yesterday"}                                | /reported_at      | invalid
                    {"reported_at":"2026-03-01T20:10:00"}                      | /reported_at      | invalid
                    {"occurred_to":"2026-03-01T20:10:00Z"}                     | /occurred_from    | required
                    {"place":[]}                                               | /place            | invalid
                    {"place":{"postcode":"LEICESTER"}}                         | /place/postcode   | invalid
                    {"place":{"latitude":52.1}}                                | /place/longitude  | required
                    {"place":{"latitude":1.0,"longitude":2.0}}                 | /place/latitude   | invalid
                    {"place":{"latitude":1e99,"longitude":2}}                  | /place/latitude   | invalid
                    {"place":{"latitude":"52","longitude":"-1"}}               | /place/latitude   | invalid
                    {"people":"Ada"}                                           | /people           | invalid
                    {"people":[{}]}                                            | /people/0/name    | required
                    {"people":[{"name":"A"},{"name":"B","part":"king"}]}       | /people/1/part    | invalid
                    {"evidence":[{"kind":"video"}]}                            | /evidence/0/description | required
                    {"evidence":[{"description":"x","sha256":"zz"}]}           | /evidence/0/sha256 | invalid
                    {"evidence":[{"description":"x","bytes":-1}]}              | /evidence/0/bytes  | invalid
                    {"evidence":[{"description":"x","url":"file:///etc"}]}     | /evidence/0/url    | invalid
                    {"a/b~c":1}                                                | /a~1b~0c          | unknown
                    []                                                         | ''                | invalid
                    """)
    void each_wrong_field_is_told_with_its_pointer_a_code_and_a_sentence(String body, String pointer, String code)
            throws Exception {
        MockHttpServletResponse response = postJson(REPORTS, key, body);
        assertProblem(response, 400);
        JsonNode found = null;
        for (JsonNode error : json(response).get("errors")) {
            if (error.get("pointer").asString().equals(pointer) && found == null) {
                found = error;
            }
        }
        assertThat(found).as(response.getContentAsString()).isNotNull();
        assertThat(Objects.requireNonNull(found).get("code").asString()).isEqualTo(code);
        assertThat(found.get("detail").asString()).isNotBlank();
        assertThat(incidents()).isZero();
    }

    @Test
    void a_fault_that_recording_finds_has_its_pointer_too() throws Exception {
        MockHttpServletResponse late = postJson(
                REPORTS,
                key,
                example().put("reported_at", "2090-01-01T00:00:00Z").toString());
        assertProblem(late, 400);
        assertThat(json(late).at("/errors/0/pointer").asString()).isEqualTo("/reported_at");
    }

    @Test
    void what_is_no_json_too_large_too_deep_or_of_another_kind_is_refused_with_its_reason() throws Exception {
        assertProblem(postJson(REPORTS, key, "{\"account\": \"cut off"), 400);
        assertProblem(postJson(REPORTS, key, ""), 400);
        assertProblem(postJson(REPORTS, key, "[".repeat(50_000)), 400);
        assertProblem(postJson(REPORTS, key, "{\"a\":".repeat(500) + "1" + "}".repeat(500)), 400);
        assertProblem(postJson(REPORTS, key, "{\"account\":\"one\",\"account\":\"two\"}"), 400);
        assertProblem(postJson(REPORTS, key, "{\"place\":{\"latitude\":" + "9".repeat(5_000) + "}}"), 400);
        assertProblem(postJson(REPORTS, key, "{\"account\":\"" + "x".repeat(1_100_000) + "\"}"), 413);
        assertProblem(
                postJson(
                        REPORTS,
                        key,
                        example().put("account", "x".repeat(100_001)).toString()),
                400);
        byte[] latin = "{\"account\":\"caf\u00e9\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertProblem(
                sent(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(REPORTS)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + key)
                        .content(latin)),
                400);
        assertProblem(
                sent(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(REPORTS)
                        .header("Content-Type", "text/plain")
                        .header("X-Api-Key", key)
                        .content("{}")),
                415);
        assertThat(incidents()).isZero();
    }

    @Test
    void a_key_in_the_address_or_a_cookie_of_somebody_who_is_signed_in_opens_nothing() throws Exception {
        assertProblem(
                postBody(
                        REPORTS + "?api_key=" + key,
                        "application/json",
                        example().toString()),
                403);
        assertThat(browserOf(administrator).get(REPORTS + "?source_reference=1").getStatus())
                .isEqualTo(403);
        assertThat(getJson(REPORTS + "/none", key).getStatus()).isEqualTo(404);
        assertProblem(getJson(REPORTS + "?source_reference=none", key), 404);
    }

    @Test
    void signs_that_the_database_refuses_do_no_harm() throws Exception {
        String body = example()
                .toString()
                .replace("Music until four", "\\u0000 \\ud800 Music <b>'; drop table x; -- until four");
        assertThat(postJson(REPORTS, key, body).getStatus()).isEqualTo(201);
        assertThat(one(String.class, "select text from recording.incident where organisation_id = ?", organisation))
                .contains("Music <b>'; drop table x; -- until four");
    }

    @Test
    void a_key_that_comes_by_plain_http_to_a_service_behind_tls_is_refused() {
        Doorkeeper behindTls = new Doorkeeper(keys, services, desk, new ExchangeSettings(60, false, false), true);
        var request = new org.springframework.mock.web.MockHttpServletRequest("POST", REPORTS);
        assertThat(behindTls.admit(request, key, Scope.REPORT))
                .isInstanceOfSatisfying(Doorkeeper.Answer.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(403);
                    assertThat(refused.sentence()).startsWith("Send it by https");
                });
        request.setSecure(true);
        assertThat(behindTls.admit(request, key, Scope.REPORT)).isInstanceOf(Doorkeeper.Answer.Admitted.class);
    }

    @Test
    void of_a_batch_each_stands_or_falls_alone() throws Exception {
        ObjectNode second = example().put("source_reference", "CRM-2");
        ObjectNode broken = example().put("source_reference", "CRM-3").put("account", "");
        String batch = "{\"reports\":[" + example() + "," + broken + "," + second + "," + example() + "]}";
        MockHttpServletResponse response = postJson(REPORTS + "/batch", key, batch);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        JsonNode results = json(response).get("results");
        assertThat(results.get(0).get("status").intValue()).isEqualTo(201);
        assertThat(results.get(1).get("status").intValue()).isEqualTo(400);
        assertThat(results.get(1).at("/problem/errors/0/pointer").asString()).isEqualTo("/account");
        assertThat(results.get(2).get("status").intValue()).isEqualTo(201);
        assertThat(results.get(3).get("status").intValue()).isEqualTo(200);
        assertThat(incidents()).isEqualTo(2);
        assertProblem(postJson(REPORTS + "/batch", key, "{\"reports\":[]}"), 400);
        assertProblem(postJson(REPORTS + "/batch", key, "{\"reports\":[" + "{},".repeat(100) + "{}]}"), 400);
    }

    @Test
    void problems_told_to_a_partner_are_counted_once_and_become_no_incident() throws Exception {
        ObjectNode problem = (ObjectNode) described().at("/components/schemas/Problem/examples/0");
        String body = "{\"problems\":[" + problem + ",{\"type\":\"begging\"}]}";
        JsonNode results = json(postJson("/api/v1/problems/batch", key, body)).get("results");
        assertThat(results.get(0).get("status").intValue()).isEqualTo(201);
        assertThat(results.get(1).get("status").intValue()).isEqualTo(400);
        assertThat(json(postJson("/api/v1/problems/batch", key, body))
                        .at("/results/0/status")
                        .intValue())
                .isEqualTo(200);
        problem.put("type", "begging");
        assertThat(json(postJson("/api/v1/problems/batch", key, "{\"problems\":[" + problem + "]}"))
                        .at("/results/0/status")
                        .intValue())
                .isEqualTo(409);
        assertThat(incidents()).isZero();
        assertThat(one(Long.class, "select count(*) from exchange.problem where organisation_id = ?", organisation))
                .isEqualTo(1);
    }

    @Test
    void a_wrong_address_and_a_wrong_method_are_problems_and_never_the_way_to_sign_in() throws Exception {
        for (String wrong : List.of("/api", "/api/v1", "/api/v1/nothing", "/api/v2/reports")) {
            assertThat(get(wrong).getStatus()).as(wrong).isEqualTo(404);
            assertProblem(failed(wrong, 404), 404);
        }
        for (String wrong : List.of("/api/v1/problems/batch", "/api/v1/texts")) {
            MockHttpServletResponse answer = get(wrong);
            assertThat(answer.getStatus()).as(wrong).isEqualTo(405);
            assertThat(answer.getHeader("Allow")).isEqualTo("POST");
            assertProblem(failed(wrong, 405), 405);
        }
        assertThat(postJson("/api/v1/openapi.json", key, "{}").getStatus()).isEqualTo(405);
        assertThat(postJson("/api/v1/nothing", key, "{}").getStatus()).isEqualTo(404);
        assertProblem(failed("/api/v1/reports", 500), 500);
    }
}
