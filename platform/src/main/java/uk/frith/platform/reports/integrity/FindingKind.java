package uk.frith.platform.reports.integrity;

/** What an audit of recording can find wrong, and what somebody who repeats it has to learn about. */
enum FindingKind {
    CRIME_MISSING("A crime is missing", "ANSWER_FINDING", LearningField.CRIME),
    OTHER_CLASS("A crime stands under another class", "ANSWER_FEEDBACK", LearningField.CLASS),
    VICTIMS_MISSING("Victims are missing", "ANSWER_FEEDBACK", LearningField.VICTIMS),
    CATEGORY_WRONG("The category is wrong", "ANSWER_FEEDBACK", LearningField.CATEGORY);

    private final String words;
    private final String duty;
    private final LearningField field;

    FindingKind(String words, String duty, LearningField field) {
        this.words = words;
        this.duty = duty;
        this.field = field;
    }

    /** As people say it. */
    String words() {
        return words;
    }

    /** The kind of duty that its answer is. */
    String duty() {
        return duty;
    }

    /** The field of the record that it is about. */
    LearningField field() {
        return field;
    }

    /** Whether it may be answered by taking note: a missing crime is recorded or disputed, never only noted. */
    boolean mayBeNoted() {
        return this != CRIME_MISSING;
    }
}
