/**
 * Recording audits, which the field calls crime data integrity: whether what was recorded is what should have been.
 *
 * <p><em>a question about a period → a sample, by chance or by risk → each account read again, blind → expected against
 * recorded → findings that are put right or disputed, and what people learn from them</em>
 *
 * <p>Promises that nobody chooses what is sampled: the database draws the seed, and the whole frame is kept, so that the draw
 * can be repeated; that each incident's chance of being drawn is kept, so that a sample by risk still says something about
 * all; that a reader sees the account and nothing of what was made of it, on any page, until the reading is saved, and that
 * the database says which readings weren't blind; that nobody reads their own work; that every share has its interval, and
 * that below a stated minimum it says too few.
 *
 * <p>Refuses to show what was found before the reading of a sample is closed, to count a crime of another class as the one
 * that was expected, and to change a reading once it is saved.
 *
 * <p>Sources: HMICFRS, The policing response to antisocial behaviour (October 2024): 550 incidents read again, 103 crimes
 * recorded of 182 that should have been; Home Office Counting Rules, on crime data integrity audits; E. Wilson, JASA 22
 * (1927) 209–212; J. Cohen, Educational and Psychological Measurement 20 (1960) 37–46; H. Hartley and J. Rao, Annals of
 * Mathematical Statistics 33 (1962) 350–374 (sampling by weight); C. Franco and others, Journal of Survey Statistics and
 * Methodology 7 (2019) 334–364 (intervals of weighted shares).
 */
@ApplicationModule(
        id = "integrity",
        displayName = "Recording audit",
        allowedDependencies = {"audit", "pages", "identity", "sheets", "deadlines", "training", "recording"})
@NullMarked
package uk.frith.platform.reports.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
