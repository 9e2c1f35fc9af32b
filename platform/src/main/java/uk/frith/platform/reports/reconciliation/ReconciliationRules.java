package uk.frith.platform.reports.reconciliation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.sheets.SheetRow;

/** In which one group a crime stands that either side has, and how many stand in each. */
final class ReconciliationRules {

    static final List<String> HEADER = List.of("reference", "incident_reference", "class", "recorded_at", "status");
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final int SHORTEST_REASON = 10;
    static final int LONGEST_REASON = 2_000;

    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_STATUS = 40;
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd['T'][' ']HH:mm[:ss]", Locale.UK)
            .withZone(LONDON);

    private ReconciliationRules() {}

    /** How a crime stands on the two sides. */
    enum Kind {
        MATCHED("The same on both sides", false),
        MISSING_THERE("Missing in the crime system", true),
        MISSING_HERE("Missing in Frith", true),
        CLASS_DIFFERS("Another class", true),
        INCIDENT_DIFFERS("Another incident", true),
        CANCELLED_THERE("Cancelled in the crime system", true),
        CANCELLED_HERE("Cancelled in Frith", true),
        NOT_OURS("Of no incident in Frith", false);

        private final String words;
        private final boolean difference;

        Kind(String words, boolean difference) {
            this.words = words;
            this.difference = difference;
        }

        String words() {
            return words;
        }

        boolean difference() {
            return difference;
        }
    }

    /** A crime as Frith has it. */
    record Here(
            UUID id,
            UUID incident,
            String incidentReference,
            String classCode,
            Instant recordedAt,
            boolean cancelled) {}

    /** A crime as the crime system has it; {@code incident} is Frith's, when the reference is known here. */
    record There(
            UUID id,
            Optional<UUID> incident,
            String incidentReference,
            String classCode,
            Instant recordedAt,
            String status,
            boolean cancelled) {}

    /** A crime of either side or of both. */
    record Pair(
            String reference,
            String team,
            @Nullable Here here,
            @Nullable There there) {

        Pair {
            if (here == null && there == null) {
                throw new IllegalArgumentException("A crime stands on one side at least.");
            }
        }

        /** What tells the difference apart from others: the crime's row there, or the crime here. */
        UUID id() {
            return there != null ? there.id() : here == null ? new UUID(0, 0) : here.id();
        }

        YearMonth month() {
            Instant at = here != null ? here.recordedAt() : there == null ? Instant.EPOCH : there.recordedAt();
            return YearMonth.from(at.atZone(LONDON));
        }

        Kind kind() {
            if (there == null) {
                return Kind.MISSING_THERE;
            }
            if (here == null) {
                if (there.incident().isEmpty() || there.cancelled()) {
                    return Kind.NOT_OURS;
                }
                return Kind.MISSING_HERE;
            }
            if (here.cancelled() != there.cancelled()) {
                return there.cancelled() ? Kind.CANCELLED_THERE : Kind.CANCELLED_HERE;
            }
            if (!here.classCode().equals(there.classCode())) {
                return Kind.CLASS_DIFFERS;
            }
            return there.incidentReference().isEmpty()
                            || there.incident().filter(here.incident()::equals).isPresent()
                    ? Kind.MATCHED
                    : Kind.INCIDENT_DIFFERS;
        }

        /** What exactly differs: a settled difference that becomes another is open again. */
        String found() {
            return switch (kind()) {
                case CLASS_DIFFERS ->
                    (here == null ? "" : here.classCode()) + " here, " + (there == null ? "" : there.classCode())
                            + " there";
                case INCIDENT_DIFFERS ->
                    (here == null ? "" : here.incidentReference()) + " here, "
                            + (there == null ? "" : there.incidentReference()) + " there";
                case CANCELLED_THERE, CANCELLED_HERE -> there == null ? "" : there.status();
                case MISSING_HERE -> there == null ? "" : there.classCode() + ", incident " + there.incidentReference();
                case MISSING_THERE -> here == null ? "" : here.classCode() + ", incident " + here.incidentReference();
                case MATCHED, NOT_OURS -> "";
            };
        }
    }

    /** How many stand in each group, by a key, in its order; the totals last. */
    static Map<String, Map<Kind, Long>> counts(List<Pair> pairs, Function<Pair, String> key) {
        Map<String, Map<Kind, Long>> counts = new TreeMap<>();
        pairs.forEach(pair -> counts.computeIfAbsent(key.apply(pair), each -> new EnumMap<>(Kind.class))
                .merge(pair.kind(), 1L, Long::sum));
        return counts;
    }

    /** What one row of an export says. */
    record Exported(
            String reference,
            String incidentReference,
            String classCode,
            Instant recordedAt,
            String status,
            boolean cancelled) {}

    /** Reads the rows of one file in turn, and refuses a crime that stands further up. */
    static final class Reader {
        private final Set<String> references = new HashSet<>();
        private final Set<String> refused = new HashSet<>();
        private final Instant now;

        Reader(Instant now) {
            this.now = now;
        }

        /** The references of the rows that it refused. */
        Set<String> refused() {
            return Set.copyOf(refused);
        }

        SheetRow<Exported> read(List<String> row) {
            SheetRow<Exported> read = judged(row);
            if (read instanceof SheetRow.Faulty<Exported> && named(row.get(0))) {
                refused.add(row.get(0));
            }
            return read;
        }

        private static boolean named(String reference) {
            return !reference.isEmpty() && reference.length() <= LONGEST_REFERENCE;
        }

        private SheetRow<Exported> judged(List<String> row) {
            String reference = row.get(0);
            if (!named(reference)) {
                return new SheetRow.Faulty<>(0, "a crime has a reference of up to 100 characters");
            }
            if (row.get(1).length() > LONGEST_REFERENCE) {
                return new SheetRow.Faulty<>(1, "an incident has a reference of up to 100 characters");
            }
            String classCode = row.get(2).toUpperCase(Locale.ROOT);
            if (!classCode.matches("(?=.*[0-9])[0-9A-Z/]{1,10}")) {
                return new SheetRow.Faulty<>(2, "a class is a code of the counting rules, as 8L or 9A");
            }
            Optional<Instant> at = moment(row.get(3));
            if (at.isEmpty() || at.get().isBefore(FIRST) || at.get().isAfter(now)) {
                return new SheetRow.Faulty<>(3, "a moment looks like 2026-03-01 14:05 and isn't to come");
            }
            String status = row.get(4);
            if (status.isEmpty() || status.length() > LONGEST_STATUS) {
                return new SheetRow.Faulty<>(4, "a status has up to 40 characters");
            }
            if (!references.add(reference)) {
                return new SheetRow.Faulty<>(0, "the reference stands further up already");
            }
            return new SheetRow.Sound<>(
                    new Exported(reference, row.get(1), classCode, at.get(), status, cancelled(status)));
        }

        private static Optional<Instant> moment(String typed) {
            return Stream.<Function<String, Instant>>of(
                            text -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from),
                            text -> MINUTE.parse(text, Instant::from),
                            text -> LocalDate.parse(text).atStartOfDay(LONDON).toInstant())
                    .flatMap(way -> tried(way, typed).stream())
                    .findFirst();
        }

        private static Optional<Instant> tried(Function<String, Instant> way, String typed) {
            try {
                return Optional.of(way.apply(typed));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        /** Systems write it in many ways: cancelled, crime cancelled, no crime, no-crimed. */
        static boolean cancelled(String status) {
            String plain = status.toLowerCase(Locale.ROOT).replace('-', ' ');
            return plain.contains("cancel") || plain.startsWith("no crime");
        }
    }
}
