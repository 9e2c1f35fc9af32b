package uk.frith.platform.understanding.risk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Difference;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.InRun;
import uk.frith.platform.understanding.risk.RiskPageMaker.Again;
import uk.frith.platform.understanding.risk.RiskPageMaker.Look;
import uk.frith.platform.understanding.risk.RiskRules.Wrong;

/** The risk to a household of victims: seen, assessed, reviewed. */
@Controller
@RequestMapping("/incidents/{id}/risk/{household:[0-9]{1,2}}")
class RiskPages {

    private static final String TO_ASSESS = "to assess the risk to a victim";
    private static final String PAGE = "understanding/risk/risk";
    private static final int MOST_HOUSEHOLDS = 20;
    private static final List<String> FIELDS = List.of("answers", "score", "overrides", "judgement");

    private final Desk desk;
    private final Incidents incidents;
    private final RiskRepository repository;
    private final Assessor assessor;
    private final RiskClocks clocks;
    private final RiskPageMaker maker;
    private final InstantSource clock;

    RiskPages(
            Desk desk,
            Incidents incidents,
            RiskRepository repository,
            Assessor assessor,
            RiskClocks clocks,
            RiskPageMaker maker,
            InstantSource clock) {
        this.desk = desk;
        this.incidents = incidents;
        this.repository = repository;
        this.assessor = assessor;
        this.clocks = clocks;
        this.maker = maker;
        this.clock = clock;
    }

    @GetMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ASSESS)
    String show(
            @PathVariable UUID id,
            @PathVariable int household,
            @RequestParam(defaultValue = "") String trigger,
            Model model) {
        show(id, household, Choice.sent(Trigger.values(), trigger), Again.NOTHING, model);
        return PAGE;
    }

    private void show(UUID id, int household, Optional<Trigger> trigger, Again again, Model model) {
        boolean supervisor = actor().may(Permission.LOWER_RISK);
        model.addAttribute(
                "page",
                desk.audited(
                        Entry.of(Act.CONSULTATION, "risk", TO_ASSESS)
                                .about(List.of(id.toString()))
                                .showing(FIELDS),
                        () -> maker.make(new Look(incident(id, household), household, trigger, supervisor), again)));
    }

    /** Households are numbered as they are assessed: there is no third one before the second. */
    private InRun incident(UUID id, int household) {
        int known = repository.latest(id).stream()
                .mapToInt(Assessment::household)
                .max()
                .orElse(0);
        return incidents
                .incident(id)
                .filter(found -> household >= 1 && household <= Math.min(MOST_HOUSEHOLDS, known + 1))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ASSESS)
    String assess(
            @PathVariable UUID id,
            @PathVariable int household,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        List<Trigger> made = new ArrayList<>();
        Optional<Again> again = desk.audited(
                () -> assessed(id, household, sent, made),
                refused -> Entry.of(Act.ALTERATION, "risk", TO_ASSESS)
                        .about(List.of(id.toString()))
                        .showing(refused.isEmpty() ? FIELDS : List.of()));
        if (again.isEmpty()) {
            return made.contains(Trigger.CLOSURE)
                    ? "redirect:/incidents/" + id + "#closing-part"
                    : "redirect:" + RiskPage.pathOf(id, household);
        }
        HttpStatus status =
                again.get().differences().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
        response.setStatus(status.value());
        show(id, household, Optional.empty(), again.get(), model);
        return PAGE;
    }

    private Optional<Again> assessed(UUID id, int household, MultiValueMap<String, String> sent, List<Trigger> made) {
        InRun incident = incident(id, household);
        repository.lock(id);
        Matrix matrix = assessor.matrix();
        Given given = RiskForm.given(matrix, sent, incidents.people(id));
        if (!incidents.isOpen(id)) {
            return again(given, List.of(), new Wrong("trigger", "The incident is closed or nobody deals with it"));
        }
        Optional<Assessment> latest = repository.latest(id, household);
        if (!latest.map(Assessment::id).equals(RiskForm.seen(sent))) {
            List<Difference> differences = latest.map(theirs -> differences(matrix, theirs.given(), given))
                    .orElse(List.of());
            return again(
                    given,
                    differences,
                    new Wrong(
                            "trigger", "Somebody else assessed this while you had it open. Compare, then save again"));
        }
        List<Wrong> faults = RiskRules.faults(matrix, given, actor().may(Permission.LOWER_RISK));
        if (!faults.isEmpty()) {
            return again(given, List.of(), faults.toArray(Wrong[]::new));
        }
        assessor.assess(incident, household, given);
        made.add(given.trigger());
        return Optional.empty();
    }

    private static Optional<Again> again(Given given, List<Difference> differences, Wrong... faults) {
        return Optional.of(new Again(
                given,
                differences,
                List.of(faults).stream()
                        .map(fault -> ErrorLink.at(fault.field(), fault.sentence()))
                        .toList(),
                ""));
    }

    private static List<Difference> differences(Matrix matrix, Given theirs, Given yours) {
        List<Difference> differences = RiskRules.changes(matrix, theirs.answers(), yours.answers()).stream()
                .map(change -> new Difference(change.question(), change.before(), change.after()))
                .collect(Collectors.toCollection(ArrayList::new));
        differences.add(new Difference(
                "Why, and whatever the score",
                theirs.trigger().words() + "; " + overrides(matrix, theirs),
                yours.trigger().words() + "; " + overrides(matrix, yours)));
        return differences;
    }

    private static String overrides(Matrix matrix, Given given) {
        return given.overrides().isEmpty()
                ? "nothing"
                : given.overrides().stream().sorted().map(matrix::wordsOf).collect(Collectors.joining(", "));
    }

    /** A supervisor has looked at the latest assessment. */
    @PostMapping("/review")
    @Allows(value = Permission.LOWER_RISK, purpose = TO_ASSESS)
    String review(
            @PathVariable UUID id,
            @PathVariable int household,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        String said = Incidents.cleaned(words);
        Optional<ErrorLink> wrong = desk.audited(
                () -> reviewed(incident(id, household), household, said, seen),
                refused -> Entry.of(Act.ALTERATION, "risk", TO_ASSESS)
                        .about(List.of(id.toString()))
                        .showing(refused.isEmpty() ? List.of("review") : List.of()));
        if (wrong.isEmpty()) {
            return "redirect:" + RiskPage.pathOf(id, household) + "#history";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        show(id, household, Optional.empty(), new Again(null, List.of(), List.of(wrong.get()), words), model);
        return PAGE;
    }

    private Optional<ErrorLink> reviewed(InRun incident, int household, String said, String seen) {
        repository.lock(incident.incident());
        Optional<Assessment> latest = repository.latest(incident.incident(), household);
        if (latest.isEmpty() || !incidents.isOpen(incident.incident())) {
            return Optional.of(ErrorLink.at("words", "There is nothing to review, or the incident is closed"));
        }
        if (!latest.get().id().toString().equals(seen)) {
            return Optional.of(
                    ErrorLink.at("words", "Somebody assessed this while you had it open. Look at it, then review it"));
        }
        if (RiskRules.isNoReason(said)) {
            return Optional.of(ErrorLink.at("words", "Say what you think of it, in 10 to 2,000 characters"));
        }
        repository.review(actor().organisation(), latest.get().id(), said, clock.instant(), actor().account());
        clocks.reviewed(actor().organisation(), incident, latest.get());
        return Optional.empty();
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
