/**
 * Asking and telling: the force and whoever told it something online speak with each other, with a name or without.
 *
 * <p><em>a report is with its force → staff ask → code and secret open it → the reporter reads, answers, adds, hides → what was
 * written is read within the promise</em>
 *
 * <p>Promises that an anonymous reporter can be asked and told; that they see how far it is and whether what they sent was
 * opened; that they see what others will see, and can hide words at any time; that a report which is thought malicious is
 * marked and answered to, and none is turned away; that whoever was reported answers in their own words and learns nothing
 * but what staff put to them. Digital reports stand in a list with their grades beside those of calls.
 *
 * <p>Sources: HMICFRS, The policing response to antisocial behaviour (October 2024), on telling victims; Code of Practice for
 * Victims of Crime in England and Wales, right 6.
 */
@ApplicationModule(
        id = "dialogue",
        displayName = "Dialogue",
        allowedDependencies = {"audit", "pages", "identity", "deadlines", "recording", "wording", "portal", "evidence"})
@NullMarked
package uk.frith.platform.portal.dialogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
