package uk.frith.platform.portal.dialogue;

import java.time.Instant;
import java.util.Locale;
import uk.frith.platform.portal.evidence.EvidenceFile;

/**
 * A file as staff see it.
 *
 * @param path where it is opened; empty when a virus was found in it
 * @param scanClass how the tag that says whether it was scanned looks
 * @param urgency {@code late}, {@code close} or {@code running}; empty once it was opened
 */
record FileLine(
        String name,
        String kind,
        String size,
        String sha256,
        String path,
        String scan,
        String scanClass,
        String state,
        String urgency) {

    static FileLine of(EvidenceFile file, Instant now) {
        String scanClass = switch (file.scan()) {
            case NOT_SCANNED -> "govuk-tag--yellow";
            case NOTHING_FOUND -> "govuk-tag--green";
            case FOUND -> "govuk-tag--red";
        };
        boolean late = file.isLate(now);
        String due = file.due().map(ReportPages.MOMENT::format).orElse("soon");
        String state = file.opened()
                .map(at -> "Opened " + ReportPages.MOMENT.format(at))
                .orElse(late ? "Nobody opened it by " + due : "To open by " + due);
        return new FileLine(
                file.name(),
                file.kind().words(),
                String.format(Locale.UK, "%,d bytes", file.bytes()),
                file.sha256(),
                file.scan() == EvidenceFile.Scan.FOUND ? "" : "/online-reports/files/" + file.id(),
                file.scan().words(),
                scanClass,
                state,
                file.opened().isPresent() ? "" : late ? "late" : "running");
    }

    @Override
    public String toString() {
        return "FileLine";
    }
}
