package uk.frith.platform.reports.calls;

import java.util.UUID;

/** What stood in a draft stands in the record. Published in its transaction. */
public record DraftRecorded(UUID draft, UUID incident, String reference) {}
