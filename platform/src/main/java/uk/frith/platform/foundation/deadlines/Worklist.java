package uk.frith.platform.foundation.deadlines;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.identity.TodayPanel;
import uk.frith.platform.foundation.pages.Folded;
import uk.frith.platform.foundation.pages.Panel;

/** What is due, on each person's first page: theirs, their team's, and what came to their role because it is late. */
@Component
class Worklist implements TodayPanel {

    private static final int FIRST = 10;

    /** More would push the rest of the page out of sight on a telephone. */
    private static final int SHOWN_OPEN = 15;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Deadlines deadlines;
    private final InstantSource clock;

    Worklist(Deadlines deadlines, InstantSource clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * A line of the list.
     *
     * @param state how it stands, in words
     * @param urgency {@code late}, {@code close} or {@code running}
     */
    record Line(String title, String reference, String path, String due, String left, String state, String urgency) {}

    /** The list, the most urgent on top, then what is due first; {@code more} when it is longer than what is shown. */
    record WorklistPage(List<Line> lines, boolean more) {

        Folded<Line> folded() {
            return Folded.after(SHOWN_OPEN, lines);
        }

        /** How many are late, close, or still have time, in words for the top of the list. */
        String says() {
            return count("late") + " overdue, " + count("close") + " due soon, " + count("running") + " coming";
        }

        private long count(String urgency) {
            return lines.stream().filter(line -> line.urgency().equals(urgency)).count();
        }
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public Optional<Panel> of(Actor reader) {
        if (!reader.may(Permission.SEE_INCIDENTS)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<Clock> waiting = deadlines.worklist(reader);
        return Optional.of(new Panel(
                "foundation/deadlines/worklist",
                new WorklistPage(
                        waiting.stream().map(each -> line(each, now)).toList(),
                        waiting.size() == Deadlines.LONGEST_WORKLIST)));
    }

    private static Line line(Clock waiting, Instant now) {
        Clock.State state = waiting.at(now);
        String urgency = switch (state) {
            case LATE -> "late";
            case CLOSE -> "close";
            default -> "running";
        };
        return new Line(
                waiting.title(),
                waiting.reference(),
                waiting.path(),
                MOMENT.format(waiting.due()),
                waiting.left(now),
                state.words(),
                urgency);
    }
}
