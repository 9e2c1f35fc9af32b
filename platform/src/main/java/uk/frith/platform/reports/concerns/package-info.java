/**
 * What stands behind a report: who suffers again, who is vulnerable, who is targeted; which household reports again and
 * again; and which family's trouble or abuse is called antisocial behaviour.
 *
 * <p><em>IncidentRecorded → read beside the other reports of the same people and home → concerns with their reasons → a
 * question to a supervisor that holds up the closing until it is answered in words</em>
 *
 * <p>Promises that the signs are there with the first look at the incident, since they are found in the transaction that
 * records it; that each says why; that from how many reports on is effective-dated data with its source. Refuses to decide
 * that there is abuse: it asks, and a person answers.
 *
 * <p>Source: HMICFRS, The policing response to antisocial behaviour (October 2024): repeat, vulnerable and personally
 * targeted victims, and repeat calls first recorded as antisocial behaviour behind which stood abuse in the family.
 */
@ApplicationModule(
        id = "concerns",
        displayName = "Concerns",
        allowedDependencies = {"audit", "pages", "identity", "deadlines", "recording"})
@NullMarked
package uk.frith.platform.reports.concerns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
