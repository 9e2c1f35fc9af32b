package uk.frith.platform.reports.concerns;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
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
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.reports.concerns.ConcernRepository.Concern;
import uk.frith.platform.reports.concerns.ConcernRepository.Finding;
import uk.frith.platform.reports.recording.IncidentPanel;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.InRun;

/** Concerns: those that wait for an answer, and one with the reports that it stands on. */
@Controller
@RequestMapping("/concerns")
class ConcernPages {

    private static final String TO_LOOK_BEHIND = "to look behind repeated reports";
    private static final int MOST_SHOWN = 200;
    private static final int SHORTEST_ANSWER = 20;
    private static final int LONGEST_ANSWER = 2_000;
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Desk desk;
    private final Incidents incidents;
    private final ConcernRepository repository;
    private final Deadlines deadlines;
    private final InstantSource clock;

    ConcernPages(
            Desk desk, Incidents incidents, ConcernRepository repository, Deadlines deadlines, InstantSource clock) {
        this.desk = desk;
        this.incidents = incidents;
        this.repository = repository;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem concernsLine() {
            return new OversightItem(
                    "Behind repeated reports",
                    "Households that report again and again, and what may stand behind it.",
                    "/concerns",
                    Permission.ALLOCATE_INCIDENTS,
                    31);
        }
    }

    /** Concerns that wait for an answer, oldest first. */
    record ListPage(List<Line> lines) {}

    /** A concern in a list or on an incident; {@code waits} while it must be answered. */
    record Line(String title, String path, String reference, String when, List<String> reasons, boolean waits) {}

    /** One concern, the run that it stands on, and the form for its answer. */
    record ConcernPage(
            Line concern,
            String incidentPath,
            String source,
            List<Report> run,
            List<Choice> findings,
            String answered,
            String answer,
            List<ErrorLink> errors) {
        @Override
        public String toString() {
            return "ConcernPage[" + concern.path() + "]";
        }
    }

    /** A report of the run. */
    record Report(String path, String reference, String when, String category, String crime, String account) {
        @Override
        public String toString() {
            return "Report";
        }
    }

    /** Concerns on an incident's page. */
    record PanelPage(List<Line> lines) {}

    /** What stands behind an incident, on its page. */
    @Component
    static class ConcernPanel implements IncidentPanel {

        private static final int AFTER_VICTIMS = 20;

        private final ConcernRepository repository;

        ConcernPanel(ConcernRepository repository) {
            this.repository = repository;
        }

        @Override
        public int order() {
            return AFTER_VICTIMS;
        }

        @Override
        public Optional<Panel> of(UUID incident) {
            List<Line> lines = repository.ofIncident(incident).stream()
                    .map(ConcernPages::line)
                    .toList();
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Panel("reports/concerns/panel", new PanelPage(lines)));
        }
    }

    @GetMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_LOOK_BEHIND)
    String list(Model model) {
        List<Concern> found = desk.audited(
                () -> repository.toAnswer(actor().organisation(), MOST_SHOWN),
                shown -> Entry.of(Act.CONSULTATION, "concerns", TO_LOOK_BEHIND)
                        .about(shown.stream()
                                .map(each -> each.incident().toString())
                                .toList()));
        model.addAttribute(
                "page", new ListPage(found.stream().map(ConcernPages::line).toList()));
        return "reports/concerns/concerns";
    }

    private static Line line(Concern concern) {
        return new Line(
                concern.kind().words(),
                "/concerns/" + concern.id(),
                concern.reference(),
                MOMENT.format(concern.raised()),
                concern.reasons(),
                concern.isOpen());
    }

    @GetMapping("/{concern}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_LOOK_BEHIND)
    String one(@PathVariable UUID concern, Model model) {
        show(concern, "", Optional.empty(), model);
        return "reports/concerns/concern";
    }

    private void show(UUID id, String answer, Optional<ErrorLink> wrong, Model model) {
        record Shown(ConcernPage page, List<UUID> run) {}
        Shown shown = desk.audited(
                () -> {
                    Concern concern = concern(id);
                    List<InRun> run =
                            incidents.run(concern.incident(), concern.raised().minus(A_YEAR));
                    return new Shown(
                            page(concern, run, answer, wrong),
                            run.stream().map(InRun::incident).toList());
                },
                done -> Entry.of(Act.COMBINATION, "incidents", TO_LOOK_BEHIND)
                        .about(done.run().stream().map(UUID::toString).toList())
                        .showing(List.of("reference", "reported", "category", "account")));
        model.addAttribute("page", shown.page());
    }

    private Concern concern(UUID id) {
        return repository.concern(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ConcernPage page(Concern concern, List<InRun> run, String answer, Optional<ErrorLink> wrong) {
        return new ConcernPage(
                line(concern),
                "/incidents/" + concern.incident(),
                concern.source(),
                run.stream().map(ConcernPages::report).toList(),
                Choice.of(Finding.values(), Finding::words),
                concern.found()
                        .map(found -> found.words() + ". " + concern.answer() + " " + concern.answerer())
                        .orElse(""),
                answer,
                wrong.map(List::of).orElse(List.of()));
    }

    private static Report report(InRun report) {
        return new Report(
                "/incidents/" + report.incident(),
                report.reference(),
                MOMENT.format(report.reported()),
                report.category().map(category -> category.words()).orElse("None"),
                report.crime() ? "Yes" : "No",
                report.account());
    }

    @PostMapping("/{concern}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_LOOK_BEHIND)
    String answer(
            @PathVariable UUID concern,
            @RequestParam(defaultValue = "") String found,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            HttpServletResponse response) {
        Optional<ErrorLink> wrong = desk.audited(
                () -> {
                    Concern asked = concern(concern);
                    String said = Incidents.cleaned(answer);
                    Optional<Finding> finding = Choice.sent(Finding.values(), found);
                    if (!asked.kind().asks() || !asked.isOpen()) {
                        return Optional.of(ErrorLink.at("found", "This was answered already"));
                    }
                    if (finding.isEmpty()) {
                        return Optional.of(ErrorLink.at("found", "Choose what you found"));
                    }
                    if (said.length() < SHORTEST_ANSWER || said.length() > LONGEST_ANSWER) {
                        return Optional.of(ErrorLink.at(
                                "answer", "Say whom you asked and what you found in 20 to 2,000 characters"));
                    }
                    repository.answer(concern, finding.get(), said, clock.instant(), actor().account());
                    deadlines.meet(ConcernListener.LOOK_BEHIND, concern);
                    return Optional.<ErrorLink>empty();
                },
                result -> Entry.of(Act.ALTERATION, "concern", TO_LOOK_BEHIND)
                        .about(List.of(concern.toString()))
                        .showing(result.isEmpty() ? List.of("found", "answer") : List.of()));
        if (wrong.isEmpty()) {
            return "redirect:/concerns/" + concern;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        show(concern, answer, wrong, model);
        return "reports/concerns/concern";
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
