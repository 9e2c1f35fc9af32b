package uk.frith.platform.understanding.prevalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.frith.patterns.Funnel;
import uk.frith.patterns.Overdispersion;

/**
 * The funnel plot: each area's rate over its residents, with the limits within which chance leaves 95 and 99.8 % of areas
 * that have the common rate.
 */
final class FunnelDrawing {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final int LEFT = 44;
    private static final int RIGHT = 388;
    private static final int TOP = 26;
    private static final int BOTTOM = 256;
    private static final int SAMPLES = 240;
    private static final int STRIDE = 6;
    private static final double[] PROBABILITIES = {0.001, 0.025, 0.975, 0.999};

    private FunnelDrawing() {}

    /** Whether limits are widened by how much more the areas vary than chance. */
    enum Limits {
        CHANCE,
        WIDENED
    }

    /** How many areas lie outside the outer limits. */
    record Outside(int above, int below) {}

    static Outside outside(Figures figures, Limits limits) {
        int above = 0;
        int below = 0;
        for (AreaFigures area : figures.areas()) {
            if (area.ground().people().orElse(0) > 0 && figures.rate().isPresent() && figures.placed() > 0) {
                double expected = expected(figures, area.ground().people().orElseThrow());
                above += area.count() > limit(figures, expected, 0.999, limits) ? 1 : 0;
                below += area.count() < limit(figures, expected, 0.001, limits) ? 1 : 0;
            }
        }
        return new Outside(above, below);
    }

    /** The picture; empty where there is no rate to draw or nothing happened. */
    static Optional<String> svg(Figures figures, Limits limits, String title, List<String> foot) {
        List<AreaFigures> lived =
                figures.areas().stream().filter(area -> area.rate().isPresent()).toList();
        if (lived.size() < 3 || figures.rate().isEmpty() || figures.placed() == 0) {
            return Optional.empty();
        }
        int most = lived.stream()
                .mapToInt(area -> area.ground().people().orElseThrow())
                .max()
                .orElseThrow();
        int fewest = lived.stream()
                .mapToInt(area -> area.ground().people().orElseThrow())
                .min()
                .orElseThrow();
        double top = lived.stream()
                .mapToDouble(area -> area.rate().orElseThrow().perThousand())
                .max()
                .orElseThrow();
        double low = fewest * 0.85;
        double step = Svg.step(most - low, 5);
        Sheet sheet = new Sheet(low, most * 1.04, top * 1.05);
        Svg svg = new Svg(
                "funnel",
                WIDTH,
                HEIGHT,
                title,
                "Each dot is an area: to the right those with more residents, higher those with a higher rate. "
                        + "Areas between the curves differ from the common rate by no more than chance explains.",
                foot);
        axes(svg, sheet, step, low, most);
        curves(svg, sheet, figures, limits, low, most);
        dots(svg, sheet, figures, limits, lived);
        return Optional.of(svg.close());
    }

    /** Where things stand on the sheet; heights by square root, so that a city centre doesn't flatten all the rest. */
    private record Sheet(double low, double most, double top) {
        double x(double people) {
            return LEFT + (people - low) / (most - low) * (RIGHT - LEFT);
        }

        double y(double rate) {
            return BOTTOM - Math.sqrt(Math.clamp(rate, 0, top) / top) * (BOTTOM - TOP);
        }
    }

    private static void axes(Svg svg, Sheet sheet, double step, double low, int most) {
        svg.text(0, 13, "start", "per 1,000 residents");
        for (double mark : marks(sheet.top())) {
            svg.line(LEFT, sheet.y(mark), RIGHT, sheet.y(mark), "#dfe3e6", "");
            svg.text(
                    LEFT - 6,
                    sheet.y(mark) + 4.5,
                    "end",
                    mark < 1 && mark > 0 ? Words.rate(mark) : Words.count(Math.round(mark)));
        }
        for (double people = Math.ceil(low / step) * step; people <= most * 1.04; people += step) {
            svg.line(sheet.x(people), BOTTOM, sheet.x(people), BOTTOM + 5, Svg.GREY, "");
            svg.text(sheet.x(people), BOTTOM + 19, "middle", Words.count(Math.round(people)));
        }
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, Svg.GREY, "");
        svg.text(RIGHT, BOTTOM + 38, "end", "residents");
    }

    /** Marks that stand apart on a square-root scale. */
    private static List<Double> marks(double top) {
        List<Double> marks = new ArrayList<>();
        double step = Svg.step(top, 5);
        marks.add(0.0);
        for (double mark = step / 10 * 2; mark < step; mark += step / 10 * 4) {
            if (Math.sqrt(mark / top) > 0.1 && Math.sqrt(step / top) - Math.sqrt(mark / top) > 0.08) {
                marks.add(mark);
                break;
            }
        }
        for (double mark = step; mark <= top; mark += step) {
            marks.add(mark);
        }
        return marks;
    }

    private static void curves(Svg svg, Sheet sheet, Figures figures, Limits limits, double low, int most) {
        for (double probability : PROBABILITIES) {
            double[] rates = new double[SAMPLES + 1];
            for (int k = 0; k <= SAMPLES; k++) {
                double people = people(low, most, k);
                rates[k] = limit(figures, expected(figures, people), probability, limits) / people * 1000;
            }
            StringBuilder path = new StringBuilder();
            for (int k = 0; k <= SAMPLES; k += STRIDE) {
                path.append(k == 0 ? "M" : "L")
                        .append(Svg.n(sheet.x(people(low, most, k))))
                        .append(' ')
                        .append(Svg.n(sheet.y(around(rates, k))));
            }
            boolean outer = probability < 0.01 || probability > 0.99;
            svg.raw("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + Svg.GREY + "\""
                    + (outer ? "" : " stroke-dasharray=\"4 3\"") + "/>");
        }
        double overall = figures.rate().orElseThrow().perThousand();
        svg.line(LEFT, sheet.y(overall), RIGHT, sheet.y(overall), Svg.BLUE, "stroke-width=\"1.5\"");
    }

    private static double people(double low, int most, int sample) {
        return low + (most * 1.04 - low) * sample / SAMPLES;
    }

    /** Limits are whole counts and so go up in steps; the line is drawn through their middle. */
    private static double around(double[] rates, int sample) {
        int reach = Math.min(STRIDE * 2, Math.min(sample, rates.length - 1 - sample));
        double sum = 0;
        for (int k = sample - reach; k <= sample + reach; k++) {
            sum += rates[k];
        }
        return sum / (2 * reach + 1);
    }

    private static void dots(Svg svg, Sheet sheet, Figures figures, Limits limits, List<AreaFigures> lived) {
        StringBuilder inside = new StringBuilder();
        StringBuilder outside = new StringBuilder();
        for (AreaFigures area : lived) {
            int people = area.ground().people().orElseThrow();
            double rate = area.rate().orElseThrow().perThousand();
            double expected = expected(figures, people);
            String x = Svg.n(sheet.x(people));
            String y = Svg.n(sheet.y(rate));
            boolean out = area.count() > limit(figures, expected, 0.999, limits)
                    || area.count() < limit(figures, expected, 0.001, limits);
            if (out) {
                outside.append("<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"3.6\"><title>"
                        + Svg.escaped(area.ground().name()) + ": " + Words.rate(rate) + "</title></circle>");
            } else {
                inside.append("M").append(x).append(' ').append(y).append("h0");
            }
        }
        svg.raw("<path d=\"" + inside + "\" stroke=\"" + Svg.BLUE
                + "\" stroke-opacity=\".55\" stroke-width=\"5\" stroke-linecap=\"round\" fill=\"none\"/>");
        svg.raw("<g fill=\"#fff\" stroke=\"#9c2a10\" stroke-width=\"1.6\">" + outside + "</g>");
    }

    private static double expected(Figures figures, double people) {
        return people * figures.rate().orElseThrow().perThousand() / 1000;
    }

    private static double limit(Figures figures, double expected, double probability, Limits limits) {
        Overdispersion spread =
                limits == Limits.WIDENED ? figures.dispersion().orElse(Overdispersion.NONE) : Overdispersion.NONE;
        return Funnel.limit(expected, probability, spread);
    }
}
