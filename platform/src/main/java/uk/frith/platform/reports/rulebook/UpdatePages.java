package uk.frith.platform.reports.rulebook;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.reports.rulebook.BookDraftForms.Open;
import uk.frith.platform.reports.rulebook.BookMerge.Conflict;
import uk.frith.platform.reports.rulebook.BookMerge.Merged;

/** Takes what ships with a newer Frith over into a draft, beside what the force changed. */
@Controller
@RequestMapping("/rules/drafts/{id}/update")
class UpdatePages {

    private static final String TO_KEEP = BookDraftForms.TO_KEEP;

    /** With more than these a person reads no more, but clicks. */
    private static final int MOST_CONFLICTS = 50;

    private final Desk desk;
    private final BookDraftForms forms;
    private final BookDraftRepository drafts;
    private final EditionRepository editions;
    private final InstantSource clock;

    UpdatePages(
            Desk desk,
            BookDraftForms forms,
            BookDraftRepository drafts,
            EditionRepository editions,
            InstantSource clock) {
        this.desk = desk;
        this.forms = forms;
        this.drafts = drafts;
        this.editions = editions;
        this.clock = clock;
    }

    /** A part that both changed; {@code number} names its choice. */
    record Both(int number, String title, String before, String ours, String theirs) {}

    /**
     * What ships beside what the force has.
     *
     * @param needed whether the draft stands on an older book than the one that ships
     * @param tooMany whether more than can be looked through was changed by both
     */
    record UpdatePage(
            String draft,
            String title,
            boolean needed,
            boolean open,
            List<String> taken,
            List<String> kept,
            boolean tooMany,
            String total,
            List<Both> both) {}

    private record Found(Open open, Merged merged, boolean needed) {}

    @GetMapping
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String show(@PathVariable UUID id, Model model) {
        Found found = desk.audited(() -> found(id, Set.of()), shown -> forms.consultation(id, "update"));
        List<Conflict> conflicts = found.merged().conflicts();
        model.addAttribute(
                "page",
                new UpdatePage(
                        BookDraftForms.path(id),
                        found.open().draft().title(),
                        found.needed(),
                        found.open().draft().state() == Draft.State.OPEN,
                        found.merged().taken(),
                        found.merged().kept(),
                        conflicts.size() > MOST_CONFLICTS,
                        Integer.toString(conflicts.size()),
                        IntStream.range(0, Math.min(MOST_CONFLICTS, conflicts.size()))
                                .mapToObj(number -> both(number, conflicts.get(number)))
                                .toList()));
        return "reports/rulebook/update";
    }

    private static Both both(int number, Conflict conflict) {
        return new Both(number, conflict.title(), conflict.before(), conflict.ours(), conflict.theirs());
    }

    private Found found(UUID id, Set<String> takeTheirs) {
        Open open = forms.open(id);
        BookFiles ships = BookFiles.shipped();
        BookFiles base = editions.files(open.draft().ships());
        return new Found(
                open,
                BookMerge.merge(base, open.files(), ships, takeTheirs),
                !base.digest().equals(ships.digest()));
    }

    @PostMapping
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String take(@PathVariable UUID id, @RequestParam Map<String, String> sent) {
        desk.audited(forms.alteration(id, "take over what ships"), () -> {
            UUID organisation = forms.actor().organisation();
            if (drafts.lock(id, organisation).filter(Draft.State.OPEN::equals).isEmpty()) {
                return id;
            }
            List<Conflict> conflicts = found(id, Set.of()).merged().conflicts();
            Set<String> theirs = IntStream.range(0, conflicts.size())
                    .filter(number -> "theirs".equals(sent.get("choice-" + number)))
                    .mapToObj(number -> conflicts.get(number).key())
                    .collect(Collectors.toSet());
            Found found = found(id, theirs);
            Edition ships = editions.shipped(BookFiles.shipped().digest()).orElseThrow(RuleBookPages::notThere);
            drafts.put(id, organisation, found.merged().files(), forms.actor().account(), clock.instant());
            drafts.setShips(id, ships.id());
            return id;
        });
        return "redirect:" + BookDraftForms.path(id);
    }
}
