package uk.frith.platform.reports.integrity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.frith.narrative.OffenceClass;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.integrity.ReadingRepository.Said;
import uk.frith.platform.reports.recording.Incidents;

/** The form of a reading: rows of expected crimes, the category and a remark. */
final class ReadingForm {

    static final int FIRST_ROWS = 2;
    static final int MOST_ROWS = 20;

    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_REMARK = 5_000;

    private ReadingForm() {}

    /** A row of expected crimes as it was typed. */
    record Row(int number, String offence, String victims, String words) {
        boolean isEmpty() {
            return offence.isBlank() && words.isBlank();
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

    /** What a form says; whoever keeps it for later needn't have chosen a category yet. */
    static Read read(Typed typed, boolean later, Function<String, Optional<OffenceClass>> offence) {
        List<ErrorLink> errors = new ArrayList<>();
        List<Crime> crimes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Sorting> category = Choice.sent(Sorting.values(), typed.category());
        if (category.isEmpty() && !later) {
            errors.add(ErrorLink.at("category", "Choose the category that you expect"));
        }
        for (Row row : typed.rows()) {
            if (row.isEmpty()) {
                continue;
            }
            Optional<OffenceClass> known = offence.apply(row.offence());
            Optional<Integer> victims = Incidents.victims(row.victims());
            if (known.isEmpty()) {
                errors.add(ErrorLink.at("offence-" + row.number(), "Choose an offence class"));
            } else if (!seen.add(known.get().code())) {
                errors.add(
                        ErrorLink.at("offence-" + row.number(), "Name each class once, with all its victims together"));
            } else if (victims.isEmpty()) {
                errors.add(ErrorLink.at("victims-" + row.number(), Incidents.WRONG_VICTIMS));
            } else if (row.words().length() > LONGEST_WORDS) {
                errors.add(ErrorLink.at("words-" + row.number(), longer(LONGEST_WORDS)));
            } else {
                crimes.add(new Crime(known.get().code(), known.get().name(), victims.get(), row.words()));
            }
        }
        if (typed.remark().length() > LONGEST_REMARK) {
            errors.add(ErrorLink.at("remark", longer(LONGEST_REMARK)));
        }
        return new Read(new Said(category, crimes, typed.remark()), errors);
    }

    private static String longer(int most) {
        return String.format(Locale.UK, "It is longer than %,d characters", most);
    }
}
