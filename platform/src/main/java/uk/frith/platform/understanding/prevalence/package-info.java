/**
 * How much, where, when, and for whom.
 *
 * <p><em>question in an address → counts by area and month → figures → sentences, tables and pictures</em>
 *
 * <p>Promises: every figure stands with its interval and with what it covers; the same link gives the same figures,
 * since it names the versions of data and places; a month without data is said, never counted as nought. Refuses to
 * compare what isn't there on both sides, to give a rate without residents, to look for hot areas among fewer than 30,
 * and to add up sources.
 *
 * <p>Sources: HMICFRS, The policing response to antisocial behaviour (2024); Crime Survey for England and Wales; Getis
 * and Ord (1992, 1995); Benjamini and Hochberg (1995); Marshall (1991); Spiegelhalter (2005).
 */
@ApplicationModule(
        id = "prevalence",
        displayName = "Prevalence",
        allowedDependencies = {"commands", "audit", "pages", "identity", "places", "intake"})
@NullMarked
package uk.frith.platform.understanding.prevalence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
