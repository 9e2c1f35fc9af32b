package uk.frith.platform.reports.recording;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.identity.TodayPanel;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.reports.recording.ListRepository.Reader;

/** On each person's first page: their incidents, their team's and their area's; and for who gives them out, nobody's. */
@Component
class TodayIncidents implements TodayPanel {

    private static final int AFTER_THE_WORKLIST = 20;
    private static final int DAYS_SHOWN = 7;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

    private final ListRepository repository;
    private final Deadlines deadlines;
    private final InstantSource clock;

    TodayIncidents(ListRepository repository, Deadlines deadlines, InstantSource clock) {
        this.repository = repository;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * The panel.
     *
     * @param days how many were nobody's at the beginning of each of the last days; empty for whoever gives none out
     */
    record TodayPage(List<Line> lines, List<Day> days) {}

    /** How many, and where they are. */
    record Line(String words, long count, String path) {}

    /** How many were nobody's on a day. */
    record Day(String day, long count) {}

    @Override
    public int order() {
        return AFTER_THE_WORKLIST;
    }

    @Override
    public Optional<Panel> of(Actor reader) {
        if (!reader.may(Permission.RECORD_INCIDENTS)) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(line(reader, "Mine, open", "ME"));
        if (reader.team().isPresent()) {
            lines.add(line(reader, "My team's, open", "TEAM"));
            lines.add(line(reader, "In my team's area, open", "AREA"));
        }
        boolean gives = reader.may(Permission.ALLOCATE_INCIDENTS);
        if (gives) {
            lines.add(line(reader, "Nobody's", "NOBODY"));
        }
        return Optional.of(new Panel("reports/recording/today", new TodayPage(lines, gives ? nobodys() : List.of())));
    }

    private Line line(Actor reader, String words, String whose) {
        Reader asker = new Reader(
                reader.organisation(), reader.account(), reader.team().orElse(null));
        long count = repository.count(
                asker, ListQuery.of(Map.of("owner", whose, "state", "OPEN")).filter());
        return new Line(words, count, "/incidents?owner=" + whose + "&state=OPEN&order=grade");
    }

    private List<Day> nobodys() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LONDON);
        List<LocalDate> days = IntStream.range(0, DAYS_SHOWN)
                .mapToObj(back -> today.minusDays(back))
                .toList();
        List<Instant> mornings =
                days.stream().map(day -> day.atStartOfDay(LONDON).toInstant()).toList();
        List<Long> counts = deadlines.running(Recorder.FIND_OWNER, mornings);
        return IntStream.range(0, days.size())
                .mapToObj(i -> new Day(DAY.format(days.get(i)), counts.get(i)))
                .toList();
    }
}
