package uk.frith.platform.portal.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Rounds;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.NewReport;
import uk.frith.platform.reports.recording.Taken;

/**
 * Gives what was sent to recording: at once where that works, and otherwise a minute later and again until it does. A report
 * is known to recording by its id, so that it becomes one incident however often it is given.
 */
@Component
class Taking extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);
    private static final String WHY = "to record what was told online";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(60);
    /** What was sent within this time is being taken by the request that sent it. */
    private static final Duration LEFT_TO_ITS_REQUEST = Duration.ofSeconds(30);

    private static final int AT_ONCE = 200;

    private final ReportRepository reports;
    private final Incidents incidents;
    private final Situation situation;
    private final List<SentAlong> along;
    private final List<SaidInATalk> talks;
    private final ApplicationEventPublisher events;
    private final ServiceDesk services;
    private final Desk desk;
    private final InstantSource clock;

    Taking(
            ReportRepository reports,
            Incidents incidents,
            Situation situation,
            ObjectProvider<SentAlong> along,
            ObjectProvider<SaidInATalk> talks,
            ApplicationEventPublisher events,
            ServiceDesk services,
            Desk desk,
            InstantSource clock,
            ApplicationContext application) {
        super("portal", LOOK_EVERY, application);
        this.reports = reports;
        this.incidents = incidents;
        this.situation = situation;
        this.along = along.stream().toList();
        this.talks = talks.stream().toList();
        this.events = events;
        this.services = services;
        this.desk = desk;
        this.clock = clock;
    }

    /** Takes a report that was just sent; should that fail, it is taken later. */
    void takeNow(UUID report) {
        try {
            take(report);
        } catch (RuntimeException e) {
            LOG.warn("report={} is taken later: cause={}", report, e.getClass().getSimpleName());
        }
    }

    /** Takes everything that waits; gives how many reports that were. */
    int takeAll() {
        List<UUID> waiting = services.as(
                ServiceActor.BACKGROUND,
                "portal",
                () -> desk.unaudited(
                        "which reports wait shows nothing of anybody",
                        () -> reports.toTake(clock.instant().minus(LEFT_TO_ITS_REQUEST), AT_ONCE)));
        waiting.forEach(this::takeNow);
        return waiting.size();
    }

    private void take(UUID report) {
        services.as(
                ServiceActor.BACKGROUND,
                "portal",
                () -> desk.audited(
                        () -> reports.hold(report).map(this::record).orElse(List.of()),
                        ids -> Entry.of(Act.COLLECTION, "incident", WHY)
                                .about(ids)
                                .showing(List.of("account", "caller", "people", "evidence"))));
    }

    private List<String> record(Report report) {
        UUID organisation =
                report.organisation().orElseThrow(() -> new IllegalStateException("A report is sent to somebody."));
        Answers answers = reports.answers(report.id());
        String told = told(report, answers);
        Instant now = clock.instant();
        Taken taken = incidents.record(
                organisation,
                TellingRules.compose(
                        report, answers, told, situation.place(report, answers, told), alongWith(report.id()), now));
        return switch (taken) {
            case Taken.Recorded recorded -> {
                reports.taken(report.id(), recorded.incident(), recorded.reference(), now);
                events.publishEvent(new ReportTaken(report.id(), recorded.incident(), organisation));
                yield List.of(report.id().toString(), recorded.incident().toString());
            }
            case Taken.Refused refused -> {
                String fields =
                        refused.faults().stream().map(Taken.Fault::field).collect(Collectors.joining(", "));
                reports.refused(report.id(), fields);
                LOG.error("report={} is refused by recording: fields={}", report.id(), fields);
                yield List.of(report.id().toString());
            }
        };
    }

    /** What was told in a talk, or else as it was written. */
    private String told(Report report, Answers answers) {
        String written = TellingRules.account(answers);
        return talks.stream()
                .flatMap(each -> each.said(report.id(), written).stream())
                .findFirst()
                .orElse(written);
    }

    private List<NewReport.Evidence> alongWith(UUID report) {
        return along.stream().flatMap(each -> each.alongWith(report).stream()).toList();
    }

    /** Drafts that nobody has gone on with for four weeks are forgotten. */
    private void forget() {
        boolean any = services.as(
                ServiceActor.BACKGROUND,
                "portal",
                () -> desk.unaudited("whether a draft is old shows nothing of anybody", () -> reports.anyToForget()));
        if (any) {
            services.as(
                    ServiceActor.BACKGROUND,
                    "portal",
                    () -> desk.audited(
                            reports::forget,
                            gone -> Entry.of(Act.ERASURE, "online report", "to forget drafts that nobody goes on with")
                                    .with("drafts", String.valueOf(gone))));
        }
    }

    /** One round: what waits is taken, what is old is forgotten. */
    @Override
    protected void look() {
        takeAll();
        forget();
    }
}
