package uk.frith.platform.reports.integrity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A short text about a field of the record.
 *
 * @param code what stays the same through its versions
 * @param classCode the class of crime that it is about; empty when it is about all
 * @param goodForDays after how many days it should be read again
 * @param validFrom from which day this version holds
 * @param shipped whether it came with Frith and the organisation hasn't written its own
 */
record LearningText(
        UUID id,
        String code,
        LearningField field,
        String classCode,
        String title,
        String body,
        String source,
        int goodForDays,
        LocalDate validFrom,
        boolean shipped) {}
