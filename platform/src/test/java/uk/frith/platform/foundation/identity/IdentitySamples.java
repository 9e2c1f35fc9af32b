package uk.frith.platform.foundation.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.PageLink;
import uk.frith.platform.foundation.pages.SamplePages;

/** The samples of this chapter's pages: each as it mostly looks, empty where it can be, and with something wrong. */
public final class IdentitySamples implements SamplePages {

    private static final String FOLDER = "foundation/identity/";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] SECRET = new byte[TotpRules.SECRET_BYTES];

    @Override
    public Stream<Sample> samples() {
        List<Sample> all = new ArrayList<>();
        beforeSignIn(all);
        start(all);
        accounts(all);
        settings(all);
        audit(all);
        return all.stream();
    }

    private static void beforeSignIn(List<Sample> all) {
        List<ErrorLink> wrong = List.of(ErrorLink.at("email", SignInPages.REFUSED));
        all.add(stranger("first", "sign-in", new SignInPages.Form("/", null, List.of())));
        all.add(stranger("refused", "sign-in", new SignInPages.Form("/patterns", null, wrong)));
        all.add(stranger("over", "sign-in", new SignInPages.Form("/", "You were signed out.", List.of())));
        all.add(stranger("code", "code", new SignInPages.Code("/sign-in/code", "/", null, null, List.of())));
        all.add(stranger("set-up", "code", factor("/sign-in/set-up-code", List.of())));
        all.add(stranger(
                "wrong",
                "code",
                factor("/sign-in/set-up-code", List.of(ErrorLink.at("code", "Enter the newest code")))));
        all.add(stranger(
                "chosen",
                "choose-password",
                new LinkPages.Choose("/link/t", "A. Example", "a@police.example", List.of())));
        all.add(stranger(
                "short",
                "choose-password",
                new LinkPages.Choose(
                        "/link/t", "A. Example", "a@police.example", List.of(ErrorLink.at("password", "Too short")))));
        all.add(stranger("first", "first-administrator", new LinkPages.First("/link/t", "", "", "", "", List.of())));
        all.add(stranger(
                "wrong",
                "first-administrator",
                new LinkPages.First(
                        "/link/t",
                        "Force",
                        "Not A Slug",
                        "N",
                        "n@police.example",
                        List.of(ErrorLink.at("slug", "Enter the name")))));
        all.add(Sample.of("gone", FOLDER + "link-gone", Map.of("chrome", SamplePages.stranger())));
    }

    private static void start(List<Sample> all) {
        TodayPages.Place place = new TodayPages.Place("Patterns", "/patterns", "How much, where and when.");
        all.add(page(
                "full",
                "today",
                new TodayPages.Today("A. Example", List.of("Analyst"), true, List.of(), List.of(place))));
        all.add(page(
                "empty", "today", new TodayPages.Today("A. Example", List.of("Partner"), false, List.of(), List.of())));
        all.add(page("full", "oversight", new TodayPages.Oversight(List.of(place))));
        all.add(page("empty", "oversight", new TodayPages.Oversight(List.of())));
        all.add(page(
                "own",
                "own-account",
                new OwnAccountPages.OwnPage(account(AccountState.ACTIVE), "Force", true, List.of())));
        all.add(page(
                "wrong",
                "own-account",
                new OwnAccountPages.OwnPage(
                        account(AccountState.ACTIVE),
                        "Force",
                        false,
                        List.of(ErrorLink.at("password", "Your current password is not right")))));
        all.add(page("app", "own-factor", factor("/account/factor", List.of())));
        all.add(page(
                "wrong", "own-factor", factor("/account/factor", List.of(ErrorLink.at("code", "Enter the code")))));
    }

    private static void accounts(List<Sample> all) {
        List<Choice> roles = AccountsPages.roles(Set.of(Role.ANALYST));
        List<Choice> any = List.of(Choice.of("", "Any"), Choice.of("ACTIVE", "Active"));
        all.add(page(
                "many",
                "accounts",
                new AccountsPages.ListPage(
                        List.of(account(AccountState.ACTIVE), account(AccountState.INVITED)),
                        120,
                        any,
                        roles,
                        "",
                        PageLink.around(1, 3, number -> "/oversight/accounts?page=" + number))));
        all.add(page("none", "accounts", new AccountsPages.ListPage(List.of(), 0, any, roles, "Nobody", List.of())));
        for (AccountState state : List.of(AccountState.ACTIVE, AccountState.INVITED, AccountState.DISABLED)) {
            all.add(page(
                    state.title().toLowerCase(java.util.Locale.ROOT),
                    "account",
                    new AccountsPages.AccountPage(account(state), any, roles, "Saved.", List.of())));
        }
        all.add(page(
                "wrong",
                "account",
                new AccountsPages.AccountPage(
                        account(AccountState.ACTIVE),
                        any,
                        roles,
                        null,
                        List.of(ErrorLink.at("change", "You cannot disable your own account")))));
        all.add(page("new", "invite", new AccountsPages.InvitePage("", "", any, roles, List.of())));
        all.add(page(
                "wrong",
                "invite",
                new AccountsPages.InvitePage(
                        "", "x", any, roles, List.of(ErrorLink.at("roles", "Choose at least one role")))));
        all.add(page(
                "made",
                "link",
                new HandedOver.LinkPage("https://frith.example/link/" + "A".repeat(43), "/oversight/accounts/1")));
    }

    private static void settings(List<Sample> all) {
        UUID team = new UUID(0, 7);
        all.add(page(
                "some",
                "teams",
                new SettingsPages.TeamsPage(List.of(new AccountRepository.Team(team, "North", 3)), "", List.of())));
        all.add(page(
                "wrong",
                "teams",
                new SettingsPages.TeamsPage(
                        List.of(new AccountRepository.Team(team, "North", 1)),
                        "",
                        List.of(ErrorLink.at("name-" + team, "There is a team of that name already")))));
        all.add(page("none", "teams", new SettingsPages.TeamsPage(List.of(), "", List.of())));
        all.add(page(
                "some",
                "second-factor",
                new SettingsPages.FactorPage(AccountsPages.roles(Set.of(Role.AUDITOR)), true)));
        all.add(page(
                "some",
                "locked",
                new SettingsPages.LockedPage(List.of(account(AccountState.ACTIVE)), "They can sign in again.")));
        List<Choice> kinds = List.of(Choice.of("COUNCIL", "Council"), Choice.of("CHARITY", "Charity"));
        all.add(page("new", "partner", new SettingsPages.PartnerPage(true, "", kinds, "", "", List.of())));
        all.add(page("refused", "partner", new SettingsPages.PartnerPage(false, "", kinds, "", "", List.of())));
        all.add(page(
                "wrong",
                "partner",
                new SettingsPages.PartnerPage(
                        true, "Council", kinds, "N", "x", List.of(ErrorLink.at("kind", "Choose what kind it is")))));
        all.add(page("none", "locked", new SettingsPages.LockedPage(List.of(), null)));
    }

    private static void audit(List<Sample> all) {
        String id = new UUID(0, 9).toString();
        List<Choice> any = List.of(Choice.of("", "Any"));
        AuditPages.Line one = new AuditPages.Line(
                "1 Mar 2026, 12:00:00", "A. Example", "Consultation", "account", id, "to see", "page: 1");
        AuditPages.Line other = new AuditPages.Line(
                "1 Mar 2026, 12:00:01", "Sign-in", "Sign-in", "prevalence", "3 records", "to see", "");
        all.add(page(
                "some",
                "audit",
                new AuditPages.EntriesPage(List.of(one, other), any, any, any, "", null, "/oversight/audit?before=1")));
        all.add(page(
                "wrong",
                "audit",
                new AuditPages.EntriesPage(List.of(), any, any, any, "yesterday", "Enter a day", null)));
        all.add(page(
                "some",
                "history",
                new AuditPages.HistoryPage(
                        "identity.account",
                        id,
                        List.of(new AuditPages.Version(
                                "1 Mar 2026, 12:00:00", "A. Example", Map.of("name", "Old name"))))));
        all.add(page("none", "history", new AuditPages.HistoryPage("identity.account", "", List.of())));
    }

    private static SignInPages.Code factor(String action, List<ErrorLink> errors) {
        return new SignInPages.Code(
                action,
                "/",
                QrCode.picture(TotpRules.address(SECRET, "a@police.example")),
                QrCode.inFours(TotpRules.base32(SECRET)),
                errors);
    }

    private static Account account(AccountState state) {
        return new Account(
                new UUID(0, state.name().length()),
                "A. Example",
                "a@police.example",
                Optional.empty(),
                "North",
                state,
                Set.of(Role.ANALYST, Role.SUPERVISOR),
                true,
                state == AccountState.ACTIVE,
                state == AccountState.ACTIVE ? Optional.of(NOON) : Optional.empty(),
                Optional.of(NOON));
    }

    private static Sample page(String name, String view, Object page) {
        return Sample.page(name, FOLDER + view, page);
    }

    private static Sample stranger(String name, String view, Object page) {
        return Sample.of(name, FOLDER + view, Map.of("page", page, "chrome", SamplePages.stranger()));
    }
}
