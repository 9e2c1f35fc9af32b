package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.portal.report.ReportRepository.Force;
import uk.frith.platform.portal.report.StepRules.Offer;
import uk.frith.platform.reports.recording.Incidents;

/** Work on the report that is open in a browser, with what was answered and what can be; each piece of it is entered. */
@Component
class Drafting {

    static final String TO_TELL = "to tell what happened";
    static final String TO_DONE = "redirect:/tell/done";

    private final ReportDesk desk;
    private final ReportRepository reports;
    private final Visits visits;
    private final Situation situation;
    private final Incidents incidents;
    private final InstantSource clock;

    Drafting(
            ReportDesk desk,
            ReportRepository reports,
            Visits visits,
            Situation situation,
            Incidents incidents,
            InstantSource clock) {
        this.desk = desk;
        this.reports = reports;
        this.visits = visits;
        this.situation = situation;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * The report that is open in this browser.
     *
     * @param goingOn whether it is going on now or somebody is in danger, by what was chosen or written
     */
    record Open(Report report, Answers answers, List<Force> forces, Offer offer, boolean goingOn) {

        boolean isDraft() {
            return report.state() == Report.State.DRAFT;
        }

        @Override
        public String toString() {
            return "Open";
        }
    }

    Open open(Report report) {
        Answers answers = reports.answers(report.id());
        List<Force> forces = reports.forces();
        boolean goingOn = StepRules.isGoingOn(answers) || incidents.isGoingOn(answers.of("what"));
        return new Open(report, answers, forces, situation.offer(report, answers, forces), goingOn);
    }

    /** The report as it stands; empty when none is open. */
    Optional<Open> opened(HttpServletRequest request) {
        return worked(request, Act.CONSULTATION, this::open);
    }

    /** Does something with the report; empty when none is open. */
    Optional<Open> worked(HttpServletRequest request, Act act, Function<Report, Open> work) {
        return desk.audited(
                visits.token(request),
                () -> reports.mine().map(work),
                found -> Entry.of(act, StartPages.SUBJECT, TO_TELL)
                        .about(found.map(open -> open.report().id().toString()).stream()
                                .toList())
                        .showing(List.of("answers")));
    }

    /** The first needed question without a good answer; empty when the report can be sent. */
    Optional<Step> missing(Open open) {
        return StepRules.missing(open.answers(), open.offer(), clock.instant());
    }

    /** The address at which its reporter goes on. */
    String next(Open open) {
        return open.isDraft() ? missing(open).map(Step::path).orElse("/tell/check") : "/tell/mine";
    }

    /** The secret to write down, while this browser still has it. */
    Optional<String> secret(HttpServletRequest request) {
        return visits.read(request, Visits.Kind.SECRET).map(Codes::inFours);
    }
}
