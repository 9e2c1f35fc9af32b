package uk.frith.platform.portal.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.frith.platform.portal.dialogue.Conversations.Line;

/**
 * A chat and everything that was said in it.
 *
 * @param report by which it is known
 * @param seen when the reporter's browser last asked for what is new
 * @param answeredBy who answers now; empty while it waits
 * @param draft in which it was taken down
 * @param ended when one of the two ended it
 * @param recorded whether it is an incident already
 * @param first what was told first
 */
record Talk(
        UUID report,
        UUID organisation,
        Instant began,
        Instant seen,
        Optional<UUID> answeredBy,
        Optional<UUID> draft,
        Optional<Instant> ended,
        boolean recorded,
        String first,
        List<Line> lines) {

    Talk {
        lines = List.copyOf(lines);
    }

    boolean goesOn() {
        return ended.isEmpty() && !recorded;
    }

    Talk saying(List<Line> said) {
        return new Talk(report, organisation, began, seen, answeredBy, draft, ended, recorded, first, said);
    }

    /** Changes whenever there is something new to see. */
    String mark() {
        return lines.size() + (goesOn() ? "-on" : "-over") + (answeredBy.isPresent() ? "-answered" : "-waiting");
    }

    @Override
    public String toString() {
        return "Talk[" + report + "]";
    }
}
