package uk.frith.platform.portal.report;

import java.util.UUID;

/** What was told online stands in the record. Published in its transaction; carries ids alone. */
public record ReportTaken(UUID report, UUID incident, UUID organisation) {}
