package uk.frith.platform.reports.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a system has sent, read without trusting it. */
sealed interface Body {

    /** A report is a page or two; what is larger belongs into evidence, not into words. */
    int LARGEST = 1 << 20;

    /** Names another encoding than the one that the standards ask for. */
    Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\";\\s]+)");

    record Text(String text) implements Body {
        @Override
        public String toString() {
            return "Text";
        }
    }

    record TooLarge() implements Body {}

    record NotUtf8() implements Body {}

    static Body of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            return new TooLarge();
        }
        if (!saysUtf8(request.getContentType())) {
            return new NotUtf8();
        }
        byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return new TooLarge();
        }
        return decoded(bytes).<Body>map(Text::new).orElseGet(NotUtf8::new);
    }

    /** The bytes as text; empty when they aren't UTF-8. */
    static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean saysUtf8(@org.jspecify.annotations.Nullable String contentType) {
        Matcher named = CHARSET.matcher(contentType == null ? "" : contentType.toLowerCase(Locale.ROOT));
        return !named.find() || named.group(1).equals("utf-8") || named.group(1).equals("utf8");
    }
}
