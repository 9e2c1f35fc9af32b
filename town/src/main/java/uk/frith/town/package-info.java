/** The pretend town: seeded places and incidents with known truth. Pure Java, no dependency. */
@org.jspecify.annotations.NullMarked
package uk.frith.town;
