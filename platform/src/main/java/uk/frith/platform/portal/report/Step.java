package uk.frith.platform.portal.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One question, and so one page, in the order in which they are asked. */
enum Step {
    NOW(List.of("now"), true),
    WHO(List.of("who"), true),
    WHAT(List.of("what"), true),
    WHEN(List.of("when"), true),
    DAY(List.of("day", "month", "year", "time"), true),
    WHERE(List.of("where"), true),
    POSTCODE(List.of("postcode"), true),
    MAP(List.of("point"), true),
    PLACE(List.of("place"), true),
    AREA(List.of("ward"), true),
    FORCE(List.of("force"), true),
    HARM(List.of("harm"), false),
    CONTACT(List.of("contact"), true),
    DETAILS(List.of("name", "phone", "email", "safe"), true),
    OTHER(List.of("other", "otherKnows"), false),
    WISHES(List.of("wishes", "speak"), false);

    /** Never changed: made by {@code List.of}. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> fields;

    private final boolean needed;

    Step(List<String> fields, boolean needed) {
        this.fields = fields;
        this.needed = needed;
    }

    /** The fields of its page; the first is what it asks. */
    List<String> fields() {
        return fields;
    }

    /** Whether a report can't be sent without an answer to it. */
    boolean isNeeded() {
        return needed;
    }

    /** The word by which its page is addressed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return "/tell/questions/" + word();
    }

    static Optional<Step> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }
}
