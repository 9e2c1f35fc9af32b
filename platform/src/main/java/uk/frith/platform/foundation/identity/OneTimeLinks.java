package uk.frith.platform.foundation.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;

/** Links that work once: the first administrator's, invitations, and new passwords. */
@Service
class OneTimeLinks {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 254;

    private final LinkRepository repository;
    private final SignInRepository credentials;
    private final SignInDesk desk;
    private final Passwords passwords;
    private final Tokens tokens;

    OneTimeLinks(
            LinkRepository repository,
            SignInRepository credentials,
            SignInDesk desk,
            Passwords passwords,
            Tokens tokens) {
        this.repository = repository;
        this.credentials = credentials;
        this.desk = desk;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    /** How using a link ended. */
    sealed interface Use {
        record Done() implements Use {}

        /** Something in the form is wrong: which field, and a sentence. */
        record Wrong(String field, String sentence) implements Use {}

        /** The link has been used, withdrawn or is too old. */
        record Gone() implements Use {}
    }

    /**
     * What the first administrator fills in.
     *
     * @param organisation the police force's name
     * @param slug its name in open data files; empty when it isn't known
     */
    record First(String organisation, String slug, String name, String email, String password) {
        @Override
        public String toString() {
            return "First";
        }
    }

    /**
     * Makes a link for an account; earlier ones stop working. The caller has asked whether this may be done.
     *
     * @return the path within the service; it can't be shown again
     */
    String make(LinkKind kind, UUID account) {
        String token = tokens.make();
        return desk.inTransaction(() -> {
            repository.add(token, kind, account);
            return path(token);
        });
    }

    /** A link for the first administrator; empty when there is an administrator already. */
    Optional<String> makeFirst() {
        String token = tokens.make();
        return desk.audited(
                () -> {
                    repository.oneAtATime();
                    if (repository.administratorExists()) {
                        return Optional.<String>empty();
                    }
                    repository.add(token, LinkKind.FIRST_ADMINISTRATOR, null);
                    return Optional.of(path(token));
                },
                made -> entry(Optional.empty(), made.isPresent() ? "first link made" : "first link refused"));
    }

    Optional<LinkRepository.Link> find(String token) {
        return repository.find(token);
    }

    /** Sets the password of whoever was given the link. */
    Use choosePassword(String token, String password) {
        Optional<LinkRepository.Link> link = repository.find(token);
        if (link.isEmpty() || link.get().account().isEmpty()) {
            return new Use.Gone();
        }
        String email = link.get().email();
        Optional<String> problem = PasswordRules.problem(password, email);
        if (problem.isPresent()) {
            return new Use.Wrong("password", problem.get());
        }
        UUID account = link.get().account().get();
        String hash = passwords.hash(password);
        return desk.audited(
                () -> {
                    if (!repository.use(token)) {
                        return new Use.Gone();
                    }
                    credentials.keepPassword(account, hash);
                    credentials.forgetTries(Tokens.addressDigest(email));
                    credentials.endOtherSessions(account, "");
                    repository.activate(account);
                    return new Use.Done();
                },
                use -> entry(
                        Optional.of(account), use instanceof Use.Done ? "password set by link" : "link used too late"));
    }

    /** Names the organisation and makes its first administrator. */
    Use begin(String token, First first) {
        Optional<LinkRepository.Link> link = repository.find(token);
        if (link.isEmpty() || link.get().kind() != LinkKind.FIRST_ADMINISTRATOR) {
            return new Use.Gone();
        }
        Optional<Use> wrong = wrong(first);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        String hash = passwords.hash(first.password());
        try {
            return desk.audited(
                    () -> begun(token, first, hash),
                    use -> entry(
                            Optional.empty(),
                            use instanceof Use.Done ? "organisation begun" : "first link used too late"));
        } catch (DuplicateKeyException e) {
            return new Use.Wrong("organisation", "There is an organisation or an account of that name already");
        }
    }

    private Use begun(String token, First first, String hash) {
        repository.oneAtATime();
        if (repository.administratorExists() || !repository.use(token)) {
            return new Use.Gone();
        }
        String slug = first.slug().strip();
        UUID organisation = repository.addOrganisation(
                first.organisation().strip(), OrganisationKind.POLICE, slug.isEmpty() ? null : slug, true);
        UUID account = repository.addAccount(
                organisation, first.name().strip(), SignInRules.address(first.email()), Role.ADMINISTRATOR, false);
        credentials.keepPassword(account, hash);
        repository.activate(account);
        return new Use.Done();
    }

    private static Optional<Use> wrong(First first) {
        if (!isName(first.organisation())) {
            return Optional.of(new Use.Wrong("organisation", "Enter the name of your police force"));
        }
        if (!first.slug().isBlank() && !SLUG.matcher(first.slug().strip()).matches()) {
            return Optional.of(new Use.Wrong(
                    "slug", "Enter the force's name as in its open data files: small letters, figures and hyphens"));
        }
        if (!isName(first.name())) {
            return Optional.of(new Use.Wrong("name", "Enter your name"));
        }
        if (!isAddress(first.email())) {
            return Optional.of(new Use.Wrong("email", "Enter an e-mail address, like name@example.police.uk"));
        }
        return PasswordRules.problem(first.password(), first.email())
                .map(sentence -> new Use.Wrong("password", sentence));
    }

    static boolean isName(String typed) {
        return !typed.isBlank() && typed.strip().length() <= LONGEST_NAME;
    }

    static boolean isAddress(String typed) {
        String address = SignInRules.address(typed);
        return address.length() <= LONGEST_ADDRESS && ADDRESS.matcher(address).matches();
    }

    private static String path(String token) {
        return "/link/" + token;
    }

    private static Entry entry(Optional<UUID> account, String outcome) {
        return Entry.of(Act.ADMINISTRATION, "account", "to let somebody in by a one-time link")
                .about(account.map(id -> List.of(id.toString())).orElse(List.of()))
                .with("outcome", outcome);
    }
}
