package uk.frith.platform.foundation.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;

/** Teams, which roles must show a second factor, and accounts whose sign-in is paused. */
@Controller
@RequestMapping("/oversight")
class SettingsPages {

    private static final String TO_KEEP_TEAMS = "to keep the list of teams";
    private static final String TO_SET_FACTORS = "to say which roles must show a second factor";
    private static final String TO_UNLOCK = "to unlock accounts";
    private static final String PAGE = "page";
    private static final String TEAMS_VIEW = "foundation/identity/teams";

    private final Accounts accounts;

    SettingsPages(Accounts accounts) {
        this.accounts = accounts;
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
