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

    /** A number of thousandths as R writes it: as many decimals as it needs. */
    Row thousandths(long value) {
        int start = line.length();
        appendFixed(line, value, 3);
        int length = line.length();
        while (line.charAt(length - 1) == '0') {
            length--;
        }
        if (line.charAt(length - 1) == '.') {
            length--;
        }
        line.setLength(Math.max(length, start + 1));
        line.append(',');
        return this;
    }

    /** Degrees with six decimals. */
    Row degrees(double value) {
        appendDegrees(line, value);
        line.append(',');
        return this;
    }

    /** The time on the town's clock with its offset: {@code 2025-07-01T21:40:00+01:00}. */
    Row time(Instant instant) {
        ZoneOffset offset = RULES.getOffset(instant);
        long local = instant.getEpochSecond() + offset.getTotalSeconds();
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(local, SECONDS_IN_A_DAY));
        int second = Math.floorMod(local, SECONDS_IN_A_DAY);
        line.append(date).append('T');
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

    static void appendDegrees(StringBuilder to, double degrees) {
        appendFixed(to, (long) StrictMath.rint(degrees * 1e6), 6);
    }

    /** A whole number of the given decimal fractions, written out with all its decimals. */
    static void appendFixed(StringBuilder to, long value, int decimals) {
        if (value < 0) {
            to.append('-');
        }
        String digits = Long.toString(Math.abs(value));
        if (digits.length() <= decimals) {
            digits = "0".repeat(decimals + 1 - digits.length()) + digits;
        }
        int point = digits.length() - decimals;
        to.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }
}
