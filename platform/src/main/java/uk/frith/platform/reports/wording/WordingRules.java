package uk.frith.platform.reports.wording;

/** What counts of words that make it small may say. */
final class WordingRules {

    /** Fewer say more about a person than about a team. */
    static final int FEWEST = 10;

    /** Two counts differ when they lie this many standard deviations of their difference apart: 95 % of chance lies within. */
    private static final double DEVIATIONS = 1.96;

    private WordingRules() {}

    /** A count that is large enough to be shown, or that it isn't. */
    static String shown(int count) {
        return count < FEWEST ? "Fewer than " + FEWEST : String.valueOf(count);
    }

    /**
     * Whether it happened more or less often than in as long a time before, after allowing for chance.
     *
     * @param whole whether all of the time before was counted
     */
    static String trend(int now, int before, boolean whole) {
        if (now < FEWEST && before < FEWEST) {
            return "Too few to say";
        }
        if (!whole) {
            return "Too early to say";
        }
        double spread = DEVIATIONS * Math.sqrt((double) now + before);
        if (Math.abs(now - before) <= spread) {
            return "No clear change";
        }
        return now > before ? "More often" : "Less often";
    }
}
