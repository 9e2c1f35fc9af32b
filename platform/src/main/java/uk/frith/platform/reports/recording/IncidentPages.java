package uk.frith.platform.reports.recording;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.NavigationItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.PageLink;
import uk.frith.platform.reports.recording.ListRepository.Filter;
import uk.frith.platform.reports.recording.ListRepository.Listed;
import uk.frith.platform.reports.recording.ListRepository.Reader;

/** The incidents of one's own organisation as a list, and the same list to take away. */
@Controller
@RequestMapping("/incidents")
class IncidentPages {

    private static final String TO_SEE = "to see incidents that were reported";
    private static final String TO_TAKE = "to take a list of incidents away";
    private static final List<String> SHOWN =
            List.of("reference", "grade", "occurred", "location", "category", "type", "state", "owner");
    private static final int PAGE_SIZE = 50;

    /** Further down a list nobody reads; they narrow it. */
    private static final int MOST_PAGES = 1_000;

    /** A file that a spreadsheet opens; who needs more narrows the list. */
    private static final int MOST_TAKEN = 10_000;

    private final Desk desk;
    private final ListRepository repository;

    IncidentPages(Desk desk, ListRepository repository) {
        this.desk = desk;
        this.repository = repository;
    }

    @Configuration(proxyBeanMethods = false)
    static class Words {
        @Bean
        NavigationItem incidentsWord() {
            return new NavigationItem(
                    "Incidents", "What was reported to your organisation.", "/incidents", Permission.SEE_INCIDENTS, 30);
        }
    }

    private record Found(List<Listed> incidents, long total) {}

    @GetMapping
    @Allows(value = Permission.SEE_INCIDENTS, purpose = TO_SEE)
    String list(
            @RequestParam Map<String, String> asked,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model,
            HttpServletResponse response) {
        ListQuery query = ListQuery.of(asked);
        Filter filter = query.filter();
        int shown = Math.clamp(number, 1, MOST_PAGES);
        Actor actor = actor();
        Reader reader = reader(actor);
        Found found = desk.audited(
                () -> new Found(
                        repository.list(reader, filter, PAGE_SIZE, (long) (shown - 1) * PAGE_SIZE),
                        repository.count(reader, filter)),
                result -> entry(Act.CONSULTATION, TO_SEE, result.incidents(), filter)
                        .with("page", Integer.toString(shown)));
        if (query.wrong() != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        String address = query.address();
        int pages = Math.clamp((found.total() + PAGE_SIZE - 1) / PAGE_SIZE, 1, MOST_PAGES);
        model.addAttribute(
                "page",
                new ListPage(
                        query.columns(),
                        found.incidents().stream().map(IncidentPages::line).toList(),
                        String.format(Locale.UK, "%,d", found.total()),
                        query.choices(actor.team().isPresent()),
                        filter.area(),
                        query.from(),
                        query.to(),
                        query.order(),
                        "/incidents/list.csv?" + address,
                        query.wrong(),
                        pages > 1 && shown <= pages
                                ? PageLink.around(shown, pages, n -> "/incidents?" + address + "page=" + n)
                                : List.of(),
                        shown > 1 ? "/incidents?" + address + "page=" + (shown - 1) : null,
                        shown < pages ? "/incidents?" + address + "page=" + (shown + 1) : null));
        return "reports/recording/incidents";
    }

    @GetMapping("/list.csv")
    @Allows(value = Permission.SEE_INCIDENTS, purpose = TO_TAKE)
    ResponseEntity<byte[]> download(@RequestParam Map<String, String> asked) {
        Filter filter = ListQuery.of(asked).filter();
        Reader reader = reader(actor());
        List<Listed> found = desk.audited(
                () -> repository.list(reader, filter, MOST_TAKEN, 0),
                result -> entry(Act.DISCLOSURE, TO_TAKE, result, filter).with("rows", Integer.toString(result.size())));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("incidents-OFFICIAL-SENSITIVE.csv")
                                .build()
                                .toString())
                .body(csv(found).getBytes(StandardCharsets.UTF_8));
    }

    private static Entry entry(Act act, String purpose, List<Listed> shown, Filter filter) {
        return Entry.of(act, "incidents", purpose)
                .about(shown.stream()
                        .limit(Entry.MOST_IDS)
                        .map(incident -> incident.id().toString())
                        .toList())
                .showing(SHOWN)
                .with("category", filter.category())
                .with("type", filter.type())
                .with("area", filter.area().matches("[A-Z0-9]{0,20}") ? filter.area() : "")
                .with("grade", filter.grade())
                .with("flag", filter.flag().map(Enum::name).orElse(""))
                .with("state", filter.state())
                .with("owner", filter.owner())
                .with("from", filter.from().toString())
                .with("to", filter.to().toString());
    }

    private static String csv(List<Listed> incidents) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(
                    "reference",
                    "occurred_from",
                    "occurred_to",
                    "location",
                    "lsoa_code",
                    "category",
                    "type",
                    "channel",
                    "grade",
                    "state",
                    "owner");
            for (Listed each : incidents) {
                csv.writeRecord(
                        harmless(each.reference()),
                        each.occurred().from().toString(),
                        each.occurred().to().toString(),
                        harmless(each.location()),
                        each.lsoaCode().orElse(""),
                        each.category().map(Enum::name).orElse(""),
                        each.type().map(Enum::name).orElse(""),
                        each.channel().word(),
                        each.grade().map(Enum::name).orElse(""),
                        each.state(),
                        harmless(each.owner()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What a spreadsheet would take for a formula stands behind an apostrophe. */
    private static String harmless(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static Reader reader(Actor actor) {
        return new Reader(actor.organisation(), actor.account(), actor.team().orElse(null));
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }

    private static ListPage.Line line(Listed incident) {
        String state = switch (incident.state()) {
            case "OPEN" -> "Open";
            case "CLOSED" -> "Closed";
            default -> "In an extract";
        };
        return new ListPage.Line(
                "/incidents/" + incident.id(),
                incident.reference(),
                incident.grade().map(Grade::words).orElse("None"),
                RecordPageMaker.when(incident.occurred()),
                Stream.of(incident.location(), incident.lsoaCode().orElse(""))
                        .filter(part -> !part.isEmpty())
                        .reduce((place, code) -> place + " (" + code + ")")
                        .orElse("Not known"),
                incident.category().map(AsbCategory::words).orElse("None"),
                incident.type().map(AsbType::words).orElse("None"),
                state,
                incident.owner().isEmpty() && incident.state().equals("OPEN") ? "Nobody" : incident.owner());
    }
}
