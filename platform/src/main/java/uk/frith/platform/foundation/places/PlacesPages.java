package uk.frith.platform.foundation.places;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.NavigationItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Cell;
import uk.frith.platform.foundation.pages.Column;

/** Areas: how they are found, and a page for each. */
@Controller
class PlacesPages {

    private static final String SUBJECT = "places";
    private static final String TO_SEE = "to see where an area lies and who lives there";
    private static final String TO_TAKE = "to use an area's parts elsewhere";
    private static final String PAGE = "page";
    private static final String FIND_VIEW = "foundation/places/find";

    /** Whoever gets more than this searches on with more words. */
    private static final int MOST_RESULTS = 50;

    /** The longest name of an area has 200 characters, and so has what is sought. */
    private static final int LONGEST_WORDS = 200;

    private final Desk desk;
    private final Places places;
    private final AreaDetails details;
    private final AreaDetailRepository repository;
    private final TemplateEngine templates;
    private final List<AreaPanel> panels;

    PlacesPages(
            Desk desk,
            Places places,
            AreaDetails details,
            AreaDetailRepository repository,
            TemplateEngine templates,
            List<AreaPanel> panels) {
        this.desk = desk;
        this.places = places;
        this.details = details;
        this.repository = repository;
        this.templates = templates;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(AreaPanel::order))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Words {
        @Bean
        NavigationItem findWord() {
            return new NavigationItem(
                    "Find",
                    "Areas by name, code or postcode: where they lie and who lives there.",
                    "/places",
                    Permission.SEE_PLACES,
                    30);
        }
    }

    @GetMapping("/places")
    @Allows(value = Permission.SEE_PLACES, purpose = TO_SEE)
    ModelAndView all() {
        FindPage page = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_SEE),
                () -> new FindPage("", null, "", List.of(), List.of(), forces()));
        return new ModelAndView(FIND_VIEW, Map.of(PAGE, page));
    }

    /** A postcode can be a single household's: it is sent by a form, so that it stands in no address. */
    @PostMapping("/places/find")
    @Allows(value = Permission.SEE_PLACES, purpose = TO_SEE)
    ModelAndView find(@RequestParam(defaultValue = "") String words) {
        String sought = words.strip();
        FindPage page = desk.audited(Entry.of(Act.CONSULTATION, SUBJECT, TO_SEE), () -> found(sought));
        return new ModelAndView(FIND_VIEW, Map.of(PAGE, page));
    }

    @GetMapping("/places/{code:[A-Z][0-9]{8}}")
    @Allows(value = Permission.SEE_PLACES, purpose = TO_SEE)
    ModelAndView area(@PathVariable String code) {
        Optional<AreaPage> page = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_SEE).about(List.of(code)),
                () -> details.of(code)
                        .map(detail ->
                                AreaPageMaker.make(detail, panels(detail.place().area()))));
        return new ModelAndView("foundation/places/area", Map.of(PAGE, page.orElseThrow(PlacesPages::notThere)));
    }

    @GetMapping("/places/{code:[A-Z][0-9]{8}}/parts.csv")
    @Allows(value = Permission.SEE_PLACES, purpose = TO_TAKE)
    ResponseEntity<byte[]> parts(@PathVariable String code) {
        Optional<String> csv = desk.audited(
                Entry.of(Act.DISCLOSURE, SUBJECT, TO_TAKE).about(List.of(code)),
                () -> places.find(code).map(area -> PartsCsv.write(repository.parts(area))));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("OFFICIAL-parts-of-" + code + ".csv")
                                .build()
                                .toString())
                .body(csv.orElseThrow(PlacesPages::notThere).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private List<Content> panels(Area area) {
        return panels.stream()
                .flatMap(panel -> panel.of(area).stream())
                .map(shown -> shown.content(templates))
                .toList();
    }

    private List<List<Cell>> forces() {
        return places.forces().stream()
                .map(force -> List.of(Cell.of(AreaPageMaker.link(force)), Cell.of(force.code())))
                .toList();
    }

    private FindPage found(String sought) {
        if (sought.isEmpty() || sought.length() > LONGEST_WORDS) {
            String error = "Enter a name, a code or a postcode, at most " + LONGEST_WORDS + " characters";
            return new FindPage("", error, "", List.of(), List.of(), forces());
        }
        Optional<String> postcode = Postcodes.written(sought);
        if (postcode.isPresent()) {
            return ofPostcode(sought, repository.ofPostcode(postcode.get()));
        }
        List<Area> found = repository.named(sought, MOST_RESULTS);
        String answer = found.size() == MOST_RESULTS
                ? "The first " + MOST_RESULTS + " areas are shown. Enter more of the name to see fewer."
                : found.isEmpty()
                        ? "No area has this in its name. Check how it is spelt, or try its code."
                        : AreaPageMaker.figure(found.size()) + (found.size() == 1 ? " area" : " areas") + " found.";
        List<List<Cell>> rows = found.stream()
                .map(area -> List.of(
                        Cell.of(AreaPageMaker.link(area)), Cell.of(area.kind().words()), Cell.of(area.code())))
                .toList();
        return new FindPage(
                sought,
                null,
                answer,
                List.of(Column.of("Name"), Column.of("What it is"), Column.of("Code")),
                rows,
                forces());
    }

    private FindPage ofPostcode(String sought, List<PostcodePlace> found) {
        String answer = found.isEmpty()
                ? "This postcode isn't among those that were imported."
                : found.getFirst().ended().isPresent()
                        ? "This postcode ended in "
                                + Postcodes.month(found.getFirst().ended().getAsInt()) + "."
                        : "This postcode is in use.";
        if (!found.isEmpty() && found.getFirst().area().isEmpty()) {
            answer += " Where it lies isn't known.";
        }
        List<List<Cell>> rows = found.stream()
                .flatMap(place -> place.area().stream()
                        .map(area -> List.of(
                                Cell.of(place.postcode()),
                                Cell.of(AreaPageMaker.link(area)),
                                Cell.of(area.kind().words()))))
                .toList();
        return new FindPage(
                sought,
                null,
                answer,
                List.of(Column.of("Postcode"), Column.of("Lies in"), Column.of("What it is")),
                rows,
                forces());
    }
}
