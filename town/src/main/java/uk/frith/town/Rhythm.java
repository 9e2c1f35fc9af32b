package uk.frith.town;

import java.time.DayOfWeek;

/**
 * The rhythm of the week: how much of a kind of behaviour falls in each hour of each day.
 *
 * <p>A day is 24 digits, one for each hour from midnight, in tenths of nothing in particular: only their ratios count.
 * The hours after midnight belong to the night before, so Saturday's and Sunday's small hours are the busy ones.
 */
enum Rhythm {
    EVENING(
            "210000111112233567886543",
            "210000111112233567899876",
            "653100111223344567899987",
            "653100111223344567765432"),
    NIGHT(
            "432110011111222334567876",
            "432110011111222334567998",
            "986421011112223334567999",
            "986421011112223334456654"),
    DAY("000001246887776665432110", "000001246887776665432110", "000001135666666554322110", "000001135666666554322110"),
    WAKING(
            "321111234455555555555443",
            "321111234455555555555443",
            "432111123445555555555444",
            "432111123445555555555443"),
    FIREWORKS(
            "100000000000000136998751",
            "100000000000001257999985",
            "310000000000001257999987",
            "310000000000001257998741");

    private final String weekday;
    private final String friday;
    private final String saturday;
    private final String sunday;

    Rhythm(String weekday, String friday, String saturday, String sunday) {
        this.weekday = weekday;
        this.friday = friday;
        this.saturday = saturday;
        this.sunday = sunday;
    }

    /** The weight of each of the 24 hours of that day of the week. */
    double[] hours(DayOfWeek day) {
        String digits = switch (day) {
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> weekday;
            case FRIDAY -> friday;
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
        };
        return digits.chars().mapToDouble(digit -> digit - '0').toArray();
    }

    /** The weight of the whole day. */
    double day(DayOfWeek day) {
        return Choice.sum(hours(day));
    }
}
