package uk.frith.platform.foundation.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the audit: writes an entry in the transaction of the act that it tells of. */
@Service
public class AuditTrail {

    /** More at once is an extract, not a page. */
    public static final int MOST_ENTRIES = 200;

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

    /** Entries of the reader's organisation, newest first; nothing to anybody who isn't an auditor. */
    public List<AuditedEntry> entries(AuditQuery query, int most) {
        if (most < 1 || most > MOST_ENTRIES) {
            throw new IllegalArgumentException("From 1 to " + MOST_ENTRIES + " entries can be read at once.");
        }
        return repository.entries(query, most);
    }

    /** The kinds of things that the newest ten thousand entries are about. */
    public List<String> subjects() {
        return repository.subjects();
    }

    /**
     * How a record stood before, newest first; nothing to anybody who isn't an auditor or an administrator.
     *
     * @param relation schema and table, as {@code identity.account}
     * @param record its id
     */
    public List<FormerVersion> history(String relation, String record) {
        return repository.history(relation, record, MOST_ENTRIES);
    }
}
