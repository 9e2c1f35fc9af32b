/** We understand it: what the reports add up to. */
@NullMarked
package uk.frith.platform.understanding;

import org.jspecify.annotations.NullMarked;
