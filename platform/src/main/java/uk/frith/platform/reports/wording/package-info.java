/**
 * Words that make antisocial behaviour smaller than it is.
 *
 * <p><em>a text is saved → read with the force's own rules → its writer is asked, with the words shown → they write it anew
 * or keep it with one press → how often, by team, and what was kept</em>
 *
 * <p>Promises that nobody is stopped: one press keeps the words; that which words count is data of the rule book; that
 * teams are compared only from ten texts on. Refuses to show who wrote what was kept.
 *
 * <p>Source: HMICFRS, The policing response to antisocial behaviour (October 2024), on phrases such as "just antisocial
 * behaviour".
 */
@ApplicationModule(
        id = "wording",
        displayName = "Wording",
        allowedDependencies = {"audit", "pages", "identity", "rulebook"})
@NullMarked
package uk.frith.platform.reports.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
