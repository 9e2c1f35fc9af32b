package uk.frith.platform.reports.integrity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;

/** What a closed audit shows: a sentence, tables with intervals, a picture, a file. */
@Controller
@RequestMapping("/recording-audits/{id}")
class ResultPages {

    private final Desk desk;
    private final SampleRepository repository;
    private final Samples samples;

    ResultPages(Desk desk, SampleRepository repository, Samples samples) {
        this.desk = desk;
        this.repository = repository;
        this.samples = samples;
    }

    /** A row of a table of results. */
    record Row(
            String name,
            String incidents,
            String expected,
            String recorded,
            String share,
            String anyClass,
            String category,
            String first,
            String agreement) {}

    /** A table of results. */
    record Table(String caption, String head, List<Row> rows) {}

    /** How many records ended how. */
    record End(String words, String count) {}

    /** The whole page. */
    record ResultPage(
            String title,
            String path,
            String sentence,
            List<Table> tables,
            String picture,
            List<End> ends,
            String victims,
            String readers,
            List<String> coverage,
            String seed,
            String method,
            String digest,
            boolean comesAgain) {}

    private record Shown(Sample sample, Figures figures, boolean comesAgain) {}

    @GetMapping("/results")
    @Allows(value = Permission.READ_SAMPLES, purpose = RecordingAuditPages.TO_AUDIT)
    String results(@PathVariable UUID id, Model model) {
        Shown shown = shown(id, Act.CONSULTATION);
        if (!shown.sample().closed()) {
            return "redirect:" + shown.sample().path();
        }
        model.addAttribute(RecordingAuditPages.PAGE, page(shown));
        return "reports/integrity/results";
    }

    @GetMapping("/results.csv")
    @Allows(value = Permission.READ_SAMPLES, purpose = RecordingAuditPages.TO_AUDIT)
    ResponseEntity<byte[]> csv(@PathVariable UUID id) {
        Shown shown = shown(id, Act.DISCLOSURE);
        if (!shown.sample().closed()) {
            throw RecordingAuditPages.notThere();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("OFFICIAL-recording-audit-"
                                        + shown.sample().first() + "-to-"
                                        + shown.sample().last() + ".csv")
                                .build()
                                .toString())
                .body(ResultWords.csv(shown.sample(), shown.figures()).getBytes(StandardCharsets.UTF_8));
    }

    private Shown shown(UUID id, Act act) {
        return desk.audited(
                Entry.of(act, RecordingAuditPages.SUBJECT, RecordingAuditPages.TO_AUDIT)
                        .about(List.of(id.toString()))
                        .showing(List.of("results")),
                () -> {
                    Sample sample = repository.find(id).orElseThrow(RecordingAuditPages::notThere);
                    return new Shown(
                            sample, samples.figures(actor(), sample), sample.closed() && samples.comesAgain(sample));
                });
    }

    private static ResultPage page(Shown shown) {
        Sample sample = shown.sample();
        Figures figures = shown.figures();
        boolean byChance = sample.kind() == SampleKind.RANDOM;
        Figures.Line total = figures.total();
        List<Figures.Line> drawn = java.util.stream.Stream.of(
                        List.of(total), figures.teams(), figures.categories(), figures.months())
                .flatMap(List::stream)
                .toList();
        return new ResultPage(
                sample.title(),
                sample.path(),
                ResultWords.sentence(sample, figures),
                List.of(
                        table("By team", "Team", figures.teams(), total, byChance),
                        table("By recorded category", "Category", figures.categories(), total, byChance),
                        table("By month of the report", "Month", figures.months(), total, byChance),
                        table("By who gave the category", "Person", figures.people(), total, byChance)),
                SharesDrawing.svg(
                        "shares",
                        "Share of expected crimes that were recorded, with 95 % intervals: " + drawn.size()
                                + " lines, as in the tables",
                        drawn.stream()
                                .map(line -> new SharesDrawing.Bar(line.name(), line.crimes()))
                                .toList()),
                Arrays.stream(Figures.End.values())
                        .map(end ->
                                new End(end.words(), Words.count(figures.ends().of(end))))
                        .toList(),
                ResultWords.victims(total),
                ResultWords.agreement(figures.readers(), true),
                ResultWords.coverage(sample, figures),
                Long.toString(sample.seed()),
                sample.method(),
                sample.frameDigest().substring(0, 16).toLowerCase(Locale.ROOT),
                shown.comesAgain());
    }

    private static Table table(
            String caption, String head, List<Figures.Line> lines, Figures.Line total, boolean byChance) {
        List<Row> rows = new java.util.ArrayList<>();
        lines.forEach(line -> rows.add(row(line, byChance)));
        rows.add(row(total, byChance));
        return new Table(caption, head, List.copyOf(rows));
    }

    private static Row row(Figures.Line line, boolean byChance) {
        return new Row(
                line.name(),
                Words.count(line.incidents()),
                Words.count(line.crimes().whole()),
                Words.count(line.crimes().part()),
                line.crimes().words(),
                line.anyClass().words(),
                line.category().words(),
                line.first().words(),
                ResultWords.agreement(line.agreement(), byChance));
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
