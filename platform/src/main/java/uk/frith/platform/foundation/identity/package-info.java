/**
 * Who is asking, and what may they see.
 *
 * <p><em>sign-in → session token → desk → first wall (role and permission) → second wall (row-level security by the
 * token)</em>
 *
 * <p>Promises: nothing is shown without a permission that the policy table grants and an entry in the audit; the
 * database finds out for itself who asks, from a token that it alone can trace. Refuses to say whether somebody has an
 * account, and lets nobody but sign-in's own database role open a session.
 *
 * <p>Sources: NIST SP 800-63B (passwords, throttling, second factor); RFC 9106 (Argon2); RFC 6238 (TOTP); Data
 * Protection Act 2018, sections 40 and 62.
 */
@ApplicationModule(
        id = "identity",
        displayName = "Identity",
        allowedDependencies = {"commands", "audit", "pages"})
@NullMarked
package uk.frith.platform.foundation.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
