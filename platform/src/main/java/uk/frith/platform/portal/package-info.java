/** The public's door: those outside tell, ask and are told here. Only a namespace; its chapters are the modules. */
@NullMarked
package uk.frith.platform.portal;

import org.jspecify.annotations.NullMarked;
