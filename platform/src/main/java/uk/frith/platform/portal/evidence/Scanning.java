package uk.frith.platform.portal.evidence;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Rounds;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;

/**
 * What has to be done for files when nobody is at a page: files are scanned once their report was sent, and the promise to open
 * them begins for those that came later. A scanner that can't be reached is asked again at the next round.
 */
@Component
class Scanning extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Scanning.class);
    private static final int AT_ONCE = 20;
    private static final String WHY = "to look for viruses in what was sent";

    private final EvidenceRepository repository;
    private final Evidences evidences;
    private final VirusScanner scanner;
    private final ServiceDesk services;
    private final Desk desk;
    private final InstantSource clock;

    Scanning(
            EvidenceRepository repository,
            Evidences evidences,
            VirusScanner scanner,
            ServiceDesk services,
            Desk desk,
            InstantSource clock,
            EvidenceSettings settings,
            ApplicationContext application) {
        super("evidence", settings.lookEvery(), application);
        this.repository = repository;
        this.evidences = evidences;
        this.scanner = scanner;
        this.services = services;
        this.desk = desk;
        this.clock = clock;
    }

    /** One round; gives how many files were scanned. */
    int round() {
        promise();
        return scanner.isThere() ? scanAll() : 0;
    }

    private void promise() {
        List<UUID> reports = inBackground(() -> desk.unaudited(
                "which reports have files without a promise shows nothing of anybody",
                () -> repository.unpromised(AT_ONCE)));
        for (UUID report : reports) {
            inBackground(() -> desk.audited(
                    Entry.of(Act.ALTERATION, "online report", "to have evidence opened in time")
                            .about(List.of(report.toString()))
                            .showing(List.of("due")),
                    () -> {
                        evidences.promise(report);
                        return report;
                    }));
        }
    }

    private int scanAll() {
        List<EvidenceFile> files = inBackground(() -> desk.unaudited(
                "which files wait for the scanner shows nothing of anybody", () -> repository.unscanned(AT_ONCE)));
        int scanned = 0;
        for (EvidenceFile file : files) {
            VirusScanner.Verdict verdict = inBackground(() -> desk.unaudited(
                    "a machine reads the file and tells nobody what is in it",
                    () -> scanner.scan(out -> repository.write(file.id(), out))));
            boolean decided = switch (verdict) {
                case VirusScanner.Verdict.NothingFound(String by) -> note(file, EvidenceFile.Scan.NOTHING_FOUND, by);
                case VirusScanner.Verdict.Found(String by, String what) ->
                    note(file, EvidenceFile.Scan.FOUND, by + ": " + what);
                case VirusScanner.Verdict.NotScanned(String why) -> {
                    LOG.warn("file={} is scanned later: cause={}", file.id(), why);
                    yield false;
                }
            };
            scanned += decided ? 1 : 0;
        }
        return scanned;
    }

    private boolean note(EvidenceFile file, EvidenceFile.Scan scan, String scannerSays) {
        return inBackground(() -> desk.audited(
                Entry.of(Act.ALTERATION, "evidence", WHY)
                        .about(List.of(file.id().toString()))
                        .showing(List.of("scan")),
                () -> {
                    repository.scanned(file.id(), scan, scannerSays, clock.instant());
                    return true;
                }));
    }

    private <T> T inBackground(Supplier<T> work) {
        return services.as(ServiceActor.BACKGROUND, "evidence", work);
    }

    @Override
    protected void look() {
        round();
    }
}
