package uk.frith.platform.portal.evidence;

import java.io.IOException;
import java.io.OutputStream;

/** Looks for viruses in a file. A site without one leaves every file not scanned, and says so. */
interface VirusScanner {

    /** A file's content, written where it is wanted. */
    @FunctionalInterface
    interface Content {
        void into(OutputStream out) throws IOException;
    }

    /** What a scanner says. */
    sealed interface Verdict {
        /** It looked and found nothing; the name of the scanner. */
        record NothingFound(String scanner) implements Verdict {}

        /** It found something, with the scanner's name for it. */
        record Found(String scanner, String what) implements Verdict {}

        /** It didn't look, and why. */
        record NotScanned(String why) implements Verdict {}
    }

    /** Whether there is a scanner at all. */
    boolean isThere();

    Verdict scan(Content content);
}
