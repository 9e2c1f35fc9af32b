package uk.frith.platform.reports.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.rulebook.BookDiff.Change;
import uk.frith.platform.reports.rulebook.PublishRules.Asked;
import uk.frith.platform.reports.rulebook.Publishing.Outcome;

/** A draft: what it changes, what is wrong with it, and its way into use. */
@Controller
@RequestMapping("/rules/drafts")
class BookDraftPages {

    private static final String TO_KEEP = BookDraftForms.TO_KEEP;
    private static final String DRAFT = "reports/rulebook/draft";

    /** Of a book that differs everywhere the count says enough. */
    static final int MOST_CHANGES = 200;

    private static final int MOST_FAULTS = 50;

    private final Desk desk;
    private final BookDraftForms forms;
    private final BookDraftRepository drafts;
    private final EditionRepository editions;
    private final Publishing publishing;
    private final RuleBooks books;
    private final Shelf shelf;
    private final InstantSource clock;

    BookDraftPages(
            Desk desk,
            BookDraftForms forms,
            BookDraftRepository drafts,
            EditionRepository editions,
            Publishing publishing,
            RuleBooks books,
            Shelf shelf,
            InstantSource clock) {
        this.desk = desk;
        this.forms = forms;
        this.drafts = drafts;
        this.editions = editions;
        this.publishing = publishing;
        this.books = books;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** A fault with the page on which it is mended. */
    record Mend(String where, String words, String path) {}

    /** A change as it is shown; {@code path} is null for what can't be opened any more. */
    record Shown(
            String title,
            String state,
            List<String> gone,
            List<String> come,
            @Nullable String path) {}

    /**
     * A draft.
     *
     * @param open whether it may be changed
     * @param submitted what waits for a second person; null when nothing does
     * @param mayApprove whether the reader is that second person
     * @param changed how many parts differ from what holds
     * @param secondPerson whether one is needed
     * @param update whether Frith ships with other rules than those that the draft stands on
     */
    record DraftPage(
            String path,
            String title,
            String state,
            String began,
            boolean open,
            @Nullable String submitted,
            boolean mayApprove,
            List<Mend> faults,
            List<String> warnings,
            String changed,
            boolean tooMany,
            List<Shown> changes,
            boolean secondPerson,
            boolean update,
            Asked asked,
            Map<String, String> errors) {

        List<ErrorLink> links() {
            List<ErrorLink> links = new ArrayList<>();
            errors.forEach((field, words) -> links.add(ErrorLink.at(field, words)));
            faults.forEach(fault -> links.add(new ErrorLink(fault.where() + ": " + fault.words(), fault.path())));
            return links;
        }

        @Nullable
        String wrong(String field) {
            return errors.get(field);
        }
    }

    @PostMapping
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String begin(@RequestParam(defaultValue = "") String edition, @RequestParam(defaultValue = "") String title) {
        UUID organisation = forms.actor().organisation();
        String called = RuleForm.clean(title).replaceAll("\\s+", " ");
        UUID id = desk.audited(
                () -> {
                    Edition from = editions.labelled(
                                    edition.isEmpty()
                                            ? books.current(organisation).version()
                                            : edition,
                                    organisation)
                            .orElseThrow(RuleBookPages::notThere);
                    return drafts.begin(
                            organisation,
                            called.isEmpty()
                                    ? "Draft from " + from.called()
                                    : called.substring(0, Math.min(200, called.length())),
                            from,
                            forms.actor().account(),
                            clock.instant());
                },
                begun -> Entry.of(Act.COLLECTION, "rule draft", TO_KEEP).about(List.of(begun.toString())));
        return "redirect:" + BookDraftForms.path(id);
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String draft(@PathVariable UUID id, Model model) {
        DraftPage page = desk.audited(
                () -> page(forms.open(id), Asked.NOTHING, Map.of()),
                shown -> Entry.of(Act.CONSULTATION, "rule draft", TO_KEEP).about(List.of(id.toString())));
        model.addAttribute("page", page);
        return DRAFT;
    }

    @PostMapping("/{id}/publish")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String broken,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(day, time, RuleForm.clean(reason), RuleForm.clean(broken));
        Outcome outcome =
                desk.audited(() -> publishing.publish(forms.actor(), id, asked), done -> entry(id, done, asked));
        return answer(id, outcome, asked, model, response);
    }

    @PostMapping("/{id}/approve")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String approve(@PathVariable UUID id, Model model, HttpServletResponse response) {
        Outcome outcome =
                desk.audited(() -> publishing.approve(forms.actor(), id), done -> entry(id, done, Asked.NOTHING));
        return answer(id, outcome, Asked.NOTHING, model, response);
    }

    private static Entry entry(UUID id, Outcome outcome, Asked asked) {
        Entry entry = Entry.of(Act.ALTERATION, "rules", TO_KEEP);
        return switch (outcome) {
            case Outcome.Published published ->
                entry.about(List.of(id.toString(), published.edition().toString()))
                        .with("done", "published")
                        .with("from", asked.day() + " " + asked.time());
            case Outcome.Submitted submitted ->
                entry.about(List.of(id.toString())).with("done", "submitted");
            case Outcome.Refused refused -> entry.about(List.of(id.toString())).with("done", "refused");
            case Outcome.Closed closed -> entry.about(List.of(id.toString())).with("done", "nothing");
        };
    }

    private String answer(UUID id, Outcome outcome, Asked asked, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Published published -> "redirect:/rules/versions";
            case Outcome.Submitted submitted -> "redirect:" + BookDraftForms.path(id);
            case Outcome.Closed closed -> "redirect:" + BookDraftForms.path(id);
            case Outcome.Refused refused -> {
                BookDraftForms.unprocessable(response);
                model.addAttribute(
                        "page",
                        desk.unaudited(
                                "shows the draft again, whose refusal is entered",
                                () -> page(forms.open(id), asked, refused.wrong())));
                yield DRAFT;
            }
        };
    }

    @PostMapping("/{id}/take-back")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String takeBack(@PathVariable UUID id) {
        desk.audited(forms.alteration(id, "take back"), () -> {
            forms.open(id);
            drafts.takeBack(id);
            return id;
        });
        return "redirect:" + BookDraftForms.path(id);
    }

    @PostMapping("/{id}/discard")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String discard(@PathVariable UUID id) {
        desk.audited(forms.alteration(id, "discard"), () -> {
            forms.open(id);
            drafts.discard(id, clock.instant());
            return id;
        });
        return "redirect:/rules/versions";
    }

    private DraftPage page(BookDraftForms.Open open, Asked asked, Map<String, String> errors) {
        Draft draft = open.draft();
        UUID organisation = forms.actor().organisation();
        BookFiles live = editions.live(organisation, clock.instant())
                .map(edition -> editions.files(edition.id()))
                .orElseGet(BookFiles::shipped);
        List<Change> changes = BookDiff.between(live, open.files());
        List<Part> parts = open.files().parts();
        List<Mend> faults = shelf.check(open.files()).faults().stream()
                .limit(MOST_FAULTS)
                .map(fault -> mend(draft.id(), fault, parts))
                .toList();
        boolean submitted = draft.state() == Draft.State.SUBMITTED;
        Optional<UUID> submitter = draft.submittedBy();
        return new DraftPage(
                BookDraftForms.path(draft.id()),
                draft.title(),
                draft.state().words(),
                "Begun by " + draft.beganBy() + ", " + RuleBookPages.MOMENT.format(draft.beganAt()),
                draft.state() == Draft.State.OPEN,
                submitted
                        ? draft.submittedByName() + " submitted it, to hold "
                                + draft.validFrom()
                                        .map(from -> "from " + RuleBookPages.MOMENT.format(from))
                                        .orElse("at once")
                                + ": " + draft.reason()
                        : null,
                submitted && submitter.filter(forms.actor().account()::equals).isEmpty(),
                faults,
                BookCheck.warnings(changes.stream()
                        .filter(change -> change.state() != BookDiff.State.REMOVED)
                        .map(Change::part)
                        .toList()),
                count(changes.size()),
                changes.size() > MOST_CHANGES,
                changes.stream()
                        .limit(MOST_CHANGES)
                        .map(change -> shown(change, BookDraftForms.path(draft.id())))
                        .toList(),
                editions.secondPerson(organisation),
                editions.find(draft.ships(), organisation)
                        .filter(ships ->
                                !ships.digest().equals(BookFiles.shipped().digest()))
                        .isPresent(),
                asked,
                new LinkedHashMap<>(errors));
    }

    static String count(int changes) {
        return changes == 0
                ? "Nothing differs from"
                : changes == 1 ? "1 part differs from" : changes + " parts differ from";
    }

    static Shown shown(Change change, @Nullable String draft) {
        Part part = change.part();
        boolean there = draft != null && change.state() != BookDiff.State.REMOVED;
        return new Shown(
                change.title(), change.state().words(), change.gone(), change.come(), there ? path(draft, part) : null);
    }

    private static String path(@Nullable String draft, Part part) {
        return switch (part.kind()) {
            case RULE -> draft + "/rules/" + RuleBooks.encoded(part.name());
            case CONCEPT -> draft + "/concepts/" + RuleBooks.encoded(part.name());
            case CLASS, DEFAULT, TEXT -> draft + "/files/" + RuleBooks.encoded(part.file());
        };
    }

    private static Mend mend(UUID draft, Fault fault, List<Part> parts) {
        String path = parts.stream()
                .filter(fault::within)
                .filter(part -> !part.name().isEmpty())
                .findFirst()
                .map(part -> path(BookDraftForms.path(draft), part))
                .orElse(BookDraftForms.path(draft) + "/files/" + RuleBooks.encoded(fault.file()));
        return new Mend(fault.file() + ", line " + fault.line(), fault.sentence(), path);
    }
}
