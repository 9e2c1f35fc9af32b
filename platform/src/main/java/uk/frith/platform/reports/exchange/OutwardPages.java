package uk.frith.platform.reports.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.exchange.PartnerRepository.Partner;
import uk.frith.platform.reports.exchange.RouteRepository.Endpoint;
import uk.frith.platform.reports.exchange.RouteRepository.Route;
import uk.frith.platform.reports.recording.AsbType;

/** Where a partner's system takes reports, and which kinds of incident go there. */
@Controller
@RequestMapping("/oversight/register/{id}/outward")
class OutwardPages {

    private static final String TO_ROUTE = "to say what is passed on to a partner";
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_SECRET = 500;

    private final Desk desk;
    private final PartnerRepository partners;
    private final RouteRepository repository;
    private final PartnerSystem system;

    OutwardPages(Desk desk, PartnerRepository partners, RouteRepository repository, PartnerSystem system) {
        this.desk = desk;
        this.partners = partners;
        this.repository = repository;
        this.system = system;
    }

    /** A kind of behaviour and what the partner calls it. */
    record CodeLine(String field, String label, String code) {}

    /** The form. */
    record OutwardPage(
            String path,
            String back,
            String title,
            String address,
            String jurisdiction,
            boolean known,
            List<CodeLine> codes,
            List<Choice> automatic,
            List<Choice> words,
            List<ErrorLink> errors) {

        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }
    }

    private record Found(Partner partner, Optional<Endpoint> endpoint, List<Route> routes) {}

    @GetMapping
    @Allows(value = Permission.MANAGE_PARTNERS, purpose = TO_ROUTE)
    String form(@PathVariable UUID id, Model model) {
        Found found = found(id);
        Map<AsbType, Route> own = found.routes().stream()
                .filter(route -> route.partner().equals(id))
                .collect(Collectors.toMap(Route::type, Function.identity()));
        Form form = new Form(
                found.endpoint().map(Endpoint::address).orElse(""),
                found.endpoint().map(Endpoint::jurisdiction).orElse(""),
                "",
                own.values().stream().collect(Collectors.toMap(Route::type, Route::code)),
                own.values().stream().filter(Route::automatic).map(Route::type).collect(Collectors.toSet()),
                own.values().stream().filter(Route::words).map(Route::type).collect(Collectors.toSet()));
        return show(found, form, List.of(), model);
    }

    /** What stands in the form. */
    private record Form(
            String address,
            String jurisdiction,
            String secret,
            Map<AsbType, String> codes,
            Set<AsbType> automatic,
            Set<AsbType> words) {
        @Override
        public String toString() {
            return "Form";
        }
    }

    private Found found(UUID id) {
        return desk.audited(
                () -> {
                    Partner partner =
                            partners.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                    return new Found(partner, repository.endpoint(id), repository.routes(organisation()));
                },
                shown -> Entry.of(Act.CONSULTATION, "route", TO_ROUTE)
                        .about(List.of(id.toString()))
                        .showing(List.of("address", "routes")));
    }

    @PostMapping
    @Allows(value = Permission.MANAGE_PARTNERS, purpose = TO_ROUTE)
    String save(
            @PathVariable UUID id,
            @RequestParam org.springframework.util.MultiValueMap<String, String> sent,
            Model model) {
        Form form = new Form(
                first(sent, "address"),
                first(sent, "jurisdiction"),
                first(sent, "secret"),
                java.util.Arrays.stream(AsbType.values())
                        .filter(type -> !first(sent, "code-" + type.name()).isEmpty())
                        .collect(Collectors.toMap(Function.identity(), type -> first(sent, "code-" + type.name()))),
                types(sent.getOrDefault("automatic", List.of())),
                types(sent.getOrDefault("words", List.of())));
        List<ErrorLink> errors = faults(form);
        if (errors.isEmpty()) {
            Optional<AsbType> taken = desk.audited(
                    () -> keep(id, form),
                    clash -> Entry.of(Act.ADMINISTRATION, "route", TO_ROUTE)
                            .about(List.of(id.toString()))
                            .with("outcome", clash.isEmpty() ? "set" : "set in part")
                            .with("key", form.secret().isEmpty() ? "as it was" : "replaced"));
            if (taken.isEmpty()) {
                return "redirect:/oversight/register/" + id;
            }
            errors = List.of(ErrorLink.at(
                    "code-" + taken.get().name(), taken.get().words() + " goes to another partner; end that first"));
        }
        return show(found(id), form, errors, model);
    }

    /** Keeps all of it; gives a kind that goes to another partner, if there is one. */
    private Optional<AsbType> keep(UUID id, Form form) {
        Partner partner = partners.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        repository.putEndpoint(
                organisation(),
                partner.id(),
                new Endpoint(form.address(), form.jurisdiction()),
                Optional.of(form.secret()).filter(secret -> !secret.isEmpty()));
        repository.keepRoutes(id, List.copyOf(form.codes().keySet()));
        return form.codes().entrySet().stream()
                .filter(each -> !repository.putRoute(
                        organisation(),
                        id,
                        each.getKey(),
                        each.getValue(),
                        form.automatic().contains(each.getKey()),
                        form.words().contains(each.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<ErrorLink> faults(Form form) {
        List<ErrorLink> faults = new ArrayList<>();
        system.fault(form.address()).ifPresent(sentence -> faults.add(ErrorLink.at("address", sentence)));
        if (form.jurisdiction().length() > LONGEST_WORD) {
            faults.add(ErrorLink.at("jurisdiction", "Enter at most 100 characters"));
        }
        if (form.secret().length() > LONGEST_SECRET) {
            faults.add(ErrorLink.at("secret", "Enter at most 500 characters"));
        }
        form.codes().forEach((type, code) -> {
            if (code.length() > LONGEST_WORD) {
                faults.add(ErrorLink.at("code-" + type.name(), "Enter at most 100 characters"));
            }
        });
        return faults;
    }

    private static String show(Found found, Form form, List<ErrorLink> errors, Model model) {
        String back = "/oversight/register/" + found.partner().id();
        List<AsbType> takes = found.partner().takes().stream().sorted().toList();
        model.addAttribute(
                "page",
                new OutwardPage(
                        back + "/outward",
                        back,
                        found.partner().name(),
                        form.address(),
                        form.jurisdiction(),
                        found.endpoint().isPresent(),
                        takes.stream()
                                .map(type -> new CodeLine(
                                        "code-" + type.name(),
                                        type.words(),
                                        form.codes().getOrDefault(type, "")))
                                .toList(),
                        choices(takes, form.automatic()),
                        choices(takes, form.words()),
                        errors));
        return "reports/exchange/outward";
    }

    private static List<Choice> choices(List<AsbType> types, Set<AsbType> chosen) {
        return types.stream()
                .map(type -> Choice.of(type.name(), type.words()).withSelected(chosen.contains(type)))
                .toList();
    }

    private static String first(org.springframework.util.MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : SubmissionRules.storable(value).strip();
    }

    private static Set<AsbType> types(List<String> names) {
        return names.stream()
                .flatMap(name -> Choice.sent(AsbType.values(), name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private UUID organisation() {
        return desk.actor()
                .orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."))
                .organisation();
    }
}
