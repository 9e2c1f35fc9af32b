package uk.frith.platform.foundation.identity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that must not show in text: a secret or a digest. */
final class Opaque {

    private final byte[] bytes;

    Opaque(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Opaque that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Opaque";
    }
}
