package uk.frith.platform.foundation.places;

import java.io.IOException;

/** A file can't be read to its end, so that nothing of it is taken; the message is a clause about it. */
final class BrokenFile extends IOException {
    BrokenFile(String sentence) {
        super(sentence);
    }
}
