package uk.frith.platform.reports.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import uk.frith.platform.foundation.places.Postcodes;
import uk.frith.platform.reports.exchange.Document.Fields;
import uk.frith.platform.reports.exchange.Document.Items;
import uk.frith.platform.reports.exchange.ReceivedRepository.Received;

/** Open311's answers as documents. */
@Component
class Open311Writer {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    /** When this description of the services last changed. */
    private static final String CHANGED = "2026-11-27T00:00:00Z";

    private static final int LONGEST_DESCRIPTION = 4_000;

    private final Optional<String> publicAddress;

    Open311Writer(@Value("${frith.identity.public-address:}") String publicAddress) {
        this.publicAddress = Optional.of(publicAddress).filter(address -> !address.isBlank());
    }

    Document discovery(HttpServletRequest request) {
        String base = publicAddress.orElseGet(() ->
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString());
        return new Document(
                "discovery",
                new Fields()
                        .with("changeset", CHANGED)
                        .with("contact", "Ask the police force's own administrator of Frith.")
                        .with("key_service", "The force's administrator makes keys for partners.")
                        .with(
                                "endpoints",
                                new Items(
                                        "endpoint",
                                        List.of(new Fields()
                                                .with("specification", SPECIFICATION)
                                                .with("url", base + "/open311/v2")
                                                .with("changeset", CHANGED)
                                                .with("type", "production")
                                                .with(
                                                        "formats",
                                                        new Items(
                                                                "format", List.of("text/xml", "application/json")))))));
    }

    static Document services() {
        return Document.list(
                "services",
                "service",
                Open311Rules.services().stream()
                        .map(service -> new Fields()
                                .with("service_code", service.code())
                                .with("service_name", service.name())
                                .with("description", service.description())
                                .with("metadata", true)
                                .with("type", "realtime")
                                .with("keywords", service.keywords())
                                .with("group", "Antisocial behaviour"))
                        .toList());
    }

    static Document definition(String code) {
        List<Fields> attributes = List.of(
                attribute(Open311Rules.HAPPENED_AT, "datetime", 1, "When did it happen?", List.of()),
                attribute(
                        Open311Rules.STILL_GOING_ON,
                        "singlevaluelist",
                        2,
                        "Is it still going on?",
                        List.of(
                                new Fields().with("key", "yes").with("name", "Yes"),
                                new Fields().with("key", "no").with("name", "No"))),
                attribute(Open311Rules.WISHES, "text", 3, "What would you like to happen?", List.of()),
                attribute(Open311Rules.EVIDENCE, "string", 4, "Is there anything that shows it?", List.of()),
                ofServer(Open311Rules.FIXMYSTREET_ID, 5, "The report's number in FixMyStreet"),
                ofServer(Open311Rules.EXTERNAL_ID, 6, "The report's reference in the sender's system"));
        return new Document(
                "service_definition",
                new Fields().with("service_code", code).with("attributes", new Items("attribute", attributes)));
    }

    private static Fields attribute(String code, String datatype, int order, String description, List<Fields> values) {
        Fields fields = new Fields()
                .with("variable", true)
                .with("code", code)
                .with("datatype", datatype)
                .with("required", false)
                .with("datatype_description", "")
                .with("order", order)
                .with("description", description);
        return values.isEmpty() ? fields : fields.with("values", new Items("value", values));
    }

    /** FixMyStreet fills in itself what is marked so; others see a note and no question. */
    private static Fields ofServer(String code, int order, String description) {
        return new Fields()
                .with("variable", false)
                .with("code", code)
                .with("datatype", "string")
                .with("required", false)
                .with("datatype_description", "")
                .with("order", order)
                .with("description", description)
                .with("automated", "server_set");
    }

    static Document recorded(String reference) {
        return Document.list(
                "service_requests",
                "request",
                List.of(new Fields()
                        .with("service_request_id", reference)
                        .with("service_notice", "It was recorded. In an emergency call 999.")
                        .with("account_id", "")));
    }

    static Document requests(List<Received> found) {
        return Document.list(
                "service_requests",
                "request",
                found.stream().map(Open311Writer::request).toList());
    }

    private static Fields request(Received report) {
        return new Fields()
                .with("service_request_id", report.incidentReference())
                .with("status", report.closed().isPresent() ? "closed" : "open")
                .with("status_notes", report.closing().map(ClosingWords::of).orElse(""))
                .with("service_name", nameOf(report.serviceCode()))
                .with("service_code", report.serviceCode())
                .with("description", cut(report.text()))
                .with("agency_responsible", report.organisation())
                .with("service_notice", "")
                .with("requested_datetime", moment(report.received()))
                .with("updated_datetime", moment(report.changed()))
                .with("expected_datetime", "")
                .with("address", report.address())
                .with("address_id", "")
                .with("zipcode", Postcodes.in(report.address()).orElse(""))
                .with("lat", report.latitude().<Object>map(degrees -> degrees).orElse(""))
                .with("long", report.longitude().<Object>map(degrees -> degrees).orElse(""))
                .with(
                        "media_url",
                        report.media().isEmpty() ? "" : report.media().getFirst());
    }

    /** Of each report that was closed, that it was, in words that tell nothing of anybody. */
    static Document updates(List<Received> closed) {
        return Document.list(
                "service_request_updates",
                "request_update",
                closed.stream()
                        .map(report -> new Fields()
                                .with(
                                        "update_id",
                                        report.incidentReference() + "-"
                                                + report.changed().getEpochSecond())
                                .with("service_request_id", report.incidentReference())
                                .with("status", "CLOSED")
                                .with("updated_datetime", moment(report.changed()))
                                .with(
                                        "description",
                                        report.closing().map(ClosingWords::of).orElse(""))
                                .with("media_url", ""))
                        .toList());
    }

    static Document errors(int status, List<Fault> faults) {
        return Document.list(
                "errors",
                "error",
                faults.stream()
                        .map(fault -> new Fields()
                                .with("code", status)
                                .with(
                                        "description",
                                        fault.field().isEmpty()
                                                        || fault.sentence().startsWith(fault.field())
                                                ? fault.sentence()
                                                : fault.field() + ": " + fault.sentence()))
                        .toList());
    }

    /** The form's field that a field of recording was filled from. */
    static String formField(String field) {
        return switch (field) {
            case "account" -> "description";
            case "location" -> "address_string";
            case "wishes" -> "attribute[" + Open311Rules.WISHES + "]";
            case "occurred" -> "attribute[" + Open311Rules.HAPPENED_AT + "]";
            case "people[0].name" -> "first_name and last_name";
            case "people[0].phone" -> "phone";
            case "people[0].email" -> "email";
            default -> field.startsWith("evidence[") ? "media_url" : field;
        };
    }

    static String nameOf(String code) {
        return Open311Rules.services().stream()
                .filter(service -> service.code().equals(code))
                .map(Open311Rules.Service::name)
                .findFirst()
                .orElse("Antisocial behaviour");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION);
    }

    static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
