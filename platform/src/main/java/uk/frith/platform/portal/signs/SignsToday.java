package uk.frith.platform.portal.signs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.identity.TodayPanel;
import uk.frith.platform.foundation.pages.Panel;

/** Codes that want somebody to go and look, on the first page of those who look after places. */
@Component
class SignsToday implements TodayPanel {

    private static final int AFTER_THE_WORKLIST = 40;
    private static final int LOOKED_AT = 500;

    private final SignRepository repository;
    private final InstantSource clock;

    SignsToday(SignRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** A code that isn't well. */
    record Ill(String path, String name, String health) {}

    /** How many there are, and those that aren't well. */
    record TodayPage(int count, List<Ill> ill) {
        TodayPage {
            ill = List.copyOf(ill);
        }
    }

    @Override
    public int order() {
        return AFTER_THE_WORKLIST;
    }

    @Override
    public Optional<Panel> of(Actor reader) {
        if (!reader.may(Permission.RECORD_INCIDENTS)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<SignRepository.Sign> signs = repository.all(LOOKED_AT, now).stream()
                .filter(SignRepository.Sign::up)
                .toList();
        if (signs.isEmpty()) {
            return Optional.empty();
        }
        List<Ill> ill = signs.stream()
                .filter(sign -> !SignRules.health(sign.use(), now).isEmpty())
                .map(sign -> new Ill(
                        "/signs/" + sign.id(), sign.name(), String.join("; ", SignRules.health(sign.use(), now))))
                .toList();
        return Optional.of(new Panel("portal/signs/staff-today", new TodayPage(signs.size(), ill)));
    }
}
