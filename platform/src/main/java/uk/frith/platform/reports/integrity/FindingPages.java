package uk.frith.platform.reports.integrity;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.deadlines.Clock;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.integrity.FindingRules.Step;

/** Findings that wait, and one finding with what can be done about it. */
@Controller
@RequestMapping("/recording-findings")
class FindingPages {

    private static final String SUBJECT = "recording finding";
    private static final String TO_ANSWER = "to answer what an audit of recording found";
    private static final int MOST_SHOWN = 200;

    private final Desk desk;
    private final FindingRepository repository;
    private final Findings findings;
    private final Deadlines deadlines;
    private final InstantSource clock;

    FindingPages(Desk desk, FindingRepository repository, Findings findings, Deadlines deadlines, InstantSource clock) {
        this.desk = desk;
        this.repository = repository;
        this.findings = findings;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem recordingFindingsLine() {
            return new OversightItem(
                    "Findings of recording audits",
                    "What audits found wrong and nobody has put right yet; disputes first.",
                    "/recording-findings",
                    Permission.READ_SAMPLES,
                    51);
        }
    }

    /** A finding in a list. */
    record Line(
            String path,
            String reference,
            String kind,
            String expected,
            String found,
            String state,
            boolean disputed) {}

    /** Findings that wait. */
    record ListPage(List<Line> findings, boolean more) {}

    /** One finding. */
    record OnePage(
            String path,
            String reference,
            String incidentPath,
            String kind,
            String expected,
            String recorded,
            String words,
            String found,
            String state,
            String due,
            String answer,
            String decision,
            boolean toRecord,
            boolean mayNote,
            boolean mayDispute,
            boolean mayDecide,
            String reason,
            @Nullable String wrong) {
        @Override
        public String toString() {
            return "OnePage";
        }
    }

    @GetMapping
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_ANSWER)
    String list(Model model) {
        List<Finding> open = desk.audited(
                () -> repository.open(MOST_SHOWN + 1),
                found -> Entry.of(Act.CONSULTATION, SUBJECT, TO_ANSWER)
                        .about(found.stream()
                                .map(finding -> finding.id().toString())
                                .toList()));
        model.addAttribute(
                RecordingAuditPages.PAGE,
                new ListPage(
                        open.stream().limit(MOST_SHOWN).map(FindingPages::line).toList(), open.size() > MOST_SHOWN));
        return "reports/integrity/findings";
    }

    static Line line(Finding finding) {
        return new Line(
                finding.path(),
                finding.reference(),
                finding.kind().words(),
                finding.expected(),
                Words.moment(finding.found()),
                finding.state().words(),
                finding.state() == FindingState.DISPUTED);
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    String one(@PathVariable UUID id, Model model) {
        show(id, "", null, model);
        return "reports/integrity/finding";
    }

    private void show(UUID id, String reason, @Nullable String wrong, Model model) {
        OnePage page = desk.audited(
                () -> page(repository.find(id).orElseThrow(RecordingAuditPages::notThere), reason, wrong),
                shown -> Entry.of(Act.CONSULTATION, SUBJECT, TO_ANSWER)
                        .about(List.of(id.toString()))
                        .showing(List.of("expected", "recorded", "words")));
        model.addAttribute(RecordingAuditPages.PAGE, page);
    }

    private OnePage page(Finding finding, String reason, @Nullable String wrong) {
        Set<Step> steps = Findings.steps(actor(), finding);
        Optional<Clock> running = deadlines.of(finding.id()).stream()
                .filter(each -> each.ended().isEmpty())
                .findFirst();
        return new OnePage(
                finding.path(),
                finding.reference(),
                "/incidents/" + finding.incident(),
                finding.kind().words(),
                finding.expected(),
                finding.recorded(),
                finding.words(),
                Words.moment(finding.found()),
                finding.state().words(),
                running.map(each -> "Due " + Words.moment(each.due()) + ", " + each.left(clock.instant()))
                        .orElse(""),
                finding.answer().orElse(""),
                finding.decision().orElse(""),
                !finding.state().isEnd() && finding.kind() == FindingKind.CRIME_MISSING,
                steps.contains(Step.NOTE),
                steps.contains(Step.DISPUTE),
                steps.contains(Step.UPHOLD),
                reason,
                wrong);
    }

    @PostMapping("/{id}/answer")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    String answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Optional<Step> chosen =
                Choice.sent(Step.values(), step).filter(each -> each == Step.NOTE || each == Step.DISPUTE);
        return take(id, chosen, reason, model, response);
    }

    @PostMapping("/{id}/decision")
    @Allows(value = Permission.DECIDE_FINDINGS, purpose = TO_ANSWER)
    String decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Optional<Step> chosen =
                Choice.sent(Step.values(), step).filter(each -> each == Step.UPHOLD || each == Step.WITHDRAW);
        return take(id, chosen, reason, model, response);
    }

    private String take(UUID id, Optional<Step> step, String reason, Model model, HttpServletResponse response) {
        String said = reason.replace("\0", "").strip();
        Optional<String> wrong = desk.audited(
                () -> {
                    Finding finding = repository.find(id).orElseThrow(RecordingAuditPages::notThere);
                    return step.map(each -> findings.take(actor(), finding, each, said))
                            .orElse(Optional.of("Choose what to do"));
                },
                result -> Entry.of(Act.ALTERATION, SUBJECT, TO_ANSWER)
                        .about(List.of(id.toString()))
                        .showing(result.isEmpty() ? List.of("state") : List.of()));
        if (wrong.isEmpty()) {
            return "redirect:/recording-findings/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        show(id, said, wrong.get(), model);
        return "reports/integrity/finding";
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
