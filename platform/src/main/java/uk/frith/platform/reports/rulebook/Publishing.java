package uk.frith.platform.reports.rulebook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.narrative.AccountReader;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.reports.rulebook.BookCheck.Checked;
import uk.frith.platform.reports.rulebook.PublishRules.Asked;
import uk.frith.platform.reports.rulebook.PublishRules.Standing;

/** Publishes drafts, with a second person where the organisation wants one. Called within a piece of work at the desk. */
@Component
class Publishing {

    private final EditionRepository editions;
    private final BookDraftRepository drafts;
    private final RuleBooks books;
    private final Shelf shelf;
    private final KeptCaseRepository cases;
    private final InstantSource clock;

    Publishing(
            EditionRepository editions,
            BookDraftRepository drafts,
            RuleBooks books,
            Shelf shelf,
            KeptCaseRepository cases,
            InstantSource clock) {
        this.editions = editions;
        this.drafts = drafts;
        this.books = books;
        this.shelf = shelf;
        this.cases = cases;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {
        /** It is an edition now. */
        record Published(UUID edition) implements Outcome {}

        /** It waits for a second person. */
        record Submitted() implements Outcome {}

        /** It can't be: why, at each field. */
        record Refused(Map<String, String> wrong) implements Outcome {}

        /** Somebody published or discarded it meanwhile. */
        record Closed() implements Outcome {}
    }

    Standing standing(UUID organisation, BookFiles files) {
        String live = editions.live(organisation, clock.instant())
                .map(Edition::digest)
                .orElse(BookFiles.shipped().digest());
        Checked checked = shelf.check(files);
        int broken = checked.book()
                .map(book -> broken(organisation, new AccountReader(book)))
                .orElse(0);
        return new Standing(checked.faults().size(), files.digest().equals(live), broken);
    }

    /** How many kept cases a reader reads otherwise than they should be read. */
    private int broken(UUID organisation, AccountReader reader) {
        return (int) cases.inUse(organisation, TrialRun.MOST_CASES).stream()
                .filter(kept -> !kept.departures(reader.read(kept.account())).isEmpty())
                .count();
    }

    Outcome publish(Actor actor, UUID id, Asked asked) {
        Optional<Draft.State> state = drafts.lock(id, actor.organisation());
        Optional<Draft> draft = drafts.find(id, actor.organisation());
        if (draft.isEmpty() || state.filter(Draft.State.OPEN::equals).isEmpty()) {
            return new Outcome.Closed();
        }
        BookFiles files = drafts.files(id);
        Instant now = clock.instant();
        Map<String, String> wrong = PublishRules.faults(asked, standing(actor.organisation(), files), now);
        if (!wrong.isEmpty()) {
            return new Outcome.Refused(wrong);
        }
        String reason = asked.reason().strip();
        String broken = asked.broken().strip();
        Optional<Instant> moment = PublishRules.moment(asked);
        if (editions.secondPerson(actor.organisation())) {
            drafts.submit(id, actor.account(), moment.orElse(null), reason, broken);
            return new Outcome.Submitted();
        }
        return add(draft.get(), files, actor, moment.orElse(now), reason, broken, actor.account(), null, now);
    }

    /** A second person agrees; whoever submitted it can't. */
    Outcome approve(Actor actor, UUID id) {
        Optional<Draft.State> state = drafts.lock(id, actor.organisation());
        Optional<Draft> draft = drafts.find(id, actor.organisation());
        if (draft.isEmpty() || state.filter(Draft.State.SUBMITTED::equals).isEmpty()) {
            return new Outcome.Closed();
        }
        UUID submittedBy = draft.get().submittedBy().orElse(actor.account());
        if (submittedBy.equals(actor.account())) {
            return new Outcome.Refused(Map.of("publish", "Somebody else than you must agree"));
        }
        BookFiles files = drafts.files(id);
        if (!shelf.check(files).faults().isEmpty()) {
            return new Outcome.Refused(
                    Map.of("publish", "Mend the faults first: a book with faults can't be read with"));
        }
        Instant now = clock.instant();
        Instant from =
                draft.get().validFrom().filter(moment -> moment.isAfter(now)).orElse(now);
        return add(
                draft.get(),
                files,
                actor,
                from,
                draft.get().reason(),
                draft.get().brokenReason(),
                submittedBy,
                actor.account(),
                now);
    }

    private Outcome add(
            Draft draft,
            BookFiles files,
            Actor actor,
            Instant from,
            String reason,
            String broken,
            UUID publishedBy,
            @org.jspecify.annotations.Nullable UUID approvedBy,
            Instant now) {
        UUID edition = editions.add(
                new EditionRepository.New(
                        actor.organisation(), draft.ships(), from, reason, broken, now, publishedBy, approvedBy),
                files);
        drafts.published(draft.id(), edition, now);
        if (!from.isAfter(now)) {
            // The registrar waits a moment for it here, so that no call handler does.
            books.current(actor.organisation());
        }
        return new Outcome.Published(edition);
    }
}
