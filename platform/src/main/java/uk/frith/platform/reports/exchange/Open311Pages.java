package uk.frith.platform.reports.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.frith.platform.reports.exchange.Document.Fields;
import uk.frith.platform.reports.exchange.Document.Format;
import uk.frith.platform.reports.exchange.ReceivedRepository.Received;
import uk.frith.platform.reports.exchange.ReceivedRepository.Told;
import uk.frith.platform.reports.exchange.ReceivedRepository.Way;

/**
 * Open311 GeoReport v2, in XML and JSON. What is public (discovery, services) needs no key. Reports aren't public here,
 * unlike potholes: a key shows the reports of its own partner.
 */
@Controller
@RequestMapping("/open311")
class Open311Pages {

    private static final Pattern REFERENCE = Pattern.compile("\\d{2}-\\d{9,12}");
    private static final Pattern STATUS = Pattern.compile("[A-Z_]{1,40}");
    private static final int LONGEST_UPDATE = 20_000;

    private final Doorkeeper door;
    private final KeyRepository keys;
    private final Receiver receiver;
    private final InstantSource clock;
    private final Open311Writer writer;

    Open311Pages(Doorkeeper door, KeyRepository keys, Receiver receiver, InstantSource clock, Open311Writer writer) {
        this.door = door;
        this.keys = keys;
        this.receiver = receiver;
        this.clock = clock;
        this.writer = writer;
    }

    /** A request that can't be answered; becomes a document of errors. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final int retryAfter;
        private final transient List<Fault> faults;

        Refusal(int status, String sentence) {
            this(status, List.of(new Fault("", "", sentence)), 0);
        }

        Refusal(int status, List<Fault> faults, int retryAfter) {
            super("refused with " + status);
            this.status = status;
            this.faults = faults;
            this.retryAfter = retryAfter;
        }
    }

    /** An answer that may be a refusal. */
    private interface Answering {
        Document answer() throws Refusal, IOException;
    }

    private static ResponseEntity<byte[]> answer(String format, Answering answering) throws IOException {
        Format wanted = Format.of(format);
        try {
            return sent(200, answering.answer(), wanted, 0);
        } catch (Refusal refusal) {
            return sent(
                    refusal.status, Open311Writer.errors(refusal.status, refusal.faults), wanted, refusal.retryAfter);
        }
    }

    private static ResponseEntity<byte[]> sent(int status, Document document, Format format, int retryAfter) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).header(HttpHeaders.CONTENT_TYPE, format.type());
        if (retryAfter > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfter));
        }
        return answer.body(document.in(format).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/discovery.{format:xml|json}")
    ResponseEntity<byte[]> discovery(@PathVariable String format, HttpServletRequest request) throws IOException {
        return answer(format, () -> writer.discovery(request));
    }

    @GetMapping("/v2/services.{format:xml|json}")
    ResponseEntity<byte[]> services(@PathVariable String format, HttpServletRequest request) throws IOException {
        return answer(format, () -> {
            checkJurisdiction(query(request));
            return Open311Writer.services();
        });
    }

    @GetMapping("/v2/services/{code}.{format:xml|json}")
    ResponseEntity<byte[]> service(@PathVariable String code, @PathVariable String format, HttpServletRequest request)
            throws IOException {
        return answer(format, () -> {
            checkJurisdiction(query(request));
            if (!SubmissionRules.isService(code)) {
                throw new Refusal(404, "service_code was not found");
            }
            return Open311Writer.definition(code);
        });
    }

    @PostMapping("/v2/requests.{format:xml|json}")
    ResponseEntity<byte[]> send(@PathVariable String format, HttpServletRequest request) throws IOException {
        return answer(format, () -> {
            Map<String, List<String>> form = form(request);
            Caller caller = admit(request, form, Scope.REPORT);
            Open311Rules.Parsed parsed = Open311Rules.parse(form, clock.instant());
            return switch (parsed) {
                case Open311Rules.Parsed.Bad(List<Fault> faults) ->
                    throw new Refusal(
                            faults.stream().anyMatch(fault -> fault.code().equals("not-found")) ? 404 : 400, faults, 0);
                case Open311Rules.Parsed.Good(Submission submission) ->
                    switch (receiver.receive(caller, Way.OPEN311, submission)) {
                        case Receiver.Outcome.Recorded recorded -> Open311Writer.recorded(recorded.incidentReference());
                        case Receiver.Outcome.Different different ->
                            throw new Refusal(
                                    409,
                                    "Another report stands under this reference, as service_request_id "
                                            + different.incidentReference()
                                            + "; tell what changed as a service request update");
                        case Receiver.Outcome.Refused refused ->
                            throw new Refusal(
                                    400,
                                    refused.faults().stream()
                                            .map(fault -> Fault.invalid(
                                                    Open311Writer.formField(fault.field()), fault.sentence()))
                                            .toList(),
                                    0);
                    };
            };
        });
    }

    @GetMapping("/v2/requests.{format:xml|json}")
    ResponseEntity<byte[]> list(@PathVariable String format, HttpServletRequest request) throws IOException {
        return answer(format, () -> {
            Map<String, List<String>> query = query(request);
            Caller caller = admit(request, query, Scope.FOLLOW);
            List<String> ids = QueryRules.listed(query, "service_request_id");
            if (!ids.isEmpty()) {
                return Open311Writer.requests(receiver.follow(
                        caller,
                        repository ->
                                repository.byIncidentReferences(caller.partner(), ids, QueryRules.MOST_REQUESTS)));
            }
            QueryRules.Asked asked = QueryRules.requests(query, caller.partner(), clock.instant());
            if (!asked.faults().isEmpty()) {
                throw new Refusal(400, asked.faults(), 0);
            }
            return Open311Writer.requests(receiver.follow(
                    caller, repository -> repository.find(asked.sought().orElseThrow(), QueryRules.MOST_REQUESTS)));
        });
    }

    @GetMapping("/v2/requests/{id}.{format:xml|json}")
    ResponseEntity<byte[]> one(@PathVariable String id, @PathVariable String format, HttpServletRequest request)
            throws IOException {
        return answer(format, () -> Open311Writer.requests(found(id, request)));
    }

    /** Every report is recorded while its sender waits, so the id is its own token, for clients that ask by tokens. */
    @GetMapping("/v2/tokens/{id}.{format:xml|json}")
    ResponseEntity<byte[]> token(@PathVariable String id, @PathVariable String format, HttpServletRequest request)
            throws IOException {
        return answer(format, () -> {
            Received found = found(id, request).getFirst();
            return Document.list(
                    "service_requests",
                    "request",
                    List.of(new Fields()
                            .with("service_request_id", found.incidentReference())
                            .with("token", id)));
        });
    }

    private List<Received> found(String id, HttpServletRequest request) throws Refusal {
        Caller caller = admit(request, query(request), Scope.FOLLOW);
        List<Received> found = REFERENCE.matcher(id).matches()
                ? receiver.follow(
                        caller, repository -> repository.byIncidentReferences(caller.partner(), List.of(id), 1))
                : List.of();
        if (found.isEmpty()) {
            throw new Refusal(404, "service_request_id was not found among the requests that you sent");
        }
        return found;
    }

    @GetMapping("/v2/servicerequestupdates.{format:xml|json}")
    ResponseEntity<byte[]> updates(@PathVariable String format, HttpServletRequest request) throws IOException {
        return answer(format, () -> {
            Map<String, List<String>> query = query(request);
            Caller caller = admit(request, query, Scope.FOLLOW);
            QueryRules.Asked asked = QueryRules.requests(query, caller.partner(), clock.instant());
            if (!asked.faults().isEmpty()) {
                throw new Refusal(400, asked.faults(), 0);
            }
            ReceivedRepository.Sought sought = asked.sought().orElseThrow();
            return Open311Writer.updates(receiver.follow(
                    caller,
                    repository -> repository.closedBetween(
                            caller.partner(), sought.from(), sought.to(), QueryRules.MOST_REQUESTS)));
        });
    }

    @PostMapping("/v2/servicerequestupdates.{format:xml|json}")
    ResponseEntity<byte[]> update(@PathVariable String format, HttpServletRequest request) throws IOException {
        return answer(format, () -> {
            Map<String, List<String>> form = form(request);
            Caller caller = admit(request, form, Scope.FOLLOW);
            String id = Open311Rules.one(form, "service_request_id");
            Told told = told(form);
            return switch (receiver.note(caller, id, FormRules.digest(form), told)) {
                case Receiver.Noted.Kept(long kept) ->
                    Document.list(
                            "service_request_updates",
                            "request_update",
                            List.of(new Fields().with("update_id", Long.toString(kept))));
                case Receiver.Noted.NoSuchReport ignored ->
                    throw new Refusal(404, "service_request_id was not found among the requests that you sent");
                case Receiver.Noted.Different ignored ->
                    throw new Refusal(409, "Another update stands under this update_id");
            };
        });
    }

    private Told told(Map<String, List<String>> form) throws Refusal {
        List<Fault> faults = new java.util.ArrayList<>();
        if (Open311Rules.one(form, "service_request_id").isEmpty()) {
            faults.add(Fault.required("service_request_id", "service_request_id was not provided"));
        }
        String reference = Open311Rules.one(form, "update_id");
        if (reference.isEmpty() || reference.length() > SubmissionRules.LONGEST_REFERENCE) {
            faults.add(Fault.required("update_id", "update_id was not provided, or is too long"));
        }
        String status = Open311Rules.one(form, "status").toUpperCase(java.util.Locale.ROOT);
        if (!STATUS.matcher(status).matches()) {
            faults.add(Fault.required("status", "status must be a word such as OPEN or CLOSED"));
        }
        String description = Open311Rules.one(form, "description");
        if (description.length() > LONGEST_UPDATE) {
            faults.add(Fault.tooLong("description", LONGEST_UPDATE));
        }
        String media = Open311Rules.one(form, "media_url");
        if (!media.isEmpty() && !SubmissionRules.isLink(media)) {
            faults.add(Fault.invalid("media_url", "media_url must be an http address"));
        }
        String at = Open311Rules.one(form, "updated_datetime");
        Optional<Instant> moment = at.isEmpty() ? Optional.of(clock.instant()) : SubmissionRules.moment(at);
        if (moment.isEmpty() || !QueryRules.isReasonable(moment.get())) {
            faults.add(Fault.invalid("updated_datetime", "updated_datetime must be like 2026-03-01T20:10:00Z"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(400, faults, 0);
        }
        return new Told(0, reference, status, description, media, moment.orElseThrow());
    }

    private Caller admit(HttpServletRequest request, Map<String, List<String>> fields, Scope wanted) throws Refusal {
        String inForm = Open311Rules.one(fields, "api_key");
        return switch (door.admit(request, inForm.isEmpty() ? Doorkeeper.keyOf(request) : inForm, wanted)) {
            case Doorkeeper.Answer.Refused(int status, String sentence, int retryAfter) ->
                throw new Refusal(status, List.of(new Fault("", "", sentence)), retryAfter);
            case Doorkeeper.Answer.Admitted(Caller caller) -> {
                String jurisdiction = Open311Rules.one(fields, "jurisdiction_id");
                if (!jurisdiction.isEmpty() && !keys.isJurisdictionOf(caller.organisation(), jurisdiction)) {
                    throw new Refusal(404, "jurisdiction_id was not found, or isn't the one of this key");
                }
                yield caller;
            }
        };
    }

    private void checkJurisdiction(Map<String, List<String>> query) throws Refusal {
        String jurisdiction = Open311Rules.one(query, "jurisdiction_id");
        if (!jurisdiction.isEmpty() && !keys.isJurisdiction(jurisdiction)) {
            throw new Refusal(404, "jurisdiction_id was not found");
        }
    }

    private static Map<String, List<String>> query(HttpServletRequest request) throws Refusal {
        String query = request.getQueryString();
        return FormRules.parse(query == null ? "" : query)
                .orElseThrow(() -> new Refusal(400, "The address isn't encoded as UTF-8"));
    }

    /** The form; whoever has sent no key at all hears that first, so that a stranger learns nothing about forms. */
    private static Map<String, List<String>> form(HttpServletRequest request) throws Refusal, IOException {
        String type = request.getContentType();
        boolean keyless = Doorkeeper.keyOf(request).isEmpty();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            throw keyless
                    ? new Refusal(403, "No key was sent")
                    : new Refusal(400, "Send the fields as application/x-www-form-urlencoded");
        }
        return switch (Body.of(request)) {
            case Body.TooLarge ignored -> throw new Refusal(413, "It is larger than 1 MiB. Send pictures as media_url");
            case Body.NotUtf8 ignored -> throw new Refusal(400, "It isn't encoded as UTF-8");
            case Body.Text(String text) ->
                FormRules.parse(text).orElseThrow(() -> new Refusal(400, "It isn't a form in UTF-8"));
        };
    }
}
