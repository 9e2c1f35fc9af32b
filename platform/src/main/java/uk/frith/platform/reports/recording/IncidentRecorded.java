package uk.frith.platform.reports.recording;

import java.util.UUID;

/** An incident stands in the record. Published in its transaction; carries ids alone. */
public record IncidentRecorded(UUID incident, UUID organisation) {}
