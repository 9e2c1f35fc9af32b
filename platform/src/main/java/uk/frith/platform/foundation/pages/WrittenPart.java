package uk.frith.platform.foundation.pages;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * A part of a page that was written before and is the same for every reader, plain and deflated.
 *
 * <p>Deflating a page's figures takes longer than everything else about showing them again, so it is done once, where
 * they are written. A page's record that holds such a part says so by being {@link Holder}.
 *
 * <p>The deflated form is a run of whole blocks of RFC 1951 that refers to nothing before it, ends on a byte, and isn't
 * the last of its stream, so that it can stand in the middle of any page's.
 */
public final class WrittenPart implements Content {
    private final byte[] plain;
    private final byte[] deflated;

    /** A part of a page: {@code html}, in UTF-8. */
    public WrittenPart(byte[] html) {
        this.plain = html.clone();
        this.deflated = deflate(plain);
    }

    /** What a page holds that has such a part. */
    public interface Holder {
        WrittenPart part();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeBinaryContent(plain);
    }

    /** Whether these bytes are this part's, which is how it comes through a template's escaping. */
    boolean isWrittenAs(byte[] bytes) {
        return Arrays.equals(bytes, plain);
    }

    /** Not to be changed. */
    byte[] plain() {
        return plain;
    }

    /** Not to be changed. */
    byte[] deflated() {
        return deflated;
    }

    private static byte[] deflate(byte[] bytes) {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(bytes);
            var written = new ByteArrayOutputStream(bytes.length / 4);
            var buffer = new byte[8192];
            int count;
            do {
                count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
                written.write(buffer, 0, count);
            } while (count == buffer.length);
            return written.toByteArray();
        }
    }
}
