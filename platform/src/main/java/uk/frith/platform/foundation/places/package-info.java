/**
 * Where things are, what lies in what, and who lives there: open figures about areas of England and Wales.
 *
 * <p><em>files → import, line by line → tables as the files state them → areas and neighbours → pages, and every chapter
 * that needs a denominator</em>
 *
 * <p>Promises: every figure keeps its year and the file it came from; files can come in any order; a broken line is kept
 * with its reason and never stops the others; the same file twice changes nothing. An area of 2011 is placed through its
 * areas of 2021, since districts of older lists have been abolished. Refuses to compare deprivation between indices.
 *
 * <p>Sources: Office for National Statistics (lookups, boundaries, population, Census 2021, National Statistics Postcode
 * Lookup); Ministry of Housing, Communities and Local Government (English Indices of Deprivation 2019 and 2025); Welsh
 * Government (Welsh Index of Multiple Deprivation 2019); Ordnance Survey, A guide to coordinate systems in Great Britain.
 */
@ApplicationModule(
        id = "places",
        displayName = "Places",
        allowedDependencies = {"commands", "files", "audit", "pages", "identity"})
@NullMarked
package uk.frith.platform.foundation.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
