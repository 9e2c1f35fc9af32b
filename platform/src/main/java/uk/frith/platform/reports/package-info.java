/** We hear about it: what is recorded, and what is taken in. */
@NullMarked
package uk.frith.platform.reports;

import org.jspecify.annotations.NullMarked;
