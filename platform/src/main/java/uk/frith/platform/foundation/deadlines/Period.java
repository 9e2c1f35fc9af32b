package uk.frith.platform.foundation.deadlines;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long a kind of duty may take, from a day on.
 *
 * @param title what must be done
 * @param organisation who set it; null when it is as shipped
 * @param minutes the whole time, in minutes
 * @param warnMinutes how many minutes before its end it counts as close
 * @param escalatesTo the role that a late duty goes to
 * @param verified whether the source has been read and says so
 */
record Period(
        String kind,
        String title,
        @Nullable UUID organisation,
        LocalDate validFrom,
        int minutes,
        int warnMinutes,
        String escalatesTo,
        String source,
        boolean verified) {}
