package uk.frith.town;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/** The course of the year: a summer peak for everything but fireworks, which have their own nights. */
final class Season {

    /** How far the yearly wave rises above its mean, as a share of it. */
    static final double YEARLY_AMPLITUDE = 0.26;

    /** The same for the half-yearly wave, which sharpens the summer. */
    static final double HALF_YEARLY_AMPLITUDE = 0.05;

    /** 15 July in a common year. */
    static final int PEAK_DAY_OF_YEAR = 196;

    /** How many times its ordinary level the misuse of fireworks reaches on Bonfire Night. */
    static final double BONFIRE_NIGHT_MULTIPLIER = 120;

    /** The same on the last night of the year. */
    static final double NEW_YEAR_MULTIPLIER = 40;

    private static final MonthDay BONFIRE_NIGHT = MonthDay.of(Month.NOVEMBER, 5);
    private static final MonthDay NEW_YEARS_EVE = MonthDay.of(Month.DECEMBER, 31);
    private static final double DAYS_IN_A_YEAR = 365.25;
    private static final double BONFIRE_SPREAD_DAYS = 4;
    private static final double NEW_YEAR_SPREAD_DAYS = 0.7;

    private Season() {}

    /** The weight of a day for that type, the rhythm of the week included. */
    static double day(AsbType type, LocalDate day) {
        double course = type == AsbType.MISUSE_OF_FIREWORKS ? fireworks(day) : yearly(day);
        return course * type.rhythm().day(day.getDayOfWeek());
    }

    /** 1 on average over a year. */
    static double yearly(LocalDate day) {
        double angle = 2 * StrictMath.PI * (day.getDayOfYear() - PEAK_DAY_OF_YEAR) / DAYS_IN_A_YEAR;
        return 1 + YEARLY_AMPLITUDE * StrictMath.cos(angle) + HALF_YEARLY_AMPLITUDE * StrictMath.cos(2 * angle);
    }

    private static double fireworks(LocalDate day) {
        return 1
                + (BONFIRE_NIGHT_MULTIPLIER - 1) * bell(day, BONFIRE_NIGHT, BONFIRE_SPREAD_DAYS)
                + (NEW_YEAR_MULTIPLIER - 1) * bell(day, NEW_YEARS_EVE, NEW_YEAR_SPREAD_DAYS);
    }

    private static double bell(LocalDate day, MonthDay night, double spreadDays) {
        double away = ChronoUnit.DAYS.between(night.atYear(day.getYear()), day) / spreadDays;
        return StrictMath.exp(-away * away / 2);
    }
}
