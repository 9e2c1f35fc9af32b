package uk.frith.platform.reports.integrity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.frith.narrative.OffenceClass;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.integrity.ReadingRepository.Said;

/** The form of a reading: rows of expected crimes, the category and a remark. */
final class ReadingForm {

    static final int FIRST_ROWS = 2;
    static final int MOST_ROWS = 20;

    private static final int MOST_VICTIMS = 1_000;
    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_REMARK = 5_000;

    private ReadingForm() {}

    /** A row of expected crimes as it was typed. */
    record Row(int number, String offence, String victims, String words) {
        boolean isEmpty() {
            return offence.isBlank();
        }

        @Override
        public String toString() {
            return "Row[" + number + "]";
        }
    }

    /** What stands in the fields. */
    record Typed(String category, List<Row> rows, String remark) {
        static Typed of(Map<String, String> sent) {
            List<Row> rows = new ArrayList<>();
            for (int i = 1; i <= MOST_ROWS && sent.containsKey("offence-" + i); i++) {
                rows.add(new Row(
                        i, field(sent, "offence-" + i), field(sent, "victims-" + i), field(sent, "words-" + i)));
            }
            return new Typed(field(sent, "category"), rows, field(sent, "remark"));
        }

        static Typed of(Said said) {
            List<Row> rows = new ArrayList<>();
            for (Crime crime : said.crimes()) {
                rows.add(new Row(rows.size() + 1, crime.code(), Integer.toString(crime.victims()), crime.words()));
            }
            return new Typed(said.category().map(Enum::name).orElse(""), rows, said.remark()).withRows(FIRST_ROWS);
        }

        /** With at least so many rows, the last ones empty. */
        Typed withRows(int least) {
            List<Row> more = new ArrayList<>(rows);
            while (more.size() < Math.min(least, MOST_ROWS)) {
                more.add(new Row(more.size() + 1, "", "1", ""));
            }
            return new Typed(category, more, remark);
        }

        private static String field(Map<String, String> sent, String name) {
            return sent.getOrDefault(name, "").replace("\0", "").strip();
        }

        @Override
        public String toString() {
            return "Typed";
        }
    }

    /** What was said, and what is wrong with it; wrong rows aren't in what was said. */
    record Read(Said said, List<ErrorLink> errors) {}

    static Read read(Typed typed, Function<String, Optional<OffenceClass>> offence) {
        List<ErrorLink> errors = new ArrayList<>();
        List<Crime> crimes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Sorting> category = Choice.sent(Sorting.values(), typed.category());
        if (category.isEmpty()) {
            errors.add(ErrorLink.at("category", "Choose the category that you expect"));
        }
        for (Row row : typed.rows()) {
            if (row.isEmpty()) {
                continue;
            }
            Optional<OffenceClass> known = offence.apply(row.offence());
            Optional<Integer> victims = victims(row.victims());
            if (known.isEmpty()) {
                errors.add(ErrorLink.at("offence-" + row.number(), "Choose an offence class"));
            } else if (!seen.add(known.get().code())) {
                errors.add(
                        ErrorLink.at("offence-" + row.number(), "Name each class once, with all its victims together"));
            } else if (victims.isEmpty()) {
                errors.add(ErrorLink.at("victims-" + row.number(), "A number of victims from 1 to 1,000"));
            } else {
                String words = row.words().length() <= LONGEST_WORDS
                        ? row.words()
                        : row.words().substring(0, LONGEST_WORDS);
                crimes.add(new Crime(known.get().code(), known.get().name(), victims.get(), words));
            }
        }
        String remark = typed.remark().length() <= LONGEST_REMARK
                ? typed.remark()
                : typed.remark().substring(0, LONGEST_REMARK);
        return new Read(new Said(category, crimes, remark), errors);
    }

    private static Optional<Integer> victims(String typed) {
        try {
            int victims = Integer.parseInt(typed);
            return victims >= 1 && victims <= MOST_VICTIMS ? Optional.of(victims) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
