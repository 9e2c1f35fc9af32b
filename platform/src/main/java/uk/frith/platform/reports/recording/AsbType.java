package uk.frith.platform.reports.recording;

/** The thirteen types of antisocial behaviour, by the NPCC POLE data standard, list DS_107. */
public enum AsbType {
    VEHICLE_ABANDONED("Abandoned vehicle"),
    VEHICLE_NUISANCE_OR_INAPPROPRIATE_USE("Vehicle nuisance or inappropriate use"),
    ROWDY_OR_INCONSIDERATE_BEHAVIOUR("Rowdy or inconsiderate behaviour"),
    ROWDY_OR_NUISANCE_NEIGHBOURS("Rowdy or nuisance neighbours"),
    LITTERING_OR_DRUGS_PARAPHERNALIA("Littering or drugs paraphernalia"),
    ANIMAL_PROBLEMS("Animal problems"),
    TRESPASSING("Trespassing"),
    NUISANCE_CALLS("Nuisance calls"),
    STREET_DRINKING("Street drinking"),
    PROSTITUTION_RELATED_ACTIVITY("Prostitution-related activity"),
    NUISANCE_NOISE("Noise"),
    BEGGING("Begging"),
    MISUSE_OF_FIREWORKS("Misuse of fireworks");

    private final String words;

    AsbType(String words) {
        this.words = words;
    }

    /** As people say it. */
    public String words() {
        return words;
    }
}
