package uk.frith.platform.reports.reconciliation;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.Months;
import uk.frith.platform.foundation.sheets.Brought;
import uk.frith.platform.foundation.sheets.SheetForm;
import uk.frith.platform.foundation.sheets.SheetKind;
import uk.frith.platform.foundation.sheets.Sheets;
import uk.frith.platform.reports.reconciliation.ReconciliationRepository.Book;
import uk.frith.platform.reports.reconciliation.ReconciliationRepository.Export;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Exported;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Here;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Kind;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Pair;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.There;

/** Frith's crimes held against an export of the crime system, and each difference settled. */
@Controller
@RequestMapping("/oversight/reconciliation")
class ReconciliationPages {

    static final String TO_RECONCILE = "to see whether both systems have the same crimes";
    static final String SUBJECT = "reconciliation";
    private static final String VIEW = "reports/reconciliation/reconciliation";
    private static final String PATH = "/oversight/reconciliation";
    static final SheetKind SHEET = new SheetKind("CRIME_SYSTEM", PATH, ReconciliationRules.HEADER);
    private static final int MOST_SHOWN = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK).withZone(ReconciliationRules.LONDON);

    private final Desk desk;
    private final ReconciliationRepository repository;
    private final Sheets sheets;
    private final InstantSource clock;

    ReconciliationPages(Desk desk, ReconciliationRepository repository, Sheets sheets, InstantSource clock) {
        this.desk = desk;
        this.repository = repository;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem reconciliationLine() {
            return new OversightItem(
                    "Reconciliation",
                    "Crimes here against an export of your crime system: missing, different, cancelled.",
                    PATH,
                    Permission.READ_SAMPLES,
                    57);
        }
    }

    /** A line of counts, in the order of the groups. */
    record Row(String name, List<String> counts) {}

    /** A table of counts. */
    record Table(String caption, String head, List<Row> rows) {}

    /** A difference in the list. */
    record Line(String path, String reference, String kind, String found, String team, String month) {}

    /** The page; {@code tables} is empty while there is no export. */
    record ReconciliationPage(
            String sentence,
            String covers,
            List<String> heads,
            List<Table> tables,
            List<Line> open,
            boolean more,
            List<Line> settled,
            SheetForm form) {}

    /** One difference, with the form that settles it. */
    record DifferencePage(
            String path,
            String reference,
            String kind,
            String found,
            String here,
            String there,
            @Nullable String incidentPath,
            String settled,
            String reason,
            @Nullable String wrong) {}

    private record Found(Optional<Export> export, List<Pair> pairs, Book settled) {}

    @GetMapping
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_RECONCILE)
    String all(Model model) {
        Found found = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_RECONCILE).showing(List.of("reference", "class", "status")),
                this::found);
        model.addAttribute("page", page(found, sheets.form(SHEET)));
        return VIEW;
    }

    private Found found() {
        UUID organisation = actor().organisation();
        Optional<Export> export = repository.latest(organisation);
        return new Found(
                export,
                export.map(each -> repository.pairs(organisation, each)).orElse(List.of()),
                repository.settled(organisation));
    }

    private static ReconciliationPage page(Found found, SheetForm form) {
        return page(found.export(), found.pairs(), found.settled(), form);
    }

    static ReconciliationPage page(Optional<Export> export, List<Pair> pairs, Book settled, SheetForm form) {
        List<Pair> differences =
                pairs.stream().filter(pair -> pair.kind().difference()).toList();
        List<Line> open = differences.stream()
                .filter(pair -> settled.of(pair).isEmpty())
                .map(ReconciliationPages::line)
                .toList();
        return new ReconciliationPage(
                sentence(export, pairs, open.size()),
                export.map(ReconciliationPages::covers).orElse(""),
                Stream.of(Kind.values()).map(Kind::words).toList(),
                export.isEmpty()
                        ? List.of()
                        : List.of(
                                table(
                                        "By team",
                                        "Team",
                                        pairs,
                                        each -> each.team().isEmpty() ? "No team" : each.team(),
                                        UnaryOperator.identity()),
                                table(
                                        "By month",
                                        "Month",
                                        pairs,
                                        each -> each.month().toString(),
                                        month -> Months.inWords(YearMonth.parse(month)))),
                open.stream().limit(MOST_SHOWN).toList(),
                open.size() > MOST_SHOWN,
                differences.stream()
                        .filter(pair -> settled.of(pair).isPresent())
                        .limit(MOST_SHOWN)
                        .map(ReconciliationPages::line)
                        .toList(),
                form);
    }

    private static String sentence(Optional<Export> export, List<Pair> pairs, int open) {
        if (export.isEmpty()) {
            return "No export of the crime system has been brought in yet.";
        }
        long matched =
                pairs.stream().filter(pair -> pair.kind() == Kind.MATCHED).count();
        long differences =
                pairs.stream().filter(pair -> pair.kind().difference()).count();
        return String.format(
                Locale.UK,
                "Crimes that are the same on both sides: %,d. Different: %,d, of these settled %,d and to settle %,d.",
                matched,
                differences,
                differences - open,
                open);
    }

    private static String covers(Export export) {
        return String.format(
                Locale.UK,
                "%s, of %s%s: %,d rows, %,d refused. Its crimes were recorded %s to %s; Frith's of the same days are held"
                        + " against them, but for those whose row was refused.",
                export.source(),
                DAY.format(export.dated()),
                export.files().size() == 1 ? "" : ", in " + export.files().size() + " files",
                export.rows(),
                export.refused(),
                DAY.format(export.first()),
                DAY.format(export.last()));
    }

    /** @param words of a key, whose order is that of the rows */
    private static Table table(
            String caption, String head, List<Pair> pairs, Function<Pair, String> key, UnaryOperator<String> words) {
        List<Row> rows = new java.util.ArrayList<>();
        Map<Kind, Long> totals = new EnumMap<>(Kind.class);
        ReconciliationRules.counts(pairs, key).forEach((name, counts) -> {
            rows.add(row(words.apply(name), counts));
            counts.forEach((kind, count) -> totals.merge(kind, count, Long::sum));
        });
        rows.add(row("All", totals));
        return new Table(caption, head, List.copyOf(rows));
    }

    private static Row row(String name, Map<Kind, Long> counts) {
        return new Row(
                name,
                Stream.of(Kind.values())
                        .map(kind -> String.format(Locale.UK, "%,d", counts.getOrDefault(kind, 0L)))
                        .toList());
    }

    private static Line line(Pair pair) {
        return new Line(
                PATH + "/" + pair.id(),
                pair.reference(),
                pair.kind().words(),
                pair.found(),
                pair.team().isEmpty() ? "No team" : pair.team(),
                Months.inWords(pair.month()));
    }

    /** Brings an export in. Not by somebody who reads an account blind: what the export says of it would be lost on them. */
    @PostMapping
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_RECONCILE)
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String dated,
            Model model,
            HttpServletResponse response) {
        return desk.audited(
                        () -> brought(new Sheets.Sent(file, source, dated)),
                        done -> Entry.of(Act.COLLECTION, SUBJECT, TO_RECONCILE).with("taken", done.taken()))
                .answer(response, VIEW, (found, form) -> model.addAttribute("page", page(found, form)));
    }

    private Brought<Exported, Found> brought(Sheets.Sent sent) {
        if (repository.readingBlind()) {
            SheetForm empty = sheets.form(SHEET);
            SheetForm form = new SheetForm(
                    empty.action(),
                    empty.columns(),
                    sent.source(),
                    sent.dated(),
                    List.of(ErrorLink.at("file", "Save or put back the account that you are reading blind first")));
            return new Brought<>(new Sheets.Outcome.NotTaken<>(form), Optional.of(found()));
        }
        ReconciliationRules.Reader reader = new ReconciliationRules.Reader(clock.instant());
        Sheets.Outcome<Exported> outcome = sheets.take(actor(), SHEET, sent, reader::read);
        return Brought.of(
                outcome,
                taken -> repository.add(taken.id(), actor().organisation(), taken.rows(), reader.refused()),
                form -> found());
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_RECONCILE)
    String difference(@PathVariable UUID id, Model model) {
        DifferencePage page =
                desk.audited(Entry.of(Act.CONSULTATION, SUBJECT, TO_RECONCILE).about(List.of(id.toString())), () -> {
                    Found found = found();
                    return difference(pair(found, id), found.settled(), "", null);
                });
        model.addAttribute("page", page);
        return "reports/reconciliation/difference";
    }

    private static Pair pair(Found found, UUID id) {
        return found.pairs().stream()
                .filter(pair -> pair.id().equals(id) && pair.kind().difference())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static DifferencePage difference(Pair pair, Book settled, String reason, @Nullable String wrong) {
        Here here = pair.here();
        There there = pair.there();
        return new DifferencePage(
                PATH + "/" + pair.id(),
                pair.reference(),
                pair.kind().words(),
                pair.found(),
                here == null
                        ? "Not there"
                        : here.classCode() + ", incident " + here.incidentReference() + ", recorded "
                                + MOMENT.format(here.recordedAt()),
                there == null
                        ? "Not there"
                        : there.classCode() + ", incident "
                                + (there.incidentReference().isEmpty() ? "not given" : there.incidentReference())
                                + ", recorded " + MOMENT.format(there.recordedAt()) + ", " + there.status(),
                (here == null ? Optional.ofNullable(there).flatMap(There::incident) : Optional.of(here.incident()))
                        .map(incident -> "/incidents/" + incident)
                        .orElse(null),
                settled.of(pair)
                        .map(each -> each.reason() + " (" + each.by() + ", " + MOMENT.format(each.at()) + ")")
                        .orElse(""),
                reason,
                wrong);
    }

    /** Settles a difference with a reason. */
    @PostMapping("/{id}")
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_RECONCILE)
    String settle(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        String plain = reason.replace("\0", "").strip();
        boolean sound = plain.length() >= ReconciliationRules.SHORTEST_REASON
                && plain.length() <= ReconciliationRules.LONGEST_REASON;
        DifferencePage page = desk.audited(
                () -> {
                    Pair pair = pair(found(), id);
                    String wrong = sound ? settled(pair, plain) : "Give the reason in 10 to 2,000 characters";
                    return difference(pair, repository.settled(actor().organisation()), reason, wrong);
                },
                done -> Entry.of(Act.ALTERATION, SUBJECT, TO_RECONCILE)
                        .about(List.of(id.toString()))
                        .showing(done.wrong() == null ? List.of("reason") : List.of()));
        if (page.wrong() == null) {
            return "redirect:" + PATH;
        }
        response.setStatus((sound ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("page", page);
        return "reports/reconciliation/difference";
    }

    /** Keeps the reason; gives what is wrong when somebody was faster. */
    private @Nullable String settled(Pair pair, String reason) {
        return repository.settle(actor().organisation(), pair, reason, clock.instant(), actor().account())
                ? null
                : "It is settled already, so your reason wasn't kept";
    }

    @GetMapping("/differences.csv")
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_RECONCILE)
    ResponseEntity<byte[]> download() {
        Found found =
                desk.audited(Entry.of(Act.CONSULTATION, SUBJECT, TO_RECONCILE).with("download", "true"), this::found);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("differences-"
                                        + LocalDate.ofInstant(clock.instant(), ReconciliationRules.LONDON)
                                        + "-OFFICIAL-SENSITIVE.csv")
                                .build()
                                .toString())
                .body(DifferencesCsv.of(found.pairs(), found.settled()).getBytes(StandardCharsets.UTF_8));
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
