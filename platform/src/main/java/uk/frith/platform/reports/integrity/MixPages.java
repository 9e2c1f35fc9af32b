package uk.frith.platform.reports.integrity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;

/** How evenly the three categories are used, held against the national mix. */
@Controller
@RequestMapping("/oversight/categories")
class MixPages {

    private static final String TO_COMPARE = "to see how evenly categories are used";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Desk desk;
    private final MixRepository repository;
    private final InstantSource clock;

    MixPages(Desk desk, MixRepository repository, InstantSource clock) {
        this.desk = desk;
        this.repository = repository;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem categoriesLine() {
            return new OversightItem(
                    "Use of categories",
                    "How far your force, its teams and its ways in stray from the national mix.",
                    "/oversight/categories",
                    Permission.READ_SAMPLES,
                    53);
        }
    }

    /** A row of the table: its shares in the order of the heads. */
    record Row(String name, String all, List<String> shares, String moved, String strays) {}

    /** A table of one kind of source. */
    record Table(String caption, String head, List<Row> rows) {}

    /** The page. */
    record MixPage(String sentence, List<String> heads, Row national, List<Table> tables, String source) {}

    @GetMapping
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_COMPARE)
    String categories(Model model) {
        Instant since = clock.instant().minus(A_YEAR);
        List<MixRules.Line> lines = desk.audited(
                Entry.of(Act.CONSULTATION, "incidents", TO_COMPARE).showing(List.of("category", "team", "channel")),
                () -> MixRules.lines(repository.counted(organisation(), since)));
        model.addAttribute("page", page(lines));
        return "reports/integrity/categories";
    }

    static MixPage page(List<MixRules.Line> lines) {
        return new MixPage(
                MixRules.sentence(lines),
                MixRules.NATIONAL.stream().map(each -> each.category().words()).toList(),
                new Row(
                        "England and Wales",
                        "",
                        MixRules.NATIONAL.stream()
                                .map(each -> Words.percent(each.share()) + " %")
                                .toList(),
                        "",
                        ""),
                List.of(
                        table("Your force against the national mix", "Source", "force", lines),
                        table("By way in", "Way in", "way", lines),
                        table("By team", "Team", "team", lines)),
                MixRules.NATIONAL_SOURCE);
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
                IntStream.range(0, line.counts().size())
                        .mapToObj(at -> Words.percent(line.counts().get(at) / (double) line.all()) + " % ("
                                + Words.percent(line.shares().get(at).lower()) + " to "
                                + Words.percent(line.shares().get(at).upper()) + ")")
                        .toList(),
                Words.percent(line.moved()),
                line.verdict());
    }

    private UUID organisation() {
        return desk.actor()
                .orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."))
                .organisation();
    }
}
