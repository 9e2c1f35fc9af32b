package uk.frith.platform.foundation.files;

import java.io.IOException;

/** The content of a compressed file is out of all proportion to its size: it is made to fill a disk or a memory. */
public final class BurstingArchive extends IOException {
    BurstingArchive(String sentence) {
        super(sentence);
    }
}
