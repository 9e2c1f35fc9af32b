package uk.frith.platform.reports.integrity;

import java.util.List;
import java.util.Locale;

/**
 * Shares with their intervals, one line a group: a dot, and a bar from the lower to the upper end. Presentation attributes
 * only, since the policy of pages allows no inline style.
 */
final class SharesDrawing {

    private static final String INK = "#0b0c0c";
    private static final String GREY = "#484949";
    private static final String PALE = "#dfe3e6";
    private static final String BLUE = "#1d5fa0";
    private static final int WIDTH = 640;
    private static final int LEFT = 190;
    private static final int RIGHT = 520;
    private static final int TOP = 26;
    private static final int ROW = 26;
    private static final int LONGEST_NAME = 26;

    private SharesDrawing() {}

    /** A group and its share. */
    record Bar(String name, Share share) {}

    static String svg(String id, String title, List<Bar> bars) {
        int bottom = TOP + ROW * bars.size();
        StringBuilder svg = new StringBuilder(2048);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(bottom + 12)
                .append("\" width=\"" + WIDTH + "\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-t\" font-family=\"Arial,Helvetica,sans-serif\" font-size=\"13\" fill=\"" + INK + "\">")
                .append("<title id=\"")
                .append(id)
                .append("-t\">")
                .append(escaped(title))
                .append("</title>");
        for (int percent = 0; percent <= 100; percent += 25) {
            double x = x(percent / 100.0);
            svg.append(line(x, TOP - 4, x, bottom, PALE, 1));
            svg.append(text(x, 14, "middle", GREY, percent + " %"));
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = TOP + ROW * i + ROW / 2.0;
            svg.append(text(LEFT - 10, y + 4, "end", INK, shortened(bar.name())));
            bar.share().estimate().ifPresent(found -> {
                svg.append(
                        line(x(found.interval().lower()), y, x(found.interval().upper()), y, BLUE, 5));
                svg.append("<circle cx=\"")
                        .append(n(x(found.value())))
                        .append("\" cy=\"")
                        .append(n(y))
                        .append("\" r=\"5\" fill=\"" + INK + "\"/>");
            });
            svg.append(text(
                    RIGHT + 12,
                    y + 4,
                    "start",
                    GREY,
                    bar.share().part() + " of " + bar.share().whole()
                            + (bar.share().estimate().isEmpty() ? ", too few" : "")));
        }
        return svg.append("</svg>").toString();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static double x(double share) {
        return LEFT + share * (RIGHT - LEFT);
    }

    private static String line(double x1, double y1, double x2, double y2, String colour, int width) {
        return "<path d=\"M" + n(x1) + " " + n(y1) + "L" + n(x2) + " " + n(y2) + "\" stroke=\"" + colour
                + "\" stroke-width=\"" + width + "\" fill=\"none\"/>";
    }

    private static String text(double x, double y, String anchor, String colour, String words) {
        return "<text x=\"" + n(x) + "\" y=\"" + n(y) + "\" text-anchor=\"" + anchor + "\" fill=\"" + colour + "\">"
                + escaped(words) + "</text>";
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
