package uk.frith.platform.reports.integrity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.FormFields;

/** What may stand as the national mix, from a form. */
final class NationalRules {

    private static final int LONGEST_SOURCE = 300;
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final int WHOLE_IN_TENTHS = 1000;

    private NationalRules() {}

    /** What a form held. */
    record Typed(String personal, String nuisance, String environmental, String from, String source) {}

    /** What is to be kept, or what is wrong. */
    record Read(@Nullable NationalMix mix, List<ErrorLink> errors) {}

    static Read read(Typed typed, LocalDate today) {
        List<ErrorLink> errors = new ArrayList<>();
        Optional<Integer> personal = tenths(typed.personal(), "personal", errors);
        Optional<Integer> nuisance = tenths(typed.nuisance(), "nuisance", errors);
        Optional<Integer> environmental = tenths(typed.environmental(), "environmental", errors);
        if (errors.isEmpty() && personal.orElse(0) + nuisance.orElse(0) + environmental.orElse(0) != WHOLE_IN_TENTHS) {
            errors.add(ErrorLink.at("personal", "The three shares must add up to 100"));
        }
        Optional<LocalDate> from = FormFields.day(typed.from())
                .filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(today.plusYears(1)));
        if (from.isEmpty()) {
            errors.add(ErrorLink.at("from", "Give the day it holds from, as 2026-03-01"));
        }
        String source = typed.source().replace("\0", "").strip();
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            errors.add(ErrorLink.at("source", "Say where it was published, in up to 300 characters"));
        }
        return errors.isEmpty()
                ? new Read(
                        new NationalMix(
                                List.of(
                                        personal.orElseThrow() / 1000.0,
                                        nuisance.orElseThrow() / 1000.0,
                                        environmental.orElseThrow() / 1000.0),
                                from.orElseThrow(),
                                source),
                        List.of())
                : new Read(null, errors);
    }

    /** A share in per cent, in tenths of one. */
    private static Optional<Integer> tenths(String typed, String field, List<ErrorLink> errors) {
        String plain = typed.strip().replaceAll("\\s*%$", "");
        if (plain.matches("\\d{1,2}(\\.\\d)?")) {
            int tenths = Integer.parseInt(plain.contains(".") ? plain.replace(".", "") : plain + "0");
            if (tenths >= 1 && tenths <= WHOLE_IN_TENTHS - 2) {
                return Optional.of(tenths);
            }
        }
        errors.add(ErrorLink.at(field, "Give a share in per cent from 0.1 to 99.8, with at most one decimal"));
        return Optional.empty();
    }
}
