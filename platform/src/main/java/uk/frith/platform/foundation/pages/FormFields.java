package uk.frith.platform.foundation.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** What somebody typed into a field of a form, read as what it should be. */
public final class FormFields {

    /** What a number is when it isn't any: none that a form asks for. */
    public static final int NO_NUMBER = -1;

    private FormFields() {}

    /** A day as ISO 8601 writes it, 2026-03-01, with or without spaces around it; empty when it is none. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A whole number, with or without spaces around it; {@link #NO_NUMBER} when it is none. */
    public static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            return NO_NUMBER;
        }
    }
}
