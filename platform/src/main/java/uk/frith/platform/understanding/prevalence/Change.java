package uk.frith.platform.understanding.prevalence;

import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What became of a count since the same months a year before. */
sealed interface Change {

    /**
     * Both are known.
     *
     * @param before the count a year before
     * @param ratio now / before; infinite when there were none before
     * @param lower of the exact conditional 95 % interval of the ratio
     * @param upper of it; may be infinite
     */
    record Compared(long before, double ratio, double lower, double upper) implements Change {

        /** Whether chance alone could have made no difference look like this. */
        boolean unclear() {
            return lower <= 1 && 1 <= upper;
        }
    }

    /** Some month of either year has no data, so that there is nothing to compare: an absent month isn't a nought. */
    record MonthsMissing(NavigableSet<YearMonth> months) implements Change {
        public MonthsMissing {
            months = Collections.unmodifiableNavigableSet(new TreeSet<>(months));
            if (months.isEmpty()) {
                throw new IllegalArgumentException("Some month must be missing.");
            }
        }
    }

    /** None now and none before. */
    record NothingEither() implements Change {}
}
