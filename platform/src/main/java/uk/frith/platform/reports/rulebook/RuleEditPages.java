package uk.frith.platform.reports.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.rulebook.BookDraftForms.Frame;
import uk.frith.platform.reports.rulebook.BookDraftForms.Open;
import uk.frith.platform.reports.rulebook.BookIndex.Ruled;

/** The rules of a draft: the list, and one rule a page. */
@Controller
@RequestMapping("/rules/drafts/{id}")
class RuleEditPages {

    private static final String TO_KEEP = BookDraftForms.TO_KEEP;
    private static final String FORM = "reports/rulebook/rule-form";

    private final Desk desk;
    private final BookDraftForms forms;
    private final BookDrafts drafts;
    private final Shelf shelf;

    RuleEditPages(Desk desk, BookDraftForms forms, BookDrafts drafts, Shelf shelf) {
        this.desk = desk;
        this.forms = forms;
        this.drafts = drafts;
        this.shelf = shelf;
    }

    /**
     * One rule to be changed.
     *
     * @param was the id that it has in the draft; empty for a new one
     * @param reading the rule in plain words as the draft has it; null while it can't be said
     * @param warning what is probably not meant; null when nothing is
     */
    record RuleFormPage(
            Frame frame,
            String was,
            RuleForm rule,
            List<Choice> files,
            List<Choice> after,
            String file,
            String follows,
            @Nullable RuleView reading,
            @Nullable String warning) {}

    @GetMapping("/rules")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String list(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String finds,
            Model model) {
        Open open = forms.look(id, "rules");
        BookIndex index = BookIndex.of(open.files());
        List<Ruled> found = index.search(words, finds);
        String draft = BookDraftForms.path(id);
        model.addAttribute(
                "page",
                new RulesPage(
                        "Rules of the draft",
                        "The draft “" + open.draft().title() + "”. Open a rule to change it.",
                        null,
                        draft + "/rules",
                        null,
                        words,
                        RuleBookPages.kinds(index, finds),
                        String.format(Locale.UK, "%,d", found.size()),
                        found.stream()
                                .map(rule -> new RulesPage.Line(
                                        draft + "/rules/"
                                                + RuleBooks.encoded(rule.part().name()),
                                        rule.part().name(),
                                        RuleView.finds(rule.form().finds(), index),
                                        rule.source(),
                                        rule.form().because()))
                                .toList(),
                        draft,
                        true));
        return "reports/rulebook/rules";
    }

    @GetMapping("/rules/{rule}")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String rule(
            @PathVariable UUID id,
            @PathVariable String rule,
            @RequestParam(defaultValue = "") String saved,
            Model model) {
        Open open = forms.look(id, "rule " + rule);
        BookIndex index = BookIndex.of(open.files());
        Ruled found = index.rule(rule).orElseThrow(RuleBookPages::notThere);
        Map<String, String> errors = new LinkedHashMap<>();
        shelf.check(open.files()).faults().stream()
                .flatMap(fault -> fault.field(found.part()).stream())
                .forEach(error -> errors.putIfAbsent(error.getKey(), error.getValue()));
        Frame frame = BookDraftForms.frame(
                open, action(id, rule), EditRules.mark(found.part().text()), errors, Map.of(), null, !saved.isEmpty());
        model.addAttribute("page", page(open, frame, rule, found.form(), "", "", Optional.of(found), index));
        return FORM;
    }

    @PostMapping("/rules/{rule}")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String save(
            @PathVariable UUID id,
            @PathVariable String rule,
            @RequestParam(defaultValue = "") String stood,
            @RequestParam(defaultValue = "save") String act,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        RuleForm form = RuleForm.of(sent);
        boolean remove = act.equals("remove");
        Saved saved = desk.audited(
                forms.alteration(id, (remove ? "take out rule " : "rule ") + rule),
                () -> remove
                        ? drafts.removeRule(forms.actor(), id, rule, stood)
                        : drafts.saveRule(forms.actor(), id, rule, stood, form, "", ""));
        return switch (saved) {
            case Saved.Done done when remove -> "redirect:" + BookDraftForms.path(id);
            case Saved.Done done -> "redirect:" + action(id, done.name()) + "?saved=yes";
            case Saved.Closed closed -> "redirect:" + BookDraftForms.path(id);
            case Saved.Unfit unfit -> {
                BookDraftForms.unprocessable(response);
                yield again(id, rule, form, stood, unfit.wrong(), Map.of(), null, model);
            }
            case Saved.Changed changed -> {
                BookDraftForms.conflict(response);
                String mark = changed.theirs()
                        .map(part -> EditRules.mark(part.text()))
                        .orElse("");
                yield again(
                        id,
                        changed.theirs().isPresent() ? rule : "",
                        form,
                        mark,
                        Map.of(),
                        changed.theirs()
                                .map(part -> theirs(RuleForm.of(part), form))
                                .orElse(Map.of()),
                        BookDraftForms.by(changed.last()),
                        model);
            }
        };
    }

    /** The fields that somebody else left otherwise than they are typed here. */
    private static Map<String, String> theirs(RuleForm theirs, RuleForm mine) {
        Map<String, String> fields = new LinkedHashMap<>();
        RuleForm.FIELDS.stream()
                .filter(field -> !theirs.value(field).equals(mine.value(field)))
                .forEach(field -> fields.put(field, theirs.value(field).isEmpty() ? "(empty)" : theirs.value(field)));
        return fields;
    }

    private String again(
            UUID id,
            String rule,
            RuleForm form,
            String stood,
            Map<String, String> wrong,
            Map<String, String> theirs,
            @Nullable String theirsBy,
            Model model) {
        Open open =
                desk.unaudited("shows the reader's own typing again, whose change is entered", () -> forms.open(id));
        BookIndex index = BookIndex.of(open.files());
        String action = rule.isEmpty() ? BookDraftForms.path(id) + "/new-rule" : action(id, rule);
        Frame frame = BookDraftForms.frame(open, action, stood, wrong, theirs, theirsBy, false);
        model.addAttribute("page", page(open, frame, rule, form, "", "", Optional.empty(), index));
        return FORM;
    }

    @GetMapping("/new-rule")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String empty(@PathVariable UUID id, Model model) {
        Open open = forms.look(id, "new rule");
        Frame frame =
                BookDraftForms.frame(open, BookDraftForms.path(id) + "/new-rule", "", Map.of(), Map.of(), null, false);
        model.addAttribute(
                "page",
                page(open, frame, "", RuleForm.of(Map.of()), "", "", Optional.empty(), BookIndex.of(open.files())));
        return FORM;
    }

    @PostMapping("/new-rule")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String after,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        RuleForm form = RuleForm.of(sent);
        Saved saved = desk.audited(
                forms.alteration(id, "new rule " + form.id()),
                () -> drafts.saveRule(forms.actor(), id, "", "", form, file, after));
        return switch (saved) {
            case Saved.Done done -> "redirect:" + action(id, done.name()) + "?saved=yes";
            case Saved.Closed closed -> "redirect:" + BookDraftForms.path(id);
            case Saved.Changed changed -> "redirect:" + BookDraftForms.path(id);
            case Saved.Unfit unfit -> {
                BookDraftForms.unprocessable(response);
                Open open = desk.unaudited(
                        "shows the reader's own typing again, whose change is entered", () -> forms.open(id));
                Frame frame = BookDraftForms.frame(
                        open, BookDraftForms.path(id) + "/new-rule", "", unfit.wrong(), Map.of(), null, false);
                model.addAttribute(
                        "page", page(open, frame, "", form, file, after, Optional.empty(), BookIndex.of(open.files())));
                yield FORM;
            }
        };
    }

    private static String action(UUID id, String rule) {
        return BookDraftForms.path(id) + "/rules/" + RuleBooks.encoded(rule);
    }

    private static RuleFormPage page(
            Open open,
            Frame frame,
            String was,
            RuleForm form,
            String file,
            String follows,
            Optional<Ruled> there,
            BookIndex index) {
        List<Choice> files = Stream.concat(
                        Stream.of(Choice.of("", "Choose a file")),
                        open.files().named("rules").stream().map(name -> Choice.of(name, name)))
                .toList();
        List<Choice> after = Stream.concat(
                        Stream.of(Choice.of("", "At the end of the file")),
                        index.rules().stream()
                                .map(rule -> Choice.of(
                                        rule.part().name(),
                                        "After " + rule.part().name())))
                .toList();
        return new RuleFormPage(
                frame,
                was,
                form,
                files,
                after,
                file,
                follows,
                there.map(rule -> RuleView.of(rule, index)).orElse(null),
                BookCheck.matchesEverything(form) && !form.id().isEmpty()
                        ? "This rule holds for an account in which nothing is said. It would be found nearly everywhere."
                        : null);
    }
}
