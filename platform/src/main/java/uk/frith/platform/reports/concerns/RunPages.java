package uk.frith.platform.reports.concerns;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.FormFields;
import uk.frith.platform.foundation.pages.Months;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.reports.concerns.RunRepository.Rule;
import uk.frith.platform.reports.concerns.RunRules.Code;
import uk.frith.platform.reports.concerns.RunRules.Told;
import uk.frith.platform.reports.concerns.Runs.Run;
import uk.frith.platform.reports.recording.IncidentPanel;

/** A run of reports weighed as one, and what it weighs by. */
@Controller
class RunPages {

    private static final String TO_WEIGH = "to weigh the harm of a whole run of reports";
    private static final String TO_SET = "to set what a run of reports weighs by";
    private static final int LARGEST_VALUE = 3_650;
    private static final int LONGEST_SOURCE = 300;
    private static final int FIRST_YEAR = 2000;
    private static final int TEN_YEARS = 10;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(LONDON);

    private final Desk desk;
    private final Runs runs;
    private final RunRepository repository;
    private final InstantSource clock;

    RunPages(Desk desk, Runs runs, RunRepository repository, InstantSource clock) {
        this.desk = desk;
        this.runs = runs;
        this.repository = repository;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem runRulesLine() {
            return new OversightItem(
                    "What a run of reports weighs",
                    "Weights of each sign, and from where on a run is medium or high.",
                    "/oversight/run-rules",
                    Permission.SET_CLOCKS,
                    61);
        }
    }

    /** A run as one. */
    record RunPage(
            String reference,
            String incidentPath,
            String level,
            int points,
            int medium,
            int high,
            List<String> reasons,
            int harmed,
            List<Month> pace,
            List<Line> reports) {
        @Override
        public String toString() {
            return "RunPage[" + incidentPath + "]";
        }
    }

    /** How many reports came in a month. */
    record Month(String month, long reports) {}

    /** A report of the run and what it tells of. */
    record Line(String path, String reference, String when, String category, String impact, String crime) {
        @Override
        public String toString() {
            return "Line[" + path + "]";
        }
    }

    /** On an incident's page: the run that it belongs to. */
    record RunLink(String path, int reports, String level, int points) {}

    /** The run that an incident belongs to, on its page. */
    @Component
    static class RunPanel implements IncidentPanel {

        private static final int AFTER_CONCERNS = 21;

        private final Desk desk;
        private final Runs runs;

        RunPanel(Desk desk, Runs runs) {
            this.desk = desk;
            this.runs = runs;
        }

        @Override
        public int order() {
            return AFTER_CONCERNS;
        }

        @Override
        public Optional<Panel> of(UUID incident) {
            return desk.actor()
                    .filter(actor -> actor.may(Permission.RECORD_INCIDENTS))
                    .flatMap(actor -> runs.run(actor.organisation(), incident))
                    .filter(run -> run.reports().size() > 1)
                    .map(run -> new Panel(
                            "reports/concerns/run-panel",
                            new RunLink(
                                    "/concerns/runs/" + incident,
                                    run.reports().size(),
                                    run.weighed().level().words(),
                                    run.weighed().points())));
        }
    }

    @GetMapping("/concerns/runs/{incident}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_WEIGH)
    String run(@PathVariable UUID incident, Model model) {
        Run run = desk.audited(
                () -> runs.run(actor().organisation(), incident)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                found -> Entry.of(Act.COMBINATION, "incidents", TO_WEIGH)
                        .about(found.reports().stream()
                                .map(each -> each.report().incident().toString())
                                .toList())
                        .showing(List.of("reference", "reported", "category", "impact")));
        model.addAttribute("page", page(incident, run));
        return "reports/concerns/run";
    }

    private static RunPage page(UUID incident, Run run) {
        String reference = run.reports().stream()
                .filter(each -> each.report().incident().equals(incident))
                .map(each -> each.report().reference())
                .findFirst()
                .orElse("");
        Map<YearMonth, Long> pace = run.reports().stream()
                .collect(Collectors.groupingBy(
                        each -> YearMonth.from(each.report().reported().atZone(LONDON)),
                        TreeMap::new,
                        Collectors.counting()));
        return new RunPage(
                reference,
                "/incidents/" + incident,
                run.weighed().level().words(),
                run.weighed().points(),
                run.weights().of(Code.MEDIUM),
                run.weights().of(Code.HIGH),
                run.weighed().reasons(),
                run.harmed(),
                pace.entrySet().stream()
                        .map(each -> new Month(Months.inWords(each.getKey()), each.getValue()))
                        .toList(),
                run.reports().stream().map(RunPages::line).toList());
    }

    private static Line line(Told told) {
        return new Line(
                "/incidents/" + told.report().incident(),
                told.report().reference(),
                MOMENT.format(told.report().reported()),
                told.report().category().map(category -> category.words()).orElse("None"),
                RunRules.impact(told),
                told.report().crime() ? "Yes" : "No");
    }

    /** What a run weighs by today, and the form that sets it from a day on. */
    record RulesPage(List<Set> rules, List<Choice> codes, Typed typed, List<ErrorLink> errors) {

        /** What is wrong with a field; null when nothing is. */
        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }
    }

    /** A value that holds. */
    record Set(String sign, int value, String whose, String from, String source) {}

    /** What the form held. */
    record Typed(String code, String from, String value, String source) {
        static final Typed NOTHING = new Typed("", "", "", "");
    }

    @GetMapping("/oversight/run-rules")
    @Allows(value = Permission.SET_CLOCKS, purpose = TO_SET)
    String rules(Model model) {
        showRules(Typed.NOTHING, List.of(), model);
        return "reports/concerns/run-rules";
    }

    private void showRules(Typed typed, List<ErrorLink> errors, Model model) {
        List<Rule> rules = desk.audited(
                Entry.of(Act.CONSULTATION, "run rules", TO_SET),
                () -> repository.inForce(actor().organisation(), LocalDate.ofInstant(clock.instant(), LONDON)));
        model.addAttribute(
                "page",
                new RulesPage(
                        rules.stream()
                                .sorted((one, other) -> one.code().compareTo(other.code()))
                                .map(RunPages::set)
                                .toList(),
                        Choice.of(Code.values(), Code::words),
                        typed,
                        errors));
    }

    private static Set set(Rule rule) {
        return new Set(
                rule.code().words(),
                rule.value(),
                rule.own() ? "Your organisation" : "As shipped",
                rule.from().toString(),
                rule.source() + (rule.verified() ? "" : " (not verified)"));
    }

    @PostMapping("/oversight/run-rules")
    @Allows(value = Permission.SET_CLOCKS, purpose = TO_SET)
    String setRule(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String source,
            Model model,
            HttpServletResponse response) {
        Typed typed = new Typed(code, from, value, source);
        Optional<ErrorLink> wrong = desk.audited(Entry.of(Act.ADMINISTRATION, "run rule", TO_SET), () -> {
            Optional<Code> known = Choice.sent(Code.values(), code);
            Optional<LocalDate> day = day(from);
            int number = FormFields.number(value);
            String said = source.strip();
            if (known.isEmpty()) {
                return Optional.of(ErrorLink.at("code", "Choose what to set"));
            }
            if (day.isEmpty()) {
                return Optional.of(
                        ErrorLink.at("from", "A day looks like 2026-12-01 and lies within the next ten years"));
            }
            if (number < 0 || number > LARGEST_VALUE) {
                return Optional.of(ErrorLink.at("value", "Give a whole number from 0 to 3650"));
            }
            Optional<LocalDate> ungraded = ungraded(known.get(), number, day.get());
            if (ungraded.isPresent()) {
                return Optional.of(ErrorLink.at(
                        "value",
                        "Medium begins above 0, and high above medium"
                                + (ungraded.equals(day) ? "" : "; it would not from " + ungraded.get() + " on")));
            }
            if (said.isEmpty() || said.length() > LONGEST_SOURCE || said.chars().anyMatch(Character::isISOControl)) {
                return Optional.of(ErrorLink.at("source", "Say who decided it, in 1 to 300 characters"));
            }
            return repository.set(actor().organisation(), known.get(), day.get(), number, said)
                    ? Optional.<ErrorLink>empty()
                    : Optional.of(ErrorLink.at("from", "From this day another value holds already"));
        });
        if (wrong.isEmpty()) {
            return "redirect:/oversight/run-rules";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        showRules(typed, List.of(wrong.get()), model);
        return "reports/concerns/run-rules";
    }

    /** The first day on which high wouldn't begin above medium, were a value set; later values are looked at as well. */
    private Optional<LocalDate> ungraded(Code code, int value, LocalDate from) {
        UUID organisation = actor().organisation();
        return repository.daysFrom(organisation, from).stream()
                .filter(day -> repository.holdsOn(organisation, code, from, day))
                .filter(day -> !RunRules.graded(code, value, repository.weights(organisation, day)))
                .findFirst();
    }

    private Optional<LocalDate> day(String typed) {
        LocalDate last = LocalDate.ofInstant(clock.instant(), LONDON).plusYears(TEN_YEARS);
        return FormFields.day(typed).filter(day -> day.getYear() >= FIRST_YEAR && !day.isAfter(last));
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
