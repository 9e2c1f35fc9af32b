/**
 * What a command of {@code ./frith} is: its name, its arguments, where it writes and how it ends.
 *
 * <p><em>arguments → command → data on standard output, news on standard error, an exit status</em>
 *
 * <p>Promises that standard output carries data and nothing else, and that a wrong argument is answered by a sentence.
 * Refuses to know any command: chapters bring their own, and the launcher finds them.
 *
 * <p>The statuses and the division of the two outputs follow the conventions of POSIX utilities (IEEE 1003.1, XCU 1.4);
 * status 3, "done, but some rows were refused", is Frith's own.
 */
@ApplicationModule(
        id = "commands",
        displayName = "Commands",
        allowedDependencies = {})
@NullMarked
package uk.frith.platform.foundation.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
