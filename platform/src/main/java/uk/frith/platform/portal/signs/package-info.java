/**
 * Codes at places: a gate, a stile, a bus shelter asks whoever passes how it is there.
 *
 * <p><em>staff make a code for a place → print its sheet → somebody reads it → says how it is, or reports something that knows
 * its place already, or texts the code → staff see the answers and how the code fares → whoever reads it next sees what
 * happened since</em>
 *
 * <p>Promises that reading a code or answering it keeps nothing of whoever did; that a code which is flooded, silent or
 * damaged says so; that small numbers aren't shown to everybody; that what people said is told to a partner organisation as
 * somebody looked at it and sent it, to that partner alone. Refuses to let a flood of answers drown what others said.
 *
 * <p>Sources: HMICFRS, The policing response to antisocial behaviour (October 2024), on codes at gates and stiles; ISO/IEC
 * 18004 (QR codes); ISO 14289-1 (PDF/UA).
 */
@ApplicationModule(
        id = "signs",
        displayName = "Signs",
        allowedDependencies = {"audit", "pages", "identity", "sheets", "places", "portal"})
@NullMarked
package uk.frith.platform.portal.signs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
