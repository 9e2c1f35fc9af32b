@NullMarked
package uk.frith.platform.understanding.prevalence;

import org.jspecify.annotations.NullMarked;
