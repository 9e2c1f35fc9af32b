package uk.frith.platform.reports.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From the fields of a row of the incident CSV to an incident, or to why not. */
final class IncidentRules {

    static final List<String> HEADER = List.of(
            "reference",
            "occurred_from",
            "occurred_to",
            "reported_at",
            "easting",
            "northing",
            "lsoa_code",
            "location",
            "category",
            "type",
            "channel",
            "text");

    static final int LONGEST_REFERENCE = 100;
    static final int LONGEST_LOCATION = 500;
    static final int LONGEST_TEXT = 20_000;

    /** Before this no force has kept incidents in a form that is imported; an earlier date is a slip. */
    static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private IncidentRules() {}

    /** Either an incident or a fault. */
    sealed interface Read {}

    record Sound(Incident incident) implements Read {
        @Override
        public String toString() {
            return "Sound";
        }
    }

    /**
     * Why a row isn't taken.
     *
     * @param field the number of the field, from nought
     * @param reason a clause
     */
    record Fault(int field, String reason) implements Read {}

    /** Stops the reading of one row at its first fault. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Stop(int field, String reason) {
            super(reason, null, false, false);
            this.fault = new Fault(field, reason);
        }
    }

    /** Reads a row of twelve fields. */
    static Read read(List<String> fields) {
        try {
            return new Sound(incident(fields));
        } catch (Stop stop) {
            return stop.fault;
        }
    }

    private static Incident incident(List<String> fields) {
        String reference = fields.get(0);
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            throw new Stop(0, "a reference has 1 to " + LONGEST_REFERENCE + " characters");
        }
        Instant from = moment(fields, 1);
        Instant to = fields.get(2).isEmpty() ? from : moment(fields, 2);
        if (to.isBefore(from)) {
            throw new Stop(2, "it is before occurred_from");
        }
        return new Incident(
                reference,
                new Interval(from, to),
                moment(fields, 3),
                point(fields),
                code(fields),
                atMost(fields, 7, LONGEST_LOCATION),
                Optional.of(one(fields, 8, AsbCategory.values())),
                Optional.of(one(fields, 9, AsbType.values())),
                channel(fields),
                atMost(fields, 11, LONGEST_TEXT));
    }

    private static Instant moment(List<String> fields, int field) {
        Instant moment;
        try {
            moment = OffsetDateTime.parse(fields.get(field)).toInstant();
        } catch (DateTimeException e) {
            throw new Stop(field, "it isn't a moment such as 2026-03-01T20:10:00+00:00");
        }
        if (moment.isBefore(EARLIEST) || moment.isAfter(Instant.parse("2100-01-01T00:00:00Z"))) {
            throw new Stop(field, "it isn't between 1990 and 2100");
        }
        return moment;
    }

    private static Optional<GridReference> point(List<String> fields) {
        if (fields.get(4).isEmpty() && fields.get(5).isEmpty()) {
            return Optional.empty();
        }
        double easting = metres(fields, 4, GridReference.MOST_EAST);
        double northing = metres(fields, 5, GridReference.MOST_NORTH);
        return Optional.of(new GridReference(easting, northing));
    }

    private static double metres(List<String> fields, int field, double most) {
        double metres;
        try {
            metres = Double.parseDouble(fields.get(field));
        } catch (NumberFormatException e) {
            metres = Double.NaN;
        }
        if (!(metres >= 0 && metres <= most)) {
            throw new Stop(field, "it isn't a number of metres from 0 to " + (long) most);
        }
        return metres;
    }

    private static Optional<String> code(List<String> fields) {
        String code = fields.get(6);
        if (!code.matches("[A-Z0-9]{0,20}")) {
            throw new Stop(6, "it isn't the code of an area");
        }
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    private static String atMost(List<String> fields, int field, int longest) {
        if (fields.get(field).length() > longest) {
            throw new Stop(field, "it is longer than " + longest + " characters");
        }
        return fields.get(field);
    }

    private static Channel channel(List<String> fields) {
        for (Channel channel : Channel.values()) {
            if (channel.word().equals(fields.get(10))) {
                return channel;
            }
        }
        throw new Stop(10, "it isn't one of call, online, officer, partner, text");
    }

    private static <E extends Enum<E>> E one(List<String> fields, int field, E[] known) {
        for (E value : known) {
            if (value.name().equals(fields.get(field))) {
                return value;
            }
        }
        throw new Stop(field, "there is no such " + HEADER.get(field).toLowerCase(Locale.ROOT));
    }
}
