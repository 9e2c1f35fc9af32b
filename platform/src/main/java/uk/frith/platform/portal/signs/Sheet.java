package uk.frith.platform.portal.signs;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The sheet that is printed and fixed to a place: its code as a picture and in letters, tagged so that it can be read aloud. */
final class Sheet {

    private static final String FAMILY = "Sheet";
    private static final int MODULE_PIXELS = 12;
    /** Quiet modules around a code, as ISO/IEC 18004 asks. */
    private static final int QUIET = 4;

    private static final int WHITE = 0xFFFFFF;

    private Sheet() {}

    /**
     * A sheet of A4 for an address that a code leads to.
     *
     * @param number to which the code can be texted; empty when none is set
     */
    static byte[] pdf(String name, String place, String address, String typed, Optional<String> number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> font("LiberationSans-Regular"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("LiberationSans-Bold"), FAMILY, 700, FontStyle.NORMAL, true);
        // Nothing is fetched from anywhere: what the sheet shows stands in it.
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.withHtmlContent(html(name, place, address, typed, number), "about:blank");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(Sheet.class.getResourceAsStream("/liberation/" + file + ".ttf"));
    }

    private static String html(String name, String place, String address, String typed, Optional<String> number) {
        String texting = number.map(each -> "<p>No internet? Text <strong>" + escaped(typed.replace("-", ""))
                        + "</strong> and what happens to <strong>" + escaped(each) + "</strong>.</p>")
                .orElse("");
        return """
                <html lang="en"><head><title>%1$s</title><meta name="description" content="A code to scan at %1$s"/><style>
                @page { size: A4; margin: 18mm }
                body { font-family: 'Sheet'; font-size: 16pt; text-align: center; color: #0b0c0c }
                h1 { font-size: 34pt; margin: 0 0 4mm 0 } p { margin: 0 0 5mm 0 } img { width: 110mm; height: 110mm }
                .big { font-size: 20pt; font-weight: bold }
                </style></head><body>
                <h1>How is it here?</h1>
                <p>Scan this with your phone. Tell us how it is, or that something is wrong. You do not have to give your name.</p>
                <p><img src="data:image/png;base64,%3$s" alt="QR code that leads to %4$s"/></p>
                <p class="big">%4$s</p>
                <p>No camera? Go to the address above, or ask for code <strong>%5$s</strong> when you call 101.</p>
                %6$s
                <p>%1$s, %2$s</p>
                <p class="big">In danger now? Call 999.</p>
                </body></html>
                """.formatted(
                        escaped(name), escaped(place), picture(address), escaped(address), escaped(typed), texting);
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String picture(String address) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.HIGH);
        int side = (code.size + 2 * QUIET) * MODULE_PIXELS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = code.getModule(x / MODULE_PIXELS - QUIET, y / MODULE_PIXELS - QUIET);
                image.setRGB(x, y, dark ? 0 : WHITE);
            }
        }
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
