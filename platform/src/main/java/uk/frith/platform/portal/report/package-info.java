/**
 * The public's door: somebody tells what happened, in their own words, with or without a name, and is heard, asked and told.
 *
 * <p><em>a first page that turns emergencies to 999 → why somebody comes → one question a page, kept as a draft → answers
 * checked, and seen as others will see them → sent, and recorded as an incident by the same rules as a call → code and secret
 * open it again, to ask and to tell</em>
 *
 * <p>Promises that nothing which was typed is lost with a session; that a report is recorded once, whatever fails on the way;
 * that a grade follows from what is told and never from the way of telling; that a crowd at one address is slowed and shown
 * its place in the line, and nobody is dropped. Refuses to ask for a name; to keep a secret that it could be made to tell; to
 * open a report to anybody but its reporter and the force that deals with it. Every string that the public reads stands in a
 * catalogue.
 *
 * <p>Sources: GOV.UK Design System, question pages, check answers, exit this page; HMICFRS, The policing response to
 * antisocial behaviour (October 2024), on ways to report; National Standard for Incident Recording 2011.
 */
@ApplicationModule(
        id = "portal",
        displayName = "Portal",
        allowedDependencies = {"audit", "pages", "identity", "places", "deadlines", "recording"})
@NullMarked
package uk.frith.platform.portal.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
