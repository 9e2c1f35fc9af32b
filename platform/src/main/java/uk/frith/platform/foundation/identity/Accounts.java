package uk.frith.platform.foundation.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;

/** Administration of accounts and teams; the database lets each administrator see and change their own organisation's. */
@Service
class Accounts {

    static final int PAGE_SIZE = 50;

    /** More locked accounts than this at once is an attack, and not for a supervisor to undo one by one. */
    private static final int MOST_LOCKED = 200;

    private static final int LONGEST_TEAM = 100;
    private static final String SUBJECT = "account";
    private static final String TEAM = "team";

    private final AccountRepository repository;
    private final SignInRepository credentials;
    private final SignInDesk signInDesk;
    private final OneTimeLinks links;
    private final Desk desk;

    Accounts(
            AccountRepository repository,
            SignInRepository credentials,
            SignInDesk signInDesk,
            OneTimeLinks links,
            Desk desk) {
        this.repository = repository;
        this.credentials = credentials;
        this.signInDesk = signInDesk;
        this.links = links;
        this.desk = desk;
    }

    /** How a change ended. */
    sealed interface Result {
        /** Done; the link, if one was made, can be shown this once. */
        record Done(UUID account, Optional<String> link) implements Result {
            @Override
            public String toString() {
                return "Done";
            }
        }

        record Refused(String field, String sentence) implements Result {}

        /** No account of the asker's organisation. */
        record NotThere() implements Result {}
    }

    /** What is known of a person to be invited, or is to be changed. */
    record Form(String name, String email, Optional<UUID> team, Set<Role> roles) {
        @Override
        public String toString() {
            return "Form";
        }
    }

    /** One page of accounts and how many there are in all. */
    record Found(List<Account> accounts, int all) {}

    Found find(AccountRepository.Sought sought, int page, String purpose) {
        return desk.audited(
                () -> new Found(repository.find(sought, PAGE_SIZE, (page - 1) * PAGE_SIZE), repository.count(sought)),
                found -> Entry.of(Act.CONSULTATION, SUBJECT, purpose)
                        .about(found.accounts().stream()
                                .map(account -> account.id().toString())
                                .toList())
                        .showing(List.of("name", "email", "state", "roles", TEAM))
                        .with("state", sought.state().map(AccountState::name).orElse("any"))
                        .with("role", sought.role().map(Role::name).orElse("any"))
                        .with("page", Integer.toString(page)));
    }

    Optional<Account> find(UUID id, String purpose) {
        return desk.audited(() -> repository.find(id), found -> looked(id, purpose));
    }

    /** The reader's own account. */
    Account own(String purpose) {
        UUID me = me().account();
        return desk.audited(() -> repository.find(me).orElseThrow(), found -> looked(me, purpose));
    }

    List<AccountRepository.Team> teams(String purpose) {
        return desk.audited(Entry.of(Act.CONSULTATION, TEAM, purpose), repository::teams);
    }

    /** Teams to choose from on a page that is entered for what it shows. */
    List<AccountRepository.Team> teamsToChoose() {
        return desk.unaudited("the choices of a form whose page is entered", repository::teams);
    }

    Result invite(Form form, String purpose) {
        Optional<Result> wrong = wrong(form);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Actor me = me();
        try {
            UUID account = desk.audited(
                    () -> {
                        UUID id = repository.invite(
                                me.organisation(),
                                form.team().orElse(null),
                                form.name().strip(),
                                SignInRules.address(form.email()));
                        repository.setRoles(id, form.roles());
                        return id;
                    },
                    id -> changed(id, purpose, "invited").with("roles", names(form.roles())));
            return new Result.Done(account, Optional.of(links.make(LinkKind.INVITATION, account)));
        } catch (DuplicateKeyException e) {
            return new Result.Refused("email", "This address cannot be invited: it may have an account already");
        }
    }

    Result change(UUID id, Form form, String purpose) {
        if (!OneTimeLinks.isName(form.name())) {
            return new Result.Refused("name", "Enter the person's name");
        }
        Optional<String> refusal = AccountRules.refusal(me().account(), id, form.roles());
        if (refusal.isPresent()) {
            return new Result.Refused("roles", refusal.get());
        }
        return desk.audited(
                () -> {
                    if (repository.find(id).isEmpty()) {
                        return new Result.NotThere();
                    }
                    repository.change(id, form.name().strip(), form.team().orElse(null));
                    repository.setRoles(id, form.roles());
                    return new Result.Done(id, Optional.empty());
                },
                result -> changed(id, purpose, outcome(result, "changed")).with("roles", names(form.roles())));
    }

    Result apply(AccountRules.Change change, UUID id, String purpose) {
        UUID asker = me().account();
        Result result = desk.audited(
                () -> repository
                        .find(id)
                        .map(account -> AccountRules.refusal(change, asker, account)
                                .<Result>map(sentence -> new Result.Refused("change", sentence))
                                .orElseGet(() -> applied(change, account)))
                        .orElseGet(Result.NotThere::new),
                done -> changed(id, purpose, outcome(done, change.name())));
        if (!(result instanceof Result.Done)) {
            return result;
        }
        return switch (change) {
            case DISABLE, ENABLE -> result;
            case NEW_LINK -> new Result.Done(id, Optional.of(links.make(kind(id), id)));
            case DROP_FACTOR -> {
                signInDesk.inTransaction(() -> {
                    credentials.dropFactor(id);
                    credentials.endOtherSessions(id, "");
                    return id;
                });
                yield result;
            }
        };
    }

    List<Account> locked(String purpose) {
        return desk.audited(
                () -> repository.locked(MOST_LOCKED),
                found -> Entry.of(Act.CONSULTATION, SUBJECT, purpose)
                        .about(found.stream()
                                .map(account -> account.id().toString())
                                .toList())
                        .showing(List.of("name", "locked until")));
    }

    boolean unlock(UUID id, String purpose) {
        return desk.audited(
                () -> repository.unlock(id), done -> changed(id, purpose, done ? "unlocked" : "was not locked"));
    }

    Optional<String> addTeam(String name, String purpose) {
        return team(name, () -> repository.addTeam(me().organisation(), name.strip()), purpose);
    }

    Optional<String> renameTeam(UUID id, String name, String purpose) {
        return team(name, () -> repository.renameTeam(id, name.strip()), purpose);
    }

    Map<Role, Boolean> factorRequired(String purpose) {
        return desk.audited(
                Entry.of(Act.CONSULTATION, "second factor", purpose),
                () -> repository.factorRequired(me().organisation()));
    }

    void requireFactor(Set<Role> roles, String purpose) {
        UUID organisation = me().organisation();
        desk.audited(
                () -> {
                    for (Role role : Role.values()) {
                        repository.requireFactor(organisation, role, roles.contains(role));
                    }
                    return roles;
                },
                done -> Entry.of(Act.ADMINISTRATION, "second factor", purpose).with("roles", names(roles)));
    }

    private Optional<String> team(String name, java.util.function.Supplier<Object> work, String purpose) {
        if (name.isBlank() || name.strip().length() > LONGEST_TEAM) {
            return Optional.of("Enter a name for the team, of at most " + LONGEST_TEAM + " characters");
        }
        try {
            desk.audited(Entry.of(Act.ADMINISTRATION, TEAM, purpose), work);
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            return Optional.of("There is a team of that name already");
        }
    }

    private Result applied(AccountRules.Change change, Account account) {
        switch (change) {
            case DISABLE -> {
                repository.setState(account.id(), AccountState.DISABLED);
                repository.endSessions(account.id());
            }
            case ENABLE -> repository.setState(account.id(), AccountRules.enabled(account));
            case NEW_LINK, DROP_FACTOR -> {
                // Done by sign-in's own role, once this has been entered.
            }
        }
        return new Result.Done(account.id(), Optional.empty());
    }

    private LinkKind kind(UUID id) {
        return desk.unaudited("part of what has just been entered", () -> repository.find(id))
                .filter(account -> account.state() == AccountState.INVITED)
                .map(invited -> LinkKind.INVITATION)
                .orElse(LinkKind.RESET);
    }

    private static Optional<Result> wrong(Form form) {
        if (!OneTimeLinks.isName(form.name())) {
            return Optional.of(new Result.Refused("name", "Enter the person's name"));
        }
        if (!OneTimeLinks.isAddress(form.email())) {
            return Optional.of(new Result.Refused("email", "Enter an e-mail address, like name@example.police.uk"));
        }
        return form.roles().isEmpty()
                ? Optional.of(new Result.Refused("roles", "Choose at least one role"))
                : Optional.empty();
    }

    private Actor me() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }

    private static String outcome(Result result, String done) {
        return switch (result) {
            case Result.Done ignored -> done;
            case Result.Refused ignored -> "refused";
            case Result.NotThere ignored -> "not there";
        };
    }

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    private static Entry looked(UUID id, String purpose) {
        return Entry.of(Act.CONSULTATION, SUBJECT, purpose)
                .about(List.of(id.toString()))
                .showing(List.of("name", "email", "state", "roles", TEAM, "second factor", "last signed in"));
    }

    private static Entry changed(UUID id, String purpose, String outcome) {
        return Entry.of(Act.ADMINISTRATION, SUBJECT, purpose)
                .about(List.of(id.toString()))
                .with("outcome", outcome);
    }
}
