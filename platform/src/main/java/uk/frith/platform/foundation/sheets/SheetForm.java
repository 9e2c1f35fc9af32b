package uk.frith.platform.foundation.sheets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.ErrorLink;

/**
 * The form that brings a sheet in, for a page of the chapter whose it is.
 *
 * @param action where it is sent
 * @param columns the header that the file must have
 * @param source what was typed as its source
 * @param dated what was typed as its day
 */
public record SheetForm(String action, String columns, String source, String dated, List<ErrorLink> errors) {
    public SheetForm {
        errors = List.copyOf(errors);
    }

    /** What is wrong at a field; null when nothing is. */
    public @Nullable String wrong(String id) {
        return ErrorLink.textAt(id, errors);
    }
}
