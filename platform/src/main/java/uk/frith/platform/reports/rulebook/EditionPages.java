package uk.frith.platform.reports.rulebook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.rulebook.BookDiff.Change;

/** The editions of the rules: what holds, what held, what will, and what differs between any two. */
@Controller
@RequestMapping("/rules")
class EditionPages {

    private static final String TO_EXPLAIN = RuleBookPages.TO_EXPLAIN;
    private static final String TO_KEEP = BookDraftForms.TO_KEEP;
    private static final int MOST_EDITIONS = 200;
    private static final int MOST_DRAFTS = 50;

    private final Desk desk;
    private final EditionRepository editions;
    private final BookDraftRepository drafts;
    private final RuleBooks books;
    private final InstantSource clock;

    EditionPages(
            Desk desk, EditionRepository editions, BookDraftRepository drafts, RuleBooks books, InstantSource clock) {
        this.desk = desk;
        this.editions = editions;
        this.drafts = drafts;
        this.books = books;
        this.clock = clock;
    }

    /**
     * An edition.
     *
     * @param withdraw where it can be taken back before it begins; null when it can't
     */
    record Line(
            String path,
            String label,
            String called,
            String from,
            String by,
            String reason,
            String state,
            @Nullable String withdraw) {}

    /** An open draft. */
    record DraftLine(String path, String title, String state, String began) {}

    /** All editions, and for a registrar the drafts and the setting. */
    record EditionsPage(
            List<Line> lines,
            List<Choice> labels,
            List<DraftLine> drafts,
            boolean mayKeep,
            boolean secondPerson,
            @Nullable String update) {}

    /** What differs between two editions. */
    record ComparisonPage(
            String from,
            String to,
            String changed,
            boolean tooMany,
            List<BookDraftPages.Shown> changes,
            List<Choice> labels) {}

    private record Found(
            List<Edition> editions,
            List<Draft> drafts,
            String live,
            boolean secondPerson,
            @Nullable Edition own) {}

    @GetMapping("/versions")
    @Allows(value = Permission.SEE_RULES, purpose = TO_EXPLAIN)
    String versions(Model model) {
        Actor actor = actor();
        boolean mayKeep = actor.may(Permission.KEEP_RULES);
        Found found = desk.audited(
                Entry.of(Act.CONSULTATION, "rule editions", TO_EXPLAIN),
                () -> new Found(
                        editions.all(actor.organisation(), MOST_EDITIONS),
                        mayKeep ? drafts.open(actor.organisation(), MOST_DRAFTS) : List.of(),
                        books.current(actor.organisation()).version(),
                        editions.secondPerson(actor.organisation()),
                        editions.live(actor.organisation(), clock.instant()).orElse(null)));
        Instant now = clock.instant();
        List<Line> lines = new ArrayList<>();
        for (Edition edition : found.editions()) {
            lines.add(line(edition, found.live(), now, mayKeep));
        }
        model.addAttribute(
                "page",
                new EditionsPage(
                        lines,
                        labels(found.editions()),
                        found.drafts().stream()
                                .map(draft -> new DraftLine(
                                        BookDraftForms.path(draft.id()),
                                        draft.title(),
                                        draft.state().words(),
                                        "Begun by " + draft.beganBy() + ", "
                                                + RuleBookPages.MOMENT.format(draft.beganAt())))
                                .toList(),
                        mayKeep,
                        found.secondPerson(),
                        update(found)));
        return "reports/rulebook/editions";
    }

    /** What a newer version of Frith offers to somebody who has rules of their own; null when nothing. */
    private static @Nullable String update(Found found) {
        Edition own = found.own();
        if (own == null) {
            return null;
        }
        String now = BookFiles.shipped().digest();
        boolean newer = found.editions().stream()
                .filter(edition ->
                        edition.digest().equals(now) && edition.number().isEmpty())
                .anyMatch(edition -> own.ships().filter(edition.id()::equals).isEmpty());
        return newer
                ? "This version of Frith ships with other rules than those that your edition stands on. Begin a draft from your edition and take them over: you see what both changed."
                : null;
    }

    private static Line line(Edition edition, String live, Instant now, boolean mayKeep) {
        boolean ahead =
                edition.validFrom().isAfter(now) && edition.withdrawnAt().isEmpty();
        String state = edition.withdrawnAt().isPresent()
                ? "Withdrawn"
                : edition.label().equals(live)
                        ? "Holds"
                        : ahead ? "Will hold" : edition.number().isPresent() ? "Held" : "";
        String by = edition.publishedBy().isEmpty() ? "Frith" : edition.publishedBy();
        return new Line(
                "/rules?version=" + RuleBooks.encoded(edition.label()),
                edition.label(),
                edition.called(),
                RuleBookPages.MOMENT.format(edition.validFrom()),
                edition.approvedBy().isEmpty() ? by : by + "; " + edition.approvedBy() + " agreed",
                edition.brokenReason().isEmpty()
                        ? edition.reason()
                        : edition.reason() + " Kept cases were broken because: " + edition.brokenReason(),
                state,
                ahead && mayKeep ? "/rules/versions/" + edition.id() + "/withdraw" : null);
    }

    private static List<Choice> labels(List<Edition> editions) {
        return editions.stream()
                .map(edition -> Choice.of(
                        edition.label(),
                        edition.called() + ", from " + RuleBookPages.MOMENT.format(edition.validFrom())))
                .toList();
    }

    @GetMapping("/compare")
    @Allows(value = Permission.SEE_RULES, purpose = TO_EXPLAIN)
    String compare(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Model model) {
        UUID organisation = actor().organisation();
        ComparisonPage page = desk.audited(
                () -> {
                    List<Edition> all = editions.all(organisation, MOST_EDITIONS);
                    if (from.isEmpty() || to.isEmpty()) {
                        return new ComparisonPage("", "", "", false, List.of(), labels(all));
                    }
                    Edition before = editions.labelled(from, organisation).orElseThrow(RuleBookPages::notThere);
                    Edition after = editions.labelled(to, organisation).orElseThrow(RuleBookPages::notThere);
                    List<Change> changes = BookDiff.between(editions.files(before.id()), editions.files(after.id()));
                    return new ComparisonPage(
                            before.label(),
                            after.label(),
                            BookDraftPages.count(changes.size()) + " " + before.called() + " in " + after.called()
                                    + ".",
                            changes.size() > BookDraftPages.MOST_CHANGES,
                            changes.stream()
                                    .limit(BookDraftPages.MOST_CHANGES)
                                    .map(change -> BookDraftPages.shown(change, null))
                                    .toList(),
                            labels(all));
                },
                shown -> Entry.of(Act.CONSULTATION, "rule editions", TO_EXPLAIN)
                        .with("from", shown.from())
                        .with("to", shown.to()));
        model.addAttribute("page", page);
        return "reports/rulebook/comparison";
    }

    @PostMapping("/versions/{id}/withdraw")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String withdraw(@PathVariable UUID id) {
        desk.audited(
                () -> editions.withdraw(id, clock.instant()),
                done -> Entry.of(Act.ALTERATION, "rules", TO_KEEP)
                        .about(List.of(id.toString()))
                        .with("done", done ? "withdrawn" : "nothing"));
        return "redirect:/rules/versions";
    }

    @PostMapping("/second-person")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String secondPerson(@RequestParam(defaultValue = "") String wanted) {
        boolean yes = wanted.equals("yes");
        desk.audited(
                Entry.of(Act.ALTERATION, "rule setting", TO_KEEP).with("second person", Boolean.toString(yes)), () -> {
                    editions.setSecondPerson(actor().organisation(), yes);
                    return yes;
                });
        return "redirect:/rules/versions";
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
