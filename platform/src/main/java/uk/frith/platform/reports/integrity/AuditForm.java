package uk.frith.platform.reports.integrity;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.FormFields;
import uk.frith.platform.reports.recording.Channel;

/** The form of a new audit: from what was typed to a question, or to what is wrong with it. */
final class AuditForm {

    private static final int LARGEST = 2_000;
    private static final int SHORTEST_TITLE = 3;
    private static final int LONGEST_TITLE = 100;

    /** As many as the inspectorate read in each force of its audit. */
    private static final int SUGGESTED = 50;

    private AuditForm() {}

    /** What stands in the fields. */
    record Typed(
            String title,
            String kind,
            String spread,
            String from,
            String to,
            String team,
            String category,
            String channel,
            String wanted) {

        static Typed of(Map<String, String> sent) {
            return new Typed(
                    field(sent, "title"),
                    field(sent, "kind"),
                    field(sent, "spread"),
                    field(sent, "from"),
                    field(sent, "to"),
                    field(sent, "team"),
                    field(sent, "category"),
                    field(sent, "channel"),
                    field(sent, "wanted"));
        }

        private static String field(Map<String, String> sent, String name) {
            return sent.getOrDefault(name, "").replaceAll("\\p{Cntrl}", " ").strip();
        }

        /** Last month, at random, personal incidents: what the inspectorate would ask. */
        static Typed suggested(LocalDate today) {
            LocalDate first = today.withDayOfMonth(1).minusMonths(1);
            return new Typed(
                    "",
                    SampleKind.RANDOM.name(),
                    Spread.NONE.name(),
                    first.toString(),
                    first.plusMonths(1).minusDays(1).toString(),
                    "",
                    Sorting.PERSONAL.name(),
                    "",
                    Integer.toString(SUGGESTED));
        }
    }

    /** Either a question or what is wrong. */
    sealed interface Read {}

    record Sound(Sample.Question question) implements Read {}

    record Wrong(String field, String sentence) implements Read {}

    static Read read(Typed typed, LocalDate today) {
        if (typed.title().length() < SHORTEST_TITLE || typed.title().length() > LONGEST_TITLE) {
            return new Wrong("title", "Give the audit a name of 3 to 100 characters");
        }
        Optional<SampleKind> kind = Choice.sent(SampleKind.values(), typed.kind());
        if (kind.isEmpty()) {
            return new Wrong("kind", "Choose how the sample is drawn");
        }
        Optional<Spread> spread = Choice.sent(Spread.values(), typed.spread());
        if (spread.isEmpty()) {
            return new Wrong("spread", "Choose how the sample is spread");
        }
        Optional<LocalDate> from = day(typed.from());
        Optional<LocalDate> to = day(typed.to());
        if (from.isEmpty() || from.get().isAfter(today)) {
            return new Wrong("from", "Give a first day that has been, as 2026-03-01");
        }
        if (to.isEmpty() || to.get().isBefore(from.get())) {
            return new Wrong("to", "Give a last day that isn't before the first, as 2026-03-31");
        }
        Optional<Integer> wanted = number(typed.wanted());
        if (wanted.isEmpty()) {
            return new Wrong("wanted", "Give a number of incidents from 1 to 2,000");
        }
        return new Sound(new Sample.Question(
                typed.title(),
                kind.get(),
                spread.get(),
                from.get(),
                to.get(),
                team(typed.team()),
                Choice.sent(Sorting.values(), typed.category()),
                Choice.sent(Channel.values(), typed.channel()),
                wanted.get()));
    }

    private static Optional<LocalDate> day(String typed) {
        return FormFields.day(typed).filter(day -> day.getYear() >= 1990 && day.getYear() < 2200);
    }

    private static Optional<Integer> number(String typed) {
        try {
            int number = Integer.parseInt(typed.replace(",", ""));
            return number >= 1 && number <= LARGEST ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> team(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
