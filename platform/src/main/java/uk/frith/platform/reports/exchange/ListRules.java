package uk.frith.platform.reports.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.sheets.SheetRow;
import uk.frith.platform.reports.recording.AsbType;

/** What a row says of a list in which a partner has what it was told; nobody is named in it. */
final class ListRules {

    static final List<String> HEADER =
            List.of("partner", "reference", "type", "happened_on", "area_code", "told_police");

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    private ListRules() {}

    /** What was told to a partner; the area is empty when it isn't known. */
    record Listed(
            UUID partner, String reference, AsbType type, LocalDate happenedOn, String area, boolean toldPolice) {}

    /** Reads the rows of one list in turn, and refuses a reference that stands further up. */
    static final class Reader {
        private final Map<String, UUID> partners;
        private final LocalDate today;
        private final Set<String> read = new HashSet<>();

        /** @param partners by their word in the register */
        Reader(Map<String, UUID> partners, LocalDate today) {
            this.partners = Map.copyOf(partners);
            this.today = today;
        }

        SheetRow<Listed> read(List<String> row) {
            UUID partner = partners.get(row.get(0).toLowerCase(Locale.ROOT));
            if (partner == null) {
                return new SheetRow.Faulty<>(0, "no partner in the register has this word");
            }
            String reference = row.get(1);
            if (reference.isEmpty() || reference.length() > SubmissionRules.LONGEST_REFERENCE) {
                return new SheetRow.Faulty<>(1, "a reference has 1 to 200 characters");
            }
            Optional<AsbType> type = Choice.sent(
                    AsbType.values(), row.get(2).toUpperCase(Locale.ROOT).replace('-', '_'));
            if (type.isEmpty()) {
                return new SheetRow.Faulty<>(2, "a type is one of " + JsonRules.words(AsbType.values()));
            }
            Optional<LocalDate> day = day(row.get(3));
            if (day.isEmpty()) {
                return new SheetRow.Faulty<>(3, "a day looks like 2026-03-01 and isn't to come");
            }
            if (!row.get(4).matches("[A-Z0-9]{0,20}")) {
                return new SheetRow.Faulty<>(4, "an area is the code of a small area, like E01013000, or empty");
            }
            if (!row.get(5).matches("yes|no")) {
                return new SheetRow.Faulty<>(5, "say yes or no: whether the police were told as well");
            }
            if (!read.add(partner + "|" + reference)) {
                return new SheetRow.Faulty<>(1, "a row further up has this reference of this partner already");
            }
            return new SheetRow.Sound<>(new Listed(
                    partner,
                    reference,
                    type.get(),
                    day.get(),
                    row.get(4),
                    row.get(5).equals("yes")));
        }

        private Optional<LocalDate> day(String typed) {
            try {
                return Optional.of(LocalDate.parse(typed)).filter(day -> !day.isAfter(today) && !day.isBefore(FIRST));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
