package uk.frith.platform.foundation.pages;

import gg.jte.Content;

/**
 * A tab and its panel; without scripts the panels stand one under another.
 *
 * @param id the panel's id, unique on the page
 */
public record Tab(String id, String label, Content panel) {}
