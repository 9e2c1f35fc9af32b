package uk.frith.platform.reports.integrity;

/** A field of the record that a slip is made in and a learning text is about. */
enum LearningField {
    CRIME("Which crimes to record"),
    CLASS("Which class a crime is"),
    VICTIMS("How many victims"),
    CATEGORY("The category");

    private final String words;

    LearningField(String words) {
        this.words = words;
    }

    /** As people say it. */
    String words() {
        return words;
    }
}
