/**
 * What every page looks like and how it reaches the reader: layout, GOV.UK components, served files, security headers, error pages.
 *
 * <p><em>Controller of any chapter → view name and one {@code page} record → template, with the furniture of {@link
 * uk.frith.platform.foundation.pages.ChromeSource} around it → whole page in memory → reader.</em>
 *
 * <p>It promises that a page is complete or isn't sent at all; that it works without scripts; that it loads nothing from anywhere else
 * and allows no inline script or style; that a component's HTML equals what GOV.UK Frontend publishes for the same options. It
 * refuses to serve any file that isn't on its list, to store pages in caches, and to show a reader the inside of an error: an
 * error page has plain words, what to do next, and a reference that the log has too. It knows nobody: who is signed in comes from
 * a later chapter through {@link uk.frith.platform.foundation.pages.ChromeSource}.
 *
 * <p>From: the GOV.UK Design System and govuk-frontend 5.14; the MoJ Design System's patterns; WCAG 2.2 level AA, which the Public
 * Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018 require; the Government Security
 * Classifications Policy for protective markings; W3C Content Security Policy Level 3. The service isn't on GOV.UK: no crown,
 * no crest, no GDS Transport.
 */
@ApplicationModule(
        id = "pages",
        displayName = "Pages",
        allowedDependencies = {})
@NullMarked
package uk.frith.platform.foundation.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
