/** The service: a modular application whose rooms are namespaces and whose chapters are its modules. */
@org.jspecify.annotations.NullMarked
package uk.frith.platform;
