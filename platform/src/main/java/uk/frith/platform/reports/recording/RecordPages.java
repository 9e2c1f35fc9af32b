package uk.frith.platform.reports.recording;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Gate;
import uk.frith.platform.reports.recording.HandlingRepository.Closed;
import uk.frith.platform.reports.recording.HandlingRepository.Owner;
import uk.frith.platform.reports.recording.NewReport.LinkKind;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.RecordForms.Form;
import uk.frith.platform.reports.recording.RecordForms.Wrong;
import uk.frith.platform.reports.recording.RecordPage.Typed;
import uk.frith.platform.reports.recording.RecordRepository.Known;
import uk.frith.platform.reports.wording.Wording.Text;

/** One incident, and what is done with it. Each form is a route of its own and returns to the page. */
@Controller
@RequestMapping("/incidents/{id}")
class RecordPages {

    private static final String TO_SEE = RecordForms.TO_SEE;
    private static final String TO_DEAL = RecordForms.TO_DEAL;
    private static final int LONGEST_NOTE = 20_000;

    private final Desk desk;
    private final RecordForms forms;
    private final RecordRepository repository;
    private final HandlingRepository handlings;
    private final ConcernedRepository concerned;
    private final PlaceRepository places;
    private final Recorder recorder;
    private final RecordPageMaker maker;
    private final InstantSource clock;

    RecordPages(
            Desk desk,
            RecordForms forms,
            RecordRepository repository,
            HandlingRepository handlings,
            ConcernedRepository concerned,
            PlaceRepository places,
            Recorder recorder,
            RecordPageMaker maker,
            InstantSource clock) {
        this.desk = desk;
        this.forms = forms;
        this.repository = repository;
        this.handlings = handlings;
        this.concerned = concerned;
        this.places = places;
        this.recorder = recorder;
        this.maker = maker;
        this.clock = clock;
    }

    @GetMapping
    @Allows(value = Permission.SEE_INCIDENTS, purpose = TO_SEE)
    String one(@PathVariable UUID id, Model model) {
        forms.show(id, Typed.NOTHING, model);
        return "reports/recording/incident";
    }

    @PostMapping("/taking-up")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String takeUp(@PathVariable UUID id, Model model, HttpServletResponse response) {
        return forms.attempt(
                id,
                new Form("summary", List.of("owner"), Map.of()),
                () -> {
                    if (handlings.handling(id).isPresent()) {
                        return Optional.of(new Wrong("summary", "Somebody deals with it already"));
                    }
                    Incident incident = forms.whole(id).incident();
                    recorder.takeUp(
                            forms.actor().organisation(),
                            new Known(id, incident.reference()),
                            incident.text(),
                            new NewReport.Chosen(incident.category(), incident.type(), Optional.empty()),
                            forms.actor().account());
                    return Optional.empty();
                },
                model,
                response);
    }

    @PostMapping("/notes")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String addNote(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String responded,
            @RequestParam(defaultValue = "") String keep,
            Model model,
            HttpServletResponse response) {
        return forms.change(
                id,
                new Form("notes", List.of("notes"), RecordForms.typed("note", note, "responded", responded)),
                () -> {
                    String said = RecordRules.clean(note);
                    if (said.isEmpty() || said.length() > LONGEST_NOTE) {
                        return Optional.of(new Wrong("note", "A note has 1 to 20,000 characters"));
                    }
                    Optional<Wrong> small = forms.small(id, Text.NOTE, "note", said, keep);
                    if (small.isPresent()) {
                        return small;
                    }
                    repository.addNote(
                            forms.actor().organisation(),
                            id,
                            clock.instant(),
                            forms.actor().account(),
                            said);
                    if (!responded.isEmpty()) {
                        recorder.responded(id);
                    }
                    return Optional.empty();
                },
                model,
                response);
    }

    @PostMapping("/owner")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String give(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String owner,
            Model model,
            HttpServletResponse response) {
        return forms.change(
                id,
                new Form("owner-part", List.of("owner"), Map.of()),
                () -> {
                    Optional<Owner> chosen = owner(owner);
                    chosen.ifPresent(to -> recorder.give(id, to));
                    return chosen.isPresent()
                            ? Optional.empty()
                            : Optional.of(new Wrong("owner", "Choose a person or a team"));
                },
                model,
                response);
    }

    private Optional<Owner> owner(String typed) {
        UUID organisation = forms.actor().organisation();
        String rule = "Given by hand";
        return handlings.teams(organisation).stream()
                .filter(team -> typed.equals("team:" + team.id()))
                .map(team -> new Owner(Optional.empty(), Optional.of(team.id()), rule))
                .findFirst()
                .or(() -> handlings.colleagues(organisation).stream()
                        .filter(person -> typed.equals("person:" + person.id()))
                        .map(person -> new Owner(Optional.of(person.id()), Optional.empty(), rule))
                        .findFirst());
    }

    @PostMapping("/grade")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String regrade(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String why,
            Model model,
            HttpServletResponse response) {
        return forms.change(
                id,
                new Form("owner-part", List.of("grade"), RecordForms.typed("why", why)),
                () -> {
                    Optional<Grade> known = Choice.sent(Grade.values(), grade);
                    if (known.isEmpty()) {
                        return Optional.of(new Wrong("grade", "Choose a grade"));
                    }
                    Optional<String> fault = RecordRules.faultOfReason(why);
                    if (fault.isPresent()) {
                        return Optional.of(new Wrong("why", fault.get()));
                    }
                    recorder.regrade(
                            forms.actor().organisation(),
                            new Known(id, forms.whole(id).incident().reference()),
                            known.get(),
                            RecordRules.clean(why));
                    return Optional.empty();
                },
                model,
                response);
    }

    @PostMapping("/links")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String link(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String how,
            Model model,
            HttpServletResponse response) {
        return forms.change(
                id,
                new Form("links", List.of("links"), RecordForms.typed("other", other)),
                () -> {
                    Optional<LinkKind> known = Choice.sent(LinkKind.values(), how);
                    Optional<UUID> found =
                            repository.byReference(forms.actor().organisation(), RecordRules.clean(other));
                    if (known.isEmpty()) {
                        return Optional.of(new Wrong("how", "Choose how they hang together"));
                    }
                    if (found.filter(to -> !to.equals(id)).isEmpty()) {
                        return Optional.of(new Wrong("other", "There is no other incident of this reference"));
                    }
                    if (repository.isLinked(found.get(), id)) {
                        return Optional.of(new Wrong("other", "That incident names this one already"));
                    }
                    repository.addLink(
                            forms.actor().organisation(),
                            id,
                            found.get(),
                            known.get(),
                            clock.instant(),
                            Optional.of(forms.actor().account()));
                    return Optional.empty();
                },
                model,
                response);
    }

    /** Antisocial behaviour that was heard in this incident's call, as an incident of its own that is linked to it. */
    @PostMapping("/heard")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String heard(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String heard,
            Model model,
            HttpServletResponse response) {
        Form form = new Form("links", List.of("links"), RecordForms.typed("heard", heard));
        List<Taken> taken = new ArrayList<>();
        Optional<Wrong> wrong = desk.audited(
                () -> {
                    Incident incident = forms.whole(id).incident();
                    Taken result = recorder.record(forms.actor().organisation(), partOf(id, incident, heard));
                    taken.add(result);
                    return result instanceof Taken.Refused refused
                            ? Optional.of(new Wrong(
                                    "heard", refused.faults().getFirst().sentence()))
                            : Optional.<Wrong>empty();
                },
                result -> Entry.of(Act.COLLECTION, "incident", TO_DEAL)
                        .about(taken.stream()
                                .filter(Taken.Recorded.class::isInstance)
                                .map(each -> ((Taken.Recorded) each).incident().toString())
                                .toList())
                        .showing(IncidentRules.HEADER));
        if (wrong.isEmpty() && taken.getFirst() instanceof Taken.Recorded recorded) {
            return "redirect:/incidents/" + recorded.incident();
        }
        return forms.after(id, form, wrong, model, response);
    }

    private NewReport partOf(UUID id, Incident incident, String heard) {
        Placed placed = places.placed(id).orElseThrow();
        List<Person> callers = concerned.people(id).stream()
                .map(ConcernedRepository.Concerned::person)
                .filter(person -> person.part() == Part.CALLER)
                .toList();
        return new NewReport(
                "call",
                Optional.empty(),
                incident.channel(),
                heard,
                incident.reportedAt(),
                Optional.of(incident.occurred()),
                new NewReport.Place(placed.location(), placed.lsoaCode(), placed.areaCode()),
                NewReport.Chosen.NOTHING,
                callers,
                List.of(),
                "",
                Optional.of(new NewReport.Follows(id, LinkKind.HEARD_IN)));
    }

    @PostMapping("/close")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String closing,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String keep,
            Model model,
            HttpServletResponse response) {
        return forms.change(
                id,
                new Form(
                        "closing-part",
                        List.of("closing", "done"),
                        RecordForms.typed("closing", closing, "category", category, "done", done)),
                () -> {
                    Optional<Closing> known = Choice.sent(Closing.values(), closing);
                    if (known.isEmpty()) {
                        return Optional.of(new Wrong("closing", "Choose how it ended"));
                    }
                    Optional<AsbCategory> kind = Choice.sent(AsbCategory.values(), category);
                    if (kind.isEmpty() && !category.equals("NONE")) {
                        return Optional.of(new Wrong("category", "Choose the closing category"));
                    }
                    Optional<String> fault = RecordRules.faultOfDone(done);
                    if (fault.isPresent()) {
                        return Optional.of(new Wrong("done", fault.get()));
                    }
                    if (known.get() == Closing.DUPLICATE && !repository.isDuplicate(id)) {
                        return Optional.of(
                                new Wrong("closing", "Link it first to the incident that it is the same event as"));
                    }
                    List<Gate> gates = maker.gates(id);
                    if (!gates.isEmpty()) {
                        return Optional.of(
                                new Wrong("closing-part", gates.getFirst().reason()));
                    }
                    Optional<Wrong> small = forms.small(id, Text.CLOSING, "done", RecordRules.clean(done), keep);
                    if (small.isPresent()) {
                        return small;
                    }
                    recorder.close(
                            forms.actor().organisation(),
                            id,
                            new Closed(known.get(), kind, RecordRules.clean(done)),
                            forms.actor().account());
                    return Optional.empty();
                },
                model,
                response);
    }

    /** Opens a closed incident again, with the reason as a note; what it was closed with stays in its history. */
    @PostMapping("/reopen")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String reopen(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            Model model,
            HttpServletResponse response) {
        return forms.attempt(
                id,
                new Form("summary", List.of("state"), RecordForms.typed("why", why)),
                () -> {
                    Optional<String> fault = RecordRules.faultOfReason(why);
                    if (fault.isPresent()) {
                        return Optional.of(new Wrong("why", fault.get()));
                    }
                    if (handlings.lock(id).orElse(true) || !handlings.reopen(id)) {
                        return Optional.of(new Wrong("why", "Only a closed incident can be opened again"));
                    }
                    repository.addNote(
                            forms.actor().organisation(),
                            id,
                            clock.instant(),
                            forms.actor().account(),
                            "Opened again: " + RecordRules.clean(why));
                    return Optional.empty();
                },
                model,
                response);
    }
}
