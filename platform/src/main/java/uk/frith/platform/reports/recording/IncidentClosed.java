package uk.frith.platform.reports.recording;

import java.util.UUID;

/** An incident was closed. Published in its transaction; carries ids alone. */
public record IncidentClosed(UUID incident, UUID organisation) {}
