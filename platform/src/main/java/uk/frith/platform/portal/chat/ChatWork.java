package uk.frith.platform.portal.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.portal.chat.ChatRules.Weighed;
import uk.frith.platform.portal.dialogue.Conversations;
import uk.frith.platform.portal.report.SentAlong;
import uk.frith.platform.portal.report.ToldByChat;
import uk.frith.platform.reports.calls.DraftDiscarded;
import uk.frith.platform.reports.calls.DraftRecorded;
import uk.frith.platform.reports.calls.TakenDown;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.NewReport;
import uk.frith.platform.reports.wording.Wording;

/** What is done at the desk with talks: they are answered, handed on, taken down and ended, each in one piece of work. */
@Component
class ChatWork {

    static final String TO_ANSWER = "to answer somebody in a chat";
    private static final String CHAT = "chat";
    private static final int MOST_SHOWN = 200;

    /** What a record holds, less what stands around the lines; a reporter may write less than half of it. */
    private static final int LONGEST_TALK = 80_000;

    private final Desk desk;
    private final ChatRepository repository;
    private final Transcripts transcripts;
    private final Conversations conversations;
    private final ToldByChat told;
    private final TakenDown takenDown;
    private final List<SentAlong> along;
    private final Incidents incidents;
    private final Wording wording;
    private final ChatSettings settings;
    private final InstantSource clock;

    ChatWork(
            Desk desk,
            ChatRepository repository,
            Transcripts transcripts,
            Conversations conversations,
            ToldByChat told,
            TakenDown takenDown,
            ObjectProvider<SentAlong> along,
            Incidents incidents,
            Wording wording,
            ChatSettings settings,
            InstantSource clock) {
        this.desk = desk;
        this.repository = repository;
        this.transcripts = transcripts;
        this.conversations = conversations;
        this.told = told;
        this.takenDown = takenDown;
        this.along = along.stream().toList();
        this.incidents = incidents;
        this.wording = wording;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The talks that go on: those that wait in the order in which they are answered, one's own, and others'.
     *
     * @param answering whether the asker can be written to
     */
    record Board(List<Weighed> waiting, List<Weighed> mine, List<Weighed> others, boolean answering) {}

    /** Whoever opens it can be written to from now on. */
    Board board() {
        return board(me -> {
            repository.present(me.account(), me.organisation());
            return true;
        });
    }

    /** The board of a page that is open: it keeps whoever answers there, and brings nobody back who stopped. */
    Board boardAgain() {
        return board(me -> repository.stillPresent(me.account()));
    }

    private Board board(Predicate<Actor> presence) {
        return desk.unaudited("shows how many wait and how long, and not a word of anybody", () -> {
            Actor me = actor();
            return sorted(me, presence.test(me));
        });
    }

    private Board sorted(Actor me, boolean answering) {
        List<Weighed> all = repository.goingOn(me.organisation(), MOST_SHOWN).stream()
                .map(transcripts::whole)
                .map(this::weighed)
                .toList();
        return new Board(
                ChatRules.inOrder(all.stream()
                        .filter(each -> !each.talk().attended() && !isMine(each.talk(), me))
                        .toList()),
                all.stream().filter(each -> isMine(each.talk(), me)).toList(),
                all.stream()
                        .filter(each -> each.talk().attended() && !isMine(each.talk(), me))
                        .toList(),
                answering);
    }

    private static boolean isMine(Talk talk, Actor me) {
        return talk.answeredBy().filter(me.account()::equals).isPresent();
    }

    private Weighed weighed(Talk talk) {
        return new Weighed(talk, incidents.hear(ChatRules.transcript(talk), List.of()));
    }

    /** Goes away: nobody is led to believe that one can be written to. */
    void leave() {
        desk.unaudited("says that its actor answers no more", () -> {
            repository.absent(actor().account());
            return CHAT;
        });
    }

    /** Takes the most urgent that waits; empty when none does or the asker has enough in hand. */
    Optional<UUID> next() {
        return desk.audited(
                () -> {
                    Actor me = actor();
                    Board board = sorted(me, true);
                    int load = ChatRules.load(board.mine());
                    return board.waiting().stream()
                            .limit(1)
                            .filter(each -> ChatRules.canAnswer(load, each.talk(), each.heard(), settings.mostAtOnce()))
                            .filter(each -> repository.answer(each.talk(), me.account(), clock.instant()))
                            .map(each -> each.talk().report())
                            .findFirst();
                },
                taken -> Entry.of(Act.ALTERATION, CHAT, TO_ANSWER)
                        .about(taken.map(UUID::toString).stream().toList())
                        .showing(List.of("answered by")));
    }

    /** Takes over a talk, whoever answered it. */
    void takeOver(UUID report) {
        change(report, "answered by", talk -> {
            repository.answer(talk, actor().account(), clock.instant());
            return Optional.of(report);
        });
    }

    /** A talk as it is shown, and whether it is the asker's to answer. */
    record View(Weighed weighed, boolean mine, boolean gone, List<String> questions) {
        @Override
        public String toString() {
            return "View";
        }
    }

    /** Whoever opens a talk can be written to from now on. */
    View open(UUID report) {
        return look(report, () -> {
            Actor me = actor();
            repository.present(me.account(), me.organisation());
        });
    }

    private View look(UUID report, Runnable before) {
        return desk.audited(
                () -> {
                    before.run();
                    return shown(report);
                },
                seen -> Entry.of(Act.CONSULTATION, CHAT, TO_ANSWER)
                        .about(List.of(report.toString()))
                        .showing(List.of("account", "messages")));
    }

    /** What is new since a mark; looking for it in vain shows nothing. */
    Optional<View> news(UUID report, String mark) {
        boolean anything = desk.unaudited("looks whether anything new was written", () -> {
            Actor me = actor();
            repository.stillPresent(me.account());
            Talk talk = talk(report);
            keepGoing(talk, me);
            return !ChatRules.staffMark(talk, clock.instant()).equals(mark);
        });
        return anything ? Optional.of(look(report, () -> {})) : Optional.empty();
    }

    private View shown(UUID report) {
        Actor me = actor();
        Talk talk = talk(report);
        if (isMine(talk, me)) {
            conversations.readByStaff(report, talk.lines());
            keepGoing(talk, me);
        }
        Weighed weighed = weighed(talk);
        return new View(
                weighed,
                isMine(talk, me),
                ChatRules.hasGone(talk, clock.instant()),
                ChatRules.unasked(TakenDown.questions(ChatRules.transcript(talk), weighed.heard()), talk));
    }

    /** While whoever answers has it open, it doesn't become an incident by itself. */
    private void keepGoing(Talk talk, Actor me) {
        if (talk.goesOn() && isMine(talk, me)) {
            told.leaveAlone(
                    talk.report(),
                    clock.instant().plus(talk.draft().isPresent() ? settings.recordedWithin() : settings.quietFor()));
        }
    }

    private Talk talk(UUID report) {
        return transcripts.find(report).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What became of a line: what is wrong with it, if anything is. */
    record Said(View view, Optional<String> wrong) {
        @Override
        public String toString() {
            return "Said";
        }
    }

    /** Writes a line, unless something is wrong with it; words that make it small are asked about once. */
    Said say(UUID report, String text, Optional<String> fault, boolean keep) {
        return desk.audited(
                () -> {
                    Talk talk = talk(report);
                    Supplier<Optional<String>> small =
                            () -> wording.question(Wording.Text.ANSWER, "/chats/" + report, text, keep);
                    Optional<String> wrong = !talk.goesOn()
                            ? Optional.of("This chat is over, and what you wrote wasn't sent")
                            : isMine(talk, actor())
                                    ? fault.or(() -> full(talk, text)).or(small)
                                    : Optional.of(
                                            "Somebody else answers this chat now, and what you wrote wasn't sent");
                    if (wrong.isEmpty()) {
                        conversations.write(report, Optional.of(actor().account()), text);
                    }
                    return new Said(shown(report), wrong);
                },
                said -> Entry.of(Act.ALTERATION, CHAT, TO_ANSWER)
                        .about(List.of(report.toString()))
                        .showing(List.of("messages")));
    }

    private static Optional<String> full(Talk talk, String text) {
        return talk.length() + text.length() > LONGEST_TALK
                ? Optional.of("This chat is as long as one can be: take it down, and go on by telephone")
                : Optional.empty();
    }

    /** Puts it back among those that wait; whoever takes it next sees everything that was said. */
    void handOn(UUID report) {
        changeMine(report, "answered by", talk -> {
            repository.handOn(report, actor().account());
            told.leaveAlone(report, clock.instant().plus(settings.answeredWithin()));
            return Optional.of(report);
        });
    }

    /**
     * Takes it down in a draft, the actor's own where they took it down before; gives the draft. Empty when it isn't the
     * asker's any more, or is recorded already.
     */
    Optional<UUID> takeDown(UUID report) {
        return changeMine(report, "draft", talk -> {
            Optional<UUID> before = talk.draft().filter(takenDown::isMine);
            if (before.isPresent() || !talk.goesOn()) {
                return before;
            }
            UUID draft = takenDown.begin(actor(), talk.began(), ChatRules.transcript(talk), evidence(report));
            repository.drafted(report, draft, talk.lines().size());
            told.leaveAlone(report, clock.instant().plus(settings.recordedWithin()));
            return Optional.of(draft);
        });
    }

    private String evidence(UUID report) {
        return along.stream()
                .flatMap(each -> each.alongWith(report).stream())
                .map(NewReport.Evidence::description)
                .collect(Collectors.joining("\n"));
    }

    /** Ends it; what nobody took down becomes an incident as it was told. */
    void end(UUID report) {
        Optional<UUID> left = changeMine(report, "ended", talk -> {
            Instant now = clock.instant();
            repository.end(report, "STAFF", now);
            if (talk.draft().filter(takenDown::isMine).isPresent()) {
                return Optional.empty();
            }
            told.leaveAlone(report, now);
            return Optional.of(report);
        });
        left.ifPresent(told::takeNow);
    }

    /** The same for a talk that the actor answers; nothing when somebody else does by now. */
    private Optional<UUID> changeMine(UUID report, String field, Function<Talk, Optional<UUID>> work) {
        return change(report, field, talk -> isMine(talk, actor()) ? work.apply(talk) : Optional.empty());
    }

    /** Does something to a talk, and enters it. */
    private Optional<UUID> change(UUID report, String field, Function<Talk, Optional<UUID>> work) {
        return desk.audited(
                () -> work.apply(talk(report)),
                done -> Entry.of(Act.ALTERATION, CHAT, TO_ANSWER)
                        .about(List.of(report.toString()))
                        .showing(List.of(field)));
    }

    /** What was taken down of a talk is the incident that its report becomes. */
    @EventListener
    void recorded(DraftRecorded recorded) {
        repository.ofDraft(recorded.draft()).ifPresent(talk -> {
            Instant now = clock.instant();
            told.taken(talk.report(), talk.organisation(), recorded.incident(), recorded.reference(), now);
        });
    }

    /** What was taken down isn't recorded after all: the talk is as if nobody had taken it down. */
    @EventListener
    void discarded(DraftDiscarded discarded) {
        repository
                .ofDraft(discarded.draft())
                .filter(talk -> talk.draft().filter(discarded.draft()::equals).isPresent())
                .ifPresent(talk -> {
                    repository.undrafted(talk.report(), discarded.draft());
                    Duration left = talk.goesOn() ? settings.quietFor() : Duration.ZERO;
                    told.leaveAlone(talk.report(), clock.instant().plus(left));
                });
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in answers."));
    }
}
