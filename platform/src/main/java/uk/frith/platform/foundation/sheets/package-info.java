/**
 * Sheets: small CSV files that people bring in by a page, each for one purpose that a later chapter names.
 *
 * <p><em>a file with its source and its day → its header checked → row by row sound or refused → the sound ones go to the
 * chapter whose they are, the refused ones are kept</em>
 *
 * <p>Promises that one bad row costs that row alone; that each refused row is kept with its line, its field and a reason, and
 * can be downloaded; that where figures come from, and of which day they are, is kept with each file. Refuses a file with
 * another header, one that is too large, and one without a source or a day.
 *
 * <p>A later chapter names its kinds of sheet, with the roles that may bring one in, in its own migration.
 */
@ApplicationModule(
        id = "sheets",
        displayName = "Sheets",
        allowedDependencies = {"audit", "pages", "identity", "files"})
@NullMarked
package uk.frith.platform.foundation.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
