package uk.frith.platform.reports.integrity;

import java.util.List;
import java.util.Optional;
import uk.frith.patterns.ConfidenceInterval;
import uk.frith.patterns.Proportions;

/**
 * Estimates shares from incidents that were drawn with known chances: each counts for as many as it stands for, one over its
 * chance. The variance is the linearised one of a ratio, with the incident as the cluster and as if drawn with replacement;
 * the interval is Wilson's for the effective size (Franco and others 2019), never narrower than that of the plain count, and
 * the same as Wilson's own for one crime an incident drawn with equal chances.
 */
final class EstimateRules {

    static final double CONFIDENCE = 0.95;

    private EstimateRules() {}

    /**
     * One incident.
     *
     * @param probability its chance of being drawn, above 0
     * @param part how many of its crimes, say, were recorded
     * @param whole out of how many
     */
    record Unit(double probability, int part, int whole) {
        Unit {
            if (!(probability > 0 && probability <= 1) || part < 0 || whole < part) {
                throw new IllegalArgumentException("A unit could be drawn and is part of a whole.");
            }
        }

        double weight() {
            return 1 / probability;
        }
    }

    /** The share of parts in wholes; without an estimate when the wholes are fewer than the minimum. */
    static Share share(List<Unit> units, long minimum) {
        long part = units.stream().mapToLong(Unit::part).sum();
        long whole = units.stream().mapToLong(Unit::whole).sum();
        if (whole < minimum || whole == 0) {
            return new Share(part, whole, minimum, Optional.empty());
        }
        double parts =
                units.stream().mapToDouble(unit -> unit.weight() * unit.part()).sum();
        double wholes =
                units.stream().mapToDouble(unit -> unit.weight() * unit.whole()).sum();
        double value = part == whole ? 1 : parts / wholes;
        double size = Math.min((double) whole, effectiveSize(units, value, wholes));
        ConfidenceInterval interval = Proportions.wilsonOfShare(value, size, CONFIDENCE);
        return new Share(part, whole, minimum, Optional.of(new Share.Estimate(value, interval, size)));
    }

    private static double effectiveSize(List<Unit> units, double value, double wholes) {
        double squares = units.stream()
                .mapToDouble(unit -> square(unit.weight()) * unit.whole())
                .sum();
        double byWeights = square(wholes) / squares;
        long counted = units.stream().filter(unit -> unit.whole() > 0).count();
        if (value <= 0 || value >= 1 || counted < 2) {
            return byWeights;
        }
        double residuals = units.stream()
                .mapToDouble(unit -> square(unit.weight() * (unit.part() - value * unit.whole())))
                .sum();
        double variance = residuals / square(wholes);
        return variance > 0 ? Math.min(byWeights, value * (1 - value) / variance) : byWeights;
    }

    private static double square(double number) {
        return number * number;
    }
}
