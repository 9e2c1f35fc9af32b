package uk.frith.platform.reports.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.FormFields;
import uk.frith.platform.foundation.pages.Months;
import uk.frith.platform.foundation.sheets.Brought;
import uk.frith.platform.foundation.sheets.SheetForm;
import uk.frith.platform.foundation.sheets.SheetKind;
import uk.frith.platform.foundation.sheets.Sheets;
import uk.frith.platform.reports.exchange.TallyRules.Cell;
import uk.frith.platform.reports.exchange.TallyRules.Sum;

/** What was told to the police, to councils, landlords and others, in one tally that counts no event twice that it knows of. */
@Controller
@RequestMapping("/oversight/told-elsewhere")
class TallyPages {

    private static final String TO_COUNT = "to see what was told to the police and to partners";
    private static final String TO_BRING_IN = "to count what a partner was told";
    private static final String VIEW = "reports/exchange/told-elsewhere";
    private static final SheetKind LIST =
            new SheetKind("PARTNER_PROBLEMS", "/oversight/told-elsewhere", ListRules.HEADER);
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    /** More than a spreadsheet opens; the page and the file say when there are more. */
    private static final int MOST_CELLS = 500_000;

    private final Desk desk;
    private final ProblemRepository problems;
    private final PartnerRepository partners;
    private final Sheets sheets;
    private final InstantSource clock;

    TallyPages(Desk desk, ProblemRepository problems, PartnerRepository partners, Sheets sheets, InstantSource clock) {
        this.desk = desk;
        this.problems = problems;
        this.partners = partners;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem toldElsewhereLine() {
            return new OversightItem(
                    "Told to partners",
                    "What was told to you, to councils, landlords and others, in one tally.",
                    "/oversight/told-elsewhere",
                    Permission.SEE_CHANNELS,
                    61);
        }
    }

    /** A line of a table: what it is about and its figures. */
    record Line(String about, String reports, String events, String police, String passed) {}

    /** A table of the tally. */
    record Table(String caption, String about, List<Line> lines) {
        Table {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The page of the tally.
     *
     * @param file where the whole of it can be had, area by area
     */
    record TallyPage(
            String sentence,
            String from,
            String to,
            String wrong,
            String cut,
            String file,
            List<Table> tables,
            Line all,
            SheetForm form) {
        TallyPage {
            tables = List.copyOf(tables);
        }
    }

    /** Which days, and what is wrong with what was asked. */
    private record Days(LocalDate from, LocalDate to, String wrong) {}

    private Days days(String from, String to) {
        LocalDate today = clock.instant().atZone(HERE).toLocalDate();
        LocalDate yearAgo = today.minusYears(1).plusDays(1);
        Optional<LocalDate> first = from.isBlank() ? Optional.of(yearAgo) : day(from);
        Optional<LocalDate> last = to.isBlank() ? Optional.of(today) : day(to);
        return first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())
                ? new Days(yearAgo, today, "A day looks like 2026-03-01, and the last isn't before the first")
                : new Days(first.get(), last.get(), "");
    }

    private static Optional<LocalDate> day(String text) {
        return FormFields.day(text).filter(day -> day.getYear() >= 1990 && day.getYear() <= 2099);
    }

    private List<Cell> cells(Days days) {
        return desk.audited(
                Entry.of(Act.CONSULTATION, "problem", TO_COUNT)
                        .showing(List.of("month", "partner", "type", "area", "count"))
                        .with("from", days.from().toString())
                        .with("to", days.to().toString()),
                () -> problems.tally(actor().organisation(), days.from(), days.to(), MOST_CELLS));
    }

    @GetMapping
    @Allows(value = Permission.SEE_CHANNELS, purpose = TO_COUNT)
    String toldElsewhere(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Model model) {
        Days days = days(from, to);
        show(days, cells(days), sheets.form(LIST), model);
        return VIEW;
    }

    /** Brings in a list of what a partner was told whose system sends nothing. */
    @PostMapping
    @Allows(value = Permission.SEE_CHANNELS, purpose = TO_BRING_IN)
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String dated,
            Model model,
            HttpServletResponse response) {
        Days days = days("", "");
        Actor actor = actor();
        Instant now = clock.instant();
        return desk.audited(
                        () -> {
                            ListRules.Reader reader = new ListRules.Reader(
                                    partners.all(actor.organisation()).stream()
                                            .collect(Collectors.toMap(
                                                    PartnerRepository.Partner::word, PartnerRepository.Partner::id)),
                                    now.atZone(HERE).toLocalDate());
                            return Brought.of(
                                    sheets.take(actor, LIST, new Sheets.Sent(file, source, dated), reader::read),
                                    taken -> problems.add(actor.organisation(), taken.id(), taken.rows(), now),
                                    form -> problems.tally(actor.organisation(), days.from(), days.to(), MOST_CELLS));
                        },
                        done -> Entry.of(Act.COLLECTION, "problem", TO_BRING_IN).with("taken", done.taken()))
                .answer(response, VIEW, (cells, form) -> show(days, cells, form, model));
    }

    private void show(Days days, List<Cell> cells, SheetForm form, Model model) {
        String police = actor().organisationName();
        model.addAttribute(
                "page",
                new TallyPage(
                        sentence(cells),
                        days.from().toString(),
                        days.to().toString(),
                        days.wrong(),
                        cells.size() == MOST_CELLS ? "This is a part of it. Choose fewer days." : "",
                        "/oversight/told-elsewhere/tally.csv?from=" + days.from() + "&to=" + days.to(),
                        cells.isEmpty() ? List.of() : tables(cells, police),
                        line("All", TallyRules.total(cells)),
                        form));
    }

    @GetMapping("/tally.csv")
    @Allows(value = Permission.SEE_CHANNELS, purpose = TO_COUNT)
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to) {
        Days days = days(from, to);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"tally-" + days.from() + "-" + days.to() + ".csv\"")
                .body(TallyRules.csv(cells(days), actor().organisationName()).getBytes(StandardCharsets.UTF_8));
    }

    private static String sentence(List<Cell> cells) {
        Sum all = TallyRules.total(cells);
        Sum alone = TallyRules.total(
                cells.stream().filter(cell -> !cell.partner().isEmpty()).toList());
        return String.format(
                Locale.UK,
                "%,d reports of %,d events. %,d reports were made to partners, and the police heard of %,d of these.",
                all.reports(),
                all.events(),
                alone.reports(),
                alone.police());
    }

    private static List<Table> tables(List<Cell> cells, String police) {
        List<Table> tables = new ArrayList<>();
        tables.add(table(
                "To whom it was told",
                "Organisation",
                cells,
                cell -> cell.partner().isEmpty() ? police : cell.partner()));
        tables.add(table("By which way Frith knows of it", "Way", cells, Cell::wayInWords));
        tables.add(new Table(
                "When it happened",
                "Month",
                TallyRules.by(cells, Cell::month).entrySet().stream()
                        .map((Map.Entry<String, Sum> each) ->
                                line(Months.inWords(YearMonth.parse(each.getKey())), each.getValue()))
                        .toList()));
        tables.add(table(
                "Where it happened",
                "District",
                cells,
                cell -> cell.district().isEmpty() ? "Not known" : cell.district()));
        tables.add(table("What it was", "Kind", cells, Cell::typeInWords));
        return tables;
    }

    private static Table table(String caption, String about, List<Cell> cells, Function<Cell, String> common) {
        return new Table(
                caption,
                about,
                TallyRules.by(cells, common).entrySet().stream()
                        .map((Map.Entry<String, Sum> each) -> line(each.getKey(), each.getValue()))
                        .toList());
    }

    private static Line line(String about, Sum sum) {
        return new Line(about, number(sum.reports()), number(sum.events()), number(sum.police()), number(sum.passed()));
    }

    private static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
