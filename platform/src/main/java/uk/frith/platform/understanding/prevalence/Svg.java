package uk.frith.platform.understanding.prevalence;

import java.util.List;
import java.util.Locale;

/**
 * Writes one picture: presentation attributes only, since the policy of pages allows no inline style, and so that the
 * same text stands in a page and in a file of its own.
 */
final class Svg {

    static final String INK = "#0b0c0c";
    static final String GREY = "#484949";
    static final String LINE = "#b1b4b6";
    static final String PALE = "#eef1f4";
    static final String BLUE = "#1d5fa0";

    private static final int FOOT_LINE = 14;

    private final StringBuilder out = new StringBuilder(4096);

    /**
     * Begins a picture.
     *
     * @param id unique on the page
     * @param title what it shows, for those who can't see it
     * @param description what it shows, at more length
     * @param foot lines under the picture when it stands alone: coverage and source
     */
    Svg(String id, int width, int height, String title, String description, List<String> foot) {
        int all = height + (foot.isEmpty() ? 0 : foot.size() * FOOT_LINE + 8);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(all)
                .append("\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-t ")
                .append(id)
                .append("-d\" font-family=\"Arial,Helvetica,sans-serif\" font-size=\"13\" fill=\"" + INK + "\">");
        out.append("<title id=\"")
                .append(id)
                .append("-t\">")
                .append(escaped(title))
                .append("</title>");
        out.append("<desc id=\"")
                .append(id)
                .append("-d\">")
                .append(escaped(description))
                .append("</desc>");
        if (!foot.isEmpty()) {
            raw("<rect width=\"" + width + "\" height=\"" + all + "\" fill=\"#fff\"/><g font-size=\"9\" fill=\"" + GREY
                    + "\">");
            for (int i = 0; i < foot.size(); i++) {
                text(4, height + (i + 1) * FOOT_LINE, "start", foot.get(i));
            }
            raw("</g>");
        }
    }

    /** Markup of our own making, never anything from outside. */
    Svg raw(String markup) {
        out.append(markup);
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String colour, String more) {
        return raw("<path d=\"M" + n(x1) + " " + n(y1) + "L" + n(x2) + " " + n(y2) + "\" stroke=\"" + colour
                + "\" fill=\"none\"" + (more.isEmpty() ? "" : " " + more) + "/>");
    }

    Svg rect(double x, double y, double width, double height, String fill, String more) {
        return raw("<rect x=\"" + n(x) + "\" y=\"" + n(y) + "\" width=\"" + n(width) + "\" height=\"" + n(height)
                + "\" fill=\"" + fill + "\"" + (more.isEmpty() ? "" : " " + more) + "/>");
    }

    /** Text at a point, escaped. */
    Svg text(double x, double y, String anchor, String words) {
        return raw("<text x=\"" + n(x) + "\" y=\"" + n(y) + "\""
                + (anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"") + ">" + escaped(words) + "</text>");
    }

    String close() {
        return out.append("</svg>").toString();
    }

    /** A coordinate to a tenth of a pixel, without needless noughts. */
    static String n(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0
                ? Long.toString(tenths / 10)
                : String.format(
                        Locale.ROOT, "%s%d.%d", tenths < 0 ? "-" : "", Math.abs(tenths) / 10, Math.abs(tenths) % 10);
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A step for an axis that gives at most this many marks: 1, 2 or 5 times a power of ten. */
    static double step(double top, int marks) {
        double raw = Math.max(top, 1e-9) / marks;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double rest = raw / power;
        return power * (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10);
    }
}
