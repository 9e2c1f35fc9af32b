package uk.frith.town;

/**
 * The thirteen types of antisocial behaviour of the police data standard (NPCC POLE, list DS_107), with what the
 * pretend town makes of each: its share of all incidents and how its incidents divide over the categories.
 *
 * <p>The shares are invented. Together they give 74 % nuisance, 18 % personal and 8 % environmental, the national mix
 * in the year to March 2023.
 */
public enum AsbType {
    /** A vehicle left for good. */
    VEHICLE_ABANDONED(5.0, 0.02, 0.53, Rhythm.DAY),
    /** Racing, off-road riding, blocking. */
    VEHICLE_NUISANCE_OR_INAPPROPRIATE_USE(14.0, 0.04, 0.0, Rhythm.EVENING),
    /** Groups, shouting, abuse in public. */
    ROWDY_OR_INCONSIDERATE_BEHAVIOUR(38.0, 0.12, 0.02, Rhythm.EVENING),
    /** Between households. */
    ROWDY_OR_NUISANCE_NEIGHBOURS(16.0, 0.58, 0.0, Rhythm.NIGHT),
    /** Rubbish, needles, foil. */
    LITTERING_OR_DRUGS_PARAPHERNALIA(4.5, 0.0, 0.85, Rhythm.DAY),
    /** Dogs out of control, stray horses. */
    ANIMAL_PROBLEMS(2.5, 0.10, 0.15, Rhythm.DAY),
    /** On land or in buildings without leave. */
    TRESPASSING(2.5, 0.18, 0.02, Rhythm.EVENING),
    /** Silent, abusive or hoax calls. */
    NUISANCE_CALLS(2.0, 0.65, 0.0, Rhythm.WAKING),
    /** Drinking in public that troubles others. */
    STREET_DRINKING(3.0, 0.03, 0.02, Rhythm.NIGHT),
    /** What comes with street prostitution. */
    PROSTITUTION_RELATED_ACTIVITY(0.5, 0.03, 0.05, Rhythm.NIGHT),
    /** Music, parties, alarms. */
    NUISANCE_NOISE(8.0, 0.15, 0.03, Rhythm.NIGHT),
    /** Asking passers-by for money. */
    BEGGING(2.0, 0.05, 0.02, Rhythm.DAY),
    /** Fireworks thrown or let off in the street. */
    MISUSE_OF_FIREWORKS(2.0, 0.05, 0.02, Rhythm.FIREWORKS);

    private final double percent;
    private final double personal;
    private final double environmental;
    private final Rhythm rhythm;

    AsbType(double percent, double personal, double environmental, Rhythm rhythm) {
        this.percent = percent;
        this.personal = personal;
        this.environmental = environmental;
        this.rhythm = rhythm;
    }

    /** The planted share of all incidents, 0 to 1. */
    public double share() {
        return percent / 100;
    }

    /** The planted share of this type's incidents that fall in a category, 0 to 1. */
    public double shareOf(AsbCategory category) {
        return switch (category) {
            case PERSONAL -> personal;
            case ENVIRONMENTAL -> environmental;
            case NUISANCE -> 1 - personal - environmental;
        };
    }

    Rhythm rhythm() {
        return rhythm;
    }
}
