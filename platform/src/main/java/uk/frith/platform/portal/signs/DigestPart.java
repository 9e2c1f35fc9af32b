package uk.frith.platform.portal.signs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.frith.platform.foundation.sheets.Sheets;
import uk.frith.platform.portal.signs.DigestRules.Count;
import uk.frith.platform.portal.signs.DigestRules.Words;

/** What a digest says, as a page and a CSV file show it. */
record DigestPart(List<CountLine> counts, List<WordsLine> words) {

    DigestPart {
        counts = List.copyOf(counts);
        words = List.copyOf(words);
    }

    /** How a question was answered at a place. */
    record CountLine(String place, String question, String answers, String mean) {}

    /** What somebody wrote at a place. */
    record WordsLine(String place, String words) {
        @Override
        public String toString() {
            return "WordsLine";
        }
    }

    static DigestPart of(List<Count> counts, List<Words> words) {
        return new DigestPart(
                lines(counts),
                words.stream()
                        .map(each -> new WordsLine(each.place(), each.words()))
                        .toList());
    }

    static List<CountLine> lines(List<Count> counts) {
        return counts.stream()
                .map(count -> new CountLine(
                        count.place(),
                        count.question(),
                        count.answers()
                                .map(answers -> String.format(Locale.UK, "%,d", answers))
                                .orElse("Fewer than " + SignRules.SMALLEST_SHOWN),
                        count.mean()
                                .map(mean -> String.format(Locale.UK, "%.1f of 5", mean))
                                .orElse("–")))
                .toList();
    }

    /** The same as a CSV file: one line for each question of a place, one for each text. */
    String csv() {
        StringBuilder csv = new StringBuilder("place,question,answers,mean,words\r\n");
        Stream.concat(
                        counts.stream()
                                .map(line -> Stream.of(line.place(), line.question(), line.answers(), line.mean(), "")),
                        words.stream().map(line -> Stream.of(line.place(), "", "", "", line.words())))
                .forEach(fields -> csv.append(
                                String.join(",", fields.map(Sheets::quoted).toList()))
                        .append("\r\n"));
        return csv.toString();
    }

    @Override
    public String toString() {
        return "DigestPart";
    }
}
