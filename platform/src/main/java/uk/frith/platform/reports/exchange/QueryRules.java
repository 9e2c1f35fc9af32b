package uk.frith.platform.reports.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.frith.platform.reports.exchange.ReceivedRepository.Sought;

/** Which reports a query of Open311 asks for. */
final class QueryRules {

    /** The standard's own limit. */
    static final int MOST_REQUESTS = 1_000;

    /** The standard's own span. */
    private static final Duration LONGEST_SPAN = Duration.ofDays(90);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private QueryRules() {}

    /** What is sought, or what is wrong with the question. */
    record Asked(Optional<Sought> sought, List<Fault> faults) {
        Asked {
            faults = List.copyOf(faults);
        }
    }

    /** Values of a field, parted by commas or sent several times. */
    static List<String> listed(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream()
                .flatMap(values -> Stream.of(values.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .limit(MOST_REQUESTS)
                .toList();
    }

    static boolean isReasonable(Instant moment) {
        return !moment.isBefore(EARLIEST) && moment.isBefore(LATEST);
    }

    static Asked requests(Map<String, List<String>> query, UUID partner, Instant now) {
        List<Fault> faults = new ArrayList<>();
        Optional<Instant> start = moment(query, "start_date", faults);
        Optional<Instant> end = moment(query, "end_date", faults);
        Optional<Instant> updatedFrom = moment(query, "updated_after", faults);
        Optional<Instant> updatedTo = moment(query, "updated_before", faults);
        List<String> statuses = listed(query, "status").stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (!List.of("open", "closed").containsAll(statuses)) {
            faults.add(Fault.invalid("status", "status must be open or closed"));
        }
        List<String> codes = listed(query, "service_code");
        if (!codes.stream().allMatch(SubmissionRules::isService)) {
            faults.add(new Fault("service_code", "not-found", "service_code was not found"));
        }
        Instant to = end.orElse(start.map(from -> from.plus(LONGEST_SPAN)).orElse(now));
        Instant from = start.orElse(to.minus(LONGEST_SPAN));
        if (faults.isEmpty() && to.isBefore(from)) {
            faults.add(Fault.invalid("end_date", "end_date is before start_date"));
        }
        if (faults.isEmpty() && Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
            faults.add(Fault.invalid("start_date", "start_date and end_date may not span more than 90 days"));
        }
        if (!faults.isEmpty()) {
            return new Asked(Optional.empty(), faults);
        }
        return new Asked(
                Optional.of(new Sought(
                        partner,
                        from,
                        to,
                        updatedFrom,
                        updatedTo,
                        codes,
                        statuses.isEmpty() || statuses.contains("open"),
                        statuses.isEmpty() || statuses.contains("closed"))),
                List.of());
    }

    private static Optional<Instant> moment(Map<String, List<String>> query, String name, List<Fault> faults) {
        String text = Open311Rules.one(query, name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> moment = SubmissionRules.moment(text).filter(QueryRules::isReasonable);
        if (moment.isEmpty()) {
            faults.add(Fault.invalid(name, name + " must be a moment with its offset, like 2026-03-01T20:10:00Z"));
        }
        return moment;
    }
}
