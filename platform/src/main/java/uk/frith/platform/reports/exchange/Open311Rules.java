package uk.frith.platform.reports.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.Postcodes;
import uk.frith.platform.reports.recording.AsbType;
import uk.frith.platform.reports.recording.Interval;
import uk.frith.platform.reports.recording.NewReport;
import uk.frith.platform.reports.recording.NewReport.Evidence;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

/**
 * Open311's forms: what their fields mean.
 *
 * <p>GeoReport v2 has no reference of the sender's. FixMyStreet gives its own as {@code attribute[fixmystreet_id]}; others
 * may give {@code attribute[external_id]}.
 */
final class Open311Rules {

    static final String HAPPENED_AT = "happened_at";
    static final String STILL_GOING_ON = "still_going_on";
    static final String WISHES = "wishes";
    static final String EVIDENCE = "evidence";
    static final String FIXMYSTREET_ID = "fixmystreet_id";
    static final String EXTERNAL_ID = "external_id";

    /** Fields of the form that have a meaning of their own; others that aren't attributes are kept as they came. */
    private static final Set<String> KNOWN = Set.of(
            "api_key",
            "jurisdiction_id",
            "service_code",
            "lat",
            "long",
            "address_string",
            "address_id",
            "email",
            "first_name",
            "last_name",
            "phone",
            "description",
            "media_url",
            "media_url[]");

    private static final Set<String> KNOWN_ATTRIBUTES =
            Set.of(HAPPENED_AT, STILL_GOING_ON, WISHES, EVIDENCE, FIXMYSTREET_ID, EXTERNAL_ID);

    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\[\\]]{1,100})](?:\\[])?");

    /** How FixMyStreet wraps what somebody wrote when a service asks for no attributes. */
    private static final Pattern WRAPPED = Pattern.compile(
            "\\s*title:\\s*(?<title>.*?)\\s*\\n\\s*\\n?detail:\\s*(?<detail>.*?)\\s*\\n\\s*\\n?url:\\s*(?<url>\\S*)"
                    + "\\s*(?:\\n\\s*)*Submitted via FixMyStreet\\s*",
            Pattern.DOTALL);

    private static final int MOST_EXTRA = 100;
    private static final int LONGEST_EXTRA = 4_000;
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private Open311Rules() {}

    /** What a form says. */
    sealed interface Parsed {
        record Good(Submission submission) implements Parsed {}

        record Bad(List<Fault> faults) implements Parsed {
            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    /** The attributes of a form by their code, several values of one as lines. */
    static Map<String, String> attributes(Map<String, List<String>> form) {
        Map<String, String> attributes = new TreeMap<>();
        form.forEach((name, values) -> {
            Matcher attribute = ATTRIBUTE.matcher(name);
            if (attribute.matches()) {
                attributes.merge(attribute.group(1), String.join("\n", values), (one, other) -> one + "\n" + other);
            }
        });
        return attributes;
    }

    static String one(Map<String, List<String>> form, String name) {
        List<String> values = form.get(name);
        return values == null ? "" : values.getFirst().strip();
    }

    static Parsed parse(Map<String, List<String>> form, Instant now) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> attributes = attributes(form);
        String code = one(form, "service_code");
        if (code.isEmpty()) {
            faults.add(Fault.required("service_code", "service_code was not provided"));
        } else if (!SubmissionRules.isService(code)) {
            faults.add(new Fault("service_code", "not-found", "service_code was not found"));
        }
        Told told = told(one(form, "description"));
        if (told.account().isEmpty()) {
            faults.add(Fault.required("description", "description was not provided; say what happened"));
        }
        if (told.account().length() > NewReport.LONGEST_ACCOUNT) {
            faults.add(Fault.tooLong("description", NewReport.LONGEST_ACCOUNT));
        }
        String address = one(form, "address_string");
        Optional<GeoPoint> point = point(form, address, faults);
        List<String> media = media(form, faults);
        Optional<Interval> occurred = occurred(attributes, now, faults);
        Optional<String> reference = Stream.of(FIXMYSTREET_ID, EXTERNAL_ID)
                .map(name -> attributes.getOrDefault(name, "").strip())
                .filter(each -> !each.isEmpty())
                .findFirst();
        if (reference.isPresent() && reference.get().length() > SubmissionRules.LONGEST_REFERENCE) {
            faults.add(Fault.tooLong("attribute[" + FIXMYSTREET_ID + "]", SubmissionRules.LONGEST_REFERENCE));
        }
        Map<String, String> extra = extra(form, attributes, told, faults);
        if (!faults.isEmpty()) {
            return new Parsed.Bad(faults);
        }
        return new Parsed.Good(new Submission(
                reference,
                FormRules.digest(form),
                code,
                SubmissionRules.typeOf(code),
                told.account(),
                Optional.empty(),
                occurred,
                address,
                Postcodes.in(address).orElse(""),
                point,
                people(form),
                evidence(media, attributes.getOrDefault(EVIDENCE, "")),
                attributes.getOrDefault(WISHES, "").strip(),
                media,
                extra));
    }

    private static Optional<GeoPoint> point(Map<String, List<String>> form, String address, List<Fault> faults) {
        String latitude = one(form, "lat");
        String longitude = one(form, "long");
        if (address.length() > SubmissionRules.LONGEST_ADDRESS) {
            faults.add(Fault.tooLong("address_string", SubmissionRules.LONGEST_ADDRESS));
        }
        if (latitude.isEmpty() && longitude.isEmpty()) {
            if (address.isEmpty()) {
                boolean byId = !one(form, "address_id").isEmpty();
                faults.add(
                        byId
                                ? Fault.invalid("address_id", "address_id isn't known here; send lat and long")
                                : Fault.required(
                                        "lat", "No location was provided: send lat and long, or address_string"));
            }
            return Optional.empty();
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            faults.add(Fault.required(latitude.isEmpty() ? "lat" : "long", "lat and long are needed together"));
            return Optional.empty();
        }
        Optional<GeoPoint> point = SubmissionRules.inBritain(latitude, longitude);
        if (point.isEmpty()) {
            faults.add(Fault.invalid("lat", "lat and long must be degrees of WGS 84 of a point in Great Britain"));
        }
        return point;
    }

    private static List<String> media(Map<String, List<String>> form, List<Fault> faults) {
        List<String> media = Stream.of("media_url", "media_url[]")
                .flatMap(name -> form.getOrDefault(name, List.of()).stream())
                .flatMap(value -> Stream.of(value.strip().split("\\s+")))
                .filter(link -> !link.isEmpty())
                .toList();
        if (media.size() > SubmissionRules.MOST_MEDIA) {
            faults.add(Fault.invalid("media_url", "At most " + SubmissionRules.MOST_MEDIA + " addresses can be sent"));
        } else if (!media.stream().allMatch(SubmissionRules::isLink)) {
            faults.add(Fault.invalid(
                    "media_url",
                    "media_url must be an http address of at most " + SubmissionRules.LONGEST_LINK + " characters"));
        }
        return media;
    }

    private static Optional<Interval> occurred(Map<String, String> attributes, Instant now, List<Fault> faults) {
        String goingOn = attributes.getOrDefault(STILL_GOING_ON, "").strip();
        if (!goingOn.isEmpty() && !goingOn.equals("yes") && !goingOn.equals("no")) {
            faults.add(Fault.invalid("attribute[" + STILL_GOING_ON + "]", "It is either yes or no"));
        }
        String at = attributes.getOrDefault(HAPPENED_AT, "").strip();
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> moment = SubmissionRules.moment(at);
        if (moment.isEmpty() || moment.get().isAfter(now.plus(TWO_DAYS))) {
            faults.add(Fault.invalid(
                    "attribute[" + HAPPENED_AT + "]", "It must be a moment until now, like 2026-03-01T20:10:00Z"));
            return Optional.empty();
        }
        return moment.map(from -> new Interval(from, goingOn.equals("yes") && now.isAfter(from) ? now : from));
    }

    private static List<Person> people(Map<String, List<String>> form) {
        String name = (one(form, "first_name") + " " + one(form, "last_name")).strip();
        String phone = one(form, "phone");
        String email = one(form, "email");
        return (name + phone + email).isEmpty()
                ? List.of()
                : List.of(new Person(Part.CALLER, name, phone, email, "", SpokenTo.NOT_YET));
    }

    private static List<Evidence> evidence(List<String> media, String words) {
        List<Evidence> evidence = new ArrayList<>();
        for (String link : media) {
            evidence.add(new Evidence(SubmissionRules.kindOf(link), "At " + link, "The sender's system"));
        }
        if (!words.isBlank()) {
            evidence.add(new Evidence(NewReport.EvidenceKind.OTHER, words.strip(), "Whoever reported it"));
        }
        return evidence;
    }

    private static Map<String, String> extra(
            Map<String, List<String>> form, Map<String, String> attributes, Told told, List<Fault> faults) {
        Map<String, String> extra = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (!KNOWN.contains(name) && !ATTRIBUTE.matcher(name).matches()) {
                extra.put(name, String.join("\n", values));
            }
        });
        attributes.forEach((code, value) -> {
            if (!KNOWN_ATTRIBUTES.contains(code)) {
                extra.put("attribute[" + code + "]", value);
            }
        });
        if (!told.link().isEmpty()) {
            extra.put("url", told.link());
        }
        if (extra.size() > MOST_EXTRA
                || extra.entrySet().stream()
                        .anyMatch(
                                each -> each.getKey().length() + each.getValue().length() > LONGEST_EXTRA)) {
            faults.add(Fault.invalid("attribute", "Too many other fields, or too long ones"));
        }
        return extra;
    }

    /** What somebody told, without what a system has put around it. */
    record Told(String account, String link) {
        @Override
        public String toString() {
            return "Told";
        }
    }

    static Told told(String description) {
        String text = description.replace("\r\n", "\n").strip();
        Matcher wrapped = WRAPPED.matcher(text);
        if (!wrapped.matches()) {
            return new Told(text, "");
        }
        String title = wrapped.group("title").strip();
        String detail = wrapped.group("detail").strip();
        String account = Stream.of(title.equals(detail) ? "" : title, detail)
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + "\n\n" + other)
                .orElse("");
        return new Told(account, wrapped.group("url"));
    }

    /** The services, in the order of the list: each kind of behaviour, and one for whoever can't tell. */
    static List<Service> services() {
        return Stream.concat(
                        Stream.of(new Service(
                                SubmissionRules.ANY_KIND,
                                "Antisocial behaviour",
                                "Any antisocial behaviour; what was told decides the kind.",
                                "asb, antisocial behaviour")),
                        Stream.of(AsbType.values())
                                .map(type -> new Service(
                                        SubmissionRules.codeOf(type),
                                        type.words(),
                                        type.words() + ". Not for emergencies: those go to 999.",
                                        SubmissionRules.codeOf(type).replace('-', ' '))))
                .toList();
    }

    /** A kind of request that can be made. */
    record Service(String code, String name, String description, String keywords) {}
}
