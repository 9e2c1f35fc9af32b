package uk.frith.platform.reports.recording;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.reports.wording.Wording;
import uk.frith.platform.reports.wording.Wording.Text;

/** What the demonstration's people write first makes it small now and then; asked about it, most write it anew. */
@Component
class DemonstrationWording implements DemonstrationStep {

    private static final int ONE_IN = 4;
    private static final int KEPT_OF_THEM = 5;

    private final DemonstrationDesk people;
    private final Wording wording;
    private final RecordRepository repository;
    private final InstantSource clock;

    DemonstrationWording(DemonstrationDesk people, Wording wording, RecordRepository repository, InstantSource clock) {
        this.people = people;
        this.wording = wording;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public void on(UUID incident, boolean closes, int turn) {
        // Beside the note of whoever dealt with it there is none yet.
        if (turn % ONE_IN != 1 || repository.notes(incident).size() > 1) {
            return;
        }
        Actor me = people.actor();
        String path = "/incidents/" + incident;
        String said = DemonstrationWords.small(turn);
        if (wording.question(Text.NOTE, path, said, false).isEmpty()) {
            return;
        }
        boolean keeps = turn / ONE_IN % KEPT_OF_THEM == 0;
        if (keeps) {
            wording.question(Text.NOTE, path, said, true);
        }
        repository.addNote(
                me.organisation(),
                incident,
                clock.instant(),
                me.account(),
                keeps ? said : DemonstrationWords.anew(turn));
    }
}
