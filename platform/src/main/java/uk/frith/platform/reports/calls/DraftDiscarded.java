package uk.frith.platform.reports.calls;

import java.util.UUID;

/** A draft won't be recorded. Published in its transaction. */
public record DraftDiscarded(UUID draft) {}
