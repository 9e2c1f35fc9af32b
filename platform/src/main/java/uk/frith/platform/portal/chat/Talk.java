package uk.frith.platform.portal.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.frith.platform.portal.dialogue.Conversations.Line;

/**
 * A chat and everything that was said in it.
 *
 * @param report by which it is known
 * @param seen when the reporter's browser last asked for what is new
 * @param answeredBy who answers now; empty while it waits
 * @param attended whether they have a page open at which they would see what is written
 * @param draft in which it was taken down
 * @param ended when one of the two ended it
 * @param recorded whether it is an incident already
 * @param first what was told first
 */
record Talk(
        UUID report,
        UUID organisation,
        Instant began,
        Instant seen,
        Optional<UUID> answeredBy,
        boolean attended,
        Optional<UUID> draft,
        Optional<Instant> ended,
        boolean recorded,
        String first,
        List<Line> lines) {

    Talk {
        lines = List.copyOf(lines);
    }

    boolean goesOn() {
        return ended.isEmpty() && !recorded;
    }

    Talk saying(List<Line> said) {
        return new Talk(report, organisation, began, seen, answeredBy, attended, draft, ended, recorded, first, said);
    }

    /** Begins with the number of lines, and changes whenever there is something new to see. */
    String mark() {
        return lines.size() + (goesOn() ? "-on" : "-over") + (attended ? "-answered" : "-waiting");
    }

    /** The lines after those that a mark counts; all when it is none of ours. */
    List<Line> since(String mark) {
        String number = mark.split("-", 2)[0];
        boolean ours =
                !number.isEmpty() && number.length() < 6 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return lines.subList(ours ? Math.min(Integer.parseInt(number), lines.size()) : 0, lines.size());
    }

    /** What its reporter wrote, each time by itself. */
    Stream<String> told() {
        return Stream.concat(
                Stream.of(first), lines.stream().filter(line -> !line.byStaff()).map(Line::text));
    }

    /** How many characters were written in it. */
    int length() {
        return first.length()
                + lines.stream().mapToInt(line -> line.text().length()).sum();
    }

    @Override
    public String toString() {
        return "Talk[" + report + "]";
    }
}
