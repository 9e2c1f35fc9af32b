package uk.frith.platform.foundation.sheets;

/**
 * What became of a row.
 *
 * @param <T> what a sound row says
 */
public sealed interface SheetRow<T> {

    /** It can be used. */
    record Sound<T>(T value) implements SheetRow<T> {}

    /**
     * It can't.
     *
     * @param field the number of the field that is at fault, from nought
     * @param reason a clause that says what is wrong with it
     */
    record Faulty<T>(int field, String reason) implements SheetRow<T> {}
}
