package uk.frith.platform.reports.calls;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.foundation.places.Postcodes;
import uk.frith.platform.reports.calls.CallPageMaker.Screen;
import uk.frith.platform.reports.calls.DraftRepository.Draft;
import uk.frith.platform.reports.calls.DraftRepository.Way;
import uk.frith.platform.reports.concerns.Runs;
import uk.frith.platform.reports.recording.Earlier;
import uk.frith.platform.reports.recording.Grade;
import uk.frith.platform.reports.recording.Heard;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.NewReport.Follows;
import uk.frith.platform.reports.recording.NewReport.LinkKind;
import uk.frith.platform.reports.recording.Taken;

/** What is done at the desk with a draft: it is kept, looked at, recorded or discarded, each in one piece of work. */
@Component
class CallWork {

    static final String TO_TAKE = "to take a call down";
    private static final int DRAFTS_SHOWN = 100;

    private final Desk desk;
    private final DraftRepository drafts;
    private final Incidents incidents;
    private final Places places;
    private final Runs runs;
    private final List<FirstContact> firstContacts;
    private final List<ToldMeanwhile> meanwhile;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    CallWork(
            Desk desk,
            DraftRepository drafts,
            Incidents incidents,
            Places places,
            Runs runs,
            ObjectProvider<FirstContact> firstContacts,
            ObjectProvider<ToldMeanwhile> meanwhile,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.desk = desk;
        this.drafts = drafts;
        this.incidents = incidents;
        this.places = places;
        this.runs = runs;
        this.firstContacts = firstContacts.stream().toList();
        this.meanwhile = meanwhile.stream().toList();
        this.events = events;
        this.clock = clock;
    }

    /** One's drafts, and what else must be responded to now. */
    record Waiting(List<Draft> drafts, Optional<Panel> urgent) {}

    Waiting waiting() {
        return desk.audited(
                () -> new Waiting(drafts.open(DRAFTS_SHOWN), incidents.urgent(actor())),
                found -> Entry.of(Act.CONSULTATION, "drafts", TO_TAKE)
                        .about(Stream.concat(
                                        found.drafts().stream()
                                                .map(draft -> draft.id().toString()),
                                        found.urgent().stream().flatMap(panel -> panel.about().stream()))
                                .toList()));
    }

    UUID begin(String follows) {
        Actor actor = actor();
        String known = CallRules.follows(follows).isPresent() ? follows : "";
        return desk.audited(
                () -> drafts.begin(actor.organisation(), actor.account(), clock.instant(), known),
                draft -> Entry.of(Act.COLLECTION, "draft", TO_TAKE).about(List.of(draft.toString())));
    }

    /**
     * The screen as it is shown; what was told before is other people's words, so it is entered, and so are the reports of
     * the run that is weighed here and not with each pause in the typing.
     */
    Screen look(UUID id) {
        return desk.audited(
                () -> weighed(screen(draft(id))).in(drafts.nameOfAWindow()),
                found -> Entry.of(Act.CONSULTATION, "draft", TO_TAKE)
                        .about(Stream.of(
                                        Stream.of(id),
                                        Stream.concat(found.before().stream(), found.followed().stream())
                                                .map(Earlier::incident),
                                        found.run().stream().flatMap(run -> run.incidents().stream()))
                                .flatMap(Function.identity())
                                .map(UUID::toString)
                                .distinct()
                                .toList())
                        .showing(List.of("account", "caller", "reported before", "risk")));
    }

    private Screen screen(Draft draft) {
        Typed typed = draft.typed();
        UUID organisation = actor().organisation();
        List<Earlier> before = sought(organisation, typed);
        Optional<Heard> heard =
                typed.account().isBlank() ? Optional.empty() : Optional.of(incidents.hear(typed.account(), before));
        Optional<Instant> due = Choice.sent(Grade.values(), typed.grade())
                .or(() -> heard.map(Heard::grade))
                .map(grade -> incidents.answerBy(organisation, grade, draft.began()));
        Optional<Earlier> followed = CallRules.follows(typed.follows())
                .map(Follows::incident)
                .flatMap(incident -> known(organisation, before, incident));
        return new Screen(
                draft,
                heard,
                before,
                area(typed),
                places.unknownPostcode(typed.location()),
                due,
                followed,
                Optional.empty(),
                first(call(typed, heard)),
                "");
    }

    private List<FirstContact.Part> first(FirstContact.Call call) {
        return firstContacts.stream()
                .map(each -> each.part(call))
                .filter(part -> !part.questions().isEmpty())
                .toList();
    }

    private FirstContact.Call call(Typed typed, Optional<Heard> heard) {
        return new FirstContact.Call(
                actor().organisation(),
                heard,
                CallRules.follows(typed.follows())
                        .filter(follows -> follows.kind() == LinkKind.FOLLOW_UP)
                        .map(Follows::incident),
                FirstContact.read(typed.answers()));
    }

    /** What was typed, with what is suggested where nothing was answered. */
    Typed confirmed(UUID id, Typed typed) {
        return desk.unaudited("takes over what the screen has suggested", () -> {
            Map<String, String> answers = new HashMap<>(FirstContact.read(typed.answers()));
            for (FirstContact.Part part : screen(draft(id).typing(typed)).first()) {
                for (FirstContact.Asked question : part.questions()) {
                    if (question.suggestion() != null) {
                        answers.put(question.id(), question.suggestion().option());
                    }
                }
            }
            return typed.answering(answers);
        });
    }

    /** With the run that this call goes on with: what it follows, or else what this caller reported, wherever that was. */
    private Screen weighed(Screen screen) {
        UUID organisation = actor().organisation();
        return screen.inRun(screen.followed()
                .or(() -> ofCaller(organisation, screen.draft().typed()))
                .flatMap(earlier -> runs.of(organisation, earlier.incident())));
    }

    private Optional<Earlier> ofCaller(UUID organisation, Typed typed) {
        return (typed.phone() + typed.name()).isBlank()
                ? Optional.empty()
                : incidents
                        .before(
                                organisation,
                                CallRules.tidyPhone(typed.phone()),
                                typed.name().strip(),
                                "")
                        .stream()
                        .findFirst();
    }

    private List<Earlier> sought(UUID organisation, Typed typed) {
        boolean anything = !(typed.phone() + typed.name() + typed.location()).isBlank();
        return anything
                ? incidents.before(
                        organisation,
                        CallRules.tidyPhone(typed.phone()),
                        typed.name().strip(),
                        typed.location())
                : List.of();
    }

    private Optional<Earlier> known(UUID organisation, List<Earlier> before, UUID incident) {
        return before.stream()
                .filter(earlier -> earlier.incident().equals(incident))
                .findFirst()
                .or(() -> incidents.earlier(organisation, incident));
    }

    private Optional<Area> area(Typed typed) {
        return Postcodes.in(typed.location()).flatMap(places::ofPostcode);
    }

    /** What became of what was typed, and what it means. */
    record Answer(Keeping keeping, Screen screen) {}

    /** Keeps what is typed and says what it means. What it draws on was entered when it was shown. */
    Answer keepAndRead(UUID id, Typed typed, Mark mark) {
        return desk.unaudited("keeps what the handler types and says what their own words mean", () -> {
            Keeping keeping = save(id, typed, mark);
            return new Answer(keeping, screen(keeping.draft()));
        });
    }

    Keeping keep(UUID id, Typed typed, Mark mark) {
        return desk.unaudited("keeps what the handler types", () -> save(id, typed, mark));
    }

    private Keeping save(UUID id, Typed typed, Mark mark) {
        Optional<Draft> saved = drafts.save(id, typed.fitting(), mark, clock.instant());
        if (saved.isPresent()) {
            return new Keeping.Kept(saved.get());
        }
        Draft now = draft(id);
        if (!now.open()) {
            return new Keeping.Over(now);
        }
        // Overtaken on the way by what the same window sent later, which holds more than this.
        boolean overtaken =
                mark.turn() > 0 && mark.turn() <= now.turn() && mark.tab().equals(now.tab());
        return overtaken || now.typed().equals(typed.fitting()) ? new Keeping.Kept(now) : new Keeping.Elsewhere(now);
    }

    void discard(UUID id) {
        desk.audited(Entry.of(Act.ERASURE, "draft", TO_TAKE).about(List.of(id.toString())), () -> {
            drafts.discarded(draft(id).id(), clock.instant());
            events.publishEvent(new DraftDiscarded(id));
            return id;
        });
    }

    /** What became of the press of the button: whether it was kept, and if so what came of it. */
    record Pressed(Keeping keeping, Optional<Taken> taken) {}

    /** Keeps what was typed and records it in one piece of work: both stand or neither. */
    Pressed record(UUID id, Typed typed, Mark mark) {
        return desk.audited(
                () -> {
                    Keeping keeping = save(id, typed, mark);
                    return new Pressed(
                            keeping,
                            keeping instanceof Keeping.Kept kept
                                    ? Optional.of(recorded(kept.draft()))
                                    : Optional.empty());
                },
                pressed -> Entry.of(Act.COLLECTION, "incident", TO_TAKE)
                        .about(pressed.taken().stream()
                                .filter(Taken.Recorded.class::isInstance)
                                .map(taken ->
                                        ((Taken.Recorded) taken).incident().toString())
                                .toList())
                        .showing(List.of("account", "caller", "people", "evidence", "risk")));
    }

    private Taken recorded(Draft kept) {
        Draft draft = kept.way() == Way.CHAT ? whole(kept) : kept;
        Taken taken = incidents.record(
                actor().organisation(),
                CallRules.report(
                        draft.id(),
                        draft.way(),
                        draft.typed(),
                        area(draft.typed()).map(Area::code),
                        draft.began()));
        if (taken instanceof Taken.Recorded recorded) {
            if (!recorded.already() && !draft.typed().answers().isEmpty()) {
                FirstContact.Call call = call(draft.typed(), Optional.empty());
                firstContacts.forEach(each -> each.recorded(recorded.incident(), call));
            }
            drafts.recorded(draft.id(), recorded.incident(), clock.instant());
            events.publishEvent(new DraftRecorded(draft.id(), recorded.incident(), recorded.reference()));
        }
        return taken;
    }

    /** With what was told while it was taken down, and as a follow-up of what that has become by itself. */
    private Draft whole(Draft kept) {
        Typed typed = kept.typed();
        for (ToldMeanwhile each : meanwhile) {
            typed = typed.with(each.since(kept.id()));
        }
        return kept.typing(typed);
    }

    private Draft draft(UUID id) {
        return drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
