package uk.frith.platform.reports.reconciliation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.frith.platform.foundation.sheets.Sheets;
import uk.frith.platform.reports.reconciliation.ReconciliationRepository.Book;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Pair;

/** The differences as a CSV file, settled ones with their reason. */
final class DifferencesCsv {

    private DifferencesCsv() {}

    static String of(List<Pair> pairs, Book settled) {
        return pairs.stream()
                .filter(pair -> pair.kind().difference())
                .map(pair -> line(pair, settled))
                .collect(Collectors.joining("", "reference,difference,found,team,month,reason\r\n", ""));
    }

    private static String line(Pair pair, Book settled) {
        String reason =
                settled.of(pair).map(ReconciliationRepository.Settled::reason).orElse("");
        return Stream.of(
                        pair.reference(),
                        pair.kind().words(),
                        pair.found(),
                        pair.team(),
                        pair.month().toString(),
                        reason)
                .map(Sheets::quoted)
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
