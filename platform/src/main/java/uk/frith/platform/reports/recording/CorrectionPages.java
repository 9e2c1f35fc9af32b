package uk.frith.platform.reports.recording;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.recording.ConcernedRepository.Concerned;
import uk.frith.platform.reports.recording.CorrectionRepository.Recorded;
import uk.frith.platform.reports.recording.CorrectionRules.Standing;
import uk.frith.platform.reports.recording.RecordForms.Wrong;

/** Correcting a recorded crime: its victims, its class, and whether it stands. */
@Controller
@RequestMapping("/incidents/{id}/crimes/{crime}")
class CorrectionPages {

    private static final String TO_CORRECT = "to correct a recorded crime";
    private static final List<String> FIELDS = List.of("crimes");

    private final Desk desk;
    private final RecordForms forms;
    private final CorrectionRepository repository;
    private final ConcernedRepository concerned;
    private final Corrections corrections;
    private final Reading reading;

    CorrectionPages(
            Desk desk,
            RecordForms forms,
            CorrectionRepository repository,
            ConcernedRepository concerned,
            Corrections corrections,
            Reading reading) {
        this.desk = desk;
        this.forms = forms;
        this.repository = repository;
        this.concerned = concerned;
        this.corrections = corrections;
        this.reading = reading;
    }

    /** What the form holds. */
    record Typed(
            String seen,
            String victims,
            List<String> whom,
            String offence,
            String cancelled,
            String elsewhere,
            boolean told,
            String reason) {

        static Typed of(Map<String, String> sent, List<String> whom) {
            return new Typed(
                    sent.getOrDefault("seen", ""),
                    sent.getOrDefault("victims", ""),
                    whom,
                    sent.getOrDefault("offence", ""),
                    sent.getOrDefault("cancelled", ""),
                    RecordRules.clean(sent.getOrDefault("elsewhere", "")),
                    sent.containsKey("told"),
                    RecordRules.clean(sent.getOrDefault("reason", "")));
        }

        @Override
        public String toString() {
            return "Typed";
        }
    }

    /**
     * The question.
     *
     * @param mayDecide whether the reader decides on its class and on whether it stands
     * @param open whether the reader can correct anything
     * @param last when, by whom and why it was corrected last; empty when it never was
     */
    record CorrectionPage(
            String incident,
            String incidentReference,
            String path,
            String reference,
            String title,
            String recorded,
            String last,
            boolean mayDecide,
            boolean open,
            String seen,
            String victims,
            List<Choice> whom,
            List<Choice> offences,
            List<Choice> cancellings,
            String elsewhere,
            boolean told,
            String reason,
            List<ErrorLink> errors) {

        /** What is wrong with a field, by its id; null when nothing is. */
        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }

        @Override
        public String toString() {
            return "CorrectionPage[" + path + "]";
        }
    }

    @GetMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_CORRECT)
    String show(@PathVariable UUID id, @PathVariable UUID crime, Model model) {
        Entry entry = Entry.of(Act.CONSULTATION, "incident", TO_CORRECT)
                .about(List.of(id.toString()))
                .showing(FIELDS);
        model.addAttribute("page", desk.audited(entry, () -> {
            Recorded recorded = recorded(id, crime);
            return page(id, recorded, asItStands(recorded), List.of());
        }));
        return "reports/recording/correction";
    }

    @PostMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_CORRECT)
    String correct(
            @PathVariable UUID id,
            @PathVariable UUID crime,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") List<String> whom,
            Model model,
            HttpServletResponse response) {
        Optional<CorrectionPage> again = desk.audited(
                () -> corrected(id, crime, Typed.of(sent, whom)),
                result -> Entry.of(Act.ALTERATION, "incident", TO_CORRECT)
                        .about(List.of(id.toString()))
                        .showing(result.isEmpty() ? FIELDS : List.of()));
        if (again.isEmpty()) {
            return "redirect:/incidents/" + id + "#crimes";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", again.get());
        return "reports/recording/correction";
    }

    private Optional<CorrectionPage> corrected(UUID id, UUID crime, Typed typed) {
        boolean open = corrections.lock(id);
        Recorded recorded = recorded(id, crime);
        Optional<Integer> victims = RecordRules.victims(typed.victims());
        if (victims.isEmpty()) {
            return again(id, recorded, typed, new Wrong("victims", RecordRules.WRONG_VICTIMS));
        }
        Set<UUID> whom = people(id, recorded).stream()
                .map(Concerned::id)
                .filter(person -> typed.whom().contains(person.toString()))
                .collect(Collectors.toSet());
        Standing after = after(recorded.before().standing(), victims.get(), whom, typed);
        Optional<Wrong> wrong = typed.seen().equals(recorded.seen())
                ? CorrectionRules.fault(recorded.before(), after, typed.reason(), forms.actor())
                : Optional.of(
                        new Wrong("victims", "Somebody else corrected it while you had it open: look at it again"));
        if (wrong.isPresent()) {
            return again(id, recorded, typed, wrong.get());
        }
        corrections.correct(new Corrections.Of(forms.actor(), id, open), recorded, after, typed.reason());
        return Optional.empty();
    }

    /** Whoever doesn't decide on class and cancelling leaves both as they are, whatever their form sends. */
    private Standing after(Standing now, int victims, Set<UUID> whom, Typed typed) {
        if (!CorrectionRules.mayDecide(forms.actor())) {
            return new Standing(now.offence(), victims, whom, now.cancelled(), now.elsewhere(), now.told());
        }
        Optional<Cancelling> cancelled = Choice.sent(Cancelling.values(), typed.cancelled());
        return new Standing(
                reading.offence(typed.offence()).orElse(now.offence()),
                victims,
                whom,
                cancelled,
                cancelled.filter(Cancelling::standsElsewhere).isPresent() ? typed.elsewhere() : "",
                cancelled.isPresent() && typed.told());
    }

    private Optional<CorrectionPage> again(UUID id, Recorded recorded, Typed typed, Wrong wrong) {
        return Optional.of(page(id, recorded, typed, List.of(ErrorLink.at(wrong.field(), wrong.sentence()))));
    }

    private Recorded recorded(UUID id, UUID crime) {
        forms.whole(id);
        return repository.lock(id, crime).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Concerned> people(UUID incident, Recorded recorded) {
        return concerned.victims(incident, recorded.before().standing().whom());
    }

    private static Typed asItStands(Recorded recorded) {
        Standing standing = recorded.before().standing();
        return new Typed(
                recorded.seen(),
                Integer.toString(standing.victims()),
                standing.whom().stream().map(UUID::toString).toList(),
                standing.offence().code(),
                standing.cancelled().map(Enum::name).orElse(""),
                standing.elsewhere(),
                standing.told(),
                "");
    }

    private CorrectionPage page(UUID id, Recorded recorded, Typed typed, List<ErrorLink> errors) {
        boolean mayDecide = CorrectionRules.mayDecide(forms.actor());
        Standing standing = recorded.before().standing();
        return new CorrectionPage(
                "/incidents/" + id,
                forms.whole(id).incident().reference(),
                "/incidents/" + id + "/crimes/" + recorded.id(),
                recorded.reference(),
                RecordPageMaker.title(standing.offence()),
                RecordPageMaker.MOMENT.format(recorded.recorded()),
                recorded.last()
                        .map(last -> RecordPageMaker.MOMENT.format(last.at()) + ", " + last.by() + ": " + last.reason())
                        .orElse(""),
                mayDecide,
                mayDecide || standing.cancelled().isEmpty(),
                recorded.seen(),
                typed.victims(),
                RecordPageMaker.victims(people(id, recorded)).stream()
                        .map(each -> each.withSelected(typed.whom().contains(each.value())))
                        .toList(),
                reading.offences().stream()
                        .map(each -> Choice.of(each.code(), RecordPageMaker.title(each))
                                .withSelected(each.code().equals(typed.offence())))
                        .toList(),
                Stream.concat(
                                Stream.of(Choice.of("", "It stands")),
                                Stream.of(Cancelling.values()).map(each -> Choice.of(each.name(), each.words())))
                        .map(each -> each.withSelected(typed.cancelled().equals(each.value())))
                        .toList(),
                typed.elsewhere(),
                typed.told(),
                typed.reason(),
                errors);
    }
}
