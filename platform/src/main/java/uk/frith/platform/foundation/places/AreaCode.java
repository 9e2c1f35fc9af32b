package uk.frith.platform.foundation.places;

import java.util.regex.Pattern;

/** The form of a code of the Government Statistical Service: a letter for the country and eight digits. */
final class AreaCode {

    private static final Pattern FORM = Pattern.compile("[A-Z][0-9]{8}");

    private AreaCode() {}

    static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }

    static void require(String code) {
        if (!hasForm(code)) {
            throw new IllegalArgumentException("An area's code is a capital letter and eight digits.");
        }
    }
}
