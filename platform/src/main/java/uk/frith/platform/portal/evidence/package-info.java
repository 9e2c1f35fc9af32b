/**
 * What the public sends along: photos, sound and films, registered the moment they come.
 *
 * <p><em>a file is sent → its type is read from its content and its digest taken → kept with the report → scanned for viruses,
 * where there is a scanner → opened by a person within the promise; or it stands late before its owner, the supervisor and
 * the one who sent it</em>
 *
 * <p>Promises that a file which was taken is in the next backup; that each is shown with whether it was scanned, and none is
 * called clean that wasn't; that a file nobody has opened is late for everybody to see. Refuses a file that isn't what its name
 * says, what is neither picture nor sound nor film, and what is too large, each with its reason; and hands out nothing in which
 * a virus was found.
 *
 * <p>Sources: ClamAV manual, clamd's INSTREAM command; Criminal Procedure and Investigations Act 1996, code of practice
 * (material is recorded and retained from the moment it comes).
 */
@ApplicationModule(
        id = "evidence",
        displayName = "Evidence",
        allowedDependencies = {"audit", "pages", "identity", "deadlines", "recording", "portal"})
@NullMarked
package uk.frith.platform.portal.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
