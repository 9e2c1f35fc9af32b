/** Where, when, did it work: rates, hotspots, near repeats, evaluation. Pure Java, no dependency. */
@org.jspecify.annotations.NullMarked
package uk.frith.patterns;
