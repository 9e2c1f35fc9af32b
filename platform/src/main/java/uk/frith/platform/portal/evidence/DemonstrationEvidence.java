package uk.frith.platform.portal.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationFile;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.portal.report.DemonstrationAlong;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.report.SentReport;

/** The photos of the demonstration: some reports come with one or two, of which an officer has opened the first. */
@Component
class DemonstrationEvidence implements DemonstrationPart, DemonstrationAlong {

    private static final int AFTER_THE_REPORTS = 32;
    private static final int MOST_LOOKED_AT = 200;

    private final DemonstrationDesk people;
    private final Desk desk;
    private final FilesPages files;
    private final Evidences evidences;
    private final PublicReports reports;

    DemonstrationEvidence(
            DemonstrationDesk people, Desk desk, FilesPages files, Evidences evidences, PublicReports reports) {
        this.people = people;
        this.desk = desk;
        this.files = files;
        this.evidences = evidences;
        this.reports = reports;
    }

    @Override
    public int order() {
        return AFTER_THE_REPORTS;
    }

    @Override
    public void along(UUID report, int turn) {
        for (int photo = 0; photo < turn % 3; photo++) {
            keep(report, "Photo of my street " + (photo + 1) + ".png", turn + photo);
        }
    }

    private void keep(UUID report, String name, int turn) {
        try {
            files.keep(report, new DemonstrationFile(name, DemonstrationPicture.png(turn)))
                    .ifPresent(wrong -> {
                        throw new IllegalStateException("A pretend photo is refused: " + wrong);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        people.as(
                Role.NEIGHBOURHOOD_OFFICER,
                () -> desk.audited(
                        this::openOne,
                        opened -> Entry.of(Act.CONSULTATION, "evidence", EvidencePages.TO_OPEN)
                                .about(opened.map(file -> file.id().toString()).stream()
                                        .toList())
                                .showing(List.of("content"))));
    }

    private Optional<EvidenceFile> openOne() {
        List<EvidenceFile> all = reports.queue(MOST_LOOKED_AT).stream()
                .map(SentReport::id)
                .flatMap(report -> evidences.of(report).stream())
                .toList();
        UUID me = desk.actor().map(Actor::account).orElseThrow();
        Optional<EvidenceFile> first = all.stream()
                .filter(file -> all.stream().allMatch(each -> each.opened().isEmpty()))
                .findFirst();
        first.ifPresent(file -> evidences.opened(file, me));
        return first;
    }
}
