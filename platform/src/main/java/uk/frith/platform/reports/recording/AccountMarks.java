package uk.frith.platform.reports.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.frith.platform.reports.recording.RecordPage.Piece;

/** Marks in an account the words that carry what was found. */
final class AccountMarks {

    /** No mark; marks are numbered from one. */
    private static final int NONE = 0;

    private AccountMarks() {}

    /** Words of an account and what they carry. */
    record Mark(String words, String carries, boolean crime) {
        @Override
        public String toString() {
            return "Mark";
        }
    }

    /**
     * The account as paragraphs of pieces. Where marks overlap the earlier in the list wins; a mark is set where its words
     * first stand.
     */
    static List<List<Piece>> pieces(String text, List<Mark> marks) {
        int[] over = new int[text.length()];
        for (int number = 1; number <= marks.size(); number++) {
            String words = marks.get(number - 1).words();
            int start = words.isEmpty() ? -1 : text.indexOf(words);
            if (start >= 0 && Arrays.stream(over, start, start + words.length()).allMatch(mark -> mark == NONE)) {
                Arrays.fill(over, start, start + words.length(), number);
            }
        }
        List<List<Piece>> paragraphs = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            int until = end < 0 ? text.length() : end;
            List<Piece> paragraph =
                    paragraph(text.substring(from, until), Arrays.copyOfRange(over, from, until), marks);
            if (!paragraph.isEmpty()) {
                paragraphs.add(paragraph);
            }
            from = until + 1;
        }
        return paragraphs;
    }

    private static List<Piece> paragraph(String text, int[] over, List<Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= text.length(); end++) {
            if (end == text.length() || over[end] != over[start]) {
                String words = text.substring(start, end);
                pieces.add(
                        over[start] == NONE
                                ? new Piece(words, null, false)
                                : new Piece(
                                        words,
                                        marks.get(over[start] - 1).carries(),
                                        marks.get(over[start] - 1).crime()));
                start = end;
            }
        }
        return pieces;
    }
}
