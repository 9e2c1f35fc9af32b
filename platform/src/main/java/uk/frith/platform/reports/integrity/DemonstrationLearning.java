package uk.frith.platform.reports.integrity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;

/** What the demonstration's people have read: a text each, but not yet the one on their own slips. */
@Component
class DemonstrationLearning implements DemonstrationPart {

    private static final int AFTER_THE_AUDIT = 45;
    private static final List<Role> READERS =
            List.of(Role.CALL_HANDLER, Role.NEIGHBOURHOOD_OFFICER, Role.ASB_COORDINATOR, Role.SUPERVISOR);

    private final DemonstrationDesk people;
    private final Desk desk;
    private final Learning learning;
    private final LearningRepository repository;

    DemonstrationLearning(DemonstrationDesk people, Desk desk, Learning learning, LearningRepository repository) {
        this.people = people;
        this.desk = desk;
        this.learning = learning;
        this.repository = repository;
    }

    @Override
    public int order() {
        return AFTER_THE_AUDIT;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        READERS.forEach(role -> people.as(
                role,
                () -> desk.audited(
                        this::read,
                        read -> Entry.of(Act.COLLECTION, LearningPages.TEXT, LearningPages.TO_LEARN)
                                .about(read.map(UUID::toString).stream().toList()))));
    }

    private Optional<UUID> read() {
        Actor me = people.actor();
        if (!repository.readBy(me.account()).isEmpty()) {
            return Optional.empty();
        }
        return learning.own(me, false).others().stream()
                .map(text -> UUID.fromString(text.id()))
                .filter(text -> learning.read(me, text))
                .findFirst();
    }
}
