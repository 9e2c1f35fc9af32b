package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;

/**
 * A report that is told in a talk: it is with its force from the first words on, and is left alone while somebody talks with its
 * reporter. Whoever answers records it; where nobody does, it becomes an incident by itself, so that no talk is lost.
 */
@Service
public class ToldByChat {

    /** What brought somebody here; the report's source follows from it. */
    static final String WHY = "CHAT";

    private final ReportDesk desk;
    private final ReportRepository reports;
    private final Visits visits;
    private final Codes codes;
    private final Turns turns;
    private final Framing framing;
    private final Taking taking;
    private final ApplicationEventPublisher events;

    ToldByChat(
            ReportDesk desk,
            ReportRepository reports,
            Visits visits,
            Codes codes,
            Turns turns,
            Framing framing,
            Taking taking,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.reports = reports;
        this.visits = visits;
        this.codes = codes;
        this.turns = turns;
        this.framing = framing;
        this.taking = taking;
        this.events = events;
    }

    /** A police force that can be talked with. */
    public record Force(UUID id, String name) {}

    /** Whoever has to wait for their turn: for how long, and with what they keep their place. */
    public record Later(String ticket, long seconds) {}

    /** The forces; within a piece of work. */
    public List<Force> forces() {
        return reports.forces().stream()
                .map(force -> new Force(force.id(), force.name()))
                .toList();
    }

    /** Empty when it is this address's turn to begin. */
    public Optional<Later> later(HttpServletRequest request, String ticket) {
        return turns.take(request.getRemoteAddr(), ticket) instanceof TurnRules.Turn.Later later
                ? Optional.of(new Later(later.ticket(), later.seconds()))
                : Optional.empty();
    }

    /**
     * Begins a talk: the report is sent to the force, open in this browser, with code and secret to open it again.
     *
     * @param words what is told first
     * @param alone until when it is left to whoever answers
     * @param along is done with the report's id in the same piece of work
     */
    public void begin(
            UUID organisation,
            String words,
            Instant alone,
            HttpServletRequest request,
            HttpServletResponse response,
            Consumer<UUID> along) {
        String token = codes.token();
        String secret = codes.secret();
        String language = framing.words(request).language();
        desk.audited(
                token,
                () -> {
                    UUID report = reports.start(codes.code(), secret, token, language, WHY, Optional.empty());
                    reports.keep(Map.of("what", words));
                    if (!reports.send(organisation, Optional.empty())) {
                        throw new IllegalStateException("Only a police force can be talked with.");
                    }
                    reports.leaveAlone(report, alone);
                    along.accept(report);
                    return report;
                },
                report -> Entry.of(Act.COLLECTION, StartPages.SUBJECT, Drafting.TO_TELL)
                        .about(List.of(report.toString()))
                        .showing(List.of("answers")));
        visits.begin(request, response, token, secret);
    }

    /** Leaves it to whoever answers until then; within a piece of work of theirs or of the reporter's. */
    public void leaveAlone(UUID report, Instant until) {
        reports.leaveAlone(report, until);
    }

    /** Whoever answered has recorded it: it is that incident from now on. Nothing changes when it is one already. */
    public void taken(UUID report, UUID organisation, UUID incident, String reference, Instant now) {
        if (reports.waitFor(report).isPresent()) {
            reports.taken(report, incident, reference, now);
            events.publishEvent(new ReportTaken(report, incident, organisation));
        }
    }

    /** Makes it an incident now, without waiting any longer. */
    public void takeNow(UUID report) {
        taking.takeNow(report);
    }
}
