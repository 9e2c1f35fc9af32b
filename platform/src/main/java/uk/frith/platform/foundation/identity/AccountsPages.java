package uk.frith.platform.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import uk.frith.platform.foundation.pages.PageLink;

/** Accounts of one's own organisation: who there is, who comes in, what they do. */
@Controller
@RequestMapping("/oversight/accounts")
class AccountsPages {

    static final String TO_ADMINISTER = "to administer accounts";

    private static final String ADDRESS = "/oversight/accounts";
    private static final String PAGE = "page";
    private static final String LIST_VIEW = "foundation/identity/accounts";
    private static final String ACCOUNT_VIEW = "foundation/identity/account";
    private static final String INVITE_VIEW = "foundation/identity/invite";

    private final Accounts accounts;
    private final HandedOver handedOver;

    AccountsPages(Accounts accounts, HandedOver handedOver) {
        this.accounts = accounts;
        this.handedOver = handedOver;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem accountsLine() {
            return new OversightItem(
                    "Accounts",
                    "Who can sign in, and what they do: invite, change, disable.",
                    ADDRESS,
                    Permission.MANAGE_ACCOUNTS,
                    10);
        }
    }

    /** The list. */
    record ListPage(
            List<Account> accounts,
            int all,
            List<Choice> states,
            List<Choice> roles,
            String words,
            List<PageLink> pages) {
        @Override
        public String toString() {
            return "ListPage";
        }
    }

    /** One account and its form. */
    record AccountPage(
            Account account,
            List<Choice> teams,
            List<Choice> roles,
            @Nullable String notice,
            List<ErrorLink> errors) {
        @Override
        public String toString() {
            return "AccountPage";
        }

        @Nullable
        String wrong(String field) {
            return AccountsPages.wrong(errors, field);
        }
    }

    /** The form of an invitation. */
    record InvitePage(String name, String email, List<Choice> teams, List<Choice> roles, List<ErrorLink> errors) {
        @Override
        public String toString() {
            return "InvitePage";
        }

        @Nullable
        String wrong(String field) {
            return AccountsPages.wrong(errors, field);
        }
    }

    @GetMapping
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_ADMINISTER)
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list(new AccountRepository.Sought(state(state), role(role), Optional.empty()), page, model);
    }

    /** A name is sought by a form that is sent, so that it stands in no address. */
    @PostMapping("/find")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_ADMINISTER)
    String find(@RequestParam(defaultValue = "") String words, Model model) {
        Optional<String> sought = words.isBlank() ? Optional.empty() : Optional.of(words.strip());
        return list(new AccountRepository.Sought(Optional.empty(), Optional.empty(), sought), 1, model);
    }

    @GetMapping("/invite")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_ADMINISTER)
    String invite(Model model) {
        model.addAttribute(
                PAGE,
                new InvitePage(
                        "", "", teams(accounts.teams(TO_ADMINISTER), Optional.empty()), roles(Set.of()), List.of()));
        return INVITE_VIEW;
    }

    @PostMapping("/invite")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_ADMINISTER)
    String invite(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") List<String> roles,
            Model model,
            HttpServletRequest request) {
        Accounts.Form form = new Accounts.Form(name, email, id(team), chosen(roles));
        return switch (accounts.invite(form, TO_ADMINISTER)) {
            case Accounts.Result.Done(UUID account, Optional<String> link) ->
                handedOver.page(link.orElseThrow(), ADDRESS + "/" + account, model, request);
            case Accounts.Result.Refused(String field, String sentence) -> {
                model.addAttribute(
                        PAGE,
                        new InvitePage(
                                name,
                                email,
                                teams(accounts.teamsToChoose(), form.team()),
                                roles(form.roles()),
                                List.of(ErrorLink.at(field, sentence))));
                yield INVITE_VIEW;
            }
            case Accounts.Result.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_ADMINISTER)
    String account(@PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        return show(id, done.isEmpty() ? null : "Saved.", List.of(), model);
    }

    @PostMapping("/{id}")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_ADMINISTER)
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") List<String> roles,
            Model model,
            HttpServletRequest request) {
        Accounts.Form form = new Accounts.Form(name, "", id(team), chosen(roles));
        return after(accounts.change(id, form, TO_ADMINISTER), id, model, request);
    }

    @PostMapping("/{id}/{change:disable|enable|new-link|drop-factor}")
    @Allows(value = Permission.MANAGE_ACCOUNTS, purpose = TO_ADMINISTER)
    String apply(@PathVariable UUID id, @PathVariable String change, Model model, HttpServletRequest request) {
        AccountRules.Change wanted = switch (change) {
            case "disable" -> AccountRules.Change.DISABLE;
            case "enable" -> AccountRules.Change.ENABLE;
            case "new-link" -> AccountRules.Change.NEW_LINK;
            case "drop-factor" -> AccountRules.Change.DROP_FACTOR;
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
        return after(accounts.apply(wanted, id, TO_ADMINISTER), id, model, request);
    }

    private String after(Accounts.Result result, UUID id, Model model, HttpServletRequest request) {
        return switch (result) {
            case Accounts.Result.Done(UUID account, Optional<String> link) ->
                link.map(path -> handedOver.page(path, ADDRESS + "/" + account, model, request))
                        .orElse("redirect:" + ADDRESS + "/" + account + "?done=yes");
            case Accounts.Result.Refused(String field, String sentence) ->
                show(id, null, List.of(ErrorLink.at(field, sentence)), model);
            case Accounts.Result.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String show(UUID id, @Nullable String notice, List<ErrorLink> errors, Model model) {
        Account account =
                accounts.find(id, TO_ADMINISTER).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute(
                PAGE,
                new AccountPage(
                        account,
                        teams(accounts.teamsToChoose(), account.team()),
                        roles(account.roles()),
                        notice,
                        errors));
        return ACCOUNT_VIEW;
    }

    private String list(AccountRepository.Sought sought, int wantedPage, Model model) {
        int page = Math.max(1, wantedPage);
        Accounts.Found found = accounts.find(sought, page, TO_ADMINISTER);
        int pages = Math.max(1, (found.all() + Accounts.PAGE_SIZE - 1) / Accounts.PAGE_SIZE);
        String filter = "?state=" + sought.state().map(AccountState::name).orElse("") + "&role="
                + sought.role().map(Role::name).orElse("") + "&page=";
        List<PageLink> links = pages == 1 || sought.words().isPresent()
                ? List.of()
                : PageLink.around(Math.min(page, pages), pages, number -> ADDRESS + filter + number);
        List<Choice> states = new java.util.ArrayList<>(List.of(Choice.of("", "Any")));
        Arrays.stream(AccountState.values())
                .filter(state -> state != AccountState.SERVICE)
                .map(state -> Choice.of(state.name(), state.title())
                        .withSelected(sought.state().filter(state::equals).isPresent()))
                .forEach(states::add);
        List<Choice> roles = new java.util.ArrayList<>(List.of(Choice.of("", "Any")));
        roles.addAll(roles(sought.role().map(Set::of).orElse(Set.of())));
        model.addAttribute(
                PAGE,
                new ListPage(
                        found.accounts(),
                        found.all(),
                        states,
                        roles,
                        sought.words().orElse(""),
                        links));
        return LIST_VIEW;
    }

    static @Nullable String wrong(List<ErrorLink> errors, String field) {
        return ErrorLink.textAt(field, errors);
    }

    static List<Choice> roles(Set<Role> chosen) {
        return Arrays.stream(Role.values())
                .map(role -> Choice.of(role.name(), role.title()).withSelected(chosen.contains(role)))
                .toList();
    }

    private static List<Choice> teams(List<AccountRepository.Team> teams, Optional<UUID> chosen) {
        List<Choice> choices = new java.util.ArrayList<>(List.of(Choice.of("", "No team")));
        teams.stream()
                .map(team -> Choice.of(team.id().toString(), team.name())
                        .withSelected(chosen.filter(team.id()::equals).isPresent()))
                .forEach(choices::add);
        return choices;
    }

    static Set<Role> chosen(List<String> names) {
        return names.stream()
                .map(AccountsPages::role)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Role> role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    private static Optional<AccountState> state(String name) {
        return Arrays.stream(AccountState.values())
                .filter(state -> state != AccountState.SERVICE && state.name().equals(name))
                .findFirst();
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
