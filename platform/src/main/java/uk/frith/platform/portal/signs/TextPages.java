package uk.frith.platform.portal.signs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.portal.report.Codes;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.report.SignPlaces.Spot;
import uk.frith.platform.portal.report.ToldByText;
import uk.frith.platform.portal.report.Words;
import uk.frith.platform.portal.signs.TextRepository.Arrived;
import uk.frith.platform.portal.signs.TextRepository.Standing;

/**
 * Where a gateway for text messages hands over what was texted to a force's number; described in the OpenAPI document. Every text
 * is answered with words for whoever sent it, and none is dropped without them.
 */
@Controller
class TextPages {

    private static final String SUBJECT = "text message";
    private static final String TO_TELL = "to tell by text message what happens at a code";
    private static final int LARGEST = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final PublicReports reports;
    private final ToldByText telling;
    private final SignSpots spots;
    private final TextRepository repository;
    private final InstantSource clock;

    TextPages(
            PublicReports reports,
            ToldByText telling,
            SignSpots spots,
            TextRepository repository,
            InstantSource clock) {
        this.reports = reports;
        this.telling = telling;
        this.spots = spots;
        this.repository = repository;
        this.clock = clock;
    }

    /** An answer before it is written; {@code seconds} is how many seconds the gateway keeps the text before it tries again. */
    private record Answer(int status, String outcome, String reply, long seconds) {
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    private static final Answer FORGED = new Answer(403, "No gateway of this number signed it.", "", 0);

    @PostMapping("/api/v1/texts")
    ResponseEntity<byte[]> text(HttpServletRequest request) throws IOException {
        String stamp = header(request, "X-Frith-Timestamp");
        String signature = header(request, "X-Frith-Signature");
        if (!TextRules.STAMP.matcher(stamp).matches()
                || !TextRules.SIGNATURE.matcher(signature).matches()) {
            return problem(403, "Not allowed", "It isn't signed: X-Frith-Timestamp and X-Frith-Signature.", "", 0);
        }
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return problem(415, "Wrong media type", "Send application/json in UTF-8.", "", 0);
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return problem(413, "Too large", "It is larger than 16 KiB.", "", 0);
        }
        Optional<Arrived> arrived = parsed(body, Long.parseLong(stamp), signature);
        if (arrived.isEmpty()) {
            return problem(
                    400,
                    "Invalid fields",
                    "Send message_id, to, from and text, and nothing else: ids of letters, digits and ._:-, numbers of"
                            + " digits.",
                    "",
                    0);
        }
        return sent(answer(arrived.get(), reports.address(request)));
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("").strip();
    }

    private static Optional<Arrived> parsed(byte[] body, long stamp, String signature) {
        JsonNode node;
        try {
            node = JSON.readTree(body);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        String to = TextRules.number(node.path("to").asString(""));
        String from = TextRules.number(node.path("from").asString(""));
        String message = node.path("message_id").asString("");
        String text = node.path("text").asString("");
        boolean good = node.isObject()
                && node.size() == 4
                && node.has("text")
                && TextRules.NUMBER.matcher(to).matches()
                && TextRules.SENDER.matcher(from).matches()
                && TextRules.MESSAGE.matcher(message).matches()
                && text.length() <= TextRules.LONGEST_TEXT;
        return good
                ? Optional.of(
                        new Arrived(to, from, message, stamp, HexFormat.of().formatHex(body), signature, text))
                : Optional.empty();
    }

    private Answer answer(Arrived text, String address) {
        if (isForged(text)) {
            return FORGED;
        }
        Standing standing = reports.audited(
                () -> repository.arrives(text),
                found -> Entry.of(found.standing().equals("GOOD") ? Act.CONSULTATION : Act.REFUSAL, SUBJECT, TO_TELL)
                        .with("standing", found.standing()));
        Words words = reports.words(TextRules.language(text.text()));
        return switch (standing.standing()) {
            case "GOOD" -> good(text, standing, words, address);
            case "OLD" -> new Answer(403, "Its timestamp is more than five minutes off.", "", 0);
            case "REPLAYED" -> new Answer(409, "This very request came before. Sign it anew to send it again.", "", 0);
            default -> FORGED;
        };
    }

    /** Whether nobody who may signed it. The first of a minute is entered, with how many there were in the last such minute. */
    private boolean isForged(Arrived text) {
        Optional<TextRepository.Forged> forged = reports.unaudited(
                "whether a signature is good shows nothing of anybody", () -> repository.forged(text));
        forged.filter(each -> each.thisMinute() == 1)
                .ifPresent(first -> reports.audited(
                        () -> first,
                        each -> Entry.of(Act.REFUSAL, SUBJECT, TO_TELL)
                                .with("standing", "FORGED")
                                .with("before", Integer.toString(each.before()))));
        return forged.isPresent();
    }

    private Answer good(Arrived text, Standing standing, Words words, String address) {
        UUID organisation = standing.organisation().orElseThrow();
        if (!standing.outcome().isEmpty()) {
            return again(text, organisation, standing, words, address);
        }
        long wait = TextRules.secondsToWait(standing.recent(), standing.first(), clock.instant());
        if (wait > 0) {
            return new Answer(429, "", words.of("text.wait", (wait + 59) / 60), wait);
        }
        try {
            return taken(text, organisation, words, address);
        } catch (DuplicateKeyException e) {
            // The same text was handed over twice at once, and the other one was taken first.
            Standing before = reports.audited(
                            () -> repository.before(organisation, text),
                            found -> Entry.of(Act.CONSULTATION, SUBJECT, TO_TELL)
                                    .with("standing", found.isPresent() ? "TAKEN" : "NONE"))
                    .orElseThrow(() -> e);
            return again(text, organisation, before, words, address);
        }
    }

    private Answer taken(Arrived text, UUID organisation, Words words, String address) {
        TextRules.Parts parts = TextRules.parts(text.text());
        Optional<Spot> spot = reports.audited(
                () -> parts.code()
                        .flatMap(spots::spot)
                        .filter(found -> found.organisation().equals(organisation)),
                found -> Entry.of(Act.CONSULTATION, "sign", TO_TELL)
                        .about(found.map(each -> each.id().toString()).stream().toList()));
        if (spot.isEmpty() || parts.words().isEmpty()) {
            String outcome = spot.isEmpty() ? "NO_SIGN" : "NO_WORDS";
            reports.audited(
                    () -> {
                        repository.answered(organisation, text, outcome, null);
                        return outcome;
                    },
                    done -> Entry.of(Act.REFUSAL, SUBJECT, TO_TELL).with("outcome", done));
            return new Answer(200, outcome, reply(words, outcome), 0);
        }
        String secret = secret(text, organisation);
        String code = telling.tell(
                spot.get(),
                new ToldByText.Told(text.sender(), parts.words(), words.language(), secret),
                report -> repository.answered(organisation, text, "REPORTED", report));
        return reported(words, code, secret, address);
    }

    private String secret(Arrived text, UUID organisation) {
        return Codes.secretOf(reports.unaudited(
                "a secret for a report that is about to begin shows nothing of anybody",
                () -> repository.seed(organisation, text)));
    }

    private Answer again(Arrived text, UUID organisation, Standing standing, Words words, String address) {
        if (!standing.same()) {
            return new Answer(409, "Another text came under this message_id. Nothing of this one was kept.", "", 0);
        }
        return standing.outcome().equals("REPORTED")
                ? reported(words, standing.code(), secret(text, organisation), address)
                : new Answer(200, standing.outcome(), reply(words, standing.outcome()), 0);
    }

    private static Answer reported(Words words, String code, String secret, String address) {
        return new Answer(
                200,
                "REPORTED",
                words.of("text.thanks", Codes.inFours(code), Codes.inFours(secret), address + "/tell/return"),
                0);
    }

    private static String reply(Words words, String outcome) {
        return words.of(outcome.equals("NO_SIGN") ? "text.noSign" : "text.noWords");
    }

    private static ResponseEntity<byte[]> sent(Answer answer) {
        if (answer.status() != 200) {
            String title = switch (answer.status()) {
                case 409 -> "Came before";
                case 429 -> "Too many texts";
                default -> "Not allowed";
            };
            String detail = answer.status() == 429
                    ? "Its sender has sent too many. Send them the reply, and hand the text over again after Retry-After."
                    : answer.outcome();
            return problem(answer.status(), title, detail, answer.reply(), answer.seconds());
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/json;charset=utf-8")
                .body(JSON.writeValueAsString(
                                Map.of("outcome", answer.outcome().toLowerCase(Locale.ROOT), "reply", answer.reply()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 9457, as the rest of the interface answers. */
    private static ResponseEntity<byte[]> problem(int status, String title, String detail, String reply, long seconds) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:frith:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        if (!reply.isEmpty()) {
            body.put("reply", reply);
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, "application/problem+json;charset=utf-8");
        if (seconds > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return answer.body(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}
