package uk.frith.town;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** One line of a comma-separated file at a time. Digits and decimal points are the same under every locale. */
final class Row {

    private static final ZoneRules RULES = Reporting.CLOCK.getRules();
    private static final int SECONDS_IN_A_DAY = 86_400;

    private final StringBuilder line = new StringBuilder(256);
    private final String end;
    private long lastDay = Long.MIN_VALUE;
    private String lastDate = "";

    /** Rows that end as the file's readers are used to. */
    Row(String end) {
        this.end = end;
    }

    /** Text, quoted only where it has to be. */
    Row text(String value) {
        if (value.indexOf(',') < 0 && value.indexOf('"') < 0) {
            line.append(value).append(',');
            return this;
        }
        return quoted(value);
    }

    /** Text in quotes. */
    Row quoted(String value) {
        line.append('"').append(value.replace("\"", "\"\"")).append("\",");
        return this;
    }

    Row empty() {
        line.append(',');
        return this;
    }

    Row number(long value) {
        line.append(value).append(',');
        return this;
    }

    /** A value that is known to need no quotes, such as a number or several fields already joined. */
    Row plain(String value) {
        line.append(value).append(',');
        return this;
    }

    /** The time on the town's clock with its offset: {@code 2025-07-01T21:40:00+01:00}. */
    Row time(Instant instant) {
        ZoneOffset offset = RULES.getOffset(instant);
        long local = instant.getEpochSecond() + offset.getTotalSeconds();
        long day = Math.floorDiv(local, SECONDS_IN_A_DAY);
        if (day != lastDay) {
            lastDay = day;
            lastDate = LocalDate.ofEpochDay(day).toString();
        }
        int second = Math.floorMod(local, SECONDS_IN_A_DAY);
        line.append(lastDate).append('T');
        two(second / 3_600).append(':');
        two(second / 60 % 60).append(':');
        two(second % 60);
        int hours = offset.getTotalSeconds() / 3_600;
        line.append('+');
        two(hours).append(":00,");
        return this;
    }

    private StringBuilder two(int number) {
        return line.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Writes the line and starts the next. */
    void writeTo(Writer writer) throws IOException {
        line.setLength(line.length() - 1);
        line.append(end);
        writer.append(line);
        line.setLength(0);
    }
}
