package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.pages.Action;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SummaryRow;
import uk.frith.platform.portal.report.Drafting.Open;
import uk.frith.platform.portal.report.ReportRepository.Force;

/** The answers together, which are sent, or deleted once that was asked. */
@Controller
@RequestMapping("/tell")
class CheckPages {

    private static final String TO_CHECK = "redirect:/tell/check";
    private static final String SENT_ALREADY = Drafting.TO_DONE + "?kept=yes";

    private final Drafting drafting;
    private final ReportRepository reports;
    private final Visits visits;
    private final Framing framing;
    private final Situation situation;
    private final Taking taking;

    CheckPages(
            Drafting drafting,
            ReportRepository reports,
            Visits visits,
            Framing framing,
            Situation situation,
            Taking taking) {
        this.drafting = drafting;
        this.reports = reports;
        this.visits = visits;
        this.framing = framing;
        this.situation = situation;
        this.taking = taking;
    }

    @GetMapping("/check")
    String check(Model model, HttpServletRequest request) {
        Optional<Open> found = drafting.opened(request);
        if (found.isEmpty()) {
            return PublicReports.TO_RETURN;
        }
        Open open = found.get();
        if (!open.isDraft()) {
            return Drafting.TO_DONE;
        }
        if (drafting.missing(open).isPresent()) {
            return "redirect:" + drafting.next(open);
        }
        return check(open, List.of(), model, request);
    }

    private String check(Open open, List<ErrorLink> errors, Model model, HttpServletRequest request) {
        Words words = framing.words(request);
        AnswersInWords said = new AnswersInWords(
                words,
                open.answers(),
                situation.words(open.answers()),
                situation
                        .force(open.report(), open.answers(), open.forces())
                        .map(Force::name)
                        .orElse(""));
        List<SummaryRow> rows = new ArrayList<>();
        for (Step step : Step.values()) {
            if (StepRules.applies(step, open.answers(), open.offer())) {
                String title = words.of(step.word() + ".title");
                rows.add(SummaryRow.of(
                        title,
                        said.answered(step),
                        Action.of(words.of("check.change"), step.path() + "?from=check", title)));
            }
        }
        model.addAttribute(
                StartPages.PAGE,
                new TellPage.Check(framing.frame(words, "/tell/check", "/tell/view"), open.goingOn(), rows, errors));
        return "portal/report/check";
    }

    @PostMapping("/check")
    String send(Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Open> found = drafting.worked(request, Act.COLLECTION, this::sent);
        if (found.isEmpty()) {
            return PublicReports.TO_RETURN;
        }
        Open open = found.get();
        if (open.isDraft()) {
            if (drafting.missing(open).isPresent()) {
                return "redirect:" + drafting.next(open);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String wrong = framing.words(request).of("check.force");
            return check(open, List.of(new ErrorLink(wrong, null)), model, request);
        }
        if (open.report().state() == Report.State.SENT) {
            taking.takeNow(open.report().id());
        }
        return Drafting.TO_DONE;
    }

    /** Sends what is whole; what was sent already stays as it is. */
    private Open sent(Report report) {
        Open open = drafting.open(report);
        Optional<Force> force = situation.force(open.report(), open.answers(), open.forces());
        if (open.isDraft() && drafting.missing(open).isEmpty() && force.isPresent()) {
            reports.send(force.get().id(), situation.lsoa(report, open.answers()));
            return reports.mine().map(drafting::open).orElse(open);
        }
        return open;
    }

    /** Asks once whether all of it is to go: it can't be had back. */
    @GetMapping("/discard")
    String discard(Model model, HttpServletRequest request) {
        Optional<Open> found = drafting.opened(request);
        if (found.isEmpty()) {
            return PublicReports.TO_RETURN;
        }
        if (!found.get().isDraft()) {
            return SENT_ALREADY;
        }
        model.addAttribute(StartPages.PAGE, new TellPage.Discard(framing.frame(request, "/tell/check")));
        return "portal/report/discard";
    }

    /** What was sent in the meantime isn't the reporter's to delete any more: they are told so, and keep its code. */
    @PostMapping("/discard")
    String discard(HttpServletRequest request, HttpServletResponse response) {
        if (drafting.opened(request).filter(open -> !open.isDraft()).isPresent()) {
            return SENT_ALREADY;
        }
        drafting.worked(request, Act.ERASURE, report -> {
            Open open = drafting.open(report);
            reports.discard();
            return open;
        });
        visits.forget(request, response);
        return "redirect:/tell";
    }

    /** @param kept whether somebody wanted to delete what was sent already */
    @GetMapping("/done")
    String done(@RequestParam(defaultValue = "") String kept, Model model, HttpServletRequest request) {
        Optional<Open> found = drafting.opened(request);
        if (found.isEmpty()) {
            return PublicReports.TO_RETURN;
        }
        Open open = found.get();
        if (open.isDraft()) {
            return TO_CHECK;
        }
        String force = open.forces().stream()
                .filter(each -> Optional.of(each.id()).equals(open.report().organisation()))
                .map(Force::name)
                .findFirst()
                .orElse("");
        model.addAttribute(
                StartPages.PAGE,
                new TellPage.Done(
                        framing.frame(request, null),
                        open.goingOn(),
                        !kept.isEmpty(),
                        open.report().reference().orElse(""),
                        Codes.inFours(open.report().code()),
                        drafting.secret(request),
                        force));
        return "portal/report/done";
    }
}
