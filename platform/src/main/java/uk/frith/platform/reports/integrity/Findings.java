package uk.frith.platform.reports.integrity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.deadlines.Duty;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.reports.integrity.CompareRules.Comparison;
import uk.frith.platform.reports.integrity.FindingRepository.Ended;
import uk.frith.platform.reports.integrity.FindingRepository.Source;
import uk.frith.platform.reports.integrity.FindingRules.Draft;
import uk.frith.platform.reports.integrity.FindingRules.Step;
import uk.frith.platform.reports.integrity.ReadingRepository.Stands;

/** Raises findings, keeps their clocks true, and ends them. Within the caller's work at the desk. */
@Component
class Findings {

    private static final String DECIDE_DISPUTE = "DECIDE_DISPUTE";

    private final FindingRepository repository;
    private final Deadlines deadlines;
    private final InstantSource clock;

    Findings(FindingRepository repository, Deadlines deadlines, InstantSource clock) {
        this.repository = repository;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Raises what a saved reading found wrong, each with a clock for whoever owns the incident. */
    void raise(Source source, Comparison comparison, Stands stands, UUID by) {
        Instant now = clock.instant();
        for (Draft draft : FindingRules.findings(comparison, repository.deciders(source.incident(), stands))) {
            repository
                    .add(source, draft, stands, now, by)
                    .ifPresent(finding -> deadlines.begin(new Duty(
                            draft.kind().duty(),
                            source.organisation(),
                            finding,
                            stands.reference(),
                            "/recording-findings/" + finding,
                            stands.owner().or(stands::taker),
                            stands.team(),
                            now)));
        }
    }

    /** Whether somebody has to answer a finding: its owner, their team, or the supervisor of either. */
    static boolean answers(Actor actor, Finding finding) {
        return finding.owner().filter(actor.account()::equals).isPresent()
                || (finding.team().isPresent() && finding.team().equals(actor.team()))
                || actor.may(Permission.SAMPLE_RECORDING);
    }

    static Set<Step> steps(Actor actor, Finding finding) {
        return FindingRules.steps(
                finding.kind(), finding.state(), answers(actor, finding), actor.may(Permission.DECIDE_FINDINGS));
    }

    /** Takes a step; says what is wrong when it can't be taken. */
    Optional<String> take(Actor actor, Finding finding, Step step, String reason) {
        if (!steps(actor, finding).contains(step)) {
            return Optional.of("That can't be done with this finding any more, or not by you");
        }
        Optional<String> fault = step == Step.NOTE ? Optional.empty() : FindingRules.faultOfReason(reason);
        if (fault.isPresent()) {
            return fault;
        }
        Instant now = clock.instant();
        boolean done = switch (step) {
            case NOTE ->
                repository.answer(
                        finding.id(), FindingState.ACCEPTED, finding.answer().orElse(""), now, actor.account());
            case DISPUTE -> repository.answer(finding.id(), FindingState.DISPUTED, reason, now, actor.account());
            case UPHOLD -> repository.decide(finding.id(), FindingState.STANDS, reason, now, actor.account());
            case WITHDRAW -> repository.decide(finding.id(), FindingState.WITHDRAWN, reason, now, actor.account());
        };
        if (!done) {
            return Optional.of("Somebody else was faster: look at the finding again");
        }
        clocks(actor, finding, step, now);
        return Optional.empty();
    }

    private void clocks(Actor actor, Finding finding, Step step, Instant now) {
        switch (step) {
            case NOTE -> end(new Ended(finding.id(), finding.kind()));
            case DISPUTE -> {
                deadlines.meet(finding.kind().duty(), finding.id());
                begin(actor, finding, DECIDE_DISPUTE, Optional.empty(), Optional.empty(), now);
            }
            case WITHDRAW -> deadlines.meet(DECIDE_DISPUTE, finding.id());
            case UPHOLD -> {
                deadlines.meet(DECIDE_DISPUTE, finding.id());
                begin(actor, finding, finding.kind().duty(), finding.owner(), finding.team(), now);
            }
        }
    }

    private void begin(
            Actor actor, Finding finding, String kind, Optional<UUID> account, Optional<UUID> team, Instant now) {
        deadlines.begin(new Duty(
                kind, actor.organisation(), finding.id(), finding.reference(), finding.path(), account, team, now));
    }

    private void end(Ended ended) {
        deadlines.meet(ended.kind().duty(), ended.finding());
        deadlines.cancel(DECIDE_DISPUTE, ended.finding(), "it was put right");
    }

    /** A crime was recorded: what it puts right, ends. */
    void crimeRecorded(UUID incident) {
        List<Ended> ended = repository.crimesPutRight(incident, clock.instant());
        ended.forEach(this::end);
    }

    /** An incident was closed: a category that is now right, ends its finding. */
    void closed(UUID incident) {
        List<Ended> ended = repository.categoryPutRight(incident, clock.instant());
        ended.forEach(this::end);
    }
}
