/**
 * Every look and every change, kept so that it can be proved.
 *
 * <p><em>act → entry, in the act's own transaction → seal → anchor outside the database → {@code frith audit verify}</em>
 *
 * <p>Promises: no entry, no page; entries can be added and never changed; a batch is sealed as soon as no running
 * transaction can still add to it, chained to the seal before it, and its digest is written where the database can't
 * reach it. Keeps the former versions of what people work on. Refuses to hold the values that were shown: those live
 * in history, where disposal reaches them.
 *
 * <p>Source: Data Protection Act 2018, section 62 (logging of collection, alteration, consultation, disclosure,
 * combination and erasure).
 */
@ApplicationModule(
        id = "audit",
        displayName = "Audit",
        allowedDependencies = {"commands"})
@NullMarked
package uk.frith.platform.foundation.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
