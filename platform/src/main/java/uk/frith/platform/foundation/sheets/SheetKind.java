package uk.frith.platform.foundation.sheets;

import java.util.List;

/**
 * A kind of sheet.
 *
 * @param code as the owning chapter's migration names it
 * @param action where its form is sent, within the service
 * @param header the names of its columns, in their order
 */
public record SheetKind(String code, String action, List<String> header) {
    public SheetKind {
        header = List.copyOf(header);
        if (code.isBlank() || !action.startsWith("/") || header.isEmpty()) {
            throw new IllegalArgumentException("A kind of sheet has a code, an address and columns.");
        }
    }
}
