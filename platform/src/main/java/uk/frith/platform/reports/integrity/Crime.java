package uk.frith.platform.reports.integrity;

/**
 * A class of crime in one incident, expected or recorded.
 *
 * @param code as {@code 8L}
 * @param victims how many people it was done to, from 1
 * @param words what of the account carries it; empty for a recorded crime
 */
record Crime(String code, String name, int victims, String words) {

    Crime {
        if (code.isBlank() || name.isBlank() || victims < 1) {
            throw new IllegalArgumentException("A crime has a class and at least one victim.");
        }
    }

    /** Class code and name. */
    String title() {
        return code + " " + name;
    }

    /** Without the words, which are personal. */
    @Override
    public String toString() {
        return "Crime[" + code + " x" + victims + "]";
    }
}
