package uk.frith.platform.reports.recording;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Difference;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.recording.HandlingRepository.Handling;
import uk.frith.platform.reports.recording.RecordForms.Wrong;

/** What kind of incident it is: category, type, limb of the law and behaviour, each with its meaning beside it. */
@Controller
@RequestMapping("/incidents/{id}/sorting")
class SortingPages {

    private static final String TO_DEAL = RecordForms.TO_DEAL;
    private static final List<String> FIELDS = List.of("category", "type", "limbs", "behaviours");

    private final Desk desk;
    private final RecordForms forms;
    private final HandlingRepository handlings;
    private final CodeRepository codes;
    private final Recorder recorder;

    SortingPages(Desk desk, RecordForms forms, HandlingRepository handlings, CodeRepository codes, Recorder recorder) {
        this.desk = desk;
        this.forms = forms;
        this.handlings = handlings;
        this.codes = codes;
        this.recorder = recorder;
    }

    /**
     * The question.
     *
     * @param version which version of the incident the form was made from
     */
    record SortingPage(
            String path,
            String reference,
            int version,
            List<Choice> categories,
            List<Choice> types,
            List<Choice> limbs,
            List<Choice> behaviours,
            List<CodeRepository.Code> codes,
            List<Difference> differences,
            List<ErrorLink> errors) {
        @Override
        public String toString() {
            return "SortingPage[" + path + "]";
        }
    }

    /** What a form sent. */
    private record Sent(String category, Optional<AsbType> type, Set<Limb> limbs, Set<Behaviour> behaviours) {}

    /** What became of it: saved, or the page again. */
    private record Result(Optional<SortingPage> again, boolean conflict) {}

    @GetMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute(
                "page",
                desk.audited(
                        Entry.of(Act.CONSULTATION, "incident", TO_DEAL)
                                .about(List.of(id.toString()))
                                .showing(FIELDS),
                        () -> {
                            Incident incident = forms.whole(id).incident();
                            Handling now = handled(id);
                            Sorting sorting = sortingOf(incident, now);
                            return page(id, incident, now.version(), sent(sorting), List.of(), List.of());
                        }));
        return "reports/recording/sorting";
    }

    @PostMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") List<String> limb,
            @RequestParam(defaultValue = "") List<String> behaviour,
            Model model,
            HttpServletResponse response) {
        Sent sent = new Sent(
                category,
                Choice.sent(AsbType.values(), type),
                chosen(Limb.values(), limb),
                chosen(Behaviour.values(), behaviour));
        Result result = desk.audited(
                () -> saved(id, version, sent),
                done -> RecordForms.entry(id, done.again().isEmpty() ? FIELDS : List.of()));
        if (result.again().isEmpty()) {
            return "redirect:/incidents/" + id + "#summary";
        }
        response.setStatus((result.conflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("page", result.again().get());
        return "reports/recording/sorting";
    }

    private Result saved(UUID id, int version, Sent sent) {
        Incident incident = forms.whole(id).incident();
        boolean open = handlings.lock(id).orElse(false);
        Handling now = handled(id);
        if (!open) {
            return again(id, incident, now, sent, new Wrong("category", "The incident is closed"));
        }
        Optional<Wrong> wrong = Sorting.fault(sent.category(), sent.type(), sent.limbs());
        if (wrong.isPresent()) {
            return again(id, incident, now, sent, wrong.get());
        }
        Sorting yours = new Sorting(
                Choice.sent(AsbCategory.values(), sent.category()), sent.type(), sent.limbs(), sent.behaviours());
        List<Difference> differences = differences(sortingOf(incident, now), yours);
        if (version != now.version() && !differences.isEmpty()) {
            ErrorLink error = ErrorLink.at(
                    "category", "Somebody else changed the incident while you had it open. Compare, then save again");
            return new Result(Optional.of(page(id, incident, now.version(), sent, differences, List.of(error))), true);
        }
        recorder.sort(id, yours);
        return new Result(Optional.empty(), false);
    }

    private Result again(UUID id, Incident incident, Handling now, Sent sent, Wrong wrong) {
        List<ErrorLink> errors = List.of(ErrorLink.at(wrong.field(), wrong.sentence()));
        return new Result(Optional.of(page(id, incident, now.version(), sent, List.of(), errors)), false);
    }

    private Handling handled(UUID id) {
        return handlings.handling(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Sorting sortingOf(Incident incident, Handling handling) {
        return new Sorting(incident.category(), incident.type(), handling.limbs(), handling.behaviours());
    }

    private static Sent sent(Sorting sorting) {
        return new Sent(
                sorting.category().map(Enum::name).orElse("NONE"),
                sorting.type(),
                sorting.limbs(),
                sorting.behaviours());
    }

    private static List<Difference> differences(Sorting theirs, Sorting yours) {
        List<Difference> differences = new ArrayList<>();
        addDifference(differences, "Category", theirs.categoryWords(), yours.categoryWords());
        addDifference(differences, "Type", theirs.typeWords(), yours.typeWords());
        addDifference(differences, "Limb of the law", theirs.limbWords(), yours.limbWords());
        addDifference(differences, "Behaviour", theirs.behaviourWords(), yours.behaviourWords());
        return differences;
    }

    static void addDifference(List<Difference> differences, String label, String theirs, String yours) {
        if (!theirs.equals(yours)) {
            differences.add(new Difference(label, theirs, yours));
        }
    }

    private SortingPage page(
            UUID id, Incident incident, int version, Sent sent, List<Difference> differences, List<ErrorLink> errors) {
        return new SortingPage(
                "/incidents/" + id,
                incident.reference(),
                version,
                categories(sent.category()),
                Stream.concat(
                                Stream.of(Choice.of("", "None")),
                                Stream.of(AsbType.values())
                                        .map(type -> Choice.of(type.name(), type.words())
                                                .withSelected(sent.type()
                                                        .filter(chosen -> chosen == type)
                                                        .isPresent())))
                        .toList(),
                Stream.of(Limb.values())
                        .map(limb -> Choice.of(limb.name(), limb.words())
                                .withHint(limb.law())
                                .withSelected(sent.limbs().contains(limb)))
                        .toList(),
                Stream.of(Behaviour.values())
                        .map(each -> Choice.of(each.name(), each.words())
                                .withHint(each.examples())
                                .withSelected(sent.behaviours().contains(each)))
                        .toList(),
                codes.codes(forms.actor().organisation()),
                differences,
                errors);
    }

    /** The categories with the standard's definition of each. */
    static List<Choice> categories(String chosen) {
        return Stream.concat(
                        Stream.of(AsbCategory.values())
                                .map(category -> Choice.of(category.name(), category.words())
                                        .withHint(category.definition())
                                        .withSelected(category.name().equals(chosen))),
                        Stream.of(Choice.of("NONE", "Not antisocial behaviour").withSelected(chosen.equals("NONE"))))
                .toList();
    }

    private static <E extends Enum<E>> Set<E> chosen(E[] known, List<String> names) {
        return Arrays.stream(known)
                .filter(value -> names.contains(value.name()))
                .collect(Collectors.toSet());
    }
}
