package uk.frith.platform.reports.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.foundation.sheets.SheetForm;
import uk.frith.platform.reports.reconciliation.ReconciliationRepository.Export;
import uk.frith.platform.reports.reconciliation.ReconciliationRepository.Settled;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Here;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Kind;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Pair;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.There;

/** The samples of this chapter's pages. */
public final class ReconciliationSamples implements SamplePages {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID INCIDENT = new UUID(0, 1);
    private static final Pair CLASS = new Pair(
            "CR-1",
            "North",
            new Here(new UUID(0, 2), INCIDENT, "26-1", "8L", AT, false),
            new There(new UUID(0, 3), Optional.of(INCIDENT), "26-1", "105A", AT, "Filed", false));
    private static final Pair MISSING =
            new Pair("CR-2", "", new Here(new UUID(0, 4), INCIDENT, "26-1", "8L", AT, false), null);

    @Override
    public Stream<Sample> samples() {
        Export export = new Export(
                List.of(new UUID(0, 5)), "The crime system", LocalDate.EPOCH, 2, 1, LocalDate.EPOCH, LocalDate.EPOCH);
        Settled settled =
                new Settled("CR-2", Kind.MISSING_THERE, MISSING.found(), "It was recorded twice", AT, "A. Example");
        return Stream.of(
                Sample.page(
                        "none",
                        "reports/reconciliation/reconciliation",
                        ReconciliationPages.page(
                                Optional.empty(),
                                List.of(),
                                new ReconciliationRepository.Book(List.of()),
                                form(List.of()))),
                Sample.page(
                        "some",
                        "reports/reconciliation/reconciliation",
                        ReconciliationPages.page(
                                Optional.of(export),
                                List.of(CLASS, MISSING),
                                new ReconciliationRepository.Book(List.of(settled)),
                                form(List.of(ErrorLink.at("source", "Say where it comes from"))))),
                Sample.page(
                        "refused",
                        "reports/reconciliation/difference",
                        ReconciliationPages.difference(
                                CLASS, new ReconciliationRepository.Book(List.of(settled)), "x", "Give the reason")),
                Sample.page(
                        "settled meanwhile",
                        "reports/reconciliation/difference",
                        ReconciliationPages.difference(
                                MISSING,
                                new ReconciliationRepository.Book(List.of(settled)),
                                "x",
                                "It is settled already")),
                Sample.page(
                        "settled",
                        "reports/reconciliation/difference",
                        ReconciliationPages.difference(
                                MISSING, new ReconciliationRepository.Book(List.of(settled)), "", null)));
    }

    private static SheetForm form(List<ErrorLink> errors) {
        return new SheetForm("/oversight/reconciliation", "reference,status", "", "", errors);
    }
}
