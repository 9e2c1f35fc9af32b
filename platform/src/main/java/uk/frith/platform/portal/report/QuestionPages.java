package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.HashMap;
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
import uk.frith.platform.portal.report.Drafting.Open;
import uk.frith.platform.portal.report.ReportRepository.Force;
import uk.frith.platform.portal.report.StepRules.Fault;

/** Code and secret, and one question a page. */
@Controller
@RequestMapping("/tell")
class QuestionPages {

    /** Carries what was doubted: sent a second time it is meant. */
    private static final String DOUBTED = "doubted";

    private final Drafting drafting;
    private final ReportDesk desk;
    private final ReportRepository reports;
    private final Visits visits;
    private final Codes codes;
    private final Framing framing;
    private final Situation situation;
    private final InstantSource clock;

    QuestionPages(
            Drafting drafting,
            ReportDesk desk,
            ReportRepository reports,
            Visits visits,
            Codes codes,
            Framing framing,
            Situation situation,
            InstantSource clock) {
        this.drafting = drafting;
        this.desk = desk;
        this.reports = reports;
        this.visits = visits;
        this.codes = codes;
        this.framing = framing;
        this.situation = situation;
        this.clock = clock;
    }

    /** Code and secret, to write down; or what to know before stopping for now. */
    @GetMapping("/code")
    String code(@RequestParam(defaultValue = "") String later, Model model, HttpServletRequest request) {
        return drafting.opened(request)
                .map(open -> {
                    model.addAttribute(
                            StartPages.PAGE,
                            new TellPage.Keep(
                                    framing.frame(request, null),
                                    Codes.inFours(open.report().code()),
                                    drafting.secret(request),
                                    drafting.next(open),
                                    !later.isEmpty()));
                    return "portal/report/keep";
                })
                .orElse(PublicReports.TO_RETURN);
    }

    @PostMapping("/code")
    String newSecret(HttpServletRequest request, HttpServletResponse response) {
        String secret = codes.secret();
        boolean renewed = desk.audited(
                visits.token(request),
                () -> reports.renewSecret(secret),
                done -> Entry.of(Act.ALTERATION, StartPages.SUBJECT, "to make a new secret"));
        if (!renewed) {
            return PublicReports.TO_RETURN;
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
        Optional<Open> found = drafting.opened(request);
        if (found.isEmpty()) {
            return PublicReports.TO_RETURN;
        }
        Open open = found.get();
        if (!open.isDraft()) {
            return Drafting.TO_DONE;
        }
        if (!StepRules.isReachable(asked, open.answers(), open.offer(), clock.instant())) {
            return "redirect:" + drafting.next(open);
        }
        if (asked == Step.MAP) {
            return MapPages.TO_MAP + (from.isEmpty() ? "" : "?from=check");
        }
        return show(asked, open, open.answers(), List.of(), carried(!from.isEmpty()), model, request);
    }

    /** What the form carries along: where it was come from. */
    private static Map<String, String> carried(boolean fromCheck) {
        return fromCheck ? Map.of("from", "check") : Map.of();
    }

    private static Step step(String word) {
        return Step.of(word).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(
            Step step,
            Open open,
            Answers answers,
            List<Fault> faults,
            Map<String, String> carried,
            Model model,
            HttpServletRequest request) {
        String back = carried.containsKey("from")
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
        model.addAttribute(StartPages.PAGE, maker.page(framing.frame(request, back), step, faults, carried));
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
        boolean switched = framing.switched(request, response);
        Optional<Open> found = drafting.worked(request, Act.ALTERATION, report -> keep(report, typed, faults));
        if (found.isEmpty()) {
            return PublicReports.TO_RETURN;
        }
        Open open = found.get();
        if (!open.isDraft()) {
            return Drafting.TO_DONE;
        }
        boolean fromCheck = sent.containsKey("from");
        if (switched) {
            return show(asked, open, open.answers().with(typed), List.of(), carried(fromCheck), model, request);
        }
        if (later && !tooLong(faults)) {
            return "redirect:/tell/code?later=yes";
        }
        if (!faults.isEmpty()) {
            if (asked == Step.MAP) {
                return MapPages.TO_MAP + (fromCheck ? "?from=check" : "");
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(asked, open, open.answers().with(typed), faults, carried(fromCheck), model, request);
        }
        String first = onPage.of(asked.fields().getFirst());
        List<Fault> doubts = sent.getOrDefault(DOUBTED, "").equals(first) ? List.of() : situation.doubts(asked, onPage);
        if (!doubts.isEmpty()) {
            Map<String, String> carried = new HashMap<>(carried(fromCheck));
            carried.put(DOUBTED, first);
            return show(asked, open, open.answers().with(typed), doubts, carried, model, request);
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
        return drafting.open(report);
    }

    /** Words of somebody's own may be about another point than the one that was picked: they are asked for again. */
    private String onFrom(Step step, Open open, boolean fromCheck) {
        if (fromCheck) {
            return step == Step.MAP && !saysWhatLiesThere(open.answers())
                    ? Step.PLACE.path() + "?from=check"
                    : drafting.next(open);
        }
        return StepRules.next(step, open.answers(), open.offer())
                .map(Step::path)
                .orElse("/tell/files");
    }
}
