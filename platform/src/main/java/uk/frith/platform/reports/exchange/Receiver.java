package uk.frith.platform.reports.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.reports.exchange.ReceivedRepository.Received;
import uk.frith.platform.reports.exchange.ReceivedRepository.Told;
import uk.frith.platform.reports.exchange.ReceivedRepository.Way;
import uk.frith.platform.reports.recording.Channel;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.NewReport;
import uk.frith.platform.reports.recording.Taken;

/** Takes what partners' systems send and records it, once; every piece of work is entered under the partner's key. */
@Component
class Receiver {

    static final String TO_RECORD = "to record what a partner reported";
    static final String TO_FOLLOW = "to tell a partner what became of its reports";

    /**
     * Where the sender gives no reference of its own, the same form within a day is the same report sent again; after that
     * it is the same trouble once more.
     */
    private static final Duration SENT_AGAIN = Duration.ofHours(24);

    private final Incidents incidents;
    private final ReceivedRepository repository;
    private final Places places;
    private final ServiceDesk services;
    private final Desk desk;
    private final InstantSource clock;

    Receiver(
            Incidents incidents,
            ReceivedRepository repository,
            Places places,
            ServiceDesk services,
            Desk desk,
            InstantSource clock) {
        this.incidents = incidents;
        this.repository = repository;
        this.places = places;
        this.services = services;
        this.desk = desk;
        this.clock = clock;
    }

    /** What became of a report. */
    sealed interface Outcome {

        /** It stands; {@code already} when it stood before. */
        record Recorded(UUID id, UUID incident, String incidentReference, boolean already) implements Outcome {}

        /** Another report stands under its reference. */
        record Different(String incidentReference) implements Outcome {}

        /** Nothing of it was kept. */
        record Refused(List<Taken.Fault> faults) implements Outcome {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    Outcome receive(Caller caller, Way way, Submission sent) {
        return working(caller, () -> take(caller, way, sent), outcome -> entry(way, outcome));
    }

    /** Work for a partner's key: the database keeps it to the key's organisation and to the partner's own reports. */
    <T> T working(Caller caller, Supplier<T> work, Function<? super T, Entry> entry) {
        return services.confined(
                ServiceActor.EXCHANGE,
                caller.onBehalf(),
                caller.organisation(),
                () -> desk.audited(
                        work,
                        (T done) -> entry.apply(done).with("key", caller.key().toString())));
    }

    private Outcome take(Caller caller, Way way, Submission sent) {
        Instant now = clock.instant();
        repository.oneAtATime(caller.partner() + " " + sent.reference().orElse(sent.digest()));
        Optional<Received> before = sent.reference().isPresent()
                ? repository.byReference(caller.partner(), sent.reference().get())
                : repository.sameContent(caller.partner(), sent.digest(), now.minus(SENT_AGAIN));
        if (before.isPresent()) {
            Received stands = before.get();
            return stands.digest().equals(sent.digest())
                    ? new Outcome.Recorded(stands.id(), stands.incident(), stands.incidentReference(), true)
                    : new Outcome.Different(stands.incidentReference());
        }
        String reference =
                sent.reference().orElse("content-" + sent.digest().substring(0, 24) + "-" + now.getEpochSecond());
        return switch (incidents.record(caller.organisation(), report(caller, reference, sent, now))) {
            case Taken.Refused(List<Taken.Fault> faults) -> new Outcome.Refused(faults);
            case Taken.Recorded recorded ->
                new Outcome.Recorded(
                        repository.add(caller, way, reference, sent, recorded, now),
                        recorded.incident(),
                        recorded.reference(),
                        false);
        };
    }

    private NewReport report(Caller caller, String reference, Submission sent, Instant now) {
        String postcode = sent.postcode();
        String location = !sent.address().isEmpty()
                ? sent.address()
                : postcode.isEmpty() ? sent.point().map(Receiver::degrees).orElse("") : postcode;
        Optional<String> area = places.ofPostcode(postcode)
                .or(() -> sent.point().flatMap(places::areaAt))
                .map(Area::code);
        return new NewReport(
                caller.source(),
                Optional.of(reference),
                Channel.PARTNER,
                sent.account(),
                sent.reportedAt().orElse(now),
                sent.occurred(),
                new NewReport.Place(location, area),
                new NewReport.Chosen(Optional.empty(), sent.type(), Optional.empty()),
                sent.people(),
                sent.evidence(),
                sent.wishes(),
                Optional.empty());
    }

    private static String degrees(GeoPoint point) {
        return String.format(Locale.ROOT, "%.5f, %.5f", point.latitude(), point.longitude());
    }

    private static Entry entry(Way way, Outcome outcome) {
        Entry entry = Entry.of(Act.COLLECTION, "incident", TO_RECORD).with("way", way.name());
        return switch (outcome) {
            case Outcome.Recorded recorded ->
                entry.about(List.of(recorded.incident().toString()))
                        .with("outcome", recorded.already() ? "stood already" : "recorded");
            case Outcome.Different different ->
                entry.with("outcome", "another stands under its reference")
                        .with("stands", different.incidentReference());
            case Outcome.Refused refused ->
                entry.with("outcome", "refused")
                        .with(
                                "fields",
                                refused.faults().stream()
                                        .map(Taken.Fault::field)
                                        .distinct()
                                        .reduce((one, other) -> one + " " + other)
                                        .orElse(""));
        };
    }

    /** What became of something that was told later. */
    sealed interface Noted {
        record Kept(long id) implements Noted {}

        /** There is no such report of this partner. */
        record NoSuchReport() implements Noted {}

        /** Something else stands under its reference. */
        record Different() implements Noted {}
    }

    /** Keeps what a partner tells about a report that it sent. */
    Noted note(Caller caller, String incidentReference, String digest, Told told) {
        return working(
                caller,
                () -> {
                    Optional<Received> report =
                            repository.byIncidentReferences(caller.partner(), List.of(incidentReference), 1).stream()
                                    .findFirst();
                    if (report.isEmpty()) {
                        return new Noted.NoSuchReport();
                    }
                    repository.oneAtATime(report.get().id() + " " + told.reference());
                    return repository
                            .updateBefore(report.get().id(), told.reference())
                            .<Noted>map(before -> before.digest().equals(digest)
                                    ? new Noted.Kept(before.id())
                                    : new Noted.Different())
                            .orElseGet(() -> new Noted.Kept(
                                    repository.addUpdate(caller, report.get().id(), digest, told, clock.instant())));
                },
                noted -> Entry.of(Act.COLLECTION, "update", TO_RECORD)
                        .with("outcome", noted.getClass().getSimpleName()));
    }

    /** Shows a partner reports of its own. */
    List<Received> follow(Caller caller, Function<ReceivedRepository, List<Received>> question) {
        return working(
                caller,
                () -> question.apply(repository),
                found -> Entry.of(Act.DISCLOSURE, "incident", TO_FOLLOW)
                        .about(found.stream()
                                .map(each -> each.incident().toString())
                                .toList())
                        .showing(List.of("status", "closing", "description", "location")));
    }
}
