package uk.frith.platform.reports.recording;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.narrative.OffenceClass;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.reports.recording.CrimeRepository.NewCrime;
import uk.frith.platform.reports.recording.RecordForms.Form;
import uk.frith.platform.reports.recording.RecordForms.Wrong;
import uk.frith.platform.reports.wording.Wording.Text;

/** Deciding on suggested crimes, recording others, and the crime check. */
@Controller
@RequestMapping("/incidents/{id}")
class CrimePages {

    private static final String TO_DEAL = RecordForms.TO_DEAL;
    private static final int LONGEST_REFERENCE = 100;

    private final RecordForms forms;
    private final CrimeRepository crimes;
    private final HandlingRepository handlings;
    private final ConcernedRepository concerned;
    private final Recorder recorder;
    private final Reading reading;
    private final InstantSource clock;

    CrimePages(
            RecordForms forms,
            CrimeRepository crimes,
            HandlingRepository handlings,
            ConcernedRepository concerned,
            Recorder recorder,
            Reading reading,
            InstantSource clock) {
        this.forms = forms;
        this.crimes = crimes;
        this.handlings = handlings;
        this.concerned = concerned;
        this.recorder = recorder;
        this.reading = reading;
        this.clock = clock;
    }

    @PostMapping("/suggestions/{suggestion}/record")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String recordSuggested(
            @PathVariable UUID id,
            @PathVariable UUID suggestion,
            @RequestParam(defaultValue = "0") int number,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String victims,
            @RequestParam(defaultValue = "") List<String> whom,
            Model model,
            HttpServletResponse response) {
        String referenceField = "reference-" + number;
        String victimsField = "victims-" + number;
        Form form = new Form(
                "crimes",
                List.of("crimes"),
                RecordForms.typed(
                        referenceField,
                        reference,
                        victimsField,
                        victims,
                        "victim-of-" + number,
                        String.join(" ", whom)));
        return forms.change(
                id,
                form,
                () -> {
                    Optional<CrimeRepository.Suggestion> found = crimes.suggestions(id).stream()
                            .filter(each -> each.id().equals(suggestion))
                            .findFirst();
                    if (found.filter(CrimeRepository.Suggestion::isOpen).isEmpty()) {
                        return Optional.of(new Wrong("crimes", "This suggestion was decided already"));
                    }
                    return crime(
                            id,
                            new OffenceClass(
                                    found.get().classCode(), found.get().className()),
                            new Fields(reference, referenceField, victims, victimsField, whom),
                            Optional.of(suggestion));
                },
                model,
                response);
    }

    @PostMapping("/crimes")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String recordAnother(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String offence,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String victims,
            @RequestParam(defaultValue = "") List<String> whom,
            Model model,
            HttpServletResponse response) {
        Form form = new Form(
                "crimes",
                List.of("crimes"),
                RecordForms.typed(
                        "offence",
                        offence,
                        "reference",
                        reference,
                        "victims",
                        victims,
                        "whom",
                        String.join(" ", whom)));
        return forms.change(
                id,
                form,
                () -> {
                    Optional<OffenceClass> known = reading.offence(offence);
                    return known.isEmpty()
                            ? Optional.of(new Wrong("offence", "Choose an offence class"))
                            : crime(
                                    id,
                                    known.get(),
                                    new Fields(reference, "reference", victims, "victims", whom),
                                    Optional.empty());
                },
                model,
                response);
    }

    /** A crime's reference and number of victims as they were typed, each with its field. */
    private record Fields(
            String reference, String referenceField, String victims, String victimsField, List<String> whom) {}

    private Optional<Wrong> crime(UUID id, OffenceClass offence, Fields fields, Optional<UUID> suggestion) {
        String reference = RecordRules.clean(fields.reference());
        if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE) {
            return Optional.of(new Wrong(fields.referenceField(), "Give the crime's reference in the crime system"));
        }
        Optional<Integer> victims = RecordRules.victims(fields.victims());
        if (victims.isEmpty()) {
            return Optional.of(new Wrong(fields.victimsField(), RecordRules.WRONG_VICTIMS));
        }
        List<UUID> whom = concerned.victims(id, Set.of()).stream()
                .map(ConcernedRepository.Concerned::id)
                .filter(person -> fields.whom().contains(person.toString()))
                .toList();
        if (whom.size() > victims.get()) {
            return Optional.of(new Wrong(fields.victimsField(), RecordRules.TOO_MANY_TICKED));
        }
        boolean recorded = recorder.recordCrime(
                forms.actor().organisation(),
                id,
                new NewCrime(offence.code(), offence.name(), reference, victims.get(), whom),
                suggestion,
                forms.actor().account());
        return recorded
                ? Optional.empty()
                : Optional.of(new Wrong(fields.referenceField(), "A crime of this reference stands already"));
    }

    @PostMapping("/suggestions/{suggestion}/refuse")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String refuseSuggested(
            @PathVariable UUID id,
            @PathVariable UUID suggestion,
            @RequestParam(defaultValue = "0") int number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String keep,
            Model model,
            HttpServletResponse response) {
        String field = "reason-" + number;
        return forms.change(
                id,
                new Form("crimes", List.of("suggestions"), RecordForms.typed(field, reason)),
                () -> {
                    Optional<String> fault = RecordRules.faultOfReason(reason);
                    if (fault.isPresent()) {
                        return Optional.of(new Wrong(field, fault.get()));
                    }
                    Optional<Wrong> small = forms.small(id, Text.REFUSAL, field, RecordRules.clean(reason), keep);
                    if (small.isPresent()) {
                        return small;
                    }
                    return recorder.refuseCrime(
                                    id,
                                    suggestion,
                                    RecordRules.clean(reason),
                                    forms.actor().account())
                            ? Optional.empty()
                            : Optional.of(new Wrong("crimes", "This suggestion was decided already"));
                },
                model,
                response);
    }

    @PostMapping("/crime-check")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String crimeCheck(@PathVariable UUID id, Model model, HttpServletResponse response) {
        return forms.change(
                id,
                new Form("crimes", List.of("crime_checked_at"), Map.of()),
                () -> {
                    if (crimes.openSuggestions(id) > 0) {
                        return Optional.of(new Wrong("crimes", "Decide on every suggested crime first"));
                    }
                    handlings.crimeChecked(id, clock.instant(), forms.actor().account());
                    return Optional.empty();
                },
                model,
                response);
    }
}
