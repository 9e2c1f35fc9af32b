/**
 * Exchange with the systems of partners: what they send, what they may know of it, and the register of the partners
 * themselves.
 *
 * <p><em>a partner's system, by its key → Open311 or JSON → checked field by field → recorded through the door of
 * recording → its standing told back</em>
 *
 * <p>Promises that the same report under the same reference is one incident however often it is sent; that a report with
 * other words under a known reference is refused and not swallowed; that each fault is told with its field; that whoever
 * sends too fast is told when to go on, and nothing is dropped in silence; that what came from a partner is read and graded
 * by the rules of a call. Refuses whoever has no key, a key that has ended, or a key for something else; shows a partner
 * its own reports and nobody else's, by the door and by row-level security behind it; keeps of a key a digest that the
 * application itself can't read.
 *
 * <p>Promises one tally of what was told to the police and to partners, in which each event counts once as far as anybody
 * said, with all reports beside it; nobody is named in it.
 *
 * <p>Sources: Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2), with the service request updates that FixMyStreet adds;
 * RFC 9457 (problem details), RFC 6585 (429), RFC 6901 (pointers to fields), OpenAPI 3.1; HMICFRS, The policing response to
 * antisocial behaviour (October 2024), on partners and on equal service by every channel.
 */
@ApplicationModule(
        id = "exchange",
        displayName = "Exchange",
        allowedDependencies = {"audit", "pages", "identity", "sheets", "places", "recording", "wording"})
@NullMarked
package uk.frith.platform.reports.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
