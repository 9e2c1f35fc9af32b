package uk.frith.platform.foundation.pages;

import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A page around a {@link WrittenPart}, as one gzip member (RFC 1952) into which the part goes as it was deflated before.
 *
 * <p>Before the part the compressor forgets what it has seen (a full flush), so nothing after it refers to what stood
 * before it.
 */
final class PartedOutput implements TemplateOutput {
    /** Magic number, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int TRAILER = 8;

    private final WrittenPart part;
    private final Utf8ByteOutput before = new Utf8ByteOutput();
    private final Utf8ByteOutput after = new Utf8ByteOutput();
    private Utf8ByteOutput current = before;

    PartedOutput(WrittenPart part) {
        this.part = part;
    }

    @Override
    public void writeContent(String value) {
        current.writeContent(value);
    }

    @Override
    public void writeContent(String value, int beginIndex, int endIndex) {
        current.writeContent(value, beginIndex, endIndex);
    }

    @Override
    public void writeBinaryContent(byte[] value) {
        if (current == before && part.isWrittenAs(value)) {
            current = after;
        } else {
            current.writeBinaryContent(value);
        }
    }

    private int plainLength() {
        return before.getContentLength() + (current == after ? part.plain().length : 0) + after.getContentLength();
    }

    /** The page as one gzip member. */
    byte[] gzip() {
        byte[] head = before.toByteArray();
        byte[] tail = after.toByteArray();
        boolean parted = current == after;
        var checksum = new CRC32();
        checksum.update(head);
        if (parted) {
            checksum.update(part.plain());
        }
        checksum.update(tail);
        var page = new ByteArrayOutputStream(part.deflated().length + (head.length + tail.length) / 2);
        page.writeBytes(HEADER);
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(head);
            drain(deflater, Deflater.FULL_FLUSH, page);
            if (parted) {
                page.writeBytes(part.deflated());
            }
            deflater.setInput(tail);
            deflater.finish();
            drain(deflater, Deflater.NO_FLUSH, page);
        }
        page.writeBytes(ByteBuffer.allocate(TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .putInt(plainLength())
                .array());
        return page.toByteArray();
    }

    private static void drain(Deflater deflater, int flush, ByteArrayOutputStream page) {
        var buffer = new byte[8192];
        int count;
        do {
            count = deflater.deflate(buffer, 0, buffer.length, flush);
            page.write(buffer, 0, count);
        } while (count == buffer.length);
    }
}
