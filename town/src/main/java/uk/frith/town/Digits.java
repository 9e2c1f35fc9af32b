package uk.frith.town;

/** Numbers written out in digits that are the same under every locale. */
final class Digits {

    private static final int DEGREE_DECIMALS = 6;

    private Digits() {}

    /** A number of at least zero, with zeros before it up to the given length. */
    static String padded(long number, int length) {
        String digits = Long.toString(number);
        return digits.length() >= length ? digits : "0".repeat(length - digits.length()) + digits;
    }

    /** A whole number of decimal fractions with all its decimals: 1,500 thousandths are {@code 1.500}. */
    static String fixed(long fractions, int decimals) {
        String digits = padded(Math.abs(fractions), decimals + 1);
        int point = digits.length() - decimals;
        return (fractions < 0 ? "-" : "") + digits.substring(0, point) + "." + digits.substring(point);
    }

    /** The same with no more decimals than it needs: 1,500 thousandths are {@code 1.5}, 2,000 are {@code 2}. */
    static String shortest(long fractions, int decimals) {
        String digits = fixed(fractions, decimals);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** Degrees with six decimals: a tenth of a metre. */
    static String degrees(double degrees) {
        return fixed((long) StrictMath.rint(degrees * 1e6), DEGREE_DECIMALS);
    }
}
