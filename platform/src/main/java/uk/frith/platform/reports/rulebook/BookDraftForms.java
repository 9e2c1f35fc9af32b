package uk.frith.platform.reports.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.pages.ErrorLink;

/** What every page of a draft has in common. */
@Component
class BookDraftForms {

    static final String TO_KEEP = "to keep the rules that accounts are read with";

    private final Desk desk;
    private final BookDraftRepository drafts;

    BookDraftForms(Desk desk, BookDraftRepository drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    /** A draft and its texts. */
    record Open(Draft draft, BookFiles files) {}

    /**
     * What stands around a form.
     *
     * @param draft the draft's address
     * @param open whether it may still be changed
     * @param stood the mark of what the reader began with
     * @param errors each at its field
     * @param theirs how somebody else left each field that the reader typed otherwise
     * @param theirsBy who that was and when; null when nobody did
     * @param saved whether the reader has just saved
     */
    record Frame(
            String draft,
            String title,
            boolean open,
            String action,
            String stood,
            Map<String, String> errors,
            Map<String, String> theirs,
            @Nullable String theirsBy,
            boolean saved) {

        Frame {
            errors = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(errors));
            theirs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(theirs));
        }

        List<ErrorLink> links() {
            return errors.entrySet().stream()
                    .map(error -> ErrorLink.at(error.getKey(), error.getValue()))
                    .toList();
        }

        @Nullable
        String wrong(String field) {
            return errors.get(field);
        }
    }

    /** What stands around a form of this draft. */
    static Frame frame(
            Open open,
            String action,
            String stood,
            Map<String, String> errors,
            Map<String, String> theirs,
            @Nullable String theirsBy,
            boolean saved) {
        return new Frame(
                path(open.draft().id()),
                open.draft().title(),
                open.draft().state() == Draft.State.OPEN,
                action,
                stood,
                errors,
                theirs,
                theirsBy,
                saved);
    }

    /** A look at a draft, with its entry. */
    Open look(UUID id, String what) {
        return desk.audited(
                () -> open(id),
                found -> Entry.of(Act.CONSULTATION, "rule draft", TO_KEEP)
                        .about(List.of(id.toString()))
                        .with("part", what));
    }

    Open open(UUID id) {
        Draft draft = drafts.find(id, actor().organisation()).orElseThrow(RuleBookPages::notThere);
        return new Open(draft, drafts.files(id));
    }

    Entry consultation(UUID id, String what) {
        return Entry.of(Act.CONSULTATION, "rule draft", TO_KEEP)
                .about(List.of(id.toString()))
                .with("part", what);
    }

    Entry alteration(UUID id, String what) {
        return Entry.of(Act.ALTERATION, "rule draft", TO_KEEP)
                .about(List.of(id.toString()))
                .with("part", what.length() > 200 ? what.substring(0, 200) : what);
    }

    Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }

    static String path(UUID draft) {
        return "/rules/drafts/" + draft;
    }

    static void unprocessable(HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    static void conflict(HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
    }

    static String by(Optional<BookDraftRepository.LastChange> last) {
        return last.map(change -> change.name() + " changed this at " + RuleBookPages.MOMENT.format(change.moment())
                        + ", while you had it open.")
                .orElse("Somebody took this out of the draft while you had it open.");
    }
}
