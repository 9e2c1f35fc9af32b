package uk.frith.platform.foundation.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the audit: writes an entry in the transaction of the act that it tells of. */
@Service
public class AuditTrail {

    private final AuditRepository repository;

    AuditTrail(AuditRepository repository) {
        this.repository = repository;
    }

    /**
     * Writes an entry. The database adds who, for which organisation and when.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction: an entry that
     *     could commit without its act would be a lie
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Entry entry) {
        repository.insert(entry);
    }

    /**
     * Writes an entry as another of the database's roles than the application's: sign-in has its own. The caller's
     * transaction on that connection is the entry's.
     */
    public void write(JdbcClient connection, Entry entry) {
        repository.insert(connection, entry);
    }
}
