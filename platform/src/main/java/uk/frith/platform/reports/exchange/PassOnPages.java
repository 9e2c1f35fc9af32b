package uk.frith.platform.reports.exchange;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.exchange.DeliveryRepository.Subject;
import uk.frith.platform.reports.exchange.RouteRepository.Route;
import uk.frith.platform.reports.wording.Wording;

/** Passing an incident on to the partner that deals with such things. */
@Controller
@RequestMapping("/pass-on")
class PassOnPages {

    private static final String TO_PASS_ON = "to pass an incident on to a partner";
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final DeliveryRepository repository;
    private final RouteRepository routes;
    private final PassingOn passing;
    private final Wording wording;
    private final InstantSource clock;

    PassOnPages(
            Desk desk,
            DeliveryRepository repository,
            RouteRepository routes,
            PassingOn passing,
            Wording wording,
            InstantSource clock) {
        this.desk = desk;
        this.repository = repository;
        this.routes = routes;
        this.passing = passing;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * The form.
     *
     * @param keepable whether the reason was only asked about, and one press keeps it
     */
    record PassOnPage(
            String path,
            String incident,
            String reference,
            String warning,
            List<Choice> routes,
            List<Choice> words,
            String reason,
            List<ErrorLink> errors,
            boolean keepable) {
        @Override
        public String toString() {
            return "PassOnPage";
        }

        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }
    }

    private record Found(Subject subject, List<Route> routes) {}

    @GetMapping("/{id}")
    @Allows(value = Permission.SEND_TO_PARTNERS, purpose = TO_PASS_ON)
    String form(@PathVariable UUID id, Model model) {
        return show(id, "", "", "", List.of(), false, model);
    }

    private String show(
            UUID id,
            String chosen,
            String words,
            String reason,
            List<ErrorLink> errors,
            boolean keepable,
            Model model) {
        Found found = desk.audited(
                () -> new Found(
                        repository.subject(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                        routes.routes(actor().organisation())),
                shown -> Entry.of(Act.CONSULTATION, "incident", TO_PASS_ON)
                        .about(List.of(id.toString()))
                        .showing(List.of("reference", "type")));
        Subject subject = found.subject();
        String warning = subject.danger()
                ? "Somebody may be in danger. Deal with that first."
                : subject.undecided()
                        ? "It may hold a crime that nobody has decided on. That stays with the police."
                        : "";
        model.addAttribute(
                "page",
                new PassOnPage(
                        "/pass-on/" + id,
                        "/incidents/" + id,
                        subject.reference(),
                        warning,
                        found.routes().stream()
                                .map(route -> Choice.of(
                                                route.id().toString(),
                                                route.partnerName() + ", as "
                                                        + route.type().words().toLowerCase(java.util.Locale.UK))
                                        .withSelected(
                                                chosen.isEmpty()
                                                        ? subject.type()
                                                                .filter(route.type()::equals)
                                                                .isPresent()
                                                        : chosen.equals(
                                                                route.id().toString())))
                                .toList(),
                        List.of(
                                Choice.of("no", "Kind, place and time").withSelected(!words.equals("yes")),
                                Choice.of("yes", "The account as well")
                                        .withHint(
                                                "As it was taken down. Read it first: it may name people who would not"
                                                        + " want it.")
                                        .withSelected(words.equals("yes"))),
                        reason,
                        errors,
                        keepable));
        return "reports/exchange/pass-on";
    }

    @PostMapping("/{id}")
    @Allows(value = Permission.SEND_TO_PARTNERS, purpose = TO_PASS_ON)
    String passOn(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String route,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String keep,
            Model model) {
        List<ErrorLink> errors = new ArrayList<>();
        Optional<UUID> chosen = uuid(route);
        if (chosen.isEmpty()) {
            errors.add(ErrorLink.at("route", "Choose the partner"));
        }
        String why = SubmissionRules.storable(reason).strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            errors.add(ErrorLink.at("reason", "Say why it belongs to the partner, in 10 to 2,000 characters"));
        }
        if (!errors.isEmpty()) {
            return show(id, route, words, why, errors, false, model);
        }
        Tried tried = desk.audited(
                () -> {
                    Optional<String> small =
                            wording.question(Wording.Text.PASSED_ON, "/incidents/" + id, why, !keep.isEmpty());
                    if (small.isPresent()) {
                        return new Tried(small, Optional.empty());
                    }
                    Optional<UUID> added = repository.add(
                            id, chosen.orElseThrow(), words.equals("yes"), why, clock.instant(), actor().account());
                    added.ifPresent(passing::schedule);
                    return new Tried(small, added);
                },
                done -> Entry.of(Act.ALTERATION, "delivery", TO_PASS_ON)
                        .about(List.of(id.toString()))
                        .with("outcome", done.outcome()));
        if (tried.small().isPresent()) {
            return show(
                    id,
                    route,
                    words,
                    why,
                    List.of(ErrorLink.at("reason", tried.small().get())),
                    true,
                    model);
        }
        if (tried.begun().isEmpty()) {
            return show(
                    id,
                    route,
                    words,
                    why,
                    List.of(ErrorLink.at("route", "It has been passed on to this partner already")),
                    false,
                    model);
        }
        return "redirect:/incidents/" + id;
    }

    /** What the writer is asked about their words, or what was begun. */
    private record Tried(Optional<String> small, Optional<UUID> begun) {

        String outcome() {
            return small.isPresent() ? "asked about its words" : begun.isPresent() ? "begun" : "nothing to begin";
        }

        @Override
        public String toString() {
            return "Tried";
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
