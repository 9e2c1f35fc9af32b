package uk.frith.platform.portal.signs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.frith.platform.portal.report.Masking;

/**
 * What of a month's answers a partner may be told: counts of places where enough people answered, and the words of places
 * where enough people wrote, with what points to a person hidden.
 */
final class DigestRules {

    /** A year and a half back: what is older says nothing of how it is. */
    private static final int MOST_MONTHS = 18;

    /** More words than anybody hides in a month's texts. */
    private static final int MOST_HIDDEN = 100;

    private DigestRules() {}

    /** How a question was answered at a sign in a month; the mean is from 1 to 5. */
    record Answered(UUID sign, String place, String question, long answers, double mean) {}

    /** What somebody wrote at a sign. */
    record Wrote(UUID id, UUID sign, String place, String words) {
        @Override
        public String toString() {
            return "Wrote";
        }
    }

    /** How many answered and their mean; without either when they are too few to be told. */
    record Count(String place, String question, Optional<Long> answers, Optional<Double> mean) {}

    /** Words of a place as the partner sees them. */
    record Words(UUID id, String place, String words) {
        @Override
        public String toString() {
            return "Words";
        }
    }

    /** The months that can be told, the newest first: only whole ones. */
    static List<YearMonth> months(LocalDate today) {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        return java.util.stream.IntStream.range(0, MOST_MONTHS)
                .mapToObj(last::minusMonths)
                .toList();
    }

    static Optional<YearMonth> month(String sent, LocalDate today) {
        try {
            return Optional.of(YearMonth.parse(sent)).filter(months(today)::contains);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static List<Count> counts(List<Answered> answered, Set<UUID> places) {
        return answered.stream()
                .filter(each -> places.contains(each.sign()))
                .map(each -> each.answers() < SignRules.SMALLEST_SHOWN
                        ? new Count(each.place(), each.question(), Optional.empty(), Optional.empty())
                        : new Count(
                                each.place(), each.question(), Optional.of(each.answers()), Optional.of(each.mean())))
                .toList();
    }

    /**
     * The words that can be told.
     *
     * @param hidden what somebody wants hidden besides
     */
    static List<Words> words(List<Wrote> wrote, Set<UUID> places, List<String> hidden) {
        Map<UUID, Long> many = wrote.stream().collect(Collectors.groupingBy(Wrote::sign, Collectors.counting()));
        return wrote.stream()
                .filter(each -> places.contains(each.sign()))
                .filter(each -> many.getOrDefault(each.sign(), 0L) >= SignRules.SMALLEST_SHOWN)
                .map(each -> new Words(
                        each.id(),
                        each.place(),
                        Masking.plain(Masking.mask(each.words(), hidden)).strip()))
                .filter(each -> !each.words().isEmpty())
                .toList();
    }

    /** What was typed to be hidden, a line each. */
    static List<String> hidden(String typed) {
        return Arrays.stream(typed.replace('\r', '\n').split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .limit(MOST_HIDDEN)
                .toList();
    }
}
