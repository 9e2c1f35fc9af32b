/**
 * Training: which courses an organisation requires of whom, who has taken which when, and who is due or has let one lapse.
 *
 * <p><em>a course for roles, good for so many months → somebody takes it → it nears its end → a duty in their worklist → taken
 * again</em>
 *
 * <p>Promises that nobody is asked for a course that none of their roles requires; that a course taken late is due from the
 * day it lapsed and not from the day somebody looked; that whoever must take one sees it in their own worklist. Refuses to
 * let people enter courses for themselves, and to judge anybody by them: it says what was taken and when.
 *
 * <p>Sources: HMICFRS, The policing response to antisocial behaviour (October 2024), recommendation 2: by 30 September 2025,
 * people trained to identify and record antisocial behaviour at the first report.
 */
@ApplicationModule(
        id = "training",
        displayName = "Training",
        allowedDependencies = {"audit", "pages", "identity", "sheets", "deadlines"})
@NullMarked
package uk.frith.platform.foundation.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
