package uk.frith.platform.understanding.prevalence;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The series by month: a line that breaks where there are no data, the period shaded, policy changes numbered. */
final class MonthsDrawing {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 240;
    private static final int LEFT = 48;
    private static final int RIGHT = 472;
    private static final int TOP = 28;
    private static final int BOTTOM = 204;

    private MonthsDrawing() {}

    static String svg(Figures figures, List<Annotation> annotations, String title, List<String> foot) {
        List<Figures.Point> points = figures.months();
        Svg svg = new Svg(
                "months",
                WIDTH,
                HEIGHT,
                title,
                "One point a month. The period asked for is shaded; the line breaks where a month has no data.",
                foot);
        if (points.isEmpty()) {
            return svg.text(WIDTH / 2.0, HEIGHT / 2.0, "middle", "No month has data.")
                    .close();
        }
        double most = points.stream()
                .mapToDouble(p -> (double) p.count().orElse(0))
                .max()
                .orElse(0);
        double step = Svg.step(Math.max(1, most), 4);
        Sheet sheet = new Sheet(points.getFirst().month(), points.size(), Math.max(1, Math.ceil(most / step)) * step);
        shade(svg, sheet, figures.period());
        for (double mark = 0; mark <= sheet.top() + step / 2; mark += step) {
            svg.line(LEFT, sheet.y(mark), RIGHT, sheet.y(mark), mark == 0 ? Svg.GREY : "#dfe3e6", "");
            svg.text(LEFT - 6, sheet.y(mark) + 4.5, "end", Words.count(Math.round(mark)));
        }
        years(svg, sheet, points);
        line(svg, sheet, points);
        int number = 0;
        for (Annotation annotation : annotations) {
            number++;
            if (!annotation.month().isBefore(points.getFirst().month())
                    && !annotation.month().isAfter(points.getLast().month())) {
                double x = sheet.x(annotation.month());
                svg.line(x, TOP - 8, x, BOTTOM, "#9c2a10", "stroke-dasharray=\"4 3\"");
                svg.raw("<circle cx=\"" + Svg.n(x) + "\" cy=\"" + (TOP - 16) + "\" r=\"9\" fill=\"#9c2a10\"/>"
                        + "<g fill=\"#fff\" font-size=\"12\" font-weight=\"bold\">");
                svg.text(x, TOP - 11.8, "middle", Integer.toString(number)).raw("</g>");
            }
        }
        return svg.close();
    }

    private record Sheet(YearMonth first, int months, double top) {
        double x(YearMonth month) {
            double at = ChronoUnit.MONTHS.between(first, month) + 0.5;
            return LEFT + at / months * (RIGHT - LEFT);
        }

        double y(double count) {
            return BOTTOM - count / top * (BOTTOM - TOP);
        }

        double half() {
            return (RIGHT - LEFT) / (2.0 * months);
        }
    }

    private static void shade(Svg svg, Sheet sheet, Period period) {
        double from = Math.max(LEFT, sheet.x(period.from()) - sheet.half());
        double to = Math.min(RIGHT, sheet.x(period.to()) + sheet.half());
        if (to > from) {
            svg.rect(from, TOP, to - from, BOTTOM - TOP, "#e4edf6", "");
        }
    }

    private static void years(Svg svg, Sheet sheet, List<Figures.Point> points) {
        int all = Math.max(1, points.size() / 12);
        int every = all > 12 ? 4 : all > 7 ? 2 : 1;
        for (Figures.Point point : points) {
            YearMonth month = point.month();
            if (month.getMonthValue() == 1 && month.getYear() % every == 0) {
                double x = sheet.x(month);
                svg.line(x, BOTTOM, x, BOTTOM + 5, Svg.GREY, "");
                if (x < RIGHT - 24) {
                    svg.text(x, BOTTOM + 19, "start", "Jan " + month.getYear());
                }
            }
        }
        if (points.size() < 13) {
            svg.text(
                    sheet.x(points.getFirst().month()),
                    BOTTOM + 34,
                    "start",
                    Period.words(points.getFirst().month()));
            svg.text(RIGHT, BOTTOM + 34, "end", Period.words(points.getLast().month()));
        }
    }

    private static void line(Svg svg, Sheet sheet, List<Figures.Point> points) {
        StringBuilder path = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        boolean broken = true;
        for (Figures.Point point : points) {
            if (point.count().isEmpty()) {
                broken = true;
                continue;
            }
            String x = Svg.n(sheet.x(point.month()));
            String y = Svg.n(sheet.y((double) point.count().getAsLong()));
            path.append(broken ? "M" : "L").append(x).append(' ').append(y);
            dots.append("<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"2.6\"><title>" + Period.words(point.month())
                    + ": " + Words.count(point.count().getAsLong()) + "</title></circle>");
            broken = false;
        }
        svg.raw("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + Svg.BLUE
                + "\" stroke-width=\"2\" stroke-linejoin=\"round\"/>");
        svg.raw("<g fill=\"" + Svg.BLUE + "\">" + dots + "</g>");
    }
}
