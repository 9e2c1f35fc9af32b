package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.pages.Action;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SummaryRow;
import uk.frith.platform.portal.report.ReportRepository.Force;
import uk.frith.platform.portal.report.StepRules.Fault;
import uk.frith.platform.portal.report.StepRules.Offer;

/** One question a page, then the answers together, then it is sent. */
@Controller
@RequestMapping("/tell")
class QuestionPages {

    static final String TO_TELL = "to tell what happened";
    private static final String TO_RETURN = "redirect:/tell/return?lost=yes";
    private static final String TO_CHECK = "redirect:/tell/check";
    private static final String TO_DONE = "redirect:/tell/done";

    private final ReportDesk desk;
    private final ReportRepository reports;
    private final Visits visits;
    private final Codes codes;
    private final Framing framing;
    private final Situation situation;
    private final Taking taking;
    private final InstantSource clock;

    QuestionPages(
            ReportDesk desk,
            ReportRepository reports,
            Visits visits,
            Codes codes,
            Framing framing,
            Situation situation,
            Taking taking,
            InstantSource clock) {
        this.desk = desk;
        this.reports = reports;
        this.visits = visits;
        this.codes = codes;
        this.framing = framing;
        this.situation = situation;
        this.taking = taking;
        this.clock = clock;
    }

    /** The report that is open in this browser, with what was answered and what can be. */
    private record Open(Report report, Answers answers, List<Force> forces, Offer offer) {
        @Override
        public String toString() {
            return "Open";
        }
    }

    private Open open(Report report) {
        Answers answers = reports.answers(report.id());
        List<Force> forces = reports.forces();
        return new Open(report, answers, forces, situation.offer(report, answers, forces));
    }

    private Optional<Open> opened(HttpServletRequest request) {
        return desk.audited(
                visits.token(request), () -> reports.mine().map(this::open), found -> entry(Act.CONSULTATION, found));
    }

    private static Entry entry(Act act, Optional<Open> found) {
        return Entry.of(act, StartPages.SUBJECT, TO_TELL)
                .about(found.map(open -> open.report().id().toString()).stream().toList())
                .showing(List.of("answers"));
    }

    /** Code and secret, to write down; or what to know before stopping for now. */
    @GetMapping("/code")
    String code(@RequestParam(defaultValue = "") String later, Model model, HttpServletRequest request) {
        return opened(request)
                .map(open -> {
                    model.addAttribute(
                            StartPages.PAGE,
                            new TellPage.Keep(
                                    framing.frame(request, null),
                                    Codes.inFours(open.report().code()),
                                    secret(request),
                                    next(open),
                                    !later.isEmpty()));
                    return "portal/report/keep";
                })
                .orElse(TO_RETURN);
    }

    private Optional<String> secret(HttpServletRequest request) {
        return visits.read(request, Visits.Kind.SECRET).map(Codes::inFours);
    }

    private String next(Open open) {
        if (open.report().state() != Report.State.DRAFT) {
            return "/tell/mine";
        }
        return StepRules.missing(open.answers(), open.offer(), clock.instant())
                .map(Step::path)
                .orElse("/tell/check");
    }

    @PostMapping("/code")
    String newSecret(HttpServletRequest request, HttpServletResponse response) {
        String secret = codes.secret();
        boolean renewed = desk.audited(
                visits.token(request),
                () -> reports.renewSecret(secret),
                done -> Entry.of(Act.ALTERATION, StartPages.SUBJECT, "to make a new secret"));
        if (!renewed) {
            return TO_RETURN;
        }
        visits.write(request, response, Visits.Kind.SECRET, secret);
        return "redirect:/tell/code";
    }

    @GetMapping("/questions/{step}")
    String ask(
            @PathVariable String step,
            @RequestParam(defaultValue = "") String from,
            Model model,
            HttpServletRequest request) {
        Step asked = step(step);
        Optional<Open> found = opened(request);
        if (found.isEmpty()) {
            return TO_RETURN;
        }
        Open open = found.get();
        if (open.report().state() != Report.State.DRAFT) {
            return TO_DONE;
        }
        if (!StepRules.isReachable(asked, open.answers(), open.offer(), clock.instant())) {
            return "redirect:" + next(open);
        }
        if (asked == Step.MAP) {
            return MapPages.TO_MAP + (from.isEmpty() ? "" : "?from=check");
        }
        return show(asked, open, open.answers(), List.of(), !from.isEmpty(), model, request);
    }

    private static Step step(String word) {
        return Step.of(word).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(
            Step step,
            Open open,
            Answers answers,
            List<Fault> faults,
            boolean fromCheck,
            Model model,
            HttpServletRequest request) {
        String back = fromCheck
                ? "/tell/check"
                : StepRules.previous(step, open.answers(), open.offer())
                        .map(Step::path)
                        .orElse("/tell/code");
        QuestionMaker maker = new QuestionMaker(
                framing.words(request),
                answers,
                open.offer().areas() && (step == Step.AREA || step == Step.WHERE)
                        ? situation.wards(open.forces())
                        : Map.of(),
                open.forces().stream()
                        .collect(Collectors.toMap(
                                force -> force.id().toString(), Force::name, (one, other) -> one, LinkedHashMap::new)),
                open.offer().map());
        model.addAttribute(
                StartPages.PAGE,
                maker.page(framing.frame(request, back), step, faults, fromCheck ? Map.of("from", "check") : Map.of()));
        return "portal/report/question";
    }

    /** Keeps what was typed, right or wrong, and goes on when it is right. */
    @PostMapping("/questions/{step}")
    String answer(
            @PathVariable String step,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Step asked = step(step);
        Map<String, String> typed = StepRules.typed(asked, sent);
        Answers onPage = Answers.NONE.with(typed);
        List<Fault> faults = StepRules.faults(asked, onPage, clock.instant());
        boolean later = sent.containsKey("later");
        Optional<Open> found = desk.audited(
                visits.token(request),
                () -> reports.mine().map(report -> keep(report, typed, faults)),
                open -> entry(Act.ALTERATION, open));
        if (found.isEmpty()) {
            return TO_RETURN;
        }
        Open open = found.get();
        if (open.report().state() != Report.State.DRAFT) {
            return TO_DONE;
        }
        boolean fromCheck = sent.containsKey("from");
        if (later && !tooLong(faults)) {
            return "redirect:/tell/code?later=yes";
        }
        if (!faults.isEmpty()) {
            if (asked == Step.MAP) {
                return MapPages.TO_MAP + (fromCheck ? "?from=check" : "");
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(asked, open, open.answers().with(typed), faults, fromCheck, model, request);
        }
        return "redirect:" + onFrom(asked, open, fromCheck);
    }

    /** A point is confirmed in words: what lies there stands ready, unless somebody has said it in words of their own. */
    private Map<String, String> inWords(Report report, Answers before, Map<String, String> typed) {
        return StepRules.point(Answers.NONE.with(typed))
                .filter(point -> !before.has("place")
                        || saysWhatLiesThere(before)
                        || situation.spot(report).map(SignPlaces.Spot::place).equals(Optional.of(before.of("place"))))
                .map(point -> Map.of("place", situation.around(point)))
                .orElse(Map.of());
    }

    /** Whether the place in words is what lies around the point that was picked. */
    private boolean saysWhatLiesThere(Answers answers) {
        return StepRules.point(answers).map(situation::around).equals(Optional.of(answers.of("place")));
    }

    private static boolean tooLong(List<Fault> faults) {
        return faults.stream().anyMatch(fault -> fault.key().equals("too.long"));
    }

    /** What is wrong is kept too, so that it can be put right; only what is longer than can be kept isn't. */
    private Open keep(Report report, Map<String, String> typed, List<Fault> faults) {
        if (report.state() == Report.State.DRAFT && !tooLong(faults)) {
            Answers before = reports.answers(report.id());
            reports.keep(typed);
            if (typed.containsKey("point")) {
                reports.keep(inWords(report, before, typed));
            }
            reports.saved(null);
        }
        return open(report);
    }

    /** Words of somebody's own may be about another point than the one that was picked: they are asked for again. */
    private String onFrom(Step step, Open open, boolean fromCheck) {
        if (fromCheck) {
            return step == Step.MAP && !saysWhatLiesThere(open.answers())
                    ? Step.PLACE.path() + "?from=check"
                    : next(open);
        }
        return StepRules.next(step, open.answers(), open.offer())
                .map(Step::path)
                .orElse("/tell/files");
    }

    @GetMapping("/check")
    String check(Model model, HttpServletRequest request) {
        Optional<Open> found = opened(request);
        if (found.isEmpty()) {
            return TO_RETURN;
        }
        Open open = found.get();
        if (open.report().state() != Report.State.DRAFT) {
            return TO_DONE;
        }
        if (StepRules.missing(open.answers(), open.offer(), clock.instant()).isPresent()) {
            return "redirect:" + next(open);
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
                StartPages.PAGE, new TellPage.Check(framing.frame(words, "/tell/check", "/tell/view"), rows, errors));
        return "portal/report/check";
    }

    @PostMapping("/check")
    String send(Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Open> found = desk.audited(
                visits.token(request), () -> reports.mine().map(this::sent), open -> entry(Act.COLLECTION, open));
        if (found.isEmpty()) {
            return TO_RETURN;
        }
        Open open = found.get();
        if (open.report().state() == Report.State.DRAFT) {
            if (StepRules.missing(open.answers(), open.offer(), clock.instant()).isPresent()) {
                return "redirect:" + next(open);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String wrong = framing.words(request).of("check.force");
            return check(open, List.of(new ErrorLink(wrong, null)), model, request);
        }
        if (open.report().state() == Report.State.SENT) {
            taking.takeNow(open.report().id());
        }
        return TO_DONE;
    }

    /** Sends what is whole; what was sent already stays as it is. */
    private Open sent(Report report) {
        Open open = open(report);
        boolean whole =
                StepRules.missing(open.answers(), open.offer(), clock.instant()).isEmpty();
        Optional<Force> force = situation.force(open.report(), open.answers(), open.forces());
        if (report.state() == Report.State.DRAFT && whole && force.isPresent()) {
            reports.send(force.get().id(), situation.lsoa(report, open.answers()));
            return reports.mine().map(this::open).orElse(open);
        }
        return open;
    }

    @PostMapping("/discard")
    String discard(HttpServletRequest request, HttpServletResponse response) {
        desk.audited(
                visits.token(request),
                () -> {
                    Optional<Open> open = reports.mine().map(this::open);
                    reports.discard();
                    return open;
                },
                open -> entry(Act.ERASURE, open));
        visits.forget(request, response);
        return "redirect:/tell";
    }

    @GetMapping("/done")
    String done(Model model, HttpServletRequest request) {
        Optional<Open> found = opened(request);
        if (found.isEmpty()) {
            return TO_RETURN;
        }
        Open open = found.get();
        if (open.report().state() == Report.State.DRAFT) {
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
                        open.report().reference().orElse(""),
                        Codes.inFours(open.report().code()),
                        secret(request),
                        force));
        return "portal/report/done";
    }
}
