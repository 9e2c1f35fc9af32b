package uk.frith.platform.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;

/** Teams, partner organisations, which roles must show a second factor, and accounts whose sign-in is paused. */
@Controller
@RequestMapping("/oversight")
class SettingsPages {

    private static final String TO_KEEP_TEAMS = "to keep the list of teams";
    private static final String TO_SET_FACTORS = "to say which roles must show a second factor";
    private static final String TO_UNLOCK = "to unlock accounts";
    private static final String TO_ADD_PARTNERS = "to bring a partner organisation in";
    private static final String PAGE = "page";
    private static final String PARTNER_VIEW = "foundation/identity/partner";
    private static final String TEAMS_VIEW = "foundation/identity/teams";

    private final Accounts accounts;
    private final Partners partners;
    private final HandedOver handedOver;

    SettingsPages(Accounts accounts, Partners partners, HandedOver handedOver) {
        this.accounts = accounts;
        this.partners = partners;
        this.handedOver = handedOver;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem teamsLine() {
            return new OversightItem(
                    "Teams", "The teams of your organisation.", "/oversight/teams", Permission.MANAGE_ACCOUNTS, 20);
        }

        @Bean
        OversightItem factorLine() {
            return new OversightItem(
                    "Second factor",
                    "Which roles must show a code as well as a password.",
                    "/oversight/second-factor",
                    Permission.MANAGE_ACCOUNTS,
                    30);
        }

        @Bean
        OversightItem partnerLine() {
            return new OversightItem(
                    "Partner organisations",
                    "Bring in a council, a landlord or another partner, with its own administrator.",
                    "/oversight/partners",
                    Permission.MANAGE_ACCOUNTS,
                    35);
        }

        @Bean
        OversightItem unlockLine() {
            return new OversightItem(
                    "Locked accounts",
                    "Let somebody try again after too many wrong passwords.",
                    "/oversight/locked",
                    Permission.UNLOCK_ACCOUNTS,
                    40);
        }
    }

    /** Teams and the form for a new one. */
    record TeamsPage(List<AccountRepository.Team> teams, String name, List<ErrorLink> errors) {}

    /** The roles, ticked where a second factor is required. */
    record FactorPage(List<Choice> roles, boolean saved) {}

    /** The form for a partner organisation; what was typed is kept. */
    record PartnerPage(
            boolean allowed,
            String organisation,
            List<Choice> kinds,
            String name,
            String email,
            List<ErrorLink> errors) {
        @Override
        public String toString() {
            return "PartnerPage";
        }

        @Nullable
        String wrong(String field) {
            return AccountsPages.wrong(errors, field);
        }
    }

    /** Accounts that are paused. */
    record LockedPage(List<Account> accounts, @Nullable String notice) {
        @Override
        public String toString() {
            return "LockedPage";
        }
    }

    @GetMapping("/teams")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_KEEP_TEAMS)
    String teams(Model model) {
        model.addAttribute(PAGE, new TeamsPage(accounts.teams(TO_KEEP_TEAMS), "", List.of()));
        return TEAMS_VIEW;
    }

    @PostMapping("/teams")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_KEEP_TEAMS)
    String addTeam(@RequestParam(defaultValue = "") String name, Model model) {
        return teamsAfter(accounts.addTeam(name, TO_KEEP_TEAMS), name, "name", model);
    }

    @PostMapping("/teams/{id}")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_KEEP_TEAMS)
    String renameTeam(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, Model model) {
        return teamsAfter(accounts.renameTeam(id, name, TO_KEEP_TEAMS), "", "name-" + id, model);
    }

    @GetMapping("/second-factor")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_SET_FACTORS)
    String factor(@RequestParam(defaultValue = "") String done, Model model) {
        List<Choice> roles = AccountsPages.roles(accounts.factorRequired(TO_SET_FACTORS).entrySet().stream()
                .filter(java.util.Map.Entry::getValue)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
        model.addAttribute(PAGE, new FactorPage(roles, !done.isEmpty()));
        return "foundation/identity/second-factor";
    }

    @PostMapping("/second-factor")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_SET_FACTORS)
    String factor(@RequestParam(defaultValue = "") List<String> roles) {
        accounts.requireFactor(AccountsPages.chosen(roles), TO_SET_FACTORS);
        return "redirect:/oversight/second-factor?done=yes";
    }

    @GetMapping("/partners")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_ADD_PARTNERS)
    String partner(Model model) {
        boolean allowed = partners.mayBegin(TO_ADD_PARTNERS);
        model.addAttribute(PAGE, new PartnerPage(allowed, "", kinds(Optional.empty()), "", "", List.of()));
        return PARTNER_VIEW;
    }

    @PostMapping("/partners")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_ADD_PARTNERS)
    String partner(
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletRequest request) {
        Optional<OrganisationKind> chosen = Arrays.stream(OrganisationKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        return switch (partners.begin(new Partners.Form(organisation, chosen, name, email), TO_ADD_PARTNERS)) {
            case Accounts.Result.Done(UUID account, Optional<String> link) ->
                handedOver.page(link.orElseThrow(), "/oversight", model, request);
            case Accounts.Result.Refused(String field, String sentence) -> {
                List<ErrorLink> errors = List.of(ErrorLink.at(field, sentence));
                model.addAttribute(PAGE, new PartnerPage(true, organisation, kinds(chosen), name, email, errors));
                yield PARTNER_VIEW;
            }
            case Accounts.Result.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static List<Choice> kinds(Optional<OrganisationKind> chosen) {
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> kind != OrganisationKind.SYSTEM)
                .map(kind -> Choice.of(kind.name(), kind.title())
                        .withSelected(chosen.filter(kind::equals).isPresent()))
                .toList();
    }

    @GetMapping("/locked")
    @Allows(value = Permission.UNLOCK_ACCOUNTS, purpose = TO_UNLOCK)
    String locked(@RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute(
                PAGE, new LockedPage(accounts.locked(TO_UNLOCK), done.isEmpty() ? null : "They can sign in again."));
        return "foundation/identity/locked";
    }

    @PostMapping("/locked/{id}")
    @Allows(value = Permission.UNLOCK_ACCOUNTS, purpose = TO_UNLOCK)
    String unlock(@PathVariable UUID id) {
        accounts.unlock(id, TO_UNLOCK);
        return "redirect:/oversight/locked?done=yes";
    }

    private String teamsAfter(Optional<String> problem, String name, String field, Model model) {
        if (problem.isEmpty()) {
            return "redirect:/oversight/teams";
        }
        model.addAttribute(
                PAGE, new TeamsPage(accounts.teams(TO_KEEP_TEAMS), name, List.of(ErrorLink.at(field, problem.get()))));
        return TEAMS_VIEW;
    }
}
