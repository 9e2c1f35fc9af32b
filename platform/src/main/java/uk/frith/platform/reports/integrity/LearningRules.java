package uk.frith.platform.reports.integrity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import uk.frith.platform.reports.integrity.LearningRepository.ReadAt;
import uk.frith.platform.reports.integrity.LearningRepository.Slip;

/** Which slips repeat, which text belongs to them, and whether it has been read since. */
final class LearningRules {

    /** How far back a slip counts: as long as a text is good for, so that each gets its year. */
    static final Duration LOOKING_BACK = Duration.ofDays(365);

    /** The same slip twice is a pattern that a text may help with; once is a slip. */
    static final int REPEATED = 2;

    private LearningRules() {}

    /**
     * The same slip, however often.
     *
     * @param text the text that fits best, if there is one
     */
    record Pattern(FindingKind kind, String classCode, List<Slip> slips, Optional<LearningText> text) {
        boolean repeats() {
            return slips.size() >= REPEATED;
        }
    }

    /** Slips by kind and class, the most frequent first. */
    static List<Pattern> patterns(List<Slip> slips, List<LearningText> texts) {
        Map<String, List<Slip>> groups = new TreeMap<>();
        slips.forEach(slip -> groups.computeIfAbsent(slip.kind() + " " + slip.classCode(), key -> new ArrayList<>())
                .add(slip));
        return groups.values().stream()
                .map(group -> {
                    Slip one = group.getFirst();
                    return new Pattern(
                            one.kind(),
                            one.classCode(),
                            List.copyOf(group),
                            textFor(one.kind().field(), one.classCode(), texts));
                })
                .sorted(Comparator.comparingInt(
                                (Pattern pattern) -> pattern.slips().size())
                        .reversed())
                .toList();
    }

    /** A text about this very class before one about the field as a whole. */
    static Optional<LearningText> textFor(LearningField field, String classCode, List<LearningText> texts) {
        return texts.stream()
                .filter(text -> text.field() == field)
                .filter(text -> text.classCode().isEmpty() || text.classCode().equals(classCode))
                .max(Comparator.comparing(
                        (LearningText text) -> !text.classCode().isEmpty()));
    }

    /** When this version of a text was read, if that still counts. */
    static Optional<Instant> readInTime(LearningText text, List<ReadAt> read, Instant now) {
        UUID id = text.id();
        return read.stream()
                .filter(each -> each.text().equals(id))
                .map(ReadAt::at)
                .filter(at -> at.isAfter(now.minus(Duration.ofDays(text.goodForDays()))))
                .max(Comparator.naturalOrder());
    }

    /** The text to read before all others: the one of a repeated slip that was read neither in time nor since the last slip. */
    static Optional<Pattern> mostUrgent(List<Pattern> patterns, List<ReadAt> read, Instant now) {
        return patterns.stream()
                .filter(Pattern::repeats)
                .filter(pattern -> pattern.text()
                        .filter(text -> readInTime(text, read, now)
                                .filter(at ->
                                        at.isAfter(pattern.slips().getFirst().found()))
                                .isEmpty())
                        .isPresent())
                .findFirst();
    }
}
