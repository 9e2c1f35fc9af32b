package uk.frith.platform.reports.recording;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.deadlines.Clock;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.identity.TodayPanel;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.reports.recording.UrgentRepository.Urgent;

/**
 * First on the first pages of those who send somebody: what was graded immediate or priority and waits for a response. A
 * supervisor sees all of it. Call handlers know what they took down; they see what came in by other ways.
 */
@Component
class UrgentIncidents implements TodayPanel {

    static final List<String> SHOWN = List.of("reference", "reported", "location", "grade", "channel", "owner");

    private static final int BEFORE_THE_WORKLIST = 5;

    /** More than this nobody takes in at a glance; the rest is a link away. */
    private static final int MOST_SHOWN = 20;

    /** Within this every minute counts, and after it a page would change too often. */
    private static final long MINUTES_EACH_TOLD = 10;

    private static final int STEP_MINUTES = 5;
    private static final String REST = "/incidents?flag=WAITING&order=grade";
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final UrgentRepository repository;
    private final InstantSource clock;

    UrgentIncidents(UrgentRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public int order() {
        return BEFORE_THE_WORKLIST;
    }

    @Override
    public Optional<Panel> of(Actor reader) {
        if (!reader.may(Permission.SEE_URGENT)) {
            return Optional.empty();
        }
        UrgentPage page = page(reader);
        return Optional.of(new Panel(
                "reports/recording/urgent",
                page,
                page.lines().stream().map(UrgentPage.Line::id).toList()));
    }

    UrgentPage page(Actor reader) {
        boolean all = reader.may(Permission.ALLOCATE_INCIDENTS);
        Instant now = clock.instant();
        List<Urgent> found = repository.urgent(reader.organisation(), all, MOST_SHOWN + 1);
        List<Urgent> shown = found.stream().limit(MOST_SHOWN).toList();
        return new UrgentPage(
                all
                        ? "Immediate and priority, not responded to yet"
                        : "Immediate and priority, come in by other ways than calls",
                says(shown, found.size() > MOST_SHOWN),
                shown.stream().map(each -> line(each, now)).toList(),
                found.size() > MOST_SHOWN ? REST : "");
    }

    private static String says(List<Urgent> shown, boolean more) {
        if (shown.isEmpty()) {
            return "None waits for a response.";
        }
        long immediate =
                shown.stream().filter(each -> each.grade() == Grade.IMMEDIATE).count();
        return (more ? "More than these wait: " : "Waiting for a response: ") + immediate + " immediate, "
                + (shown.size() - immediate) + " priority. Of each, what is due first stands first.";
    }

    private static UrgentPage.Line line(Urgent each, Instant now) {
        return new UrgentPage.Line(
                each.id().toString(),
                each.reference(),
                each.grade().words(),
                each.grade() == Grade.IMMEDIATE,
                ago(each.reported(), now) + " (" + HOUR.format(each.reported()) + ")",
                where(each),
                each.channel().words(),
                each.owner().isEmpty() ? "Nobody" : each.owner(),
                now.isAfter(each.due()));
    }

    /** The place, with its ward where its words don't name that already. */
    private static String where(Urgent each) {
        String area = each.location().contains(each.area()) ? "" : each.area();
        return Stream.of(each.location(), area)
                .filter(part -> !part.isEmpty())
                .reduce((place, ward) -> place + ", " + ward)
                .orElse("Not known");
    }

    /** By the minute at first, then by five minutes, then by hours and days. */
    private static String ago(Instant moment, Instant now) {
        long minutes = Math.max(0, Duration.between(moment, now).toMinutes());
        long told = minutes < MINUTES_EACH_TOLD ? minutes : minutes - minutes % STEP_MINUTES;
        return told == 0 ? "Just now" : Clock.inWords(Duration.ofMinutes(told)) + " ago";
    }
}
