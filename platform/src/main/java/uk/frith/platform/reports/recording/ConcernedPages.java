package uk.frith.platform.reports.recording;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.recording.ConcernedRepository.EvidenceState;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;
import uk.frith.platform.reports.recording.RecordForms.Form;
import uk.frith.platform.reports.recording.RecordForms.Wrong;
import uk.frith.platform.reports.recording.RecordRepository.Known;

/** Who is concerned, whether they have been spoken to, and what evidence they offer. */
@Controller
@RequestMapping("/incidents/{id}")
class ConcernedPages {

    private static final String TO_DEAL = RecordForms.TO_DEAL;

    private final RecordForms forms;
    private final ConcernedRepository concerned;
    private final Recorder recorder;
    private final InstantSource clock;

    ConcernedPages(RecordForms forms, ConcernedRepository concerned, Recorder recorder, InstantSource clock) {
        this.forms = forms;
        this.concerned = concerned;
        this.recorder = recorder;
        this.clock = clock;
    }

    @PostMapping("/people")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String addPerson(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String business,
            Model model,
            HttpServletResponse response) {
        return forms.change(
                id,
                new Form(
                        "people",
                        List.of("people"),
                        RecordForms.typed("name", name, "phone", phone, "address", address)),
                () -> {
                    Optional<Part> known = Choice.sent(Part.values(), part);
                    if (known.isEmpty()) {
                        return Optional.of(new Wrong("part", "Choose in what way they are concerned"));
                    }
                    Person person =
                            new Person(known.get(), name, phone, "", address, SpokenTo.NOT_YET, !business.isEmpty());
                    Optional<Taken.Fault> fault = RecordRules.faultOf(person);
                    if (fault.isPresent()) {
                        return Optional.of(
                                new Wrong(fault.get().field(), fault.get().sentence()));
                    }
                    recorder.addPerson(
                            forms.actor().organisation(),
                            new Known(id, forms.whole(id).incident().reference()),
                            person);
                    return Optional.empty();
                },
                model,
                response);
    }

    @PostMapping("/nobody-else")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String nobodyElse(@PathVariable UUID id, Model model, HttpServletResponse response) {
        return forms.change(
                id,
                new Form("people", List.of("others"), Map.of()),
                () -> {
                    recorder.nobodyElse(id);
                    return Optional.empty();
                },
                model,
                response);
    }

    @PostMapping("/people/{person}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String spoken(
            @PathVariable UUID id,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String spoken,
            Model model,
            HttpServletResponse response) {
        return forms.change(
                id,
                new Form("people", List.of("people"), Map.of()),
                () -> {
                    Optional<SpokenTo> known = Choice.sent(SpokenTo.values(), spoken);
                    known.ifPresent(how -> recorder.spoken(id, person, how));
                    return known.isPresent()
                            ? Optional.empty()
                            : Optional.of(new Wrong("people", "Say whether somebody has spoken to them"));
                },
                model,
                response);
    }

    @PostMapping("/evidence")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String addEvidence(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String heldBy,
            Model model,
            HttpServletResponse response) {
        return forms.change(
                id,
                new Form(
                        "evidence",
                        List.of("evidence"),
                        RecordForms.typed("description", description, "heldBy", heldBy)),
                () -> {
                    Optional<EvidenceKind> known = Choice.sent(EvidenceKind.values(), kind);
                    if (known.isEmpty()) {
                        return Optional.of(new Wrong("kind", "Choose what it is"));
                    }
                    NewReport.Evidence offered = new NewReport.Evidence(known.get(), description, heldBy);
                    Optional<Taken.Fault> fault = RecordRules.faultOf(offered);
                    if (fault.isPresent()) {
                        return Optional.of(
                                new Wrong(fault.get().field(), fault.get().sentence()));
                    }
                    concerned.addEvidence(forms.actor().organisation(), id, List.of(offered), clock.instant());
                    return Optional.empty();
                },
                model,
                response);
    }

    @PostMapping("/evidence/{evidence}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String evidenceState(
            @PathVariable UUID id,
            @PathVariable UUID evidence,
            @RequestParam(defaultValue = "") String state,
            Model model,
            HttpServletResponse response) {
        return forms.change(
                id,
                new Form("evidence", List.of("evidence"), Map.of()),
                () -> {
                    Optional<EvidenceState> known = Choice.sent(EvidenceState.values(), state);
                    return known.filter(now -> concerned.evidenceState(id, evidence, now))
                                    .isPresent()
                            ? Optional.empty()
                            : Optional.of(new Wrong("evidence", "Say whether it is secured"));
                },
                model,
                response);
    }
}
