package uk.frith.platform.portal.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;

/**
 * A file that came with a report.
 *
 * @param name as its sender called it
 * @param sha256 the digest of its content, in hexadecimal
 * @param due by when somebody promised to open it, once the report is with its force
 * @param opened when somebody did
 */
public record EvidenceFile(
        UUID id,
        UUID report,
        EvidenceKind kind,
        String mediaType,
        String name,
        long bytes,
        String sha256,
        Instant received,
        Scan scan,
        Optional<Instant> due,
        Optional<Instant> opened) {

    /** Whether a scanner has seen it; the same values as the database's list. */
    public enum Scan {
        NOT_SCANNED("Not scanned for viruses"),
        NOTHING_FOUND("Scanned: nothing found"),
        FOUND("A virus was found");

        private final String words;

        Scan(String words) {
            this.words = words;
        }

        /** As staff say it. */
        public String words() {
            return words;
        }
    }

    /** Whether nobody has opened it though the promise was to have done so by now. */
    public boolean isLate(Instant now) {
        return opened.isEmpty() && due.isPresent() && due.get().isBefore(now);
    }

    @Override
    public String toString() {
        return "EvidenceFile[" + id + "]";
    }
}
