package uk.frith.platform.foundation.sheets;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/**
 * A sheet as a page of the chapter whose it is brought it in, with what that page shows again when nothing of the sheet was
 * taken: both found in one work, so that it is one entry of the audit.
 *
 * @param <T> what a sound row says
 * @param <P> what the page shows
 */
public record Brought<T, P>(Sheets.Outcome<T> outcome, Optional<P> again) {

    /**
     * Keeps what was taken, or finds what the page shows.
     *
     * @param keep stores the rows, which are the chapter's
     * @param found is asked with the form that says why nothing was taken
     */
    public static <T, P> Brought<T, P> of(
            Sheets.Outcome<T> outcome, Consumer<Sheets.Outcome.Taken<T>> keep, Function<SheetForm, P> found) {
        return switch (outcome) {
            case Sheets.Outcome.Taken<T> taken -> {
                keep.accept(taken);
                yield new Brought<>(outcome, Optional.empty());
            }
            case Sheets.Outcome.NotTaken<T>(SheetForm form) -> new Brought<>(outcome, Optional.of(found.apply(form)));
        };
    }

    /** Whether it is kept, as an entry of the audit says it. */
    public String taken() {
        return Boolean.toString(again.isEmpty());
    }

    /** Where the browser goes: on to what became of the file, or to the view again, which 422 says. */
    public String answer(HttpServletResponse response, String view, BiConsumer<P, SheetForm> show) {
        return switch (outcome) {
            case Sheets.Outcome.Taken<T> kept -> "redirect:" + kept.path();
            case Sheets.Outcome.NotTaken<T>(SheetForm form) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                again.ifPresent(page -> show.accept(page, form));
                yield view;
            }
        };
    }
}
