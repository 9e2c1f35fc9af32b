package uk.frith.platform.foundation.identity;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.frith.platform.foundation.audit.AuditTrail;
import uk.frith.platform.foundation.audit.Entry;

/** The desk of sign-in's own database role: what it does is entered in the audit as well, in the same transaction. */
@Component
class SignInDesk {

    // language=postgresql
    private static final String PRESENT_THE_TOKEN = "select set_config('frith.token', ?, true)";

    /** The service's session begins and ends within one transaction, so this is never reached. */
    private static final Duration ONE_TRANSACTION = Duration.ofMinutes(5);

    private final JdbcClient signIn;
    private final TransactionTemplate transaction;
    private final SessionRepository sessions;
    private final AuditTrail audit;
    private final Tokens tokens;

    SignInDesk(SignInDatabase signIn, SessionRepository sessions, AuditTrail audit, Tokens tokens) {
        this.signIn = signIn.jdbc();
        this.transaction = signIn.transaction();
        this.sessions = sessions;
        this.audit = audit;
        this.tokens = tokens;
    }

    /** Does the work and enters it under sign-in's own name: nobody has signed in yet. */
    <T> T audited(Supplier<T> work, Function<? super T, Entry> entry) {
        return inTransaction(() -> {
            String token = tokens.make();
            sessions.open(token, ServiceActor.SIGN_IN.account(), null, ONE_TRANSACTION, ONE_TRANSACTION);
            present(token);
            T done = work.get();
            audit.write(signIn, entry.apply(done));
            sessions.end(token);
            return done;
        });
    }

    /** Does the work and enters it under the name of whoever holds the token; the work itself may open the session. */
    <T> T asHolder(String token, Supplier<T> work, Function<? super T, Entry> entry) {
        return inTransaction(() -> {
            present(token);
            T done = work.get();
            audit.write(signIn, entry.apply(done));
            return done;
        });
    }

    /** Work that is a step of something that will be entered. */
    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void present(String token) {
        signIn.sql(PRESENT_THE_TOKEN).param(token).query((row, n) -> 0).single();
    }
}
