package uk.frith.platform.understanding.prevalence;

import java.util.List;

/** Rates by tenth of deprivation, each bar with its interval. */
final class DecilesDrawing {

    private static final int WIDTH = 480;
    private static final int LEFT = 118;
    private static final int RIGHT = 424;
    private static final int TOP = 8;
    private static final int ROW = 23;

    private DecilesDrawing() {}

    static String svg(Figures figures, String title, List<String> foot) {
        double top = figures.deciles().stream()
                .flatMap(decile -> decile.rate().stream())
                .mapToDouble(RateFigure::upper)
                .max()
                .orElse(1);
        int height = TOP + ROW * 10 + 8;
        Svg svg = new Svg(
                "deciles",
                WIDTH,
                height,
                title,
                "Ten bars, from the most to the least deprived tenth of the country.",
                foot);
        for (int i = 0; i < figures.deciles().size(); i++) {
            Figures.Decile decile = figures.deciles().get(i);
            double y = TOP + i * ROW;
            String name = decile.decile() == 1
                    ? "most deprived 1"
                    : decile.decile() == 10 ? "least deprived 10" : Integer.toString(decile.decile());
            svg.text(LEFT - 8, y + 14.5, "end", name);
            if (decile.rate().isEmpty()) {
                svg.text(LEFT + 4, y + 14.5, "start", "no areas here");
                continue;
            }
            RateFigure rate = decile.rate().get();
            svg.rect(LEFT, y + 2, x(rate.perThousand(), top) - LEFT, ROW - 6, "#7fa9cf", "");
            double middle = y + 2 + (ROW - 6) / 2.0;
            double low = x(rate.lower(), top);
            double high = x(rate.upper(), top);
            svg.raw("<path d=\"M" + Svg.n(low) + " " + Svg.n(middle) + "H" + Svg.n(high) + "M" + Svg.n(low) + " "
                    + Svg.n(middle - 4) + "v8M" + Svg.n(high) + " " + Svg.n(middle - 4) + "v8\" stroke=\"" + Svg.INK
                    + "\" stroke-width=\"1.4\" fill=\"none\"/>");
            svg.text(high + 8, y + 14.5, "start", Words.rate(rate.perThousand()));
        }
        svg.line(LEFT, TOP - 2, LEFT, TOP + ROW * 10, Svg.GREY, "");
        return svg.close();
    }

    private static double x(double rate, double top) {
        return LEFT + rate / top * (RIGHT - LEFT);
    }
}
