/**
 * Starts the house: the data folder, the database, the migrations, and then the application or one command.
 *
 * <p><em>arguments → data folder → database (embedded or given) → migrations as its owner → Spring → command or server</em>
 *
 * <p>Only the launcher knows which database it is and holds the owner's secret; the application is given two roles that
 * own nothing. Promises that a killed run hurts nothing: locks are the operating system's and go with their process, an
 * orphaned server is adopted, and the last one out stops it. Refuses a data folder of a newer version.
 */
@NullMarked
package uk.frith.platform.launcher;

import org.jspecify.annotations.NullMarked;
