package uk.frith.platform.reports.recording;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.frith.narrative.Findings;
import uk.frith.narrative.OffenceClass;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Gate;
import uk.frith.platform.reports.recording.AccountMarks.Mark;
import uk.frith.platform.reports.recording.CrimeRepository.Suggestion;
import uk.frith.platform.reports.recording.HandlingRepository.Handling;
import uk.frith.platform.reports.recording.IncidentRepository.Whole;
import uk.frith.platform.reports.recording.RecordPage.Choices;
import uk.frith.platform.reports.recording.RecordPage.Part;
import uk.frith.platform.reports.recording.RecordPage.Typed;
import uk.frith.platform.reports.rulebook.RuleBooks;

/** Gathers what an incident's page shows. Called within the page's piece of work at the desk. */
@Component
class RecordPageMaker {

    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final RecordRepository repository;
    private final HandlingRepository handlings;
    private final CrimeRepository crimes;
    private final ConcernedRepository concerned;
    private final CodeRepository codes;
    private final Deadlines deadlines;
    private final InstantSource clock;
    private final TemplateEngine templates;
    private final List<IncidentPanel> panels;
    private final List<ClosingGate> gates;
    private final Reading reading;

    RecordPageMaker(
            RecordRepository repository,
            HandlingRepository handlings,
            CrimeRepository crimes,
            ConcernedRepository concerned,
            CodeRepository codes,
            Deadlines deadlines,
            Reading reading,
            InstantSource clock,
            TemplateEngine templates,
            ObjectProvider<IncidentPanel> panels,
            ObjectProvider<ClosingGate> gates) {
        this.repository = repository;
        this.handlings = handlings;
        this.crimes = crimes;
        this.concerned = concerned;
        this.codes = codes;
        this.deadlines = deadlines;
        this.clock = clock;
        this.templates = templates;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(IncidentPanel::order))
                .toList();
        this.gates = gates.stream().toList();
        this.reading = reading;
    }

    /** What stands in the way of an incident's closing. */
    List<Gate> gates(UUID incident) {
        return gates.stream().flatMap(gate -> gate.of(incident).stream()).toList();
    }

    RecordPage make(Whole whole, UUID organisation, boolean mayWork, Typed typed) {
        UUID id = whole.id();
        Incident incident = whole.incident();
        Optional<Handling> handling = handlings.handling(id);
        List<Suggestion> suggestions = crimes.suggestions(id);
        List<Findings.Remark> remarks = crimes.remarks(id);
        boolean open = handling.filter(Handling::open).isPresent();
        Instant now = clock.instant();
        String safely = quoted(SafeContact.said(handling.map(Handling::wishes).orElse(""), incident.text()));
        List<Content> brought = panels.stream()
                .flatMap(panel -> panel.of(id).stream())
                .map(panel -> panel.content(templates))
                .toList();
        return new RecordPage(
                "/incidents/" + id,
                incident.reference(),
                handling.isPresent(),
                open,
                mayWork,
                parts(whole, handling, codes.codesOf(organisation, incident.type())),
                AccountMarks.pieces(incident.text(), marks(suggestions, remarks)),
                deadlines.of(id).stream().map(each -> clock(each, now)).toList(),
                handling.map(Handling::reasons).orElse(List.of()),
                numbered(
                        suggestions,
                        crimes.takenIn(id),
                        handling.map(Handling::rulesVersion).orElse("")),
                crimes.crimes(id).stream().map(each -> crime(id, each)).toList(),
                handling.flatMap(Handling::crimeChecked).isPresent(),
                remarks.stream()
                        .map(each -> new RecordPage.Remark(
                                RecordWords.shown(each).kind(),
                                RecordWords.shown(each).what(),
                                each.span(),
                                each.rule().isEmpty()
                                        ? ""
                                        : RuleBooks.page(
                                                each.rule(),
                                                handling.map(Handling::rulesVersion)
                                                        .orElse("")),
                                each.source()))
                        .toList(),
                handling.filter(state -> state.others() == HandlingRepository.Others.NOT_ASKED)
                        .isPresent(),
                mayWork
                        ? concerned.people(id).stream()
                                .map(each -> concerned(each, safely))
                                .toList()
                        : List.of(),
                concerned.evidence(id).stream().map(RecordPageMaker::offered).toList(),
                repository.links(id).stream().map(RecordPageMaker::link).toList(),
                repository.notes(id).stream()
                        .map(note -> new RecordPage.Note(MOMENT.format(note.written()), note.writer(), note.text()))
                        .toList(),
                open && mayWork ? gates(id) : List.of(),
                brought,
                choices(id, organisation, handling, open && mayWork),
                typed);
    }

    private static List<Part> parts(Whole whole, Optional<Handling> handling, List<String> codes) {
        Incident incident = whole.incident();
        List<Part> parts = new ArrayList<>();
        handling.ifPresent(state -> {
            parts.add(new Part("State", state.open() ? "Open" : "Closed"));
            parts.add(new Part("Opened as", state.label()));
            parts.add(new Part("Grade", state.grade().words()));
            parts.add(new Part("Owner", owner(state)));
        });
        parts.add(new Part("Occurred", when(incident.occurred())));
        parts.add(new Part("Reported", MOMENT.format(incident.reportedAt())));
        parts.add(new Part("Place", incident.location().isEmpty() ? "Not known" : incident.location()));
        boolean wide = incident.lsoaCode().isEmpty() && !whole.area().isEmpty();
        parts.add(new Part(
                wide ? "Ward or district" : "Small area",
                whole.area().isEmpty() ? incident.lsoaCode().orElse("Not known") : whole.area()));
        incident.point()
                .ifPresent(point -> parts.add(new Part(
                        "Grid reference",
                        Math.round(point.eastingMetres()) + ", " + Math.round(point.northingMetres()))));
        parts.add(
                new Part("Category", incident.category().map(AsbCategory::words).orElse("Not antisocial behaviour")));
        incident.type().ifPresent(type -> parts.add(new Part("Type", type.words())));
        codes.forEach(code -> parts.add(new Part("Code", code)));
        handling.ifPresent(state -> {
            Sorting sorting = new Sorting(incident.category(), incident.type(), state.limbs(), state.behaviours());
            parts.add(new Part("Limb of the law", sorting.limbWords()));
            parts.add(new Part("Behaviour", sorting.behaviourWords()));
        });
        parts.add(new Part("How it was reported", incident.channel().words()));
        handling.ifPresent(state -> {
            if (!state.wishes().isEmpty()) {
                parts.add(new Part("What the victim wants", state.wishes()));
            }
            state.closing().ifPresent(closing -> {
                parts.add(new Part("Closed as", closing.words()));
                state.closingCategory()
                        .ifPresent(category -> parts.add(new Part("Closing category", category.words())));
                parts.add(new Part("What was done", state.done()));
                state.closed().ifPresent(at -> parts.add(new Part("Closed", MOMENT.format(at))));
            });
        });
        return parts;
    }

    private static String owner(Handling state) {
        String name = Stream.of(state.ownerName(), state.teamName())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("Nobody yet");
        return name + ". " + state.allocatedBy() + ".";
    }

    static String when(Interval occurred) {
        return occurred.isMoment()
                ? MOMENT.format(occurred.from())
                : MOMENT.format(occurred.from()) + " to " + MOMENT.format(occurred.to());
    }

    private static List<Mark> marks(List<Suggestion> suggestions, List<Findings.Remark> remarks) {
        return Stream.concat(
                        suggestions.stream().map(each -> new Mark(each.words(), each.className(), true)),
                        remarks.stream()
                                .map(each -> new Mark(
                                        each.span(), RecordWords.shown(each).says(), false)))
                .toList();
    }

    private static RecordPage.Clock clock(uk.frith.platform.foundation.deadlines.Clock clock, Instant now) {
        var state = clock.at(now);
        String urgency = switch (state) {
            case LATE -> "late";
            case CLOSE -> "close";
            case RUNNING -> "running";
            case MET, MET_LATE, CANCELLED -> "over";
        };
        return new RecordPage.Clock(
                clock.title(),
                MOMENT.format(clock.due()),
                state.words(),
                urgency.equals("over") ? "" : clock.left(now),
                urgency);
    }

    static String title(OffenceClass offence) {
        return offence.code() + " " + offence.name();
    }

    private static List<RecordPage.Suggested> numbered(
            List<Suggestion> suggestions, List<Findings.TakenIn> takenIn, String version) {
        List<RecordPage.Suggested> shown = new ArrayList<>();
        for (Suggestion each : suggestions) {
            String decision = each.isOpen()
                    ? ""
                    : each.reason().isEmpty()
                            ? "Recorded as " + each.crimeReference()
                            : "Not recorded: " + each.reason();
            shown.add(new RecordPage.Suggested(
                    each.id(),
                    shown.size() + 1,
                    each.classCode() + " " + each.className(),
                    each.victims(),
                    RecordWords.certainty(each.certainty()),
                    each.words(),
                    each.rule(),
                    RuleBooks.page(each.rule(), version),
                    each.source(),
                    RecordWords.takesIn(each.classCode(), takenIn),
                    each.isOpen(),
                    decision));
        }
        return shown;
    }

    private static RecordPage.Crime crime(UUID incident, CrimeRepository.Crime crime) {
        return new RecordPage.Crime(
                "/incidents/" + incident + "/crimes/" + crime.id(),
                crime.classCode() + " " + crime.className(),
                crime.reference(),
                Integer.toString(crime.victims()),
                String.join(", ", crime.whom()),
                MOMENT.format(crime.recorded()),
                crime.cancelled().map(Cancelling::words).orElse(""));
    }

    private static String quoted(List<String> said) {
        return said.stream().map(words -> "\u201c" + words + "\u201d").collect(Collectors.joining(" "));
    }

    private static RecordPage.Concerned concerned(ConcernedRepository.Concerned each, String safely) {
        NewReport.Person person = each.person();
        String contact = Stream.of(person.phone(), person.email(), person.address())
                .filter(way -> !way.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("No contact known");
        boolean ask = person.part().isHarmed() && person.spokenTo() == NewReport.SpokenTo.NOT_YET;
        return new RecordPage.Concerned(
                each.id(),
                person.part().words(),
                each.name() + (person.business() ? " (business)" : ""),
                contact,
                person.part() == NewReport.Part.NAMED ? "" : safely,
                person.part().isHarmed() ? person.spokenTo().words() : "",
                ask);
    }

    private static RecordPage.Offered offered(ConcernedRepository.Offered each) {
        return new RecordPage.Offered(
                each.id(),
                each.evidence().kind().words(),
                each.evidence().description(),
                each.evidence().heldBy().isEmpty()
                        ? "Not known"
                        : each.evidence().heldBy(),
                each.state().words(),
                each.state() == ConcernedRepository.EvidenceState.OFFERED);
    }

    private static RecordPage.Link link(RecordRepository.Linked linked) {
        return new RecordPage.Link(
                linked.forward() ? linked.kind().words() : RecordWords.backwards(linked.kind()),
                "/incidents/" + linked.incident(),
                linked.reference());
    }

    private Choices choices(UUID id, UUID organisation, Optional<Handling> handling, boolean needed) {
        if (!needed) {
            return new Choices(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        List<Choice> offences = offences();
        List<Choice> owners = new ArrayList<>();
        owners.add(Choice.of("", "Choose a person or a team"));
        handlings
                .teams(organisation)
                .forEach(team -> owners.add(Choice.of("team:" + team.id(), "Team " + team.name())));
        handlings
                .colleagues(organisation)
                .forEach(person -> owners.add(Choice.of("person:" + person.id(), person.name())));
        return new Choices(
                Choice.of(NewReport.Part.values(), NewReport.Part::words),
                Choice.of(NewReport.EvidenceKind.values(), NewReport.EvidenceKind::words),
                owners,
                Stream.of(Grade.values())
                        .map(grade -> Choice.of(grade.name(), grade.words())
                                .withSelected(handling.filter(state -> state.grade() == grade)
                                        .isPresent()))
                        .toList(),
                Choice.of(NewReport.LinkKind.values(), NewReport.LinkKind::words),
                Stream.concat(
                                Stream.of(Choice.of("", "Choose how it ended")),
                                Choice.of(Closing.values(), Closing::words).stream())
                        .toList(),
                SortingPages.categories(""),
                offences,
                victims(concerned.victims(id, Set.of())));
    }

    static List<Choice> victims(List<ConcernedRepository.Concerned> people) {
        return people.stream()
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
    }

    private List<Choice> offences() {
        return Stream.concat(
                        Stream.of(Choice.of("", "Choose an offence class")),
                        reading.offences().stream().map(each -> Choice.of(each.code(), title(each))))
                .toList();
    }
}
