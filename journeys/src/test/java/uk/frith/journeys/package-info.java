/** Frith used as a person uses it: the packaged product in a process of its own, seen through a real browser. */
@NullMarked
package uk.frith.journeys;

import org.jspecify.annotations.NullMarked;
