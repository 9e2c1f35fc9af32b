package uk.frith.platform.reports.calls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.recording.Heard;

/**
 * Questions that a later chapter has asked on the call screen, and keeps with the incident that the call becomes. A chapter
 * gives a bean; calls shows the questions, keeps the answers with the draft and hands them over, without knowing what they
 * are about. Everything is called within the caller's piece of work at the desk. Nobody has to answer anything.
 */
public interface FirstContact {

    /** More than anybody asks while somebody tells it for the first time. */
    int MOST_ANSWERS = 20;

    /** A call as it is being taken down. */
    record Call(UUID organisation, Optional<Heard> heard, Optional<UUID> follows, Map<String, String> answers) {
        @Override
        public String toString() {
            return "Call";
        }
    }

    /**
     * A question.
     *
     * @param id 1 to 20 small letters and digits
     * @param options what can be answered; what isn't asked yet is not among them
     * @param suggestion what is likely and isn't answered yet; null when nothing is
     */
    record Asked(
            String id,
            String words,
            List<Choice> options,
            @Nullable Suggestion suggestion) {
        @Override
        public String toString() {
            return "Asked[" + id + "]";
        }
    }

    /** An answer that is likely: which, in words, and why. It counts for nothing until somebody confirms it. */
    record Suggestion(String option, String words, String why) {
        @Override
        public String toString() {
            return "Suggestion[" + option + "]";
        }
    }

    /** A part of the screen: its questions, and what there is to say to them as far as they are answered. */
    record Part(String title, List<Asked> questions, List<String> says) {

        /** Whether anything is suggested that nobody has answered. */
        public boolean isSuggesting() {
            return questions.stream().anyMatch(question -> question.suggestion() != null);
        }

        @Override
        public String toString() {
            return "Part[" + title + "]";
        }
    }

    /** The part of the screen for a call as it stands. */
    Part part(Call call);

    /** Keeps what was answered with the incident that the call became, in the transaction that records it. */
    void recorded(UUID incident, Call call);

    /** Answers as one line: {@code question=option}, in the order of the questions, with blanks between. */
    static String written(Map<String, String> answers) {
        return new TreeMap<>(answers)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .filter(each -> Answered.ONE.matcher(each).matches())
                        .limit(MOST_ANSWERS)
                        .collect(Collectors.joining(" "));
    }

    /** The reverse of {@link #written}; what doesn't look like an answer is left out. */
    static Map<String, String> read(String line) {
        Map<String, String> answers = new TreeMap<>();
        for (String each : line.split(" ", -1)) {
            Matcher one = Answered.ONE.matcher(each);
            if (one.matches()) {
                answers.put(one.group("question"), one.group("option"));
            }
        }
        return answers;
    }

    /** How one answer is written. */
    final class Answered {
        private static final Pattern ONE = Pattern.compile("(?<question>[a-z0-9]{1,20})=(?<option>[a-z0-9]{1,20})");

        private Answered() {}
    }
}
