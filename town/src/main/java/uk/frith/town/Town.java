package uk.frith.town;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.frith.town.Reporting.Report;
import uk.frith.town.Truth.Hotspot;

/**
 * A pretend police force: its areas, what it was told in the period of the plan, and the truth behind it.
 *
 * <p>The door of the module. {@link #build(TownPlan)} makes a town in memory, {@link #writeTo(Path)} writes its files.
 */
public final class Town {

    /** The force's name in lists of areas. */
    public static final String FORCE_NAME = "Frithshire";

    /** The force's name as it signs its open data. */
    public static final String POLICE_NAME = "Frithshire Police";

    /** The force's name in the names of files. */
    public static final String SLUG = "frithshire";

    /** The force's code: no real code begins with X. */
    public static final String FORCE_CODE = "X23000001";

    /** Enough for each story in each voice many times over. */
    private static final int TOLD = 4_000;

    private final TownPlan plan;
    private final List<Area> areas;
    private final Behaviour behaviour;
    private final History history;
    private final List<Report> reports;
    private final Map<String, String> nearRepeats;
    private final Truth truth;
    private final List<Told> told;

    private Town(TownPlan plan) {
        this.plan = plan;
        this.areas = Geography.layOut(plan.seed());
        Planting planting = new Planting(areas, new Chance(plan.seed(), "planting"));
        List<Hotspot> hotspots = planting.hotspots(plan);
        this.behaviour = new Behaviour(plan, areas, hotspots);
        int silentArea = planting.silentArea(behaviour.ordinaryLevels());
        LocalDate silentFrom = planting.silentFrom(plan);
        this.history = History.of(plan, areas, behaviour, silentArea, silentFrom);
        this.reports = new Reporting(plan, areas).extract(history.reported());
        this.nearRepeats = Reporting.followed(reports);
        this.truth = truth(hotspots, silentArea, silentFrom);
        this.told = new Storyteller(plan, areas).tell(TOLD);
    }

    /** Builds the town of a plan; equal plans give equal towns. */
    public static Town build(TownPlan plan) {
        return new Town(plan);
    }

    private Truth truth(List<Hotspot> hotspots, int silentArea, LocalDate silentFrom) {
        Behaviour.Expected expected = behaviour.expected(plan.incidents(), silentArea, silentFrom);
        int unreported = history.unreported().size();
        return new Truth(
                plan,
                reports.size(),
                unreported,
                Reporting.WITHOUT_POINT,
                Behaviour.DEPRIVATION_RATIO,
                new Truth.SeasonTruth(
                        Season.YEARLY_AMPLITUDE,
                        Season.HALF_YEARLY_AMPLITUDE,
                        Season.PEAK_DAY_OF_YEAR,
                        Season.BONFIRE_NIGHT_MULTIPLIER,
                        Season.NEW_YEAR_MULTIPLIER),
                Behaviour.DISPERSION,
                hotspots,
                new Truth.NearRepeats(
                        History.WITHIN_METRES, History.WITHIN_DAYS, History.FOLLOW_UPS, nearRepeats.size()),
                new Truth.SilentArea(areas.get(silentArea).code(), silentFrom, expected.unreported(), unreported),
                expected.areas(),
                expected.months());
    }

    /** What the town was built from. */
    public TownPlan plan() {
        return plan;
    }

    /** All areas, in order of code. */
    public List<Area> areas() {
        return areas;
    }

    /** The force's extract, in order of report. */
    public List<Incident> incidents() {
        return reports.stream().map(Report::incident).toList();
    }

    /** The planted near repeats: the reference of each follow-up, and of the incident that it follows. */
    public Map<String, String> nearRepeats() {
        return nearRepeats;
    }

    /** What people told in their own words, in the order in which they told it. */
    public List<Told> told() {
        return told;
    }

    /** Everything that was planted. */
    public Truth truth() {
        return truth;
    }

    /**
     * Writes all files of the town: the incident file, what was told, {@code reference/}, {@code street/}, and the truth.
     *
     * @param folder must not exist yet or be empty; it appears, whole, when everything in it is written
     * @throws IOException when the folder holds something or cannot be written
     */
    public void writeTo(Path folder) throws IOException {
        TownFiles.write(folder, this);
    }

    Behaviour behaviour() {
        return behaviour;
    }

    List<Report> reports() {
        return reports;
    }

    List<History.Occurrence> unreported() {
        return history.unreported();
    }
}
