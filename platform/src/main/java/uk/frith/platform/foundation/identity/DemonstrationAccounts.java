package uk.frith.platform.foundation.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;

/**
 * The people of the pretend town: one of each role, with a password that the launcher shows. They exist only where the
 * demonstration made them, and a site that has them doesn't serve for real work.
 */
@Service
public class DemonstrationAccounts {

    /** Shown to anybody who starts the demonstration, so it guards nothing. */
    private static final String PASSWORD = "three frith kettles";

    private static final String POLICE = "Frithshire Police";
    private static final String COUNCIL = "Frithshire Council";
    private static final String SLUG = "frithshire";

    private final LinkRepository repository;
    private final SignInRepository credentials;
    private final SignInDesk desk;
    private final Passwords passwords;

    DemonstrationAccounts(
            LinkRepository repository, SignInRepository credentials, SignInDesk desk, Passwords passwords) {
        this.repository = repository;
        this.credentials = credentials;
        this.desk = desk;
        this.passwords = passwords;
    }

    /**
     * A sign-in of the demonstration.
     *
     * @param role the role's title
     * @param organisation the pretend organisation
     */
    public record SignIn(String role, String organisation, String email, String password) {}

    /** Whether this database is a demonstration's. */
    public boolean exist() {
        return repository.demonstrationExists();
    }

    /** Makes them, if they aren't there; gives one sign-in for each role, in the order of the roles. */
    public List<SignIn> make() {
        if (!exist()) {
            String hash = passwords.hash(PASSWORD);
            desk.audited(
                    () -> {
                        makeAll(hash);
                        return hash;
                    },
                    made -> Entry.of(Act.ADMINISTRATION, "account", "to show Frith with pretend people"));
        }
        List<SignIn> signIns = new ArrayList<>();
        for (Role role : Role.values()) {
            signIns.add(new SignIn(role.title(), role == Role.PARTNER ? COUNCIL : POLICE, email(role), PASSWORD));
        }
        return List.copyOf(signIns);
    }

    private void makeAll(String hash) {
        UUID police = repository.addOrganisation(POLICE, OrganisationKind.POLICE, SLUG, false);
        UUID council = repository.addOrganisation(COUNCIL, OrganisationKind.COUNCIL, null, false);
        for (Role role : Role.values()) {
            UUID account = repository.addAccount(
                    role == Role.PARTNER ? council : police, "Example " + role.title(), email(role), role, true);
            credentials.keepPassword(account, hash);
            repository.activate(account);
        }
    }

    static String email(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '.')
                + (role == Role.PARTNER ? "@council.frithshire.example" : "@police.frithshire.example");
    }
}
