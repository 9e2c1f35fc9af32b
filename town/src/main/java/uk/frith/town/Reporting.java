package uk.frith.town;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.frith.town.History.Occurrence;

/** How what happened becomes a row of the force's extract: who told, when, how exactly, in which words. */
final class Reporting {

    /** The clock that the town lives by. */
    static final ZoneId CLOCK = ZoneId.of("Europe/London");

    /** The share of reports without a point; half of them have no area either. */
    static final double WITHOUT_POINT = 0.02;

    private static final double MEAN_MINUTES_TO_CALL = 25;
    private static final double MEAN_MINUTES_TO_FORM = 900;
    private static final double MEAN_MINUTES_TO_PASS_ON = 2_000;
    private static final double MEAN_MINUTES_LONG = 45;
    private static final double MEAN_MINUTES_LEFT = 2_500;
    private static final double MOST_MINUTES = 14_400;

    /** An incident on its way into the extract, and what it was. */
    record Report(Occurrence occurrence, Incident incident) {}

    private record Draft(
            Occurrence occurrence, Instant from, @Nullable Instant to, Instant reported, Channel channel) {}

    private final TownPlan plan;
    private final List<Area> areas;
    private final Chance chance;
    private final Accounts accounts;
    private final Instant lastMinute;

    Reporting(TownPlan plan, List<Area> areas) {
        this.plan = plan;
        this.areas = areas;
        this.chance = new Chance(plan.seed(), "reports");
        this.accounts = new Accounts(new Chance(plan.seed(), "accounts"));
        this.lastMinute =
                plan.lastDay().plusDays(1).atStartOfDay(CLOCK).toInstant().minus(1, ChronoUnit.MINUTES);
    }

    /** The extract, in order of report. */
    List<Report> extract(List<Occurrence> occurrences) {
        List<Draft> drafts = new ArrayList<>(occurrences.size());
        for (Occurrence occurrence : occurrences) {
            drafts.add(draft(occurrence));
        }
        // The sort is stable: reports of the same minute keep the order in which they were made up.
        drafts.sort(Comparator.comparing(Draft::reported));
        List<Report> reports = new ArrayList<>(drafts.size());
        long today = Long.MIN_VALUE;
        int number = 0;
        for (Draft draft : drafts) {
            LocalDate date = LocalDate.ofInstant(draft.reported, CLOCK);
            number = date.toEpochDay() == today ? number + 1 : 1;
            today = date.toEpochDay();
            reports.add(new Report(draft.occurrence, incident(draft, reference(date, number))));
        }
        return reports;
    }

    /** Which report each near repeat in the extract follows, by reference, in order of report. */
    static Map<String, String> followed(List<Report> reports) {
        IdentityHashMap<Occurrence, String> references = new IdentityHashMap<>();
        for (Report report : reports) {
            references.put(report.occurrence, report.incident.reference());
        }
        Map<String, String> followed = new LinkedHashMap<>();
        for (Report report : reports) {
            Occurrence first = report.occurrence.follows();
            String firstReference = first == null ? null : references.get(first);
            if (firstReference != null) {
                followed.put(report.incident.reference(), firstReference);
            }
        }
        return Collections.unmodifiableMap(followed);
    }

    Instant instant(Occurrence occurrence) {
        return ZonedDateTime.of(
                        plan.firstDay().plusDays(occurrence.day()),
                        LocalTime.of(occurrence.minute() / 60, occurrence.minute() % 60),
                        CLOCK)
                .toInstant();
    }

    private static String reference(LocalDate date, int number) {
        long day = date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
        return "FS-" + day + "-" + Digits.padded(number, 5);
    }

    private Draft draft(Occurrence occurrence) {
        Channel channel = channel(occurrence.type());
        Instant from = instant(occurrence);
        boolean left = occurrence.type() == AsbType.VEHICLE_ABANDONED
                || occurrence.type() == AsbType.LITTERING_OR_DRUGS_PARAPHERNALIA;
        Instant to = null;
        if ((channel != Channel.CALL && chance.happens(0.5)) || (left && chance.happens(0.4))) {
            to = from.plus(minutes(left ? MEAN_MINUTES_LEFT : MEAN_MINUTES_LONG), ChronoUnit.MINUTES);
        }
        if (to != null && to.isAfter(lastMinute)) {
            to = null;
        }
        double delay = switch (channel) {
            case CALL -> MEAN_MINUTES_TO_CALL;
            case ONLINE -> MEAN_MINUTES_TO_FORM;
            case PARTNER -> MEAN_MINUTES_TO_PASS_ON;
            case OFFICER -> 1;
        };
        Instant reported = (to == null ? from : to).plus(minutes(delay), ChronoUnit.MINUTES);
        // The extract is drawn at the end of the period: nothing in it can be reported later.
        return new Draft(occurrence, from, to, reported.isAfter(lastMinute) ? lastMinute : reported, channel);
    }

    private long minutes(double mean) {
        return 1 + (long) Math.min(MOST_MINUTES, chance.exponential(mean));
    }

    private Channel channel(AsbType type) {
        double u = chance.unit();
        boolean surroundings = type.shareOf(AsbCategory.ENVIRONMENTAL) > 0.5;
        if (u < (surroundings ? 0.15 : 0.05)) {
            return Channel.PARTNER;
        }
        if (u < (surroundings ? 0.60 : 0.26)) {
            return Channel.ONLINE;
        }
        return u < (surroundings ? 0.65 : 0.33) ? Channel.OFFICER : Channel.CALL;
    }

    private AsbCategory category(AsbType type) {
        double u = chance.unit();
        if (u < type.shareOf(AsbCategory.PERSONAL)) {
            return AsbCategory.PERSONAL;
        }
        return u < type.shareOf(AsbCategory.PERSONAL) + type.shareOf(AsbCategory.ENVIRONMENTAL)
                ? AsbCategory.ENVIRONMENTAL
                : AsbCategory.NUISANCE;
    }

    private Incident incident(Draft draft, String reference) {
        Occurrence occurrence = draft.occurrence;
        Area area = areas.get(occurrence.area());
        AsbCategory category = category(occurrence.type());
        double u = chance.unit();
        boolean pointKnown = u >= WITHOUT_POINT;
        boolean areaKnown = u >= WITHOUT_POINT / 2;
        String location = "";
        if (pointKnown) {
            location = area.streets().get(occurrence.street()).name() + ", " + area.wardName();
        } else if (areaKnown) {
            location = area.wardName();
        }
        return new Incident(
                reference,
                draft.from,
                draft.to,
                draft.reported,
                pointKnown ? occurrence.point() : null,
                areaKnown ? area.code() : null,
                location,
                category,
                occurrence.type(),
                draft.channel,
                accounts.tell(occurrence.type(), category, draft.channel));
    }
}
