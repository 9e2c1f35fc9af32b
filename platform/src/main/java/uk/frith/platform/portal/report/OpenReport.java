package uk.frith.platform.portal.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The report that is open in a browser.
 *
 * @param sent whether it was sent; until then it is a draft
 * @param reference the incident's, once it has one
 * @param account what was told, as it was written
 * @param hidden words that its reporter wants hidden
 */
public record OpenReport(
        UUID id, String code, boolean sent, Optional<String> reference, String account, List<String> hidden) {

    public OpenReport {
        hidden = List.copyOf(hidden);
    }

    @Override
    public String toString() {
        return "OpenReport[" + id + "]";
    }
}
