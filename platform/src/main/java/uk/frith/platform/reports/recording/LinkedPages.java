package uk.frith.platform.reports.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.reports.recording.LinkedRepository.Match;

/** Victims, places and those who are said to have done it, from wherever one starts: an incident, a person or a place. */
@Controller
class LinkedPages {

    private static final String TO_SEE_TOGETHER = "to see what belongs together";

    /** More than anybody reads; what is latest comes first. */
    private static final int MOST = 200;

    private final Desk desk;
    private final RecordForms forms;
    private final LinkedRepository repository;
    private final ConcernedRepository concerned;

    LinkedPages(Desk desk, RecordForms forms, LinkedRepository repository, ConcernedRepository concerned) {
        this.desk = desk;
        this.forms = forms;
        this.repository = repository;
        this.concerned = concerned;
    }

    /**
     * What belongs together.
     *
     * @param says the whole run in a sentence: how many, over how long, with which harm
     */
    record LinkedPage(String title, String backPath, String reference, String says, List<From> from, List<Line> lines) {
        @Override
        public String toString() {
            return "LinkedPage[" + backPath + "]";
        }
    }

    /** From where else one can start. */
    record From(String words, String path) {
        @Override
        public String toString() {
            return "From";
        }
    }

    /** Another incident, what is the same in it and who else is concerned there. */
    record Line(
            String path,
            String reference,
            String when,
            String place,
            String category,
            List<String> same,
            String others) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    @GetMapping("/incidents/{id}/linked")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_SEE_TOGETHER)
    String ofIncident(@PathVariable UUID id, Model model) {
        return shown(id, model, () -> {
            Incident incident = forms.whole(id).incident();
            List<Match> matches = Stream.concat(
                            repository.ofIncident(id, MOST).stream(), repository.ofPlace(id, MOST).stream())
                    .toList();
            return page("What belongs together with " + incident.reference(), id, incident, matches);
        });
    }

    @GetMapping("/incidents/{id}/place")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_SEE_TOGETHER)
    String ofPlace(@PathVariable UUID id, Model model) {
        return shown(id, model, () -> {
            Incident incident = forms.whole(id).incident();
            String place = incident.location().isEmpty() ? "Place not known" : incident.location();
            return page(place, id, incident, repository.ofPlace(id, MOST));
        });
    }

    @GetMapping("/people/{person}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_SEE_TOGETHER)
    String ofPerson(@PathVariable UUID person, Model model) {
        return shown(person, model, () -> {
            Incidents.Involved involved =
                    concerned.involvedOne(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            Incident incident = forms.whole(involved.incident()).incident();
            String name = involved.person().name().isEmpty()
                    ? "Name not known"
                    : involved.person().name();
            return page(name, involved.incident(), incident, repository.ofPerson(person, MOST));
        });
    }

    private record Shown(LinkedPage page, List<UUID> incidents) {}

    private String shown(UUID start, Model model, Supplier<Shown> work) {
        Shown shown = desk.audited(
                work,
                done -> Entry.of(Act.COMBINATION, "incidents", TO_SEE_TOGETHER)
                        .about(Stream.concat(Stream.of(start), done.incidents().stream())
                                .map(UUID::toString)
                                .toList())
                        .showing(List.of("reference", "reported", "location", "category", "people")));
        model.addAttribute("page", shown.page());
        return "reports/recording/linked";
    }

    private Shown page(String title, UUID start, Incident incident, List<Match> matches) {
        Map<UUID, List<Match>> byIncident = new LinkedHashMap<>();
        matches.stream()
                .sorted((one, other) -> other.reported().compareTo(one.reported()))
                .forEach(match -> byIncident
                        .computeIfAbsent(match.incident(), id -> new ArrayList<>())
                        .add(match));
        List<From> from = new ArrayList<>();
        from.add(new From("The incident", "/incidents/" + start + "/linked"));
        from.add(new From("The place", "/incidents/" + start + "/place"));
        concerned
                .people(start)
                .forEach(each -> from.add(new From(
                        (each.person().name().isEmpty()
                                        ? "Name not known"
                                        : each.person().name()) + ", "
                                + each.person().part().words().toLowerCase(java.util.Locale.UK),
                        "/people/" + each.id())));
        LinkedPage page = new LinkedPage(
                title,
                "/incidents/" + start,
                incident.reference(),
                says(start, incident, byIncident),
                from,
                byIncident.values().stream().map(LinkedPages::line).toList());
        return new Shown(page, List.copyOf(byIncident.keySet()));
    }

    /** Harm is judged over the whole run and not by one event. */
    private String says(UUID start, Incident incident, Map<UUID, List<Match>> others) {
        if (others.isEmpty()) {
            return "Nothing else is known by the same number, name, address or place.";
        }
        List<Instant> moments = Stream.concat(
                        Stream.of(incident.reportedAt()),
                        others.values().stream().map(each -> each.getFirst().reported()))
                .sorted()
                .toList();
        long days = Duration.between(moments.getFirst(), moments.getLast()).toDays();
        List<String> harms = repository.harms(
                Stream.concat(Stream.of(start), others.keySet().stream()).toList());
        return (others.size() + 1) + " reports over " + (days == 1 ? "1 day" : days + " days") + ". "
                + (harms.isEmpty()
                        ? "None of the accounts tells of a lasting harm."
                        : "Harm told of over the whole run: " + String.join(", ", harms) + ".");
    }

    private static Line line(List<Match> matches) {
        Match first = matches.getFirst();
        return new Line(
                "/incidents/" + first.incident(),
                first.reference(),
                RecordPageMaker.MOMENT.format(first.reported()),
                first.location(),
                first.category().map(AsbCategory::words).orElse("None"),
                matches.stream().map(LinkedPages::same).distinct().toList(),
                first.others().isEmpty() ? "Nobody" : String.join(", ", first.others()));
    }

    private static String same(Match match) {
        if (match.same().equals("place")) {
            return "Same place";
        }
        String name = match.name().isEmpty() ? "somebody" : match.name();
        Optional<String> there = match.there().map(part -> part.words().toLowerCase(java.util.Locale.UK));
        return "Same " + match.same() + " as " + name + ", there: " + there.orElse("named");
    }
}
