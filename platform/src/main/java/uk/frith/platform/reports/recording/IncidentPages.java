package uk.frith.platform.reports.recording;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.NavigationItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.PageLink;
import uk.frith.platform.reports.recording.IncidentRepository.Filter;
import uk.frith.platform.reports.recording.IncidentRepository.Listed;
import uk.frith.platform.reports.recording.IncidentRepository.Whole;

/** The incidents of one's own organisation: a list, and each. */
@Controller
@RequestMapping("/incidents")
class IncidentPages {

    private static final String TO_SEE = "to see incidents that were reported";
    private static final int PAGE_SIZE = 50;

    /** Further down a list nobody reads; they narrow it. */
    private static final int MOST_PAGES = 1_000;

    private static final YearMonth EARLIEST = YearMonth.of(1990, 1);
    private static final YearMonth LATEST = YearMonth.of(2099, 12);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(LONDON);

    private final Desk desk;
    private final IncidentRepository repository;

    IncidentPages(Desk desk, IncidentRepository repository) {
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

    /** A line of the list. */
    record Line(String path, String reference, String when, String location, String category, String type) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    /**
     * The list.
     *
     * @param wrong what is wrong with what was typed; null when nothing is
     */
    record ListPage(
            List<Line> lines,
            String total,
            List<Choice> categories,
            List<Choice> types,
            String area,
            String from,
            String to,
            @Nullable String wrong,
            List<PageLink> pages,
            @Nullable String previous,
            @Nullable String next) {
        @Override
        public String toString() {
            return "ListPage";
        }
    }

    /** One incident, line by line. */
    record OnePage(String reference, List<Part> parts, String text) {
        @Override
        public String toString() {
            return "OnePage";
        }
    }

    /** A field's name and its value. */
    record Part(String name, String value) {
        @Override
        public String toString() {
            return "Part";
        }
    }

    private record Found(List<Listed> incidents, long total) {}

    @GetMapping
    @Allows(value = Permission.SEE_INCIDENTS, purpose = TO_SEE)
    String list(
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Optional<YearMonth> first = month(from, EARLIEST);
        Optional<YearMonth> last = month(to, LATEST);
        boolean wrong = first.isEmpty() || last.isEmpty();
        Filter filter = new Filter(
                one(category, AsbCategory.values()),
                one(type, AsbType.values()),
                area.strip().toUpperCase(Locale.ROOT),
                first.orElse(EARLIEST),
                last.orElse(LATEST));
        int shown = Math.clamp(page, 1, MOST_PAGES);
        UUID organisation = organisation();
        Found found = desk.audited(
                () -> new Found(
                        repository.list(organisation, filter, PAGE_SIZE, (long) (shown - 1) * PAGE_SIZE),
                        repository.count(organisation, filter)),
                result -> Entry.of(Act.CONSULTATION, "incidents", TO_SEE)
                        .about(result.incidents().stream()
                                .map(i -> i.id().toString())
                                .toList())
                        .showing(List.of("reference", "occurred", "location", "category", "type"))
                        .with("category", filter.category())
                        .with("type", filter.type())
                        .with("from", filter.from().toString())
                        .with("to", filter.to().toString())
                        .with("page", Integer.toString(shown)));
        String query = query(filter, from, to);
        int pages = Math.clamp((found.total() + PAGE_SIZE - 1) / PAGE_SIZE, 1, MOST_PAGES);
        model.addAttribute(
                "page",
                new ListPage(
                        found.incidents().stream().map(IncidentPages::line).toList(),
                        String.format(Locale.UK, "%,d", found.total()),
                        choices("Any category", filter.category(), AsbCategory.values(), AsbCategory::words),
                        choices("Any type", filter.type(), AsbType.values(), AsbType::words),
                        filter.lsoaCode(),
                        from,
                        to,
                        wrong ? "A month looks like 2026-03" : null,
                        pages > 1 && shown <= pages
                                ? PageLink.around(shown, pages, n -> "/incidents?" + query + "page=" + n)
                                : List.of(),
                        shown > 1 ? "/incidents?" + query + "page=" + (shown - 1) : null,
                        shown < pages ? "/incidents?" + query + "page=" + (shown + 1) : null));
        return "reports/recording/incidents";
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.SEE_INCIDENTS, purpose = TO_SEE)
    String one(@PathVariable UUID id, Model model) {
        Optional<Whole> found = desk.audited(
                Entry.of(Act.CONSULTATION, "incident", TO_SEE)
                        .about(List.of(id.toString()))
                        .showing(IncidentRules.HEADER),
                () -> repository.find(id));
        Incident incident = found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .incident();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Occurred", when(incident.occurred())));
        parts.add(new Part("Reported", MOMENT.format(incident.reportedAt())));
        parts.add(new Part("Place", incident.location().isEmpty() ? "Not known" : incident.location()));
        parts.add(new Part("Small area", incident.lsoaCode().orElse("Not known")));
        parts.add(new Part(
                "Grid reference",
                incident.point()
                        .map(p -> Math.round(p.eastingMetres()) + ", " + Math.round(p.northingMetres()))
                        .orElse("Not known")));
        parts.add(new Part("Category", incident.category().words()));
        parts.add(new Part("Type", incident.type().words()));
        parts.add(new Part("How it was reported", incident.channel().words()));
        model.addAttribute("page", new OnePage(incident.reference(), parts, incident.text()));
        return "reports/recording/incident";
    }

    private UUID organisation() {
        return desk.actor()
                .orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."))
                .organisation();
    }

    private static Line line(Listed incident) {
        return new Line(
                "/incidents/" + incident.id(),
                incident.reference(),
                when(incident.occurred()),
                Stream.of(incident.location(), incident.lsoaCode().orElse(""))
                        .filter(part -> !part.isEmpty())
                        .reduce((place, code) -> place + " (" + code + ")")
                        .orElse("Not known"),
                incident.category().words(),
                incident.type().words());
    }

    private static String when(Interval occurred) {
        return occurred.isMoment()
                ? MOMENT.format(occurred.from())
                : MOMENT.format(occurred.from()) + " to " + MOMENT.format(occurred.to());
    }

    private static String query(Filter filter, String from, String to) {
        StringBuilder query = new StringBuilder();
        add(query, "category", filter.category());
        add(query, "type", filter.type());
        add(query, "area", filter.lsoaCode());
        add(query, "from", from);
        add(query, "to", to);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isBlank()) {
            query.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&');
        }
    }

    private static Optional<YearMonth> month(String text, YearMonth without) {
        try {
            return Optional.of(text.isBlank() ? without : YearMonth.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> String one(String text, E[] known) {
        return Stream.of(known)
                .map(Enum::name)
                .filter(name -> name.equals(text))
                .findFirst()
                .orElse("");
    }

    private static <E extends Enum<E>> List<Choice> choices(
            String any, String chosen, E[] known, java.util.function.Function<E, String> words) {
        return Stream.concat(
                        Stream.of(Choice.of("", any)),
                        Stream.of(known)
                                .map(value -> Choice.of(value.name(), words.apply(value))
                                        .withSelected(value.name().equals(chosen))))
                .toList();
    }
}
