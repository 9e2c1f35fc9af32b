/**
 * Reconciliation: whether the crimes that Frith knows of and those in the force's crime system are the same.
 *
 * <p><em>an export of the crime system → each crime held against Frith's by its reference → what is missing or differs →
 * settled with a reason</em>
 *
 * <p>Promises that each crime of either side stands in one group and only one; that a difference is worked out anew each time
 * it is looked at, so that what was put right is gone by itself; that what was settled with a reason stays settled in the next
 * export unless it has become another difference. Refuses to alter a crime on either side, and to show somebody who reads an
 * account blind what its crimes are.
 *
 * <p>Sources: HMICFRS, The policing response to antisocial behaviour (October 2024), recommendation 1; Home Office Crime
 * Recording Rules, on audit and on cancelled crimes.
 */
@ApplicationModule(
        id = "reconciliation",
        displayName = "Reconciliation",
        allowedDependencies = {"audit", "pages", "identity", "sheets"})
@NullMarked
package uk.frith.platform.reports.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
