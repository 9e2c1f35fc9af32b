package uk.frith.platform.portal.dialogue;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.portal.evidence.Evidences;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.report.SentReport;
import uk.frith.platform.reports.recording.IncidentPanel;

/** The online report on its incident's page: who told it, what came along and what wasn't opened or read yet. */
@Component
class ReportPanel implements IncidentPanel {

    private static final int AFTER_THE_SUMMARY = 20;

    private final PublicReports reports;
    private final Evidences evidences;
    private final DialogueRepository repository;
    private final InvitationRepository invitations;
    private final Desk desk;
    private final InstantSource clock;

    ReportPanel(
            PublicReports reports,
            Evidences evidences,
            DialogueRepository repository,
            InvitationRepository invitations,
            Desk desk,
            InstantSource clock) {
        this.reports = reports;
        this.evidences = evidences;
        this.repository = repository;
        this.invitations = invitations;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_THE_SUMMARY;
    }

    @Override
    public Optional<Panel> of(UUID incident) {
        if (desk.actor().filter(actor -> actor.may(Permission.RECORD_INCIDENTS)).isEmpty()) {
            return Optional.empty();
        }
        return reports.ofIncident(incident).map(this::panel);
    }

    private Panel panel(SentReport report) {
        return new Panel(
                "portal/dialogue/staff-panel",
                new ReportPage.PanelPage(
                        "/online-reports/" + report.id(),
                        report.verification().words(),
                        repository.markings(report.id()).stream()
                                .findFirst()
                                .map(marking ->
                                        ReportPages.Mark.valueOf(marking.kind()).words())
                                .orElse(""),
                        repository.unread(report.id()),
                        invitations.unread(report.id()),
                        evidences.of(report.id()).stream()
                                .map(file -> FileLine.of(file, clock.instant()))
                                .toList()));
    }
}
