package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;

/**
 * The door of the portal, for the chapters behind it: work on the report that is open in a browser, and the reports that were
 * sent to a force. What the force sees is called within the caller's piece of work at the desk.
 */
@Service
public class PublicReports {

    /** Where a browser goes that has no report open. */
    public static final String TO_RETURN = "redirect:/tell/return?lost=yes";

    private final ReportDesk desk;
    private final ReportRepository reports;
    private final Visits visits;
    private final Framing framing;
    private final Optional<String> publicAddress;

    PublicReports(
            ReportDesk desk,
            ReportRepository reports,
            Visits visits,
            Framing framing,
            PortalSettings settings,
            @Value("${frith.identity.public-address:}") String readersAddress) {
        this.desk = desk;
        this.reports = reports;
        this.visits = visits;
        this.framing = framing;
        this.publicAddress =
                settings.publicAddress().or(() -> Optional.of(readersAddress).filter(address -> !address.isBlank()));
    }

    /** Does something with the report that is open in a browser, and enters it; empty when none is open. */
    public <T> Optional<T> opened(
            HttpServletRequest request, Function<OpenReport, T> work, Act act, String purpose, List<String> fields) {
        return desk.audited(
                        visits.token(request),
                        () -> reports.mine().map(this::open).map(open -> new Done<>(open.id(), work.apply(open))),
                        done -> Entry.of(act, StartPages.SUBJECT, purpose)
                                .about(done.map(each -> each.report().toString()).stream()
                                        .toList())
                                .showing(fields))
                .map(Done::result);
    }

    /**
     * Looks whether anything is new on the report that is open in a browser; empty when none is open.
     *
     * @param reason why this shows nobody anything of anybody
     */
    public <T> Optional<T> glanced(HttpServletRequest request, String reason, Function<UUID, T> work) {
        return desk.unaudited(
                reason, visits.token(request), () -> reports.mine().map(report -> work.apply(report.id())));
    }

    private record Done<T>(UUID report, T result) {}

    private OpenReport open(Report report) {
        return new OpenReport(
                report.id(),
                Codes.inFours(report.code()),
                report.state() != Report.State.DRAFT,
                report.reference(),
                TellingRules.account(reports.answers(report.id())),
                report.hidden());
    }

    /** Work of the public's that isn't about a report: it is entered as well. */
    public <T> T audited(Supplier<T> work, Function<? super T, Entry> entry) {
        return desk.audited("", work, entry);
    }

    /** Work of the public's that shows nobody anything of anybody. */
    public <T> T unaudited(String reason, Supplier<T> work) {
        return desk.unaudited(reason, "", work);
    }

    /** The words of a language; English when it isn't offered. */
    public Words words(String language) {
        return framing.in(language);
    }

    /** What is around a page, in the language that was chosen in this browser. */
    public Frame frame(HttpServletRequest request, @Nullable String back) {
        return framing.frame(request, back);
    }

    /** The same, where the page can't be asked for by the address that it answers: that of another stands for it. */
    public Frame frameAt(HttpServletRequest request, String here, @Nullable String back) {
        return framing.frame(framing.words(request), here, back);
    }

    /** Whether a form was sent to see its page in another language: what was typed is shown again, and nothing is done with it. */
    public boolean switched(HttpServletRequest request, HttpServletResponse response) {
        return framing.switched(request, response);
    }

    /** Where the public reaches Frith, as it stands on what is printed. */
    public String address(HttpServletRequest request) {
        return publicAddress.orElseGet(() ->
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString());
    }

    /** Whether a text would give away who told a report to the asker's force. */
    public Naming naming(UUID report, String text) {
        return TellingRules.naming(reports.answers(report), text);
    }

    /** A report that was sent to the asker's force. */
    public Optional<SentReport> find(UUID report) {
        return reports.sent(report);
    }

    /** The report that an incident came from, if it came from one. */
    public Optional<SentReport> ofIncident(UUID incident) {
        return reports.sentOfIncident(incident);
    }

    /** What was sent to the asker's force: what waits first, as on a worklist, and then the newest. */
    public List<SentReport> queue(int most) {
        return reports.queue(most);
    }

    /** Somebody found out more about who told it. */
    public void verified(UUID report, SentReport.Verification verification) {
        reports.verified(report, verification);
    }

    /** The words that a reporter wants hidden; within work on the report that is open. */
    public void hide(List<String> words) {
        reports.hide(words);
    }
}
