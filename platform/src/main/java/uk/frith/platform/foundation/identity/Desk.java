package uk.frith.platform.foundation.identity;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.frith.platform.foundation.audit.AuditTrail;
import uk.frith.platform.foundation.audit.Entry;

/**
 * Where all work is done: each piece in one transaction that presents the asker's token to the database and ends with an
 * entry in the audit. What is shown has been audited and committed before its first byte leaves.
 */
@Service
public class Desk {

    // language=postgresql
    private static final String PRESENT_THE_TOKEN =
            "select set_config('frith.token', ?, true), set_config('frith.purpose', ?, true)";

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final CurrentSession session;

    Desk(PlatformTransactionManager transactions, JdbcClient jdbc, AuditTrail audit, CurrentSession session) {
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.audit = audit;
        this.session = session;
    }

    /** Does the work, enters it in the audit and commits both; neither stands without the other. */
    public <T> T audited(Entry entry, Supplier<T> work) {
        return audited(work, done -> entry);
    }

    /** As {@link #audited(Entry, Supplier)}, when the entry depends on what the work brought to light. */
    public <T> T audited(Supplier<T> work, Function<? super T, Entry> entry) {
        T result = transaction.execute(status -> {
            present("");
            T done = work.get();
            Entry told = entry.apply(done);
            audit.write(told);
            return done;
        });
        return java.util.Objects.requireNonNull(result);
    }

    /**
     * Work that shows nobody anything new and is therefore not entered: the progress of one's own job, say.
     *
     * @param reason why it needs no entry; for the reader of the code
     */
    public <T extends @Nullable Object> T unaudited(String reason, Supplier<T> work) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Work without an audit entry needs a reason.");
        }
        return transaction.execute(status -> {
            present(reason);
            return work.get();
        });
    }

    /** Whoever is at the desk now. */
    public Optional<Actor> actor() {
        return session.current().map(CurrentSession.Holder::actor);
    }

    private void present(String purpose) {
        String token = session.current().map(CurrentSession.Holder::token).orElse("");
        jdbc.sql(PRESENT_THE_TOKEN)
                .param(token)
                .param(purpose)
                .query((row, n) -> 0)
                .single();
    }
}
