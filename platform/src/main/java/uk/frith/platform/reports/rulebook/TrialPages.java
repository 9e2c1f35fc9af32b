package uk.frith.platform.reports.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
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
import uk.frith.platform.foundation.pages.FormFields;
import uk.frith.platform.foundation.pages.PageLink;
import uk.frith.platform.reports.rulebook.TrialRepository.Changed;
import uk.frith.platform.reports.rulebook.TrialRepository.Count;

/** The test bench: a draft is tried on past accounts and kept cases, and its registrar sees what it would change. */
@Controller
@RequestMapping("/rules")
class TrialPages {

    private static final String TO_KEEP = BookDraftForms.TO_KEEP;
    private static final int PAGE_SIZE = 25;
    private static final int MOST_PAGES = 200;
    private static final int MOST_ACCOUNTS = 100_000;
    private static final int USUAL_ACCOUNTS = 2_000;
    private static final int USUAL_DAYS = 365;
    private static final int TRIALS_SHOWN = 20;
    private static final int MOST_BROKEN = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private final Desk desk;
    private final BookDraftForms forms;
    private final TrialRepository trials;
    private final TrialJobs jobs;
    private final RandomGenerator chance;
    private final InstantSource clock;

    TrialPages(
            Desk desk,
            BookDraftForms forms,
            TrialRepository trials,
            TrialJobs jobs,
            RandomGenerator chance,
            InstantSource clock) {
        this.desk = desk;
        this.forms = forms;
        this.trials = trials;
        this.jobs = jobs;
        this.chance = chance;
        this.clock = clock;
    }

    /** A trial in the list of its draft. */
    record Line(String path, String when, String state, String sentence) {}

    /** What was typed to begin a trial. */
    record Typed(String from, String to, String most, String seed) {}

    /** The trials of a draft, and the form of the next one. */
    record TrialsPage(String draft, String title, List<Line> trials, Typed typed, Map<String, String> errors) {
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

    /** How far a trial is: what is shown again and again. */
    record ProgressPart(
            String path, String state, boolean over, String done, String rate, String changed, String sentence) {}

    /** How often something changed, with the address of the accounts in which it did. */
    record Tally(String title, List<TallyLine> lines) {}

    record TallyLine(String what, String number, String path) {}

    /** An account that would be read otherwise. */
    record AccountLine(String path, String title, List<String> what, List<String> words) {
        @Override
        public String toString() {
            return "AccountLine";
        }
    }

    /** A trial. */
    record TrialPage(
            String draft,
            String about,
            ProgressPart progress,
            List<AccountLine> broken,
            List<Tally> tallies,
            @Nullable String chosen,
            String total,
            List<AccountLine> accounts,
            List<PageLink> pages,
            @Nullable String previous,
            @Nullable String next) {
        @Override
        public String toString() {
            return "TrialPage";
        }
    }

    @GetMapping("/drafts/{id}/trials")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String list(@PathVariable UUID id, Model model) {
        LocalDate today = today();
        Typed usual = new Typed(
                today.minusDays(USUAL_DAYS).toString(), today.toString(), Integer.toString(USUAL_ACCOUNTS), "");
        model.addAttribute(
                "page",
                desk.audited(
                        () -> trialsPage(id, usual, Map.of()),
                        shown -> Entry.of(Act.CONSULTATION, "rule draft", TO_KEEP)
                                .about(List.of(id.toString()))
                                .with("part", "trials")));
        return "reports/rulebook/trials";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PublishRules.HERE);
    }

    private TrialsPage trialsPage(UUID id, Typed typed, Map<String, String> errors) {
        Draft draft = forms.open(id).draft();
        return new TrialsPage(
                BookDraftForms.path(id),
                draft.title(),
                trials.ofDraft(id, forms.actor().organisation(), TRIALS_SHOWN).stream()
                        .map(trial -> new Line(
                                path(trial.id()),
                                RuleBookPages.MOMENT.format(trial.begunAt()),
                                trial.state().words(),
                                trial.sentence()))
                        .toList(),
                typed,
                errors);
    }

    @PostMapping("/drafts/{id}/trials")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String begin(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String most,
            @RequestParam(defaultValue = "") String seed,
            Model model,
            HttpServletResponse response) {
        Typed typed = new Typed(from, to, most, seed);
        Map<String, String> wrong = new LinkedHashMap<>();
        Optional<TrialRepository.Asked> asked = asked(typed, wrong);
        if (asked.isEmpty()) {
            BookDraftForms.unprocessable(response);
            model.addAttribute(
                    "page", desk.unaudited("shows the reader's own typing again", () -> trialsPage(id, typed, wrong)));
            return "reports/rulebook/trials";
        }
        UUID trial = desk.audited(
                () -> {
                    forms.open(id);
                    UUID added = trials.add(
                            forms.actor().organisation(),
                            id,
                            asked.get(),
                            forms.actor().account(),
                            clock.instant());
                    jobs.schedule(added);
                    return added;
                },
                added -> Entry.of(Act.COLLECTION, "trial of rules", TO_KEEP)
                        .about(List.of(added.toString(), id.toString()))
                        .with("accounts", Integer.toString(asked.get().most())));
        jobs.look();
        return "redirect:" + path(trial);
    }

    private Optional<TrialRepository.Asked> asked(Typed typed, Map<String, String> wrong) {
        Optional<LocalDate> from = day(typed.from());
        Optional<LocalDate> to = day(typed.to());
        Optional<Long> most = figure(typed.most());
        Optional<Long> seed = typed.seed().isBlank() ? Optional.of(chance.nextLong(1_000_000)) : figure(typed.seed());
        if (from.isEmpty()) {
            wrong.put("from", "A day looks like 2026-03-31");
        }
        if (to.isEmpty()) {
            wrong.put("to", "A day looks like 2026-03-31");
        } else if (from.isPresent() && to.get().isBefore(from.get())) {
            wrong.put("to", "The last day can't be before the first");
        }
        if (most.filter(number -> number >= 1 && number <= MOST_ACCOUNTS).isEmpty()) {
            wrong.put("most", "A number of accounts from 1 to 100,000");
        }
        if (seed.isEmpty()) {
            wrong.put("seed", "The seed is a number; empty for one by chance");
        }
        return wrong.isEmpty()
                ? Optional.of(new TrialRepository.Asked(
                        from.orElseThrow(), to.orElseThrow(), most.orElseThrow().intValue(), seed.orElseThrow()))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        return FormFields.day(text).filter(day -> day.getYear() >= 1990 && day.getYear() <= 2099);
    }

    private static Optional<Long> figure(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip().replace(",", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private record Found(Trial trial, List<Count> counts, TrialRepository.Page broken, TrialRepository.Page changes) {
        @Override
        public String toString() {
            return "Found";
        }
    }

    @GetMapping("/trials/{id}")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String trial(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int shown = Math.clamp(page, 1, MOST_PAGES);
        Found found = desk.audited(
                () -> new Found(
                        open(id),
                        trials.counts(id),
                        trials.changes(id, true, "", MOST_BROKEN, 0),
                        trials.changes(id, false, what, PAGE_SIZE, (shown - 1) * PAGE_SIZE)),
                result -> Entry.of(Act.CONSULTATION, "trial of rules", TO_KEEP)
                        .about(Stream.concat(
                                        Stream.of(id.toString()),
                                        Stream.concat(
                                                        result.changes().changes().stream(),
                                                        result.broken().changes().stream())
                                                .map(each -> each.subject().toString()))
                                .toList())
                        .showing(List.of("reference", "words that carry a finding")));
        model.addAttribute("page", page(found, what, shown));
        return "reports/rulebook/trial";
    }

    private Trial open(UUID id) {
        return trials.find(id, forms.actor().organisation()).orElseThrow(RuleBookPages::notThere);
    }

    /** The part of a trial's page that goes on while it is looked at; when it is over the whole page is wanted. */
    @GetMapping("/trials/{id}/progress")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String progress(@PathVariable UUID id, Model model, HttpServletResponse response) {
        Trial trial =
                desk.unaudited("the progress of a trial whose page has its entry shows nothing new", () -> open(id));
        if (trial.state().isOver()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("page", progress(trial));
        return "reports/rulebook/progress";
    }

    private static TrialPage page(Found found, String what, int shown) {
        Trial trial = found.trial();
        String path = path(trial.id());
        int total = found.changes().total();
        int pages = Math.clamp((total + PAGE_SIZE - 1) / PAGE_SIZE, 1, MOST_PAGES);
        String query = what.isEmpty() ? "?" : "?what=" + RuleBooks.encoded(what) + "&";
        return new TrialPage(
                BookDraftForms.path(trial.draft()),
                "Accounts told from " + DAY.format(trial.from()) + " to " + DAY.format(trial.to()) + ", at most "
                        + number(trial.most()) + ", drawn with the seed " + trial.seed() + ", read with "
                        + (trial.liveLabel().isEmpty() ? "the rules that hold" : trial.liveLabel())
                        + " and with the draft as it stood " + RuleBookPages.MOMENT.format(trial.begunAt()) + ".",
                progress(trial),
                found.broken().changes().stream().map(TrialPages::broken).toList(),
                tallies(found.counts(), path),
                Difference.Change.ofKey(what).map(Difference.Change::sentence).orElse(null),
                number(total),
                found.changes().changes().stream().map(TrialPages::changed).toList(),
                pages > 1 && shown <= pages
                        ? PageLink.around(shown, pages, n -> path + query + "page=" + n)
                        : List.of(),
                shown > 1 ? path + query + "page=" + (shown - 1) : null,
                shown < pages ? path + query + "page=" + (shown + 1) : null);
    }

    private static List<Tally> tallies(List<Count> counts, String path) {
        List<Tally> tallies = new ArrayList<>();
        for (Difference.Kind kind : Difference.Kind.values()) {
            List<TallyLine> lines = counts.stream()
                    .filter(count -> count.change().kind() == kind)
                    .map(count -> new TallyLine(
                            count.change().what(),
                            number(count.number()),
                            path + "?what=" + RuleBooks.encoded(count.change().key()) + "#accounts"))
                    .toList();
            if (!lines.isEmpty()) {
                tallies.add(new Tally(kind.title(), lines));
            }
        }
        return tallies;
    }

    private static AccountLine broken(Changed change) {
        return new AccountLine(change.path(), change.title(), change.what(), List.of());
    }

    private static AccountLine changed(Changed change) {
        return new AccountLine(
                change.path(),
                change.title(),
                change.what().stream()
                        .flatMap(key -> Difference.Change.ofKey(key).stream())
                        .map(Difference.Change::sentence)
                        .toList(),
                change.words());
    }

    private static ProgressPart progress(Trial trial) {
        return new ProgressPart(
                path(trial.id()),
                trial.state().words(),
                trial.state().isOver(),
                number(trial.done()) + " of " + number(trial.total()),
                number(trial.perSecond()),
                number(trial.changed()),
                trial.sentence());
    }

    private static String path(UUID trial) {
        return "/rules/trials/" + trial;
    }

    private static String number(int number) {
        return String.format(Locale.UK, "%,d", number);
    }
}
