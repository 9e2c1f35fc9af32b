package uk.frith.platform.portal.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.frith.narrative.Certainty;
import uk.frith.narrative.Findings;
import uk.frith.platform.portal.dialogue.Conversations.Line;
import uk.frith.platform.reports.recording.Heard;
import uk.frith.platform.reports.recording.NewReport;

/** How talks are put in order, weighed against what one person can answer, and written down. */
final class ChatRules {

    /** What a grave talk counts for; another counts for one. */
    static final int GRAVE = 2;

    /** A reporter whose browser hasn't asked for this long has gone. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(45);

    private static final String STAFF = "Agent: ";

    private ChatRules() {}

    /** A talk and what is heard in what its reporter told. */
    record Weighed(Talk talk, Heard heard) {
        @Override
        public String toString() {
            return "Weighed[" + talk + "]";
        }
    }

    /** The most urgent first, and of those as urgent whoever has waited longest. */
    static List<Weighed> inOrder(List<Weighed> waiting) {
        return waiting.stream()
                .sorted(Comparator.comparing((Weighed each) -> each.heard().grade())
                        .thenComparing(each -> each.talk().began())
                        .thenComparing(each -> each.talk().report()))
                .toList();
    }

    /** Whether a talk asks for more than half of somebody: a crime, danger or somebody vulnerable is in it. */
    static boolean isGrave(Findings findings) {
        return findings.immediateDanger()
                || findings.crimes().stream().anyMatch(crime -> crime.certainty() != Certainty.POSSIBLE)
                || findings.vulnerability().stream()
                        .anyMatch(each -> !each.who().equals("suspect"));
    }

    /** How much somebody has in hand. */
    static int load(List<Weighed> answered) {
        return answered.stream()
                .mapToInt(each -> isGrave(each.heard().findings()) ? GRAVE : 1)
                .sum();
    }

    /** Whether somebody who has this much in hand can answer another; whoever has nothing always can. */
    static boolean canAnswer(int load, Talk another, Heard heard, int most) {
        return load == 0 || load + (isGrave(heard.findings()) ? GRAVE : 1) <= most;
    }

    /** The mark for whoever answers, which changes with who that is, too, and when the reporter seems to have gone. */
    static String staffMark(Talk talk, Instant now) {
        return talk.mark() + "-" + Integer.toHexString(talk.answeredBy().hashCode())
                + (hasGone(talk, now) ? "-gone" : "");
    }

    static boolean hasGone(Talk talk, Instant now) {
        return talk.seen().plus(GONE_AFTER).isBefore(now);
    }

    /** The talk as the reader of accounts knows talks, turn by turn; what was told first alone needs no turns. */
    static String transcript(Talk talk) {
        return talk.lines().isEmpty()
                ? talk.first()
                : NewReport.TELLER + oneLine(talk.first()) + "\n" + turns(talk.lines());
    }

    /** Lines as the turns of a talk; empty when there are none. */
    static String turns(List<Line> lines) {
        return lines.stream()
                .map(line -> (line.byStaff() ? STAFF : NewReport.TELLER) + oneLine(line.text()))
                .collect(Collectors.joining("\n"));
    }

    /** As much of a transcript as a record holds. Whatever is cut off stands with the online report. */
    static String fitting(String transcript) {
        String rest = "\nThe rest stands with the online report.";
        return transcript.length() <= NewReport.LONGEST_ACCOUNT
                ? transcript
                : transcript.substring(0, NewReport.LONGEST_ACCOUNT - rest.length()) + rest;
    }

    private static String oneLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The questions that nobody has asked in these words yet. */
    static List<String> unasked(List<String> questions, Talk talk) {
        return questions.stream()
                .filter(question -> talk.lines().stream()
                        .noneMatch(line -> line.byStaff() && line.text().contains(question)))
                .toList();
    }

    /** The span of the wait in words, from 0 minutes. */
    static String waited(Instant began, Instant now) {
        long minutes = Math.max(0, Duration.between(began, now).toMinutes());
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    /** The moment of the newest line, or of the first words. */
    static Instant latest(Talk talk) {
        return Optional.of(talk.lines())
                .filter(lines -> !lines.isEmpty())
                .map(lines -> lines.getLast().at())
                .orElse(talk.began());
    }
}
