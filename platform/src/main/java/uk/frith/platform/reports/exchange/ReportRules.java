package uk.frith.platform.reports.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.Postcodes;
import uk.frith.platform.reports.exchange.JsonRules.Asked;
import uk.frith.platform.reports.recording.AsbType;
import uk.frith.platform.reports.recording.Interval;
import uk.frith.platform.reports.recording.NewReport;
import uk.frith.platform.reports.recording.NewReport.Evidence;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

/** The JSON of reports and of problems told to a partner: what its fields mean. A test holds the OpenAPI document to it. */
final class ReportRules {

    static final Set<String> REPORT = Set.of(
            "source_reference",
            "account",
            "type",
            "reported_at",
            "occurred_from",
            "occurred_to",
            "place",
            "people",
            "evidence",
            "wishes");
    static final Set<String> PLACE = Set.of("location", "postcode", "latitude", "longitude");
    static final Set<String> PERSON = Set.of("part", "name", "phone", "email", "address", "spoken_to");
    static final Set<String> EVIDENCE =
            Set.of("kind", "description", "held_by", "url", "media_type", "bytes", "sha256");
    static final Set<String> PROBLEM =
            Set.of("source_reference", "type", "happened_on", "postcode", "area_code", "told_police");

    /** As many as recording takes. */
    private static final int MOST_ENTRIES = 50;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 50;
    private static final int LONGEST_WISHES = 2_000;
    private static final int LONGEST_DESCRIPTION = 500;

    private ReportRules() {}

    /** What was sent, or all that is wrong with it. */
    record Parsed<T>(Optional<T> good, List<Fault> faults) {
        Parsed {
            faults = List.copyOf(faults);
        }

        static <T> Parsed<T> of(T value, List<Fault> faults) {
            return new Parsed<>(faults.isEmpty() ? Optional.of(value) : Optional.empty(), faults);
        }
    }

    /** A problem that was told to a partner. */
    record Problem(
            String reference,
            String digest,
            AsbType type,
            LocalDate happenedOn,
            String postcode,
            String areaCode,
            boolean toldPolice) {}

    static Parsed<Submission> report(JsonNode node, Instant now) {
        List<Fault> faults = new ArrayList<>();
        Asked asked = new Asked(node, "", faults).knowing(REPORT);
        String reference = asked.required(
                "source_reference", SubmissionRules.LONGEST_REFERENCE, "Give the reference of your own system");
        String account = asked.required("account", NewReport.LONGEST_ACCOUNT, "Say what happened");
        Optional<AsbType> type = asked.choice("type", AsbType.values());
        Optional<Instant> reportedAt = moment(asked, "reported_at");
        Optional<Interval> occurred = occurred(asked);
        Optional<Asked> place = asked.object("place").map(each -> each.knowing(PLACE));
        if (place.isEmpty()) {
            asked.add(Fault.required(asked.at("place"), "Say where: location, postcode, or latitude and longitude"));
        }
        String location = place.map(each -> each.text("location", SubmissionRules.LONGEST_ADDRESS))
                .orElse("");
        String postcode = place.map(ReportRules::postcode).orElse("");
        Optional<GeoPoint> point = place.flatMap(ReportRules::point);
        if (place.isPresent() && faults.isEmpty() && point.isEmpty() && (location + postcode).isEmpty()) {
            asked.add(Fault.required(asked.at("place"), "Say where: location, postcode, or latitude and longitude"));
        }
        List<Person> people = asked.list("people", MOST_ENTRIES).stream()
                .map(each -> person(each.knowing(PERSON)))
                .toList();
        List<String> media = new ArrayList<>();
        List<Evidence> evidence = asked.list("evidence", MOST_ENTRIES).stream()
                .map(each -> evidence(each.knowing(EVIDENCE), media))
                .toList();
        String wishes = asked.text("wishes", LONGEST_WISHES);
        return Parsed.of(
                new Submission(
                        Optional.of(reference),
                        JsonRules.digest(node),
                        type.map(SubmissionRules::codeOf).orElse(""),
                        type,
                        account,
                        reportedAt,
                        occurred,
                        location,
                        postcode.isEmpty() ? Postcodes.in(location).orElse("") : postcode,
                        point,
                        people,
                        evidence,
                        wishes,
                        media,
                        Map.of()),
                faults);
    }

    private static Optional<Instant> moment(Asked asked, String name) {
        String text = asked.text(name, 60);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> moment = SubmissionRules.moment(text).filter(QueryRules::isReasonable);
        if (moment.isEmpty()) {
            asked.add(Fault.invalid(
                    asked.at(name), "It must be a moment with its offset, like 2026-03-01T20:10:00+00:00"));
        }
        return moment;
    }

    private static Optional<Interval> occurred(Asked asked) {
        Optional<Instant> from = moment(asked, "occurred_from");
        Optional<Instant> to = moment(asked, "occurred_to");
        if (from.isEmpty() && to.isPresent()) {
            asked.add(Fault.required(asked.at("occurred_from"), "Say when it began as well"));
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            asked.add(Fault.invalid(asked.at("occurred_to"), "It is before occurred_from"));
            return Optional.empty();
        }
        return from.map(began -> new Interval(began, to.orElse(began)));
    }

    private static String postcode(Asked place) {
        String written = place.text("postcode", 20);
        String postcode = Postcodes.in(written).orElse("");
        if (!written.isEmpty() && postcode.isEmpty()) {
            place.add(Fault.invalid(place.at("postcode"), "It must be a postcode, like LE1 5WW"));
        }
        return postcode;
    }

    private static Optional<GeoPoint> point(Asked place) {
        String latitude = place.number("latitude");
        String longitude = place.number("longitude");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return Optional.empty();
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            place.add(Fault.required(
                    place.at(latitude.isEmpty() ? "latitude" : "longitude"),
                    "Latitude and longitude are needed together"));
            return Optional.empty();
        }
        Optional<GeoPoint> point = SubmissionRules.inBritain(latitude, longitude);
        if (point.isEmpty()) {
            place.add(Fault.invalid(place.at("latitude"), "It must be a point in Great Britain, in degrees of WGS 84"));
        }
        return point;
    }

    private static Person person(Asked asked) {
        Optional<Part> part = asked.choice("part", Part.values());
        Person person = new Person(
                part.orElse(Part.CALLER),
                asked.text("name", LONGEST_NAME),
                asked.text("phone", LONGEST_PHONE),
                asked.text("email", LONGEST_NAME),
                asked.text("address", SubmissionRules.LONGEST_ADDRESS),
                asked.choice("spoken_to", SpokenTo.values()).orElse(SpokenTo.NOT_YET));
        if ((person.name() + person.phone() + person.email() + person.address()).isEmpty()) {
            asked.add(Fault.required(asked.at("name"), "Give a name, a number, an e-mail address or an address"));
        }
        return person;
    }

    private static Evidence evidence(Asked asked, List<String> media) {
        Optional<EvidenceKind> kind = asked.choice("kind", EvidenceKind.values());
        String description = asked.required("description", LONGEST_DESCRIPTION / 2, "Say what it shows");
        String link = asked.text("url", SubmissionRules.LONGEST_LINK);
        if (!link.isEmpty() && !SubmissionRules.isLink(link)) {
            asked.add(Fault.invalid(asked.at("url"), "It must be an http address"));
        } else if (!link.isEmpty()) {
            media.add(link);
        }
        String digest = asked.text("sha256", 64);
        if (!digest.isEmpty() && !JsonRules.isSha256(digest)) {
            asked.add(Fault.invalid(asked.at("sha256"), "It must be a SHA-256 in 64 hexadecimal digits"));
        }
        String bytes = asked.number("bytes");
        if (!bytes.isEmpty() && !bytes.matches("\\d{1,15}")) {
            asked.add(Fault.invalid(asked.at("bytes"), "It must be a whole number of bytes"));
        }
        String mediaType = asked.text("media_type", 100);
        StringBuilder words = new StringBuilder(description);
        append(words, mediaType, mediaType);
        append(words, bytes, bytes + " bytes");
        append(words, digest, "SHA-256 " + digest);
        String held = asked.text("held_by", LONGEST_NAME);
        return new Evidence(
                kind.orElse(EvidenceKind.OTHER),
                words.substring(0, Math.min(words.length(), LONGEST_DESCRIPTION)),
                held.isEmpty() ? "The sender's system" : held);
    }

    private static void append(StringBuilder words, String value, String addition) {
        if (!value.isEmpty()) {
            words.append("; ").append(addition);
        }
    }

    static Parsed<Problem> problem(JsonNode node, String pointer, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        Asked asked = new Asked(node, pointer, faults).knowing(PROBLEM);
        String reference = asked.required(
                "source_reference", SubmissionRules.LONGEST_REFERENCE, "Give the reference of your own system");
        Optional<AsbType> type = asked.choice("type", AsbType.values());
        if (type.isEmpty() && faults.isEmpty()) {
            asked.add(Fault.required(asked.at("type"), "Say what kind it was: " + JsonRules.words(AsbType.values())));
        }
        LocalDate happened = day(asked, today);
        String postcode = postcode(asked);
        String area = asked.text("area_code", 20);
        if (!area.matches("[A-Z0-9]{0,20}")) {
            asked.add(Fault.invalid(asked.at("area_code"), "It must be the code of a small area, like E01013000"));
        }
        Optional<Boolean> told = asked.truth("told_police");
        return Parsed.of(
                new Problem(
                        reference,
                        JsonRules.digest(node),
                        type.orElse(AsbType.ROWDY_OR_INCONSIDERATE_BEHAVIOUR),
                        happened,
                        postcode,
                        area,
                        told.orElse(false)),
                faults);
    }

    private static LocalDate day(Asked asked, LocalDate today) {
        String text = asked.required("happened_on", 10, "Say on which day it happened");
        if (text.isEmpty()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(today) || day.getYear() < 1990) {
                asked.add(Fault.invalid(asked.at("happened_on"), "It must be a day from 1990 until today"));
            }
            return day;
        } catch (DateTimeParseException e) {
            asked.add(Fault.invalid(asked.at("happened_on"), "It must be a day, like 2026-03-01"));
            return today;
        }
    }

    /** The field here that a field of recording was filled from. */
    static String pointer(String field) {
        return switch (field) {
            case "location", "lsoa_code", "area_code" -> "/place/location";
            case "occurred" -> "/occurred_from";
            default ->
                "/" + field.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/').replace("heldBy", "held_by");
        };
    }
}
