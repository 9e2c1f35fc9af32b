/**
 * What antisocial behaviour does to each person: what they want and were told, how they are harmed, whether they are
 * vulnerable, where they live and who can help.
 *
 * <p><em>somebody who is concerned in an incident → asked → harm, vulnerability, home → landlord brought in, support offered
 * → told what was done</em>
 *
 * <p>Promises one published meaning of vulnerable, shown wherever the question is asked; that a business can be a victim and
 * closing down is a harm; that whoever suffers without a crime is offered a service that takes them; that two people who
 * change one record see both values. Refuses to show what people say about their age, sex, ethnicity or disability beside
 * their name: it is shown as figures, and small ones not at all.
 *
 * <p>Sources: College of Policing, vulnerability-related risks (the definition); Anti-social Behaviour, Crime and Policing
 * Act 2014, section 2 (the limb of housing); HMICFRS, The policing response to antisocial behaviour (October 2024); Equality
 * Act 2010, section 149.
 */
@ApplicationModule(
        id = "victims",
        displayName = "Victims",
        allowedDependencies = {"audit", "pages", "identity", "sheets", "deadlines", "recording"})
@NullMarked
package uk.frith.platform.reports.victims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
