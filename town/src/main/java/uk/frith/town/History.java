package uk.frith.town;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened, in no useful order: what was reported and what wasn't. */
final class History {

    static final int WITHIN_METRES = 100;
    static final int WITHIN_DAYS = 7;
    static final double FOLLOW_UPS = 0.15;

    private static final double SAME_SPOT = 0.4;
    private static final double NEAR_METRES = 98;
    private static final double OFF_THE_LINE_METRES = 12;

    /**
     * One thing that happened.
     *
     * @param day 0 is the first day of the plan
     * @param minute of the day on the clock, 0 to 1,439
     * @param area index of the area
     * @param street index of the street in its area
     * @param follows what it is a near repeat of
     */
    record Occurrence(
            int day,
            int minute,
            AsbType type,
            int area,
            int street,
            GridPoint point,
            @Nullable Occurrence follows) {}

    private final TownPlan plan;
    private final List<Area> areas;
    private final Behaviour behaviour;
    private final int silentArea;
    private final int silentDay;
    private final Chance chance;
    private final List<Outline> outlines;
    private final List<Occurrence> reported;
    private final List<Occurrence> unreported = new ArrayList<>();

    private History(TownPlan plan, List<Area> areas, Behaviour behaviour, int silentArea, LocalDate silentFrom) {
        this.plan = plan;
        this.areas = areas;
        this.behaviour = behaviour;
        this.silentArea = silentArea;
        this.silentDay = (int) ChronoUnit.DAYS.between(plan.firstDay(), silentFrom);
        this.chance = new Chance(plan.seed(), "occurrences");
        this.outlines = areas.stream().map(area -> new Outline(area.ring())).toList();
        this.reported = new ArrayList<>(plan.incidents());
    }

    /** Lets things happen until as many are reported as the plan says. */
    static History of(TownPlan plan, List<Area> areas, Behaviour behaviour, int silentArea, LocalDate silentFrom) {
        History history = new History(plan, areas, behaviour, silentArea, silentFrom);
        while (history.reported.size() < plan.incidents()) {
            Occurrence first = history.first();
            history.keep(first);
            for (int left = history.chance.poisson(FOLLOW_UPS); left > 0; left--) {
                history.keep(history.after(first));
            }
        }
        return history;
    }

    List<Occurrence> reported() {
        return reported;
    }

    List<Occurrence> unreported() {
        return unreported;
    }

    private void keep(Occurrence occurrence) {
        if (occurrence.day >= plan.days()) {
            return;
        }
        if (occurrence.area == silentArea && occurrence.day >= silentDay) {
            unreported.add(occurrence);
        } else if (reported.size() < plan.incidents()) {
            reported.add(occurrence);
        }
    }

    private Occurrence first() {
        AsbType type = behaviour.type(chance);
        int day = behaviour.day(chance, type);
        int area = behaviour.area(chance, day);
        int street = behaviour.street(chance, area);
        return new Occurrence(
                day, behaviour.minute(chance, type, day), type, area, street, onStreet(area, street), null);
    }

    private GridPoint onStreet(int area, int index) {
        Street street = areas.get(area).streets().get(index);
        GridPoint end = chance.happens(0.5) ? street.from() : street.to();
        double part = chance.unit();
        double easting = street.middle().eastingMetres()
                + part * (end.eastingMetres() - street.middle().eastingMetres())
                + chance.between(-OFF_THE_LINE_METRES, OFF_THE_LINE_METRES);
        double northing = street.middle().northingMetres()
                + part * (end.northingMetres() - street.middle().northingMetres())
                + chance.between(-OFF_THE_LINE_METRES, OFF_THE_LINE_METRES);
        return inside(area, easting, northing, street.middle());
    }

    /** A near repeat: of the same type, one to six days later, at the same spot or within a hundred metres. */
    private Occurrence after(Occurrence first) {
        int day = first.day + 1 + chance.below(WITHIN_DAYS - 1);
        GridPoint point = first.point;
        if (!chance.happens(SAME_SPOT)) {
            double away = NEAR_METRES * StrictMath.sqrt(chance.unit());
            double bearing = chance.between(0, 2 * StrictMath.PI);
            point = inside(
                    first.area,
                    point.eastingMetres() + away * StrictMath.cos(bearing),
                    point.northingMetres() + away * StrictMath.sin(bearing),
                    point);
        }
        int minute = behaviour.minute(chance, first.type, day);
        return new Occurrence(day, minute, first.type, first.area, first.street, point, first);
    }

    private GridPoint inside(int area, double easting, double northing, GridPoint otherwise) {
        int east = (int) StrictMath.rint(easting);
        int north = (int) StrictMath.rint(northing);
        return outlines.get(area).contains(east, north) ? new GridPoint(east, north) : otherwise;
    }
}
