package uk.frith.platform.reports.integrity;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.frith.patterns.ConfidenceInterval;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Months;
import uk.frith.platform.foundation.sheets.Brought;
import uk.frith.platform.foundation.sheets.SheetForm;
import uk.frith.platform.foundation.sheets.SheetKind;
import uk.frith.platform.foundation.sheets.Sheets;

/** How evenly the three categories are used, held against the national mix and against other forces. */
@Controller
@RequestMapping("/oversight/categories")
class MixPages {

    private static final String TO_COMPARE = "to see how evenly categories are used";
    private static final String TO_BRING_IN = "to hold one's own use of categories against other forces'";
    private static final String VIEW = "reports/integrity/categories";
    private static final SheetKind OTHER_FORCES =
            new SheetKind("FORCE_FIGURES", "/oversight/categories", ForceRules.HEADER);
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Desk desk;
    private final MixRepository repository;
    private final Sheets sheets;
    private final InstantSource clock;

    MixPages(Desk desk, MixRepository repository, Sheets sheets, InstantSource clock) {
        this.desk = desk;
        this.repository = repository;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem categoriesLine() {
            return new OversightItem(
                    "Use of categories",
                    "How far your force, its teams and its ways in stray from the national mix, and from other forces.",
                    "/oversight/categories",
                    Permission.READ_SAMPLES,
                    53);
        }
    }

    /** A row of the table: its shares in the order of the heads. */
    record Row(String name, String all, List<String> shares, String moved, String strays) {}

    /** A table of one kind of source. */
    record Table(String caption, String head, List<Row> rows) {}

    /** Another force beside one's own; {@code source} is where its figures come from. */
    record ForceRow(
            String force,
            String period,
            String all,
            List<String> shares,
            String fromOwn,
            String differs,
            String fromNational,
            String source) {}

    /** The page. */
    record MixPage(
            String sentence,
            List<String> heads,
            Row national,
            List<Table> tables,
            List<ForceRow> forces,
            String source,
            SheetForm form) {}

    private record Found(List<MixRules.Line> lines, List<ForceRules.Beside> forces, NationalMix national) {}

    @GetMapping
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_COMPARE)
    String categories(Model model) {
        Found found = desk.audited(
                Entry.of(Act.CONSULTATION, "incidents", TO_COMPARE).showing(List.of("category", "team", "channel")),
                this::found);
        show(found, sheets.form(OTHER_FORCES), model);
        return VIEW;
    }

    private Found found() {
        Instant now = clock.instant();
        NationalMix national = repository.national(LocalDate.ofInstant(now, Words.LONDON));
        List<MixRules.Line> lines = MixRules.lines(repository.counted(organisation(), now.minus(A_YEAR)), national);
        List<Long> own = lines.stream()
                .filter(line -> line.group().equals("force"))
                .map(MixRules.Line::counts)
                .findFirst()
                .orElse(List.of(0L, 0L, 0L));
        return new Found(lines, ForceRules.beside(own, repository.otherForces(organisation()), national), national);
    }

    /** Brings in what other forces count. */
    @PostMapping
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_BRING_IN)
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String dated,
            Model model,
            HttpServletResponse response) {
        Brought<ForceRules.Figure, Found> brought = desk.audited(
                () -> take(new Sheets.Sent(file, source, dated)),
                done -> done.outcome() instanceof Sheets.Outcome.Taken<ForceRules.Figure> taken
                        ? Entry.of(Act.COLLECTION, "figures of other forces", TO_BRING_IN)
                                .about(List.of(taken.id().toString()))
                                .with("rows", Integer.toString(taken.rows().size()))
                                .with("refused", Long.toString(taken.refused()))
                        : Entry.of(Act.CONSULTATION, "incidents", TO_COMPARE)
                                .showing(List.of("category", "team", "channel")));
        return brought.answer(response, VIEW, (found, form) -> show(found, form, model));
    }

    private Brought<ForceRules.Figure, Found> take(Sheets.Sent sent) {
        ForceRules.Reader reader =
                new ForceRules.Reader(YearMonth.from(clock.instant().atZone(Words.LONDON)));
        Sheets.Outcome<ForceRules.Figure> outcome = sheets.take(actor(), OTHER_FORCES, sent, reader::read);
        return Brought.of(outcome, taken -> repository.add(taken.id(), organisation(), taken.rows()), form -> found());
    }

    private static void show(Found found, SheetForm form, Model model) {
        model.addAttribute("page", page(found.lines(), found.forces(), found.national(), form));
    }

    static MixPage page(
            List<MixRules.Line> lines, List<ForceRules.Beside> forces, NationalMix national, SheetForm form) {
        return new MixPage(
                MixRules.sentence(lines, national) + ForceRules.sentence(forces),
                MixRules.ORDER.stream().map(Sorting::words).toList(),
                new Row(
                        "England and Wales",
                        "",
                        national.shares().stream().map(NationalPages::percent).toList(),
                        "",
                        ""),
                List.of(
                        table("Your force against the national mix", "Source", "force", lines),
                        table("By way in", "Way in", "way", lines),
                        table("By team", "Team", "team", lines)),
                forces.stream().map(MixPages::row).toList(),
                national.source() + ". Holds from " + Words.day(national.validFrom()),
                form);
    }

    private static ForceRow row(ForceRules.Beside force) {
        return new ForceRow(
                force.force(),
                force.first().equals(force.last())
                        ? Months.inWords(force.first())
                        : Months.inWords(force.first()) + " to " + Months.inWords(force.last()),
                Words.count(force.all()),
                shares(force.counts(), force.all(), force.shares()),
                force.whole() ? Words.percent(force.fromOwn()) : "–",
                force.verdict(),
                force.whole() ? Words.percent(force.fromNational()) : "–",
                force.source());
    }

    private static List<String> shares(List<Long> counts, long all, List<ConfidenceInterval> shares) {
        return IntStream.range(0, counts.size())
                .mapToObj(at -> shares.isEmpty()
                        ? "–"
                        : Words.percent(counts.get(at) / (double) all) + " % ("
                                + Words.percent(shares.get(at).lower()) + " to "
                                + Words.percent(shares.get(at).upper()) + ")")
                .toList();
    }

    private static Table table(String caption, String head, String group, List<MixRules.Line> lines) {
        return new Table(
                caption,
                head,
                lines.stream()
                        .filter(line -> line.group().equals(group))
                        .map(MixPages::row)
                        .toList());
    }

    private static Row row(MixRules.Line line) {
        return new Row(
                line.name(),
                Words.count(line.all()),
                shares(line.counts(), line.all(), line.shares()),
                Words.percent(line.moved()),
                line.verdict());
    }

    private UUID organisation() {
        return actor().organisation();
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
