package uk.frith.platform.reports.recording;

/** The limbs of what the law calls antisocial behaviour: conduct that meets one of them is. */
public enum Limb {
    DISTRESS(
            "Harassment, alarm or distress",
            "Conduct that has caused, or is likely to cause, harassment, alarm or distress to any person: section 2(1)(a)"),
    HOME(
            "Nuisance or annoyance at home",
            "Conduct capable of causing nuisance or annoyance to a person in relation to that person's occupation of"
                    + " residential premises: section 2(1)(b)"),
    HOUSING(
            "Housing-related nuisance or annoyance",
            "Conduct capable of causing housing-related nuisance or annoyance to any person, so related directly or"
                    + " indirectly to the housing management functions of a housing provider or council: section 2(1)(c)");

    private final String words;
    private final String law;

    Limb(String words, String law) {
        this.words = words;
        this.law = law;
    }

    /** As people say it. */
    public String words() {
        return words;
    }

    /** As the Anti-social Behaviour, Crime and Policing Act 2014 says it. */
    public String law() {
        return law;
    }
}
