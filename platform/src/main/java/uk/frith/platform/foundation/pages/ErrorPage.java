package uk.frith.platform.foundation.pages;

/** The page that says what went wrong. */
record ErrorPage(Problem problem, String reference) {}
