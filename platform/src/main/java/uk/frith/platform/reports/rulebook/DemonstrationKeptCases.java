package uk.frith.platform.reports.rulebook;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.reports.rulebook.KeptCaseRepository.Written;

/** The kept cases of the demonstration: four that the rules read as its registrar expects. */
@Component
class DemonstrationKeptCases implements DemonstrationPart {

    private static final int AFTER_THE_TEAMS = 16;
    private static final List<Written> CASES = List.of(
            new Written(
                    "Abuse every day is harassment, however small each time",
                    "My neighbour has been shouting abuse at me every day for three weeks and I am scared to leave the"
                            + " house.",
                    true,
                    Optional.of("PERSONAL"),
                    new TreeSet<>(List.of("8L"))),
            new Written(
                    "A brick through a window is damage",
                    "Somebody threw a brick through my front window last night.",
                    true,
                    Optional.of("NUISANCE"),
                    new TreeSet<>(List.of("58A"))),
            new Written(
                    "Rubbish alone is no crime of ours",
                    "There is an old sofa and some bags of rubbish in the alley behind the flats.",
                    true,
                    Optional.of("ENVIRONMENTAL"),
                    new TreeSet<>()),
            new Written(
                    "Found property isn't antisocial behaviour",
                    "I found a wallet on the bus and want to hand it in.",
                    false,
                    Optional.empty(),
                    new TreeSet<>()));

    private final DemonstrationDesk people;
    private final Desk desk;
    private final KeptCaseRepository cases;
    private final InstantSource clock;

    DemonstrationKeptCases(DemonstrationDesk people, Desk desk, KeptCaseRepository cases, InstantSource clock) {
        this.people = people;
        this.desk = desk;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_THE_TEAMS;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        people.as(
                Role.CRIME_REGISTRAR,
                () -> desk.audited(
                        Entry.of(Act.COLLECTION, "kept case", BookDraftForms.TO_KEEP)
                                .with("done", "kept"),
                        this::keep));
    }

    private boolean keep() {
        Actor actor = people.actor();
        boolean none = cases.count(actor.organisation()) == 0;
        if (none) {
            CASES.forEach(
                    each -> cases.add(actor.organisation(), each, List.of(), null, actor.account(), clock.instant()));
        }
        return none;
    }
}
