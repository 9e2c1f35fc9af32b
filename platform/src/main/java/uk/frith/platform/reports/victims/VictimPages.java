package uk.frith.platform.reports.victims;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.deadlines.Duty;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Difference;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.Involved;
import uk.frith.platform.reports.victims.VictimRepository.About;
import uk.frith.platform.reports.victims.VictimRepository.Service;
import uk.frith.platform.reports.victims.VictimRules.Wrong;
import uk.frith.platform.reports.victims.VictimTerms.Answer;
import uk.frith.platform.reports.victims.VictimTerms.Cuckooing;
import uk.frith.platform.reports.victims.VictimTerms.Harm;
import uk.frith.platform.reports.victims.VictimTerms.How;
import uk.frith.platform.reports.victims.VictimTerms.Risk;
import uk.frith.platform.reports.victims.VictimTerms.Support;
import uk.frith.platform.reports.victims.VictimTerms.Tenure;
import uk.frith.platform.reports.victims.VictimTerms.Worded;

/** What it does to one person: seen, written down, and what they and their landlord were told. */
@Controller
@RequestMapping("/victims/{person}")
class VictimPages {

    static final String TO_DEAL = "to see what it does to somebody and to help";
    static final String TELL_LANDLORD = "TELL_LANDLORD";
    private static final List<String> FIELDS = List.of(
            "wishes",
            "harms",
            "vulnerable",
            "risks",
            "repeated",
            "targeted",
            "cuckooing",
            "tenure",
            "landlord",
            "support");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Desk desk;
    private final Incidents incidents;
    private final VictimRepository repository;
    private final Deadlines deadlines;
    private final InstantSource clock;

    VictimPages(Desk desk, Incidents incidents, VictimRepository repository, Deadlines deadlines, InstantSource clock) {
        this.desk = desk;
        this.incidents = incidents;
        this.repository = repository;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** What a form that was refused held, and why. */
    private record Again(Victim victim, List<Difference> differences, List<ErrorLink> errors, String told) {}

    private static final Again NOT_AGAIN_TOLD =
            new Again(Victim.unknown(new UUID(0, 0), "", Set.of(), Cuckooing.NO), List.of(), List.of(), "");

    @GetMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String show(@PathVariable UUID person, Model model) {
        model.addAttribute(
                "page",
                desk.audited(
                        Entry.of(Act.CONSULTATION, "victim", TO_DEAL)
                                .about(List.of(person.toString()))
                                .showing(FIELDS),
                        () -> {
                            Involved involved = involved(person);
                            return page(involved, known(involved), NOT_AGAIN_TOLD);
                        }));
        return "reports/victims/victim";
    }

    private Involved involved(UUID person) {
        return incidents.person(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Victim known(Involved involved) {
        return repository.victim(involved.id()).orElseGet(() -> {
            List<Incidents.Seen> seen =
                    involved.person().part().isHarmed() ? incidents.remarks(involved.incident()) : List.of();
            return Victim.unknown(
                    involved.id(),
                    involved.person().part().isHarmed() ? incidents.wishes(involved.incident()) : "",
                    VictimRules.harms(seen),
                    VictimRules.cuckooing(seen));
        });
    }

    @PostMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String save(
            @PathVariable UUID person,
            @org.springframework.web.bind.annotation.ModelAttribute VictimForm form,
            Model model,
            HttpServletResponse response) {
        Victim yours = form.victim(person);
        Optional<Again> again = desk.audited(
                () -> saved(person, yours),
                refused -> Entry.of(Act.ALTERATION, "victim", TO_DEAL)
                        .about(List.of(person.toString()))
                        .showing(refused.isEmpty() ? FIELDS : List.of()));
        return again.isEmpty()
                ? "redirect:" + VictimPage.pathOf(person)
                : refused(person, again.get(), model, response);
    }

    private Optional<Again> saved(UUID person, Victim yours) {
        Involved involved = involved(person);
        if (!involved.open()) {
            return wrong(yours, new Wrong("wishes", "The incident is closed or nobody deals with it"));
        }
        repository.lock(person);
        Victim now = known(involved);
        Optional<Wrong> fault = VictimRules.fault(yours);
        if (fault.isPresent()) {
            return wrong(yours, fault.get());
        }
        List<Difference> differences = Victim.differences(now, yours);
        if (now.version() != yours.version() && !differences.isEmpty()) {
            return Optional.of(new Again(
                    yours,
                    differences,
                    List.of(ErrorLink.at(
                            "wishes", "Somebody else changed this while you had it open. Compare, then save again")),
                    ""));
        }
        UUID organisation = actor().organisation();
        repository.put(organisation, involved.incident(), yours);
        landlordDuty(involved, yours);
        return Optional.empty();
    }

    /** A landlord who has a part in it is brought in; whoever finds out that there is none stops the clock. */
    private void landlordDuty(Involved involved, Victim victim) {
        boolean told = repository.told(victim.person()).stream().anyMatch(VictimRepository.Told::landlord);
        if (victim.tenure().isManaged() && !told) {
            deadlines.begin(new Duty(
                    TELL_LANDLORD,
                    actor().organisation(),
                    victim.person(),
                    involved.reference(),
                    VictimPage.pathOf(victim.person()),
                    Optional.of(actor().account()),
                    Optional.empty(),
                    clock.instant()));
        } else if (!victim.tenure().isManaged()) {
            deadlines.cancel(TELL_LANDLORD, victim.person(), "no landlord has a part in it");
        }
    }

    private static Optional<Again> wrong(Victim yours, Wrong wrong) {
        return Optional.of(new Again(yours, List.of(), List.of(ErrorLink.at(wrong.field(), wrong.sentence())), ""));
    }

    private String refused(UUID person, Again again, Model model, HttpServletResponse response) {
        response.setStatus(
                (again.differences().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT).value());
        model.addAttribute(
                "page",
                desk.audited(
                        Entry.of(Act.CONSULTATION, "victim", TO_DEAL)
                                .about(List.of(person.toString()))
                                .showing(FIELDS),
                        () -> {
                            Involved involved = involved(person);
                            return page(involved, known(involved), again);
                        }));
        return "reports/victims/victim";
    }

    @PostMapping("/told")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String tell(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "VICTIM") String whom,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String what,
            Model model,
            HttpServletResponse response) {
        boolean landlord = whom.equals("LANDLORD");
        Optional<Wrong> wrong = desk.audited(
                () -> {
                    Involved involved = involved(person);
                    String said = Incidents.cleaned(what);
                    Optional<How> known = Choice.sent(How.values(), how);
                    if (known.isEmpty()) {
                        return Optional.of(new Wrong("how", "Choose how they were told"));
                    }
                    Optional<Wrong> fault = VictimRules.faultOfTold(said);
                    if (fault.isEmpty()) {
                        repository.addTold(
                                new About(actor().organisation(), involved.incident(), person),
                                new VictimRepository.Told(landlord, known.get(), said, clock.instant(), ""),
                                actor().account());
                        if (landlord) {
                            deadlines.meet(TELL_LANDLORD, person);
                        }
                    }
                    return fault;
                },
                result -> Entry.of(Act.ALTERATION, "victim", TO_DEAL)
                        .about(List.of(person.toString()))
                        .showing(result.isEmpty() ? List.of("told") : List.of()));
        if (wrong.isEmpty()) {
            return "redirect:" + VictimPage.pathOf(person) + "#told";
        }
        List<ErrorLink> errors =
                List.of(ErrorLink.at(wrong.get().field(), wrong.get().sentence()));
        return refused(person, new Again(NOT_AGAIN_TOLD.victim(), List.of(), errors, what), model, response);
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }

    private VictimPage page(Involved involved, Victim now, Again again) {
        // After a form on another part of the page the main form shows what stands.
        boolean formAgain = again.victim().person().equals(involved.id());
        Victim shown = formAgain ? again.victim() : now;
        boolean crime = incidents.hasCrime(involved.incident());
        return new VictimPage(
                VictimPage.pathOf(involved.id()),
                "/incidents/" + involved.incident(),
                involved.reference(),
                involved.name(),
                involved.person().part().words(),
                involved.open(),
                versioned(shown, now.version()),
                choices(shown, crime),
                VictimRules.housing(shown),
                incidents.safely(involved.incident(), now.wishes()),
                noticed(involved),
                !crime,
                repository.told(involved.id()).stream().map(VictimPages::told).toList(),
                again.differences(),
                again.errors(),
                again.told());
    }

    private static Victim versioned(Victim shown, int version) {
        return new Victim(
                shown.person(),
                version,
                shown.wishes(),
                shown.harms(),
                shown.harmWords(),
                shown.vulnerable(),
                shown.risks(),
                shown.repeated(),
                shown.targeted(),
                shown.cuckooing(),
                shown.tenure(),
                shown.landlord(),
                shown.service(),
                shown.support());
    }

    private List<String> noticed(Involved involved) {
        return incidents.remarks(involved.incident()).stream()
                .filter(seen ->
                        Set.of("impact", "vulnerability", "exploitation").contains(seen.kind())
                                && !seen.what().startsWith("suspect"))
                .map(seen -> seen.words().isEmpty() ? seen.says() : seen.says() + ": \u201c" + seen.words() + "\u201d")
                .toList();
    }

    private static VictimPage.Told told(VictimRepository.Told told) {
        return new VictimPage.Told(
                MOMENT.format(told.at()),
                told.teller(),
                told.landlord() ? "The landlord" : "The victim",
                told.how().words(),
                told.what());
    }

    private VictimPage.Choices choices(Victim victim, boolean crime) {
        List<Choice> services = new ArrayList<>();
        services.add(Choice.of("", "None offered"));
        for (Service service : repository.services(actor().organisation())) {
            if (crime || !service.crimeOnly()) {
                services.add(Choice.of(service.id().toString(), service.name() + ", " + service.contact())
                        .withSelected(
                                victim.service().filter(service.id()::equals).isPresent()));
            }
        }
        return new VictimPage.Choices(
                ticked(Harm.values(), victim.harms()),
                ticked(Risk.values(), victim.risks()),
                ticked(Answer.values(), Set.of(victim.vulnerable())),
                ticked(Answer.values(), Set.of(victim.repeated())),
                ticked(Answer.values(), Set.of(victim.targeted())),
                ticked(Cuckooing.values(), Set.of(victim.cuckooing())),
                ticked(Tenure.values(), Set.of(victim.tenure())),
                services,
                ticked(Support.values(), Set.of(victim.support())),
                Choice.of(How.values(), How::words));
    }

    private static <E extends Enum<E> & Worded> List<Choice> ticked(E[] values, Set<E> chosen) {
        return Stream.of(values)
                .map(value -> Choice.of(value.name(), value.words()).withSelected(chosen.contains(value)))
                .toList();
    }
}
