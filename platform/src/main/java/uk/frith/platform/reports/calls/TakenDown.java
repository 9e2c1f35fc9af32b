package uk.frith.platform.reports.calls;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.reports.calls.CallScript.Told;
import uk.frith.platform.reports.calls.DraftRepository.Beginning;
import uk.frith.platform.reports.calls.DraftRepository.Way;
import uk.frith.platform.reports.recording.Heard;

/** What is told in another way than by telephone is taken down on the same screen, with the same questions. */
@Service
public class TakenDown {

    private final DraftRepository drafts;
    private final InstantSource clock;

    TakenDown(DraftRepository drafts, InstantSource clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Begins a draft of the actor's with what was told in a chat; within the caller's piece of work.
     *
     * @param began when it was told
     * @param evidence what came along, one to a line
     */
    public UUID begin(Actor actor, Instant began, String account, String evidence) {
        return drafts.begin(
                actor.organisation(),
                actor.account(),
                began,
                clock.instant(),
                new Beginning("", account, evidence, Way.CHAT));
    }

    /** Whether a draft is the actor's to go on with; within the caller's piece of work. */
    public boolean isMine(UUID draft) {
        return drafts.find(draft).filter(DraftRepository.Draft::open).isPresent();
    }

    /** Where a draft is gone on with. */
    public static String path(UUID draft) {
        return "/calls/" + draft;
    }

    /**
     * What to ask next, the question that decides first.
     *
     * @param account what was told so far
     */
    public static List<String> questions(String account, Heard heard) {
        Typed typed = Typed.of(Map.of("account", account));
        return CallScript.left(new Told(typed, Optional.of(heard), List.of())).stream()
                .map(CallScript.Question::words)
                .toList();
    }
}
