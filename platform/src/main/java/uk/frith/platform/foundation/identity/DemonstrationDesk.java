package uk.frith.platform.foundation.identity;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;

/** Lets the pretend people work in sessions of their own: what they do is bound and entered as what anybody does. */
@Service
public class DemonstrationDesk {

    private final DemonstrationAccounts accounts;
    private final SignInRepository credentials;
    private final SignInDesk signIn;
    private final SessionRepository sessions;
    private final CurrentSession current;
    private final Tokens tokens;
    private final IdentitySettings settings;

    DemonstrationDesk(
            DemonstrationAccounts accounts,
            SignInRepository credentials,
            SignInDesk signIn,
            SessionRepository sessions,
            CurrentSession current,
            Tokens tokens,
            IdentitySettings settings) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.signIn = signIn;
        this.sessions = sessions;
        this.current = current;
        this.tokens = tokens;
        this.settings = settings;
    }

    /**
     * Does the work as the pretend person of a role, in a session that ends with it.
     *
     * @throws IllegalStateException where there is no demonstration
     */
    public <T> T as(Role role, Supplier<T> work) {
        if (!accounts.exist()) {
            throw new IllegalStateException("Pretend people work in a demonstration only.");
        }
        UUID account = credentials
                .candidate(DemonstrationAccounts.email(role))
                .orElseThrow(() -> new IllegalStateException("The demonstration has nobody who is " + role + "."))
                .account();
        String token = tokens.make();
        signIn.asHolder(
                token,
                () -> {
                    sessions.open(token, account, null, settings.idle(), settings.longest());
                    return account;
                },
                opened -> Entry.of(Act.SIGN_IN, "account", "to show Frith with pretend people")
                        .about(List.of(opened.toString())));
        try {
            Actor actor = sessions.arrive(token)
                    .orElseThrow(() -> new IllegalStateException("The session of a pretend person didn't open."));
            return current.working(new CurrentSession.Holder(token, actor), work);
        } finally {
            sessions.end(token);
        }
    }

    /**
     * Whoever works now.
     *
     * @throws IllegalStateException outside of what {@link #as} does
     */
    public Actor actor() {
        return current.current()
                .map(CurrentSession.Holder::actor)
                .orElseThrow(() -> new IllegalStateException("Only a pretend person plays this."));
    }
}
