package uk.frith.platform.reports.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.narrative.Account;
import uk.frith.narrative.Findings;
import uk.frith.narrative.OffenceClass;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.rulebook.KeptCaseRepository.Written;
import uk.frith.platform.reports.rulebook.PastAccounts.PastAccount;

/** The cases that a force keeps: accounts with what must be found in them. */
@Controller
@RequestMapping("/rules/cases")
class KeptCasePages {

    private static final String TO_KEEP = BookDraftForms.TO_KEEP;
    private static final String FORM = "reports/rulebook/case-form";
    private static final String NOT_ASB = "NOT_ASB";
    private static final List<String> CATEGORIES = List.of("PERSONAL", "NUISANCE", "ENVIRONMENTAL");
    private static final int LONGEST_ACCOUNT = 100_000;
    private static final int LONGEST_TITLE = 200;

    private final Desk desk;
    private final KeptCaseRepository cases;
    private final RuleBooks books;
    private final Optional<PastAccounts> past;
    private final InstantSource clock;

    KeptCasePages(
            Desk desk,
            KeptCaseRepository cases,
            RuleBooks books,
            ObjectProvider<PastAccounts> past,
            InstantSource clock) {
        this.desk = desk;
        this.cases = cases;
        this.books = books;
        this.past = past.stream().findFirst();
        this.clock = clock;
    }

    /** A case, and how the rules that hold read it. */
    record Line(String path, String title, String expected, String keptBy, List<String> departures) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    record CasesPage(String total, List<Line> lines) {}

    /** What was typed. */
    record Typed(String title, String account, String sorted, String crimes, String incident) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    /**
     * One case.
     *
     * @param earlier how many earlier reports stand with it
     * @param now in what the rules that hold depart from it; null for a new one
     */
    record CasePage(
            String action,
            @Nullable String retire,
            Typed typed,
            List<Choice> sorts,
            int earlier,
            @Nullable List<String> now,
            Map<String, String> errors) {
        List<ErrorLink> links() {
            return errors.entrySet().stream()
                    .map(error -> ErrorLink.at(error.getKey(), error.getValue()))
                    .toList();
        }

        @Nullable
        String wrong(String field) {
            return errors.get(field);
        }

        @Override
        public String toString() {
            return "CasePage";
        }
    }

    @GetMapping
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String list(Model model) {
        UUID organisation = actor().organisation();
        List<Line> lines = desk.audited(
                () -> {
                    LiveBook live = books.current(organisation);
                    return cases.inUse(organisation, TrialRun.MOST_CASES).stream()
                            .map(each -> line(each, live))
                            .toList();
                },
                found -> Entry.of(Act.CONSULTATION, "kept cases", TO_KEEP)
                        .with("cases", Integer.toString(found.size())));
        model.addAttribute("page", new CasesPage(String.format(Locale.UK, "%,d", lines.size()), lines));
        return "reports/rulebook/cases";
    }

    private static Line line(KeptCase kept, LiveBook live) {
        String crimes = kept.crimes().isEmpty() ? "no crime" : "crimes " + String.join(", ", kept.crimes());
        String sorted =
                kept.asb() ? kept.category().map(Difference::word).orElse("No category") : "Not antisocial behaviour";
        return new Line(
                "/rules/cases/" + kept.id(),
                kept.title(),
                sorted + "; " + crimes,
                kept.keptBy(),
                kept.departures(live.reader().read(kept.account())));
    }

    /** An incident to begin with, if one was named and the asker may see it. */
    private Optional<PastAccount> incident(String incident) {
        try {
            UUID id = UUID.fromString(incident);
            return past.flatMap(each ->
                    each.accounts(actor().organisation(), List.of(id)).stream().findFirst());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @GetMapping("/new")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String empty(@RequestParam(defaultValue = "") String incident, Model model) {
        CasePage page = desk.audited(
                () -> {
                    Optional<PastAccount> from = incident(incident);
                    Typed typed = from.map(this::begun).orElse(new Typed("", "", NOT_ASB, "", ""));
                    return page(
                            "/rules/cases",
                            null,
                            typed,
                            from.map(each -> each.account().history().size()).orElse(0),
                            null,
                            Map.of());
                },
                shown -> Entry.of(Act.CONSULTATION, "kept case", TO_KEEP)
                        .about(
                                shown.typed().incident().isEmpty()
                                        ? List.of()
                                        : List.of(shown.typed().incident()))
                        .showing(List.of("account")));
        model.addAttribute("page", page);
        return FORM;
    }

    /** A case as an incident suggests it: the account, and what is found in it now. */
    private Typed begun(PastAccount from) {
        Findings found = books.current(actor().organisation()).reader().read(from.account());
        var category = found.category();
        return new Typed(
                "From incident " + from.reference(),
                from.account().text(),
                found.asb() && category != null ? category.name() : NOT_ASB,
                String.join(" ", new TreeSet<>(Difference.codes(found))),
                from.id().toString());
    }

    @PostMapping
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String add(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String sorted,
            @RequestParam(defaultValue = "") String crimes,
            @RequestParam(defaultValue = "") String incident,
            Model model,
            HttpServletResponse response) {
        Typed typed =
                new Typed(RuleForm.clean(title), RuleForm.clean(account), sorted, RuleForm.clean(crimes), incident);
        Map<String, String> wrong = new LinkedHashMap<>();
        Actor actor = actor();
        Optional<UUID> added = desk.audited(
                () -> written(typed, wrong).map(written -> {
                    Optional<PastAccount> from = incident(incident);
                    List<Account.Earlier> earlier =
                            from.map(each -> each.account().history()).orElse(List.of());
                    return cases.add(
                            actor.organisation(),
                            written,
                            earlier,
                            from.map(PastAccount::id).orElse(null),
                            actor.account(),
                            clock.instant());
                }),
                done -> Entry.of(Act.COLLECTION, "kept case", TO_KEEP)
                        .about(done.stream().map(UUID::toString).toList())
                        .with("done", done.isPresent() ? "kept" : "refused"));
        if (added.isPresent()) {
            return "redirect:/rules/cases";
        }
        BookDraftForms.unprocessable(response);
        model.addAttribute("page", page("/rules/cases", null, typed, 0, null, wrong));
        return FORM;
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String one(@PathVariable UUID id, Model model) {
        UUID organisation = actor().organisation();
        CasePage page = desk.audited(
                Entry.of(Act.CONSULTATION, "kept case", TO_KEEP)
                        .about(List.of(id.toString()))
                        .showing(List.of("account")),
                () -> {
                    KeptCase kept = cases.find(id, organisation).orElseThrow(RuleBookPages::notThere);
                    Typed typed = new Typed(
                            kept.title(),
                            kept.account().text(),
                            kept.asb() ? kept.category().orElse(NOT_ASB) : NOT_ASB,
                            String.join(" ", kept.crimes()),
                            "");
                    return page(
                            "/rules/cases/" + id,
                            "/rules/cases/" + id + "/retire",
                            typed,
                            kept.account().history().size(),
                            kept.departures(books.current(organisation).reader().read(kept.account())),
                            Map.of());
                });
        model.addAttribute("page", page);
        return FORM;
    }

    @PostMapping("/{id}")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String sorted,
            @RequestParam(defaultValue = "") String crimes,
            Model model,
            HttpServletResponse response) {
        Typed typed = new Typed(RuleForm.clean(title), RuleForm.clean(account), sorted, RuleForm.clean(crimes), "");
        Map<String, String> wrong = new LinkedHashMap<>();
        boolean changed = desk.audited(
                Entry.of(Act.ALTERATION, "kept case", TO_KEEP).about(List.of(id.toString())),
                () -> written(typed, wrong)
                        .map(written -> cases.change(id, actor().organisation(), written))
                        .orElse(false));
        if (!changed && wrong.isEmpty()) {
            throw RuleBookPages.notThere();
        }
        if (changed) {
            return "redirect:/rules/cases";
        }
        BookDraftForms.unprocessable(response);
        model.addAttribute("page", page("/rules/cases/" + id, "/rules/cases/" + id + "/retire", typed, 0, null, wrong));
        return FORM;
    }

    @PostMapping("/{id}/retire")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String retire(@PathVariable UUID id) {
        desk.audited(
                Entry.of(Act.ALTERATION, "kept case", TO_KEEP)
                        .about(List.of(id.toString()))
                        .with("done", "retired"),
                () -> {
                    cases.retire(id, actor().organisation(), clock.instant());
                    return id;
                });
        return "redirect:/rules/cases";
    }

    /** What was typed as it will be kept; empty when something is wrong with it. */
    private Optional<Written> written(Typed typed, Map<String, String> wrong) {
        Map<String, OffenceClass> offences =
                books.current(actor().organisation()).book().offences();
        SortedSet<String> codes = new TreeSet<>();
        for (String code : typed.crimes().toUpperCase(Locale.ROOT).split("[\\s,;]+", -1)) {
            if (!code.isEmpty() && !offences.containsKey(code)) {
                wrong.put(
                        "crimes",
                        "The offence list has no current class "
                                + (code.length() > 20 ? code.substring(0, 20) + "…" : code));
            } else if (!code.isEmpty()) {
                codes.add(code);
            }
        }
        if (typed.title().isEmpty() || typed.title().length() > LONGEST_TITLE) {
            wrong.put("title", "Give it a title of at most 200 characters");
        }
        if (typed.account().isEmpty() || typed.account().length() > LONGEST_ACCOUNT) {
            wrong.put("account", "An account has between 1 and 100,000 characters");
        }
        boolean asb = CATEGORIES.contains(typed.sorted());
        if (!asb && !typed.sorted().equals(NOT_ASB)) {
            wrong.put("sorted", "Choose what it is");
        }
        if (cases.count(actor().organisation()) >= TrialRun.MOST_CASES) {
            wrong.put("title", "2,000 cases are kept already: retire some first");
        }
        return wrong.isEmpty()
                ? Optional.of(new Written(
                        typed.title(),
                        typed.account(),
                        asb,
                        asb ? Optional.of(typed.sorted()) : Optional.empty(),
                        codes))
                : Optional.empty();
    }

    private static CasePage page(
            String action,
            @Nullable String retire,
            Typed typed,
            int earlier,
            @Nullable List<String> now,
            Map<String, String> errors) {
        List<Choice> sorts = Stream.concat(
                        CATEGORIES.stream().map(name -> Choice.of(name, Difference.word(name))),
                        Stream.of(Choice.of(NOT_ASB, "Not antisocial behaviour")))
                .toList();
        return new CasePage(action, retire, typed, sorts, earlier, now, errors);
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
