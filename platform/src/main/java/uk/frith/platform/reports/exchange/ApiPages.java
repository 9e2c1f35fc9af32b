package uk.frith.platform.reports.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import uk.frith.platform.reports.exchange.ReceivedRepository.Received;
import uk.frith.platform.reports.exchange.ReceivedRepository.Way;
import uk.frith.platform.reports.exchange.ReportRules.Parsed;
import uk.frith.platform.reports.exchange.ReportRules.Problem;

/** The JSON interface for partners' systems; described by the OpenAPI document that it serves. */
@Controller
@RequestMapping("/api/v1")
class ApiPages {

    /** A batch is one request; larger ones come in parts. */
    static final int MOST_IN_A_BATCH = 100;

    private static final String JSON = "application/json;charset=utf-8";
    static final String PROBLEM_JSON = "application/problem+json;charset=utf-8";
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Doorkeeper door;
    private final Receiver receiver;
    private final ProblemCounter counter;
    private final InstantSource clock;
    private final byte[] description;

    ApiPages(Doorkeeper door, Receiver receiver, ProblemCounter counter, InstantSource clock) {
        this.door = door;
        this.receiver = receiver;
        this.counter = counter;
        this.clock = clock;
        this.description = description();
    }

    private static byte[] description() {
        try (InputStream in = ApiPages.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("The description of the interface isn't there.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An answer before it is written.
     *
     * @param location where what was made can be found; empty when nothing was
     */
    record Reply(int status, Map<String, Object> body, String location, int retryAfter) {
        static Reply of(int status, Map<String, Object> body) {
            return new Reply(status, body, "", 0);
        }

        /** RFC 9457, with one entry for each field that is wrong. */
        static Reply problem(int status, String title, String detail, List<Fault> faults) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put(
                    "type",
                    "urn:frith:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
            body.put("title", title);
            body.put("status", status);
            body.put("detail", detail);
            if (!faults.isEmpty()) {
                body.put(
                        "errors",
                        faults.stream()
                                .map(fault -> Map.of(
                                        "pointer", fault.field(), "code", fault.code(), "detail", fault.sentence()))
                                .toList());
            }
            return new Reply(status, body, "", 0);
        }

        boolean isProblem() {
            return status >= 400;
        }
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> openApi() {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, JSON).body(description.clone());
    }

    @PostMapping("/reports")
    ResponseEntity<byte[]> report(HttpServletRequest request) throws IOException {
        return answer(request, Scope.REPORT, (caller, node) -> report(caller, node));
    }

    @PostMapping("/reports/batch")
    ResponseEntity<byte[]> reports(HttpServletRequest request) throws IOException {
        return answer(request, Scope.REPORT, (caller, node) -> batch(node, "reports", each -> report(caller, each)));
    }

    @PostMapping("/problems/batch")
    ResponseEntity<byte[]> problems(HttpServletRequest request) throws IOException {
        return answer(request, Scope.COUNT, (caller, node) -> batch(node, "problems", each -> problem(caller, each)));
    }

    @GetMapping("/reports/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id, HttpServletRequest request) {
        return asked(request, (caller, repository) -> uuid(id).flatMap(repository::byId));
    }

    @GetMapping("/reports")
    ResponseEntity<byte[]> byReference(
            @RequestParam(name = "source_reference", defaultValue = "") String reference, HttpServletRequest request) {
        return asked(request, (caller, repository) -> repository.byReference(caller.partner(), reference));
    }

    /** What a caller asks to be shown. */
    private interface Question {
        Optional<Received> ask(Caller caller, ReceivedRepository repository);
    }

    private ResponseEntity<byte[]> asked(HttpServletRequest request, Question question) {
        return switch (door.admit(request, Doorkeeper.keyOf(request), Scope.FOLLOW)) {
            case Doorkeeper.Answer.Refused refused -> sent(refused(refused));
            case Doorkeeper.Answer.Admitted(Caller caller) ->
                sent(receiver
                        .follow(
                                caller,
                                repository -> question.ask(caller, repository).stream()
                                        .toList())
                        .stream()
                        .findFirst()
                        .map(found -> Reply.of(200, standing(found)))
                        .orElse(Reply.problem(
                                404, "Not found", "There is no such report among those that you sent.", List.of())));
        };
    }

    private static Map<String, Object> standing(Received report) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", report.id().toString());
        body.put("source_reference", report.reference());
        body.put("reference", report.incidentReference());
        body.put("status", report.closed().isPresent() ? "closed" : "open");
        body.put("recorded_at", Open311Writer.moment(report.received()));
        body.put("changed_at", Open311Writer.moment(report.changed()));
        report.closing().ifPresent(closing -> body.put("outcome", ClosingWords.of(closing)));
        return body;
    }

    /** What is done with what was sent. */
    private interface Work {
        Reply on(Caller caller, JsonNode node);
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Scope scope, Work work) throws IOException {
        Doorkeeper.Answer answer = door.admit(request, Doorkeeper.keyOf(request), scope);
        return switch (answer) {
            case Doorkeeper.Answer.Refused refused -> sent(refused(refused));
            case Doorkeeper.Answer.Admitted(Caller caller) -> sent(worked(request, caller, work));
        };
    }

    private static Reply worked(HttpServletRequest request, Caller caller, Work work) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return Reply.problem(415, "Wrong media type", "Send application/json in UTF-8.", List.of());
        }
        return switch (Body.of(request)) {
            case Body.TooLarge ignored ->
                Reply.problem(413, "Too large", "It is larger than 1 MiB. Send it in parts.", List.of());
            case Body.NotUtf8 ignored -> Reply.problem(400, "Not UTF-8", "It isn't encoded as UTF-8.", List.of());
            case Body.Text(String text) ->
                JsonRules.parse(text)
                        .map(node -> work.on(caller, node))
                        .orElse(Reply.problem(
                                400,
                                "Not JSON",
                                "It isn't JSON by RFC 8259, names a field twice, or is nested too deeply.",
                                List.of()));
        };
    }

    private static Reply refused(Doorkeeper.Answer.Refused refused) {
        Reply reply = Reply.problem(
                refused.status(),
                refused.status() == 429 ? "Too many requests" : "Not allowed",
                refused.sentence() + ".",
                List.of());
        return new Reply(reply.status(), reply.body(), "", refused.retryAfterSeconds());
    }

    private Reply report(Caller caller, JsonNode node) {
        Parsed<Submission> parsed = ReportRules.report(node, clock.instant());
        if (parsed.good().isEmpty()) {
            return invalid(parsed.faults());
        }
        Submission submission = parsed.good().get();
        return switch (receiver.receive(caller, Way.JSON, submission)) {
            case Receiver.Outcome.Refused refused ->
                invalid(refused.faults().stream()
                        .map(fault -> Fault.invalid(ReportRules.pointer(fault.field()), fault.sentence()))
                        .toList());
            case Receiver.Outcome.Different different -> conflict();
            case Receiver.Outcome.Recorded recorded -> {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("id", recorded.id().toString());
                body.put("source_reference", submission.reference().orElse(""));
                body.put("reference", recorded.incidentReference());
                yield new Reply(recorded.already() ? 200 : 201, body, "/api/v1/reports/" + recorded.id(), 0);
            }
        };
    }

    private Reply problem(Caller caller, JsonNode node) {
        Parsed<Problem> parsed =
                ReportRules.problem(node, "", clock.instant().atZone(HERE).toLocalDate());
        if (parsed.good().isEmpty()) {
            return invalid(parsed.faults());
        }
        return switch (counter.keep(caller, parsed.good().get())) {
            case KEPT ->
                Reply.of(201, Map.of("source_reference", parsed.good().get().reference()));
            case STOOD ->
                Reply.of(200, Map.of("source_reference", parsed.good().get().reference()));
            case DIFFERENT -> conflict();
        };
    }

    private static Reply conflict() {
        return Reply.problem(
                409,
                "Another under this reference",
                "Something else stands under this source_reference. Nothing of this was kept.",
                List.of(new Fault("/source_reference", "taken", "It was used before for something else")));
    }

    private static Reply invalid(List<Fault> faults) {
        return Reply.problem(
                400, "Invalid fields", "Nothing of it was kept. Correct the fields and send it again.", faults);
    }

    private static Reply batch(JsonNode node, String name, java.util.function.Function<JsonNode, Reply> each) {
        JsonNode list = node.path(name);
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_IN_A_BATCH || node.size() != 1) {
            return invalid(List.of(Fault.invalid(
                    "/" + name, "It must be a list of 1 to " + MOST_IN_A_BATCH + ", and the only field")));
        }
        List<Map<String, Object>> results = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Reply reply = each.apply(list.get(i));
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("index", i);
            result.put("status", reply.status());
            result.put(reply.isProblem() ? "problem" : "result", reply.body());
            results.add(result);
        }
        return Reply.of(200, Map.of("results", results));
    }

    private static ResponseEntity<byte[]> sent(Reply reply) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(reply.status())
                .header(HttpHeaders.CONTENT_TYPE, reply.isProblem() ? PROBLEM_JSON : JSON);
        if (reply.retryAfter() > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(reply.retryAfter()));
        }
        if (!reply.location().isEmpty()) {
            answer.header(HttpHeaders.LOCATION, reply.location());
        }
        return answer.body(JsonRules.write(reply.body()).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
