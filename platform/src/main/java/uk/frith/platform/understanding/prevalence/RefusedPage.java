package uk.frith.platform.understanding.prevalence;

/** An address that leads nowhere, and why. */
record RefusedPage(String title, String sentence) {}
