package uk.frith.platform.reports.recording;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import uk.frith.platform.foundation.pages.Difference;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.AreaKind;
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.foundation.places.SmallArea;
import uk.frith.platform.foundation.places.Vintage;
import uk.frith.platform.reports.recording.Placing.Meant;
import uk.frith.platform.reports.recording.RecordForms.Wrong;
import uk.frith.platform.reports.recording.RecordRepository.Known;

/** Where an incident was: its words, and its area by postcode, grid reference or name. */
@Controller
@RequestMapping("/incidents/{id}/where")
class WherePages {

    private static final String TO_DEAL = RecordForms.TO_DEAL;
    private static final List<String> FIELDS = List.of("location", "lsoa_code", "area_code", "point");

    private final Desk desk;
    private final RecordForms forms;
    private final HandlingRepository handlings;
    private final PlaceRepository repository;
    private final Places places;
    private final Placing placing;
    private final Allocation allocation;

    WherePages(
            Desk desk,
            RecordForms forms,
            HandlingRepository handlings,
            PlaceRepository repository,
            Places places,
            Placing placing,
            Allocation allocation) {
        this.desk = desk;
        this.forms = forms;
        this.handlings = handlings;
        this.repository = repository;
        this.places = places;
        this.placing = placing;
        this.allocation = allocation;
    }

    /**
     * The question.
     *
     * @param now the area that is known, in words
     * @param seen what the form was made from
     * @param found areas of which one must be chosen
     * @param wards the force's wards, when they are known
     */
    record WherePage(
            String path,
            String reference,
            String now,
            String seen,
            Sent sent,
            List<Choice> found,
            List<Choice> wards,
            List<Difference> differences,
            List<ErrorLink> errors) {

        /** What is wrong with a field; null when nothing is. */
        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }

        @Override
        public String toString() {
            return "WherePage[" + path + "]";
        }
    }

    /**
     * What a form sent.
     *
     * @param area what was typed to find the area
     * @param choice which of the areas that were found
     * @param ward which of the list
     * @param doubted the postcode that the page before didn't know: sent again it is meant
     */
    record Sent(String location, String area, String choice, String ward, String doubted) {
        @Override
        public String toString() {
            return "Sent";
        }
    }

    /** What became of it: saved, or the page again. */
    private record Result(Optional<WherePage> again, boolean conflict) {}

    /** The place that was meant, or what is wrong or must be chosen. */
    private record Read(Optional<Placed> place, Optional<Wrong> wrong, List<Area> found) {
        static Read of(Placed place) {
            return new Read(Optional.of(place), Optional.empty(), List.of());
        }

        static Read wrong(String field, String sentence, List<Area> found) {
            return new Read(Optional.empty(), Optional.of(new Wrong(field, sentence)), found);
        }
    }

    @GetMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String show(@PathVariable UUID id, Model model) {
        Entry entry = Entry.of(Act.CONSULTATION, "incident", TO_DEAL)
                .about(List.of(id.toString()))
                .showing(FIELDS);
        model.addAttribute("page", desk.audited(entry, () -> {
            Placed now = placed(id);
            return page(id, now, new Sent(now.location(), "", "", "", ""), List.of(), List.of(), List.of());
        }));
        return "reports/recording/where";
    }

    @PostMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String location,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String ward,
            @RequestParam(defaultValue = "") String doubted,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        Sent sent = new Sent(RecordRules.clean(location), RecordRules.clean(area), choice, ward, doubted);
        Result result = desk.audited(
                () -> saved(id, seen, sent),
                done -> RecordForms.entry(id, done.again().isEmpty() ? FIELDS : List.of()));
        if (result.again().isEmpty()) {
            return "redirect:/incidents/" + id + "#summary";
        }
        response.setStatus((result.conflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("page", result.again().get());
        return "reports/recording/where";
    }

    private Result saved(UUID id, String seen, Sent sent) {
        boolean open = handlings.lock(id).orElse(false);
        Placed now = placed(id);
        Read read = open
                ? read(now, sent)
                : Read.wrong("location", "The incident is closed or nobody deals with it", List.of());
        if (read.place().isEmpty()) {
            return new Result(Optional.of(page(id, now, sent, read.found(), List.of(), errors(read.wrong()))), false);
        }
        Placed to = read.place().get();
        List<Difference> differences = differences(now, to);
        if (!seen.equals(now.mark()) && !differences.isEmpty()) {
            List<ErrorLink> errors = List.of(ErrorLink.at(
                    "location", "Somebody else changed the place while you had it open. Compare, then save again"));
            return new Result(Optional.of(page(id, now, sent, List.of(), differences, errors)), true);
        }
        String reference = forms.whole(id).incident().reference();
        placing.move(forms.actor().organisation(), new Known(id, reference), to);
        return new Result(Optional.empty(), false);
    }

    private Read read(Placed now, Sent sent) {
        if (sent.location().length() > IncidentRules.LONGEST_LOCATION) {
            return Read.wrong(
                    "location", "A place has at most " + IncidentRules.LONGEST_LOCATION + " characters", List.of());
        }
        if (!sent.area().isEmpty() && !sent.ward().isEmpty()) {
            return Read.wrong("ward", "Give the area in one way: empty the field above, or choose no ward", List.of());
        }
        if (!sent.area().isEmpty()) {
            return meant(sent);
        }
        if (!sent.ward().isEmpty()) {
            return places.find(sent.ward())
                    .filter(area -> area.kind() == AreaKind.WARD)
                    .map(area -> Read.of(Placing.in(sent.location(), area, Optional.empty())))
                    .orElse(Read.wrong("ward", "Choose a ward of the list", List.of()));
        }
        boolean worded = now.area().isEmpty() || !sent.location().equals(now.location());
        Optional<String> unknown = places.unknownPostcode(sent.location())
                .filter(postcode -> !sent.location().equals(now.location()) && !postcode.equals(sent.doubted()));
        if (unknown.isPresent()) {
            return Read.wrong(
                    "location",
                    "We don't know the postcode " + unknown.get()
                            + ". Check it, or give the area below. If it is right, save again",
                    List.of());
        }
        return Read.of((worded ? allocation.ofWords(sent.location()) : Optional.<Area>empty())
                .map(area -> Placing.in(sent.location(), area, Optional.empty()))
                .orElse(now.at(sent.location())));
    }

    private Read meant(Sent sent) {
        return switch (placing.meant(sent.area())) {
            case Meant.One one -> Read.of(Placing.in(sent.location(), one.area(), one.point()));
            case Meant.Nothing nothing -> Read.wrong("area", nothing.why(), List.of());
            case Meant.Several several ->
                several.areas().stream()
                        .filter(area -> area.code().equals(sent.choice()))
                        .findFirst()
                        .map(area -> Read.of(Placing.in(sent.location(), area, Optional.empty())))
                        .orElse(Read.wrong("choice", "Choose which of these it is", several.areas()));
        };
    }

    private Placed placed(UUID id) {
        return repository.placed(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Difference> differences(Placed theirs, Placed yours) {
        List<Difference> differences = new ArrayList<>();
        SortingPages.addDifference(differences, "Place", theirs.location(), yours.location());
        SortingPages.addDifference(differences, "Area", words(theirs.area()), words(yours.area()));
        return differences;
    }

    private String words(Optional<String> code) {
        return code.map(known -> places.find(known)
                        .map(area -> area.name() + ", " + area.kind().words() + " (" + area.code() + ")")
                        .orElse(known))
                .orElse("Not known");
    }

    private static List<ErrorLink> errors(Optional<Wrong> wrong) {
        return wrong.stream()
                .map(each -> ErrorLink.at(each.field(), each.sentence()))
                .toList();
    }

    private WherePage page(
            UUID id, Placed now, Sent sent, List<Area> found, List<Difference> differences, List<ErrorLink> errors) {
        return new WherePage(
                "/incidents/" + id,
                forms.whole(id).incident().reference(),
                words(now.area()),
                now.mark(),
                new Sent(
                        sent.location(),
                        sent.area(),
                        sent.choice(),
                        sent.ward(),
                        places.unknownPostcode(sent.location()).orElse("")),
                found.stream()
                        .map(area -> Choice.of(area.code(), area.name()).withHint(around(area)))
                        .toList(),
                wards(sent.ward()),
                differences,
                errors);
    }

    /** What an area is and lies in: of two with one name the reader must know which. */
    private String around(Area area) {
        return Stream.concat(
                        Stream.of(area.kind().words()),
                        places.around(area.code()).stream()
                                .skip(1)
                                .flatMap(code -> places.find(code).stream())
                                .filter(each -> each.kind() == AreaKind.WARD || each.kind() == AreaKind.DISTRICT)
                                .map(Area::name))
                .collect(Collectors.joining(", "));
    }

    private List<Choice> wards(String chosen) {
        List<Choice> wards = forms.actor().forceSlug().flatMap(places::forceBySlug).stream()
                .flatMap(force -> places.smallAreas(force.code(), Vintage.LSOA_2021).stream())
                .filter(area -> area.wardCode().isPresent() && area.wardName().isPresent())
                .collect(Collectors.toMap(area -> area.wardCode().get(), WherePages::ward, (one, other) -> one))
                .entrySet()
                .stream()
                .sorted(java.util.Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(each -> Choice.of(each.getKey(), each.getValue())
                        .withSelected(each.getKey().equals(chosen)))
                .toList();
        return wards.isEmpty()
                ? wards
                : Stream.concat(Stream.of(Choice.of("", "Choose a ward")), wards.stream())
                        .toList();
    }

    private static String ward(SmallArea area) {
        return area.wardName().orElse("")
                + area.districtName().map(district -> ", " + district).orElse("");
    }
}
