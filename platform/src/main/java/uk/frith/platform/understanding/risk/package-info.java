/**
 * Harm and vulnerability, from first contact to closure: the victim risk assessment.
 *
 * <p><em>a call, with answers to a few questions → IncidentRecorded → an assessment that is owed or unfinished → every
 * question, a score, a band → assessed again at each trigger, reviewed by a supervisor → assessed for closing → closed</em>
 *
 * <p>Promises that the questions, answers, scores and bands are data with a version, a day and a source, and that each
 * assessment keeps the version that it was made with; that nothing is overwritten, so that each assessment shows what changed
 * since the one before; that an unfinished assessment has no score and a clock; that a personal incident isn't closed until
 * the risk has been assessed for closing. Refuses to decide: whoever assesses may judge otherwise and says why, but lower
 * than was found only as a supervisor.
 *
 * <p>Sources: HMICFRS, The policing response to antisocial behaviour (October 2024): risks assessed from first contact to
 * closure; College of Policing, vulnerability-related risks: tools inform judgement and don't replace it; ASB Help, Focus on
 * the Victim (2011 trials of call handling by harm). The matrix as shipped is Frith's reconstruction and not verified.
 */
@ApplicationModule(
        id = "risk",
        displayName = "Risk",
        allowedDependencies = {"audit", "pages", "identity", "deadlines", "recording", "calls"})
@NullMarked
package uk.frith.platform.understanding.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
