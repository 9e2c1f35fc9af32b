package uk.frith.platform.foundation.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;

/** Lets a police force's administrator begin a partner organisation; from then on its own administrator looks after it. */
@Service
class Partners {

    private final LinkRepository repository;
    private final OneTimeLinks links;
    private final SignInDesk signInDesk;
    private final CurrentSession current;
    private final Desk desk;
    private final AccountRepository accounts;

    Partners(
            LinkRepository repository,
            OneTimeLinks links,
            SignInDesk signInDesk,
            CurrentSession current,
            Desk desk,
            AccountRepository accounts) {
        this.repository = repository;
        this.links = links;
        this.signInDesk = signInDesk;
        this.current = current;
        this.desk = desk;
        this.accounts = accounts;
    }

    /** What is asked of a partner organisation and of its first administrator. */
    record Form(String organisation, Optional<OrganisationKind> kind, String name, String email) {
        @Override
        public String toString() {
            return "Form";
        }
    }

    /** Whether the asker's organisation is a police force: only a force brings partners in. */
    boolean mayBegin(String purpose) {
        UUID own = me().actor().organisation();
        return desk.audited(Entry.of(Act.CONSULTATION, "organisation", purpose), () -> accounts.isForce(own));
    }

    /** Begins the organisation; gives the invitation of its administrator, or what is wrong. */
    Accounts.Result begin(Form form, String purpose) {
        Optional<Accounts.Result> wrong = wrong(form);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (!mayBegin(purpose)) {
            return new Accounts.Result.Refused("organisation", "Only a police force's administrator adds partners");
        }
        OrganisationKind kind = form.kind().orElseThrow();
        try {
            UUID account = signInDesk.asHolder(
                    me().token(),
                    () -> repository.addAccount(
                            repository.addOrganisation(form.organisation().strip(), kind, null, true),
                            form.name().strip(),
                            SignInRules.address(form.email()),
                            Role.ADMINISTRATOR,
                            false),
                    id -> Entry.of(Act.ADMINISTRATION, "organisation", purpose)
                            .about(List.of(id.toString()))
                            .with("kind", kind.name()));
            return new Accounts.Result.Done(account, Optional.of(links.make(LinkKind.INVITATION, account)));
        } catch (DuplicateKeyException e) {
            return new Accounts.Result.Refused(
                    "organisation", "There is an organisation or an account of that name already");
        }
    }

    private static Optional<Accounts.Result> wrong(Form form) {
        if (!OneTimeLinks.isName(form.organisation())) {
            return Optional.of(new Accounts.Result.Refused("organisation", "Enter the organisation's name"));
        }
        if (form.kind().filter(kind -> kind != OrganisationKind.SYSTEM).isEmpty()) {
            return Optional.of(new Accounts.Result.Refused("kind", "Choose what kind of organisation it is"));
        }
        if (!OneTimeLinks.isName(form.name())) {
            return Optional.of(new Accounts.Result.Refused("name", "Enter the person's name"));
        }
        return OneTimeLinks.isAddress(form.email())
                ? Optional.empty()
                : Optional.of(
                        new Accounts.Result.Refused("email", "Enter an e-mail address, like name@example.gov.uk"));
    }

    private CurrentSession.Holder me() {
        return current.current()
                .orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
