package uk.frith.platform.foundation.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry as it stands in the audit.
 *
 * @param id its number, which grows
 * @param at when
 * @param actor the account that acted
 * @param entry what was entered
 */
public record AuditedEntry(long id, Instant at, UUID actor, Entry entry) {}
