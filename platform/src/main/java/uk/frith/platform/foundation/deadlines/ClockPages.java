package uk.frith.platform.foundation.deadlines;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.FormFields;

/** What is late in an organisation, and how long each duty may take. */
@Controller
class ClockPages {

    private static final String TO_WATCH = "to see what is late";
    private static final String TO_SET = "to say how long a duty may take";
    private static final int MINUTES_OF_A_YEAR = 525_600;
    private static final int LONGEST_SOURCE = 300;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK).withZone(LONDON);

    private final Desk desk;
    private final Deadlines deadlines;
    private final DeadlineRepository repository;
    private final InstantSource clock;

    ClockPages(Desk desk, Deadlines deadlines, DeadlineRepository repository, InstantSource clock) {
        this.desk = desk;
        this.deadlines = deadlines;
        this.repository = repository;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem clocksLine() {
            return new OversightItem(
                    "What is late",
                    "Every duty whose time has passed.",
                    "/oversight/clocks",
                    Permission.SEE_CLOCKS,
                    30);
        }

        @Bean
        OversightItem periodsLine() {
            return new OversightItem(
                    "How long a duty may take",
                    "Times, warnings, and to whom a late duty goes.",
                    "/oversight/periods",
                    Permission.SET_CLOCKS,
                    60);
        }
    }

    /** What is late, the most urgent first, then the longest. */
    record ClocksPage(List<Late> lines, boolean more) {}

    /** A late duty. */
    record Late(String title, String reference, String path, String due, String late, String escalated) {}

    /** How long each duty may take, and the form that says otherwise. */
    record PeriodsPage(List<Line> lines, List<Choice> kinds, List<Choice> roles, Typed typed, List<ErrorLink> errors) {}

    /** A period. */
    record Line(String title, String whose, String from, String time, String warns, String goesTo, String source) {}

    /** What a form held. */
    record Typed(String kind, String from, String minutes, String warn, String role, String source) {}

    private static final Typed NOTHING = new Typed("", "", "", "", "", "");

    @GetMapping("/oversight/clocks")
    @Allows(value = Permission.SEE_CLOCKS, purpose = TO_WATCH)
    String clocks(Model model) {
        Instant now = clock.instant();
        List<Clock> late = desk.audited(
                deadlines::late,
                shown -> Entry.of(Act.CONSULTATION, "deadlines", TO_WATCH)
                        .about(shown.stream()
                                .map(each -> each.subject().toString())
                                .toList()));
        model.addAttribute(
                "page",
                new ClocksPage(
                        late.stream().map(each -> late(each, now)).toList(),
                        late.size() == Deadlines.LONGEST_WORKLIST));
        return "foundation/deadlines/clocks";
    }

    private static Late late(Clock clock, Instant now) {
        return new Late(
                clock.title(),
                clock.reference(),
                clock.path(),
                MOMENT.format(clock.due()),
                clock.left(now),
                clock.escalated().map(MOMENT::format).orElse("Not yet"));
    }

    @GetMapping("/oversight/periods")
    @Allows(value = Permission.SET_CLOCKS, purpose = TO_SET)
    String periods(Model model) {
        show(NOTHING, Optional.empty(), model);
        return "foundation/deadlines/periods";
    }

    private void show(Typed typed, Optional<ErrorLink> wrong, Model model) {
        List<Period> periods = desk.audited(Entry.of(Act.CONSULTATION, "periods", TO_SET), repository::periods);
        model.addAttribute(
                "page",
                new PeriodsPage(
                        periods.stream().map(ClockPages::line).toList(),
                        periods.stream()
                                .map(each -> Choice.of(each.kind(), each.title()))
                                .distinct()
                                .toList(),
                        Stream.of(Role.values())
                                .map(role -> Choice.of(role.name(), role.title()))
                                .toList(),
                        typed,
                        wrong.map(List::of).orElse(List.of())));
    }

    private static Line line(Period period) {
        return new Line(
                period.title(),
                period.organisation() == null ? "As shipped" : "Your organisation",
                period.validFrom().toString(),
                time(period.minutes()),
                time(period.warnMinutes()),
                Choice.sent(Role.values(), period.escalatesTo())
                        .map(Role::title)
                        .orElse(period.escalatesTo()),
                period.source());
    }

    private static String time(int minutes) {
        if (minutes % 1440 == 0 && minutes > 0) {
            return minutes == 1440 ? "1 day" : minutes / 1440 + " days";
        }
        if (minutes % 60 == 0 && minutes > 0) {
            return minutes == 60 ? "1 hour" : minutes / 60 + " hours";
        }
        return minutes + " minutes";
    }

    @PostMapping("/oversight/periods")
    @Allows(value = Permission.SET_CLOCKS, purpose = TO_SET)
    String set(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String warn,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String source,
            Model model,
            HttpServletResponse response) {
        Typed typed = new Typed(kind, from, minutes, warn, role, source);
        UUID organisation = desk.actor()
                .orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."))
                .organisation();
        Optional<ErrorLink> wrong = desk.audited(Entry.of(Act.ADMINISTRATION, "period", TO_SET), () -> {
            Optional<ErrorLink> fault = fault(typed);
            if (fault.isPresent()) {
                return fault;
            }
            Period period = new Period(
                    kind,
                    "",
                    organisation,
                    LocalDate.parse(from.strip()),
                    FormFields.number(minutes),
                    FormFields.number(warn),
                    role,
                    source.strip(),
                    true);
            return repository.set(period, organisation)
                    ? Optional.empty()
                    : Optional.of(ErrorLink.at("from", "From this day another time holds already"));
        });
        if (wrong.isEmpty()) {
            return "redirect:/oversight/periods";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        show(typed, wrong, model);
        return "foundation/deadlines/periods";
    }

    private Optional<ErrorLink> fault(Typed typed) {
        if (repository.periods().stream().noneMatch(each -> each.kind().equals(typed.kind()))) {
            return Optional.of(ErrorLink.at("kind", "Choose a duty"));
        }
        if (!isDay(typed.from())) {
            return Optional.of(ErrorLink.at("from", "A day looks like 2026-12-01"));
        }
        int whole = FormFields.number(typed.minutes());
        if (whole < 1 || whole > MINUTES_OF_A_YEAR) {
            return Optional.of(ErrorLink.at("minutes", "Give the time in minutes, from 1 to 525600"));
        }
        int warning = FormFields.number(typed.warn());
        if (warning < 0 || warning >= whole) {
            return Optional.of(
                    ErrorLink.at("warn", "The warning comes before the end: fewer minutes than the whole time"));
        }
        if (Choice.sent(Role.values(), typed.role()).isEmpty()) {
            return Optional.of(ErrorLink.at("role", "Choose to whom it goes when it is late"));
        }
        String said = typed.source().strip();
        return said.isEmpty() || said.length() > LONGEST_SOURCE || said.chars().anyMatch(Character::isISOControl)
                ? Optional.of(ErrorLink.at("source", "Say who decided it, in 1 to 300 characters"))
                : Optional.empty();
    }

    private static boolean isDay(String typed) {
        try {
            return LocalDate.parse(typed.strip()).getYear() >= 2000;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
