package uk.frith.platform.reports.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** The phrases of a draft, concept by concept, and its other files as they are. */
@Controller
@RequestMapping("/rules/drafts/{id}")
class TextEditPages {

    private static final String TO_KEEP = BookDraftForms.TO_KEEP;
    private static final String CONCEPT = "reports/rulebook/concept-form";
    private static final String FILE = "reports/rulebook/file-form";
    private static final int MOST_CONCEPTS = 1_000;

    private final Desk desk;
    private final BookDraftForms forms;
    private final BookDrafts drafts;
    private final Shelf shelf;

    TextEditPages(Desk desk, BookDraftForms forms, BookDrafts drafts, Shelf shelf) {
        this.desk = desk;
        this.forms = forms;
        this.drafts = drafts;
        this.shelf = shelf;
    }

    /** A line of the list of concepts. */
    record Line(String path, String name, String phrases) {}

    /** The concepts in which some words are found. */
    record ConceptsPage(String draft, String title, String words, String total, List<Line> lines, List<Line> files) {}

    /**
     * One concept to be changed; {@code name} is empty for a new one.
     *
     * @param heading its properties, as {@code ignores=future}
     * @param rules that speak of it
     */
    record ConceptFormPage(
            Frame frame,
            String name,
            String typedName,
            String heading,
            String phrases,
            List<Choice> files,
            String file,
            List<Line> rules) {}

    /** One file to be changed as it is. */
    record FileFormPage(Frame frame, String file, String kind, String text) {}

    @GetMapping("/concepts")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String concepts(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, Model model) {
        Open open = forms.look(id, "concepts");
        String sought = words.strip().toLowerCase(Locale.ROOT);
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Line> lines = open.files().parts().stream()
                .filter(part -> part.kind() == Part.Kind.CONCEPT)
                .map(part -> line(id, part, seen.merge(part.name(), 1, Integer::sum) - 1))
                .filter(line -> sought.isEmpty()
                        || line.name().contains(sought)
                        || line.phrases().toLowerCase(Locale.ROOT).contains(sought))
                .limit(MOST_CONCEPTS)
                .toList();
        List<Line> files = open.files().texts().keySet().stream()
                .map(name -> new Line(
                        BookDraftForms.path(id) + "/files/" + name,
                        name,
                        open.files().kindOf(name)))
                .toList();
        model.addAttribute(
                "page",
                new ConceptsPage(
                        BookDraftForms.path(id),
                        open.draft().title(),
                        words,
                        String.format(Locale.UK, "%,d", lines.size()),
                        lines,
                        files));
        return "reports/rulebook/concepts";
    }

    private static Line line(UUID id, Part part, int number) {
        return new Line(
                conceptPath(id, part.name(), number), part.name(), String.join(" · ", RuleView.phrases(List.of(part))));
    }

    private static String conceptPath(UUID id, String name, int number) {
        return BookDraftForms.path(id) + "/concepts/" + RuleBooks.encoded(name)
                + (number == 0 ? "" : "?number=" + number);
    }

    @GetMapping("/concepts/{concept}")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String concept(
            @PathVariable UUID id,
            @PathVariable String concept,
            @RequestParam(defaultValue = "0") int number,
            @RequestParam(defaultValue = "") String saved,
            Model model) {
        Open open = forms.look(id, "concept " + concept);
        Part part = EditRules.find(open.files(), Part.Kind.CONCEPT, concept, Math.max(0, number))
                .orElseThrow(RuleBookPages::notThere);
        Map<String, String> errors = new LinkedHashMap<>();
        shelf.check(open.files()).faults().stream()
                .filter(fault -> fault.within(part))
                .forEach(fault -> errors.merge(
                        fault.line() == part.firstLine() ? "heading" : "phrases",
                        "Line " + Math.max(1, fault.line() - part.firstLine()) + ": " + fault.sentence(),
                        (one, other) -> one + ". " + other));
        Frame frame = BookDraftForms.frame(
                open,
                conceptPath(id, concept, number),
                EditRules.mark(part.text()),
                errors,
                Map.of(),
                null,
                !saved.isEmpty());
        model.addAttribute("page", page(open, frame, concept, concept, heading(part), phrases(part), ""));
        return CONCEPT;
    }

    private static String heading(Part part) {
        String[] words = part.lines().getFirst().strip().split("\\s+", 3);
        return words.length == 3 ? words[2] : "";
    }

    private static String phrases(Part part) {
        return part.lines().stream().skip(1).collect(Collectors.joining("\n"));
    }

    @PostMapping("/concepts/{concept}")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String saveConcept(
            @PathVariable UUID id,
            @PathVariable String concept,
            @RequestParam(defaultValue = "0") int number,
            @RequestParam(defaultValue = "") String stood,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        String heading = flat(sent, "heading");
        String phrases = RuleForm.clean(sent.getOrDefault("phrases", ""));
        // Without a mark nobody has seen what stands there, and nothing is put in its place.
        String mark = stood.isEmpty() ? "none" : stood;
        Saved saved = desk.audited(
                forms.alteration(id, "concept " + concept),
                () -> drafts.saveConcept(forms.actor(), id, concept, Math.max(0, number), mark, heading, phrases, ""));
        String path = conceptPath(id, concept, number);
        return switch (saved) {
            case Saved.Done done -> "redirect:" + path + (number == 0 ? "?" : "&") + "saved=yes";
            case Saved.Closed closed -> "redirect:" + BookDraftForms.path(id);
            case Saved.Unfit unfit -> {
                BookDraftForms.unprocessable(response);
                Open open = again(id);
                Frame frame = BookDraftForms.frame(open, path, stood, unfit.wrong(), Map.of(), null, false);
                model.addAttribute("page", page(open, frame, concept, concept, heading, phrases, ""));
                yield CONCEPT;
            }
            case Saved.Changed changed -> {
                BookDraftForms.conflict(response);
                Open open = again(id);
                Map<String, String> theirs = changed.theirs()
                        .map(part -> Map.of("heading", heading(part), "phrases", phrases(part)))
                        .orElse(Map.of());
                String now = changed.theirs()
                        .map(part -> EditRules.mark(part.text()))
                        .orElse("none");
                Frame frame = BookDraftForms.frame(
                        open, path, now, Map.of(), theirs, BookDraftForms.by(changed.last()), false);
                model.addAttribute("page", page(open, frame, concept, concept, heading, phrases, ""));
                yield CONCEPT;
            }
        };
    }

    @GetMapping("/new-concept")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String emptyConcept(@PathVariable UUID id, Model model) {
        Open open = forms.look(id, "new concept");
        Frame frame = BookDraftForms.frame(
                open, BookDraftForms.path(id) + "/new-concept", "", Map.of(), Map.of(), null, false);
        model.addAttribute("page", page(open, frame, "", "", "", "", ""));
        return CONCEPT;
    }

    @PostMapping("/new-concept")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String addConcept(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String file,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        String name = flat(sent, "name");
        String heading = flat(sent, "heading");
        String phrases = RuleForm.clean(sent.getOrDefault("phrases", ""));
        Saved saved = desk.audited(
                forms.alteration(id, "new concept"),
                () -> drafts.saveConcept(forms.actor(), id, name, 0, "", heading, phrases, file));
        return switch (saved) {
            case Saved.Done done -> "redirect:" + conceptPath(id, done.name(), 0) + "?saved=yes";
            case Saved.Closed closed -> "redirect:" + BookDraftForms.path(id);
            case Saved.Changed changed -> "redirect:" + BookDraftForms.path(id);
            case Saved.Unfit unfit -> {
                BookDraftForms.unprocessable(response);
                Open open = again(id);
                Frame frame = BookDraftForms.frame(
                        open, BookDraftForms.path(id) + "/new-concept", "", unfit.wrong(), Map.of(), null, false);
                model.addAttribute("page", page(open, frame, "", name, heading, phrases, file));
                yield CONCEPT;
            }
        };
    }

    @GetMapping("/files/{file}")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String file(
            @PathVariable UUID id,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String saved,
            Model model) {
        Open open = forms.look(id, "file " + file);
        if (!open.files().texts().containsKey(file)) {
            throw RuleBookPages.notThere();
        }
        String text = open.files().text(file);
        Map<String, String> errors = new LinkedHashMap<>();
        shelf.check(open.files()).faults().stream()
                .filter(fault -> fault.file().equals(file))
                .limit(20)
                .forEach(fault -> errors.merge(
                        "text", "Line " + fault.line() + ": " + fault.sentence(), (one, other) -> one + ". " + other));
        Frame frame = BookDraftForms.frame(
                open, filePath(id, file), EditRules.mark(text), errors, Map.of(), null, !saved.isEmpty());
        model.addAttribute("page", new FileFormPage(frame, file, open.files().kindOf(file), text));
        return FILE;
    }

    @PostMapping("/files/{file}")
    @Allows(value = Permission.KEEP_RULES, purpose = TO_KEEP)
    String saveFile(
            @PathVariable UUID id,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String stood,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response) {
        String clean = RuleForm.clean(text) + "\n";
        Saved saved = desk.audited(
                forms.alteration(id, "file"), () -> drafts.saveFile(forms.actor(), id, file, stood, clean));
        return switch (saved) {
            case Saved.Done done -> "redirect:" + filePath(id, file) + "?saved=yes";
            case Saved.Closed closed -> "redirect:" + BookDraftForms.path(id);
            case Saved.Unfit unfit -> {
                BookDraftForms.unprocessable(response);
                Open open = again(id);
                Frame frame =
                        BookDraftForms.frame(open, filePath(id, file), stood, unfit.wrong(), Map.of(), null, false);
                model.addAttribute(
                        "page", new FileFormPage(frame, file, open.files().kindOf(file), clean));
                yield FILE;
            }
            case Saved.Changed changed -> {
                if (changed.theirs().isEmpty()) {
                    throw RuleBookPages.notThere();
                }
                BookDraftForms.conflict(response);
                Open open = again(id);
                String theirs = changed.theirs().map(Part::text).orElse("");
                Frame frame = BookDraftForms.frame(
                        open,
                        filePath(id, file),
                        EditRules.mark(theirs),
                        Map.of(),
                        Map.of("text", theirs),
                        BookDraftForms.by(changed.last()),
                        false);
                model.addAttribute(
                        "page", new FileFormPage(frame, file, open.files().kindOf(file), clean));
                yield FILE;
            }
        };
    }

    private static String filePath(UUID id, String file) {
        return BookDraftForms.path(id) + "/files/" + RuleBooks.encoded(file);
    }

    private Open again(UUID id) {
        return desk.unaudited("shows the reader's own typing again, whose change is entered", () -> forms.open(id));
    }

    private static String flat(Map<String, String> sent, String field) {
        return RuleForm.clean(sent.getOrDefault(field, "")).replaceAll("\\s+", " ");
    }

    private static ConceptFormPage page(
            Open open, Frame frame, String name, String typedName, String heading, String phrases, String file) {
        BookIndex index = BookIndex.of(open.files());
        List<Choice> files = Stream.concat(
                        Stream.of(Choice.of("", "Choose a file")),
                        open.files().named("lexicon").stream().map(each -> Choice.of(each, each)))
                .toList();
        List<Line> rules = name.isEmpty()
                ? List.of()
                : index.speakingOf(name).stream()
                        .map(rule -> new Line(
                                frame.draft() + "/rules/"
                                        + RuleBooks.encoded(rule.part().name()),
                                rule.part().name(),
                                RuleView.finds(rule.form().finds(), index)))
                        .toList();
        return new ConceptFormPage(frame, name, typedName, heading, phrases, files, file, rules);
    }
}
