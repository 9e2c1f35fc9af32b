package uk.frith.platform.reports.recording;

import java.util.UUID;

/** A crime was recorded in an incident, or was corrected and stands. Published in its transaction; carries ids alone. */
public record CrimeRecorded(UUID crime, UUID incident, UUID organisation) {}
