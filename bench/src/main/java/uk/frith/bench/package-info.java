/** Benchmarks, each side by side with a peer or a physical limit, in one run on one machine. */
@org.jspecify.annotations.NullMarked
package uk.frith.bench;
