package uk.frith.platform.reports.integrity;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * Shares of the three categories that hold for the nation from a day on.
 *
 * @param shares each from 0 to 1, in the order of {@link MixRules#ORDER}; their sum is 1
 * @param source where they were published, and for which time
 */
record NationalMix(List<Double> shares, LocalDate validFrom, String source) {

    private static final double ROUNDING = 1e-9;

    NationalMix {
        shares = List.copyOf(shares);
        if (shares.size() != MixRules.ORDER.size()
                || shares.stream().anyMatch(share -> !(share > 0 && share < 1))
                || Math.abs(shares.stream().mapToDouble(Double::doubleValue).sum() - 1) > ROUNDING) {
            throw new IllegalArgumentException("A mix has three shares above nought that add up to one.");
        }
    }

    double smallest() {
        return Collections.min(shares);
    }
}
