package uk.frith.platform.portal.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.deadlines.Clock;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.deadlines.Duty;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Rounds;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.portal.dialogue.DialogueRepository.Message;
import uk.frith.platform.portal.dialogue.DialogueRepository.Reply;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.report.SentReport;

/**
 * The promise that what a reporter writes is read, and what somebody answers who was reported. It begins when they write, and
 * where that doesn't work at once, half a minute later.
 */
@Component
class Dialogue extends Rounds {

    private static final String READ_REPLY = "READ_REPLY";
    private static final String READ_ANSWER = "READ_ANSWER";
    private static final Logger LOG = LoggerFactory.getLogger(Dialogue.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 50;

    private final DialogueRepository repository;
    private final InvitationRepository invitations;
    private final PublicReports reports;
    private final Deadlines deadlines;
    private final ServiceDesk services;
    private final Desk desk;
    private final InstantSource clock;

    Dialogue(
            DialogueRepository repository,
            InvitationRepository invitations,
            PublicReports reports,
            Deadlines deadlines,
            ServiceDesk services,
            Desk desk,
            InstantSource clock,
            ApplicationContext application) {
        super("dialogue", LOOK_EVERY, application);
        this.repository = repository;
        this.invitations = invitations;
        this.reports = reports;
        this.deadlines = deadlines;
        this.services = services;
        this.desk = desk;
        this.clock = clock;
    }

    /** Starts the clocks that don't run yet. */
    void promise() {
        try {
            promise(READ_REPLY, repository::unpromised, repository::promised);
            promise(READ_ANSWER, invitations::unpromised, invitations::promised);
        } catch (RuntimeException e) {
            LOG.warn("promises have to wait: cause={}", e.getClass().getSimpleName());
        }
    }

    private void promise(String kind, IntFunction<List<UUID>> unpromised, BiConsumer<UUID, Instant> promised) {
        List<UUID> waiting = inBackground(() -> desk.unaudited(
                "which reports have something unread shows nothing of anybody", () -> unpromised.apply(AT_ONCE)));
        for (UUID report : waiting) {
            inBackground(() -> desk.audited(
                    Entry.of(Act.ALTERATION, "online report", "to have what was written read in time")
                            .about(List.of(report.toString()))
                            .showing(List.of("promised")),
                    () -> begin(report, kind, promised)));
        }
    }

    private UUID begin(UUID report, String kind, BiConsumer<UUID, Instant> promised) {
        Instant now = clock.instant();
        Optional<SentReport> sent = reports.find(report);
        if (sent.isPresent() && sent.get().incident().isPresent()) {
            UUID incident = sent.get().incident().get();
            Optional<Clock> leading = deadlines.of(incident).stream()
                    .filter(each -> each.ended().isEmpty())
                    .findFirst();
            deadlines.begin(new Duty(
                    kind,
                    sent.get().organisation(),
                    incident,
                    sent.get().reference().orElse(""),
                    "/online-reports/" + report,
                    leading.flatMap(Clock::account),
                    leading.flatMap(Clock::team),
                    now));
            promised.accept(report, now);
        }
        return report;
    }

    /**
     * Somebody of the force reads what was written to them. What came while the page was made isn't on it and stays unread.
     *
     * @param messages that are on the page
     * @param replies that are on the page
     */
    void read(SentReport report, List<Message> messages, List<Reply> replies) {
        UUID id = report.id();
        Instant now = clock.instant();
        if (repository.readByStaff(id, messages.stream().map(Message::id).toList(), now) > 0
                && repository.unread(id) == 0) {
            report.incident().ifPresent(incident -> deadlines.meet(READ_REPLY, incident));
        }
        if (invitations.read(id, replies.stream().map(Reply::id).toList(), now) > 0 && invitations.unread(id) == 0) {
            report.incident().ifPresent(incident -> deadlines.meet(READ_ANSWER, incident));
        }
    }

    private <T> T inBackground(Supplier<T> work) {
        return services.as(ServiceActor.BACKGROUND, "dialogue", work);
    }

    @Override
    protected void look() {
        promise();
    }
}
