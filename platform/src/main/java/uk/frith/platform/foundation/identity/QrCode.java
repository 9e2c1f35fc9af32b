package uk.frith.platform.foundation.identity;

import gg.jte.Content;

/** A QR code as a drawing in the page: nothing is loaded, and the page's policy needs no exception. */
final class QrCode {

    /** Light cells around the code, by which readers find it (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private static final int GROUP = 4;

    private QrCode() {}

    static Content picture(String text) {
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        // Numbers and letters of our own making only: nothing here could be markup.
        String drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"240\" height=\"240\" viewBox=\"0 0 " + side
                + " " + side + "\" role=\"img\" aria-label=\"QR code for your authenticator app\""
                + " shape-rendering=\"crispEdges\"><rect width=\"" + side + "\" height=\"" + side
                + "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
        return output -> output.writeContent(drawing);
    }

    /** Letters in groups of four, for typing. */
    static String inFours(String letters) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < letters.length(); i += GROUP) {
            groups.append(i == 0 ? "" : " ").append(letters, i, Math.min(letters.length(), i + GROUP));
        }
        return groups.toString();
    }
}
