/**
 * Everything that is due: to whom, by when, and to whom it goes when it isn't done.
 *
 * <p><em>a duty begins → its period of that day gives warning, end and escalation → it is met or cancelled; or its end
 * passes, and it stands before somebody else as well</em>
 *
 * <p>Promises: one mechanism for every duty in the service; a duty begun is a row in the database in the transaction of
 * what caused it, so no restart forgets it; how long a duty may take is effective-dated data with its source, which an
 * organisation can change from a day on; a late duty is escalated once, whoever notices first; a duty that was met late
 * says so for ever. Refuses to say in its rows what a duty is about: kind, reference and a path, never a person's name.
 *
 * <p>A later chapter names its kinds of duty and their shipped periods in its own migration.
 */
@ApplicationModule(
        id = "deadlines",
        displayName = "Deadlines",
        allowedDependencies = {"audit", "pages", "identity"})
@NullMarked
package uk.frith.platform.foundation.deadlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
