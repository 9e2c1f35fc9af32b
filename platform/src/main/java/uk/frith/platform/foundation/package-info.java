/** Room: who may see what, and the record of who did. A namespace only; its chapters are the modules. */
@org.jspecify.annotations.NullMarked
package uk.frith.platform.foundation;
