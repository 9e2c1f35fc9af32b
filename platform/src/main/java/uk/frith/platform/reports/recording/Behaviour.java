package uk.frith.platform.reports.recording;

import java.util.Set;

/** The behaviours that the government's Anti-social Behaviour Action Plan (2023) names. */
public enum Behaviour {
    INTIMIDATION("Intimidating behaviour", "Threatening or unruly behaviour, drunkenness, harassment, loitering"),
    DRUGS("Drug use", "And the paraphernalia, mess and disruption that go with it"),
    DAMAGE("Damage and mess", "Vandalism, graffiti, fly-tipping, littering"),
    NEIGHBOURS("Disruptive neighbours", "Loud music, a dog that barks all night, a dispute over a boundary");

    private final String words;
    private final String examples;

    Behaviour(String words, String examples) {
        this.words = words;
        this.examples = examples;
    }

    /** As people say it. */
    public String words() {
        return words;
    }

    /** What belongs to it. */
    public String examples() {
        return examples;
    }

    /** What a type is in the Action Plan's words, as far as the type alone tells. */
    public static Set<Behaviour> of(AsbType type) {
        return switch (type) {
            case ROWDY_OR_INCONSIDERATE_BEHAVIOUR,
                    VEHICLE_NUISANCE_OR_INAPPROPRIATE_USE,
                    TRESPASSING,
                    NUISANCE_CALLS,
                    STREET_DRINKING,
                    PROSTITUTION_RELATED_ACTIVITY,
                    BEGGING,
                    MISUSE_OF_FIREWORKS -> Set.of(INTIMIDATION);
            case LITTERING_OR_DRUGS_PARAPHERNALIA -> Set.of(DAMAGE, DRUGS);
            case VEHICLE_ABANDONED -> Set.of(DAMAGE);
            case ROWDY_OR_NUISANCE_NEIGHBOURS, NUISANCE_NOISE, ANIMAL_PROBLEMS -> Set.of(NEIGHBOURS);
        };
    }
}
