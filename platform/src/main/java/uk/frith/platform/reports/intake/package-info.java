/**
 * Files of others, taken in as they were published: the street and stop-and-search files of data.police.uk.
 *
 * <p><em>file → kind by its header, month and series by its name → rows, counts and refusals in one transaction → a
 * version that is current until another takes its place → prevalence</em>
 *
 * <p>Promises that a file is stored whole or not at all; that the same file twice changes nothing; that a new file for
 * the same series and month takes the old one's place and the old one is kept, so that every figure can be computed
 * again as of its data version; that a refused row is kept with its line, field, value and reason and stops nothing.
 * Identical rows are separate incidents, since places and times are coarsened before publication; a crime's identifier
 * may stand on several rows and is no key. Refuses to turn open data into a force's own incidents: it is a source of
 * its own.
 *
 * <p>A file's name says its month and series, as {@code 2021-03-lancashire-street.csv}. A series is a whole force's when
 * its slug is that of the force in its rows; otherwise it is a part and takes the place of nothing but itself.
 *
 * <p>Source: the downloads of data.police.uk and their description there (Open Government Licence v3.0).
 */
@ApplicationModule(
        id = "intake",
        displayName = "Intake",
        allowedDependencies = {"commands", "audit", "identity", "pages", "places", "files"})
@NullMarked
package uk.frith.platform.reports.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
