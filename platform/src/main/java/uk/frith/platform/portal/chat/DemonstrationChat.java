package uk.frith.platform.portal.chat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.portal.dialogue.Conversations;
import uk.frith.platform.portal.report.DemonstrationReporter;
import uk.frith.platform.portal.report.DemonstrationReporter.Sent;
import uk.frith.platform.portal.report.ToldByChat;

/** The chats of the demonstration: one that is over and recorded, one that the call handler answers, and one that waits. */
@Component
class DemonstrationChat implements DemonstrationPart {

    private static final int AFTER_THE_REPORTS = 35;

    /** Long enough for a newcomer to find those that go on; nobody is there to answer in time. */
    private static final Duration LEFT_ALONE = Duration.ofHours(12);

    /** Those that go on are light, so that whoever looks in can take another. */
    private static final List<Script> SCRIPTS = List.of(
            new Script(
                    "Lads on mopeds go up and down the path behind our gardens every evening. One of them spat at my"
                            + " mother when she asked them to stop.",
                    List.of(
                            "I am sorry that this happened to her. Is she hurt, and is anybody there now?",
                            "How long has this been going on, and do you know any of them?"),
                    List.of(
                            "She isn't hurt but she won't go out after tea any more. They left ten minutes ago.",
                            "Since the end of the holidays, four or five times a week. One has a red helmet."),
                    Ending.ENDED),
            new Script(
                    "The music from the pub garden is loud again this Saturday. I only want to know who deals with it.",
                    List.of("Thank you for telling us. Which pub is it, and how late does it go on?"),
                    List.of("The one on the square, until one in the morning. Everybody on this side hears it."),
                    Ending.GOES_ON),
            new Script(
                    "There is an old sofa and some bags of rubbish in the alley behind the flats, it has been there since"
                            + " last week.",
                    List.of(),
                    List.of("I can send a photo."),
                    Ending.WAITS));

    private final DemonstrationDesk people;
    private final DemonstrationReporter reporter;
    private final Desk desk;
    private final ChatRepository repository;
    private final Conversations conversations;
    private final ToldByChat told;
    private final ChatWork work;
    private final InstantSource clock;

    DemonstrationChat(
            DemonstrationDesk people,
            DemonstrationReporter reporter,
            Desk desk,
            ChatRepository repository,
            Conversations conversations,
            ToldByChat told,
            ChatWork work,
            InstantSource clock) {
        this.people = people;
        this.reporter = reporter;
        this.desk = desk;
        this.repository = repository;
        this.conversations = conversations;
        this.told = told;
        this.work = work;
        this.clock = clock;
    }

    private enum Ending {
        ENDED,
        GOES_ON,
        WAITS
    }

    /** What the reporter tells first, what is answered, and what the reporter says to each. */
    private record Script(String first, List<String> answers, List<String> replies, Ending ending) {
        @Override
        public String toString() {
            return "Script";
        }
    }

    @Override
    public int order() {
        return AFTER_THE_REPORTS;
    }

    @Override
    public void play(List<Told> all, Consumer<String> news) {
        Set<String> before = reporter.sent();
        SCRIPTS.stream().filter(script -> !before.contains(script.first())).forEach(this::play);
        conversations.promise();
    }

    private void play(Script script) {
        Optional<Sent> begun = reporter.talk(script.first(), (report, force) -> {
            repository.begin(report, force);
            told.leaveAlone(report, clock.instant().plus(LEFT_ALONE));
        });
        begun.ifPresent(talk -> {
            for (int turn = 0; turn < script.replies().size(); turn++) {
                if (turn < script.answers().size()) {
                    answer(talk.report(), script.answers().get(turn));
                }
                String reply = script.replies().get(turn);
                reporter.again(talk, () -> conversations.write(talk.report(), Optional.empty(), reply));
            }
            leave(talk.report(), script.ending());
        });
    }

    private void answer(UUID report, String words) {
        people.as(Role.CALL_HANDLER, () -> {
            work.takeOver(report);
            return work.say(report, words, Optional.empty(), true);
        });
    }

    private void leave(UUID report, Ending ending) {
        switch (ending) {
            case ENDED ->
                people.as(Role.CALL_HANDLER, () -> {
                    work.end(report);
                    return report;
                });
            case GOES_ON ->
                people.as(
                        Role.CALL_HANDLER,
                        () -> desk.unaudited("leaves a pretend chat to whoever finds it", () -> {
                            told.leaveAlone(report, clock.instant().plus(LEFT_ALONE));
                            return report;
                        }));
            case WAITS -> {}
        }
    }
}
