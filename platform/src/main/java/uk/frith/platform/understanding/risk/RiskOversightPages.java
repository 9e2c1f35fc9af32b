package uk.frith.platform.understanding.risk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.understanding.risk.RiskRepository.Open;

/** Whose risk is high, unfinished or overdue, among the open incidents of an organisation. */
@Controller
class RiskOversightPages {

    private static final String TO_OVERSEE = "to see whose risk is high, unfinished or overdue";

    /** More than a supervisor works through in a day; the gravest stand first. */
    private static final int MOST_SHOWN = 500;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Desk desk;
    private final RiskRepository repository;
    private final InstantSource clock;

    RiskOversightPages(Desk desk, RiskRepository repository, InstantSource clock) {
        this.desk = desk;
        this.repository = repository;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class OversightLines {
        @Bean
        OversightItem riskLine() {
            return new OversightItem(
                    "Risk to victims",
                    "Open incidents by risk, with what is unfinished or overdue.",
                    "/oversight/risk",
                    Permission.OVERSEE_RISK,
                    31);
        }
    }

    /** How many there are of each, and each of them. */
    record OversightPage(List<Count> counts, List<Line> lines, boolean more) {}

    /** How many. */
    record Count(String what, long households) {}

    /** A household of an open incident. */
    record Line(
            String path,
            String incidentPath,
            String reference,
            String band,
            String says,
            String made,
            String due,
            boolean late) {}

    @GetMapping("/oversight/risk")
    @Allows(value = Permission.OVERSEE_RISK, purpose = TO_OVERSEE)
    String show(Model model) {
        List<Open> open = desk.audited(
                () -> repository.open(
                        desk.actor().orElseThrow(IllegalStateException::new).organisation(), MOST_SHOWN),
                found -> Entry.of(Act.CONSULTATION, "risk", TO_OVERSEE)
                        .about(found.stream()
                                .map(each -> each.incident().toString())
                                .distinct()
                                .toList())
                        .showing(List.of("reference", "band", "score")));
        Instant now = clock.instant();
        model.addAttribute(
                "page",
                new OversightPage(
                        counts(open, now),
                        open.stream().map(each -> line(each, now)).toList(),
                        open.size() == MOST_SHOWN));
        return "understanding/risk/oversight";
    }

    private static List<Count> counts(List<Open> open, Instant now) {
        return Stream.of(
                        new Count(
                                "Not assessed yet",
                                count(open, each -> each.band().isEmpty())),
                        count(open, Band.HIGH),
                        count(open, Band.MEDIUM),
                        count(open, Band.STANDARD),
                        new Count("Unfinished", count(open, each -> each.band().isPresent() && each.unanswered() > 0)),
                        new Count("Overdue", count(open, each -> isLate(each, now))))
                .toList();
    }

    private static Count count(List<Open> open, Band band) {
        return new Count(
                band.words(),
                count(open, each -> each.band().filter(is -> is == band).isPresent()));
    }

    private static long count(List<Open> open, java.util.function.Predicate<Open> which) {
        return open.stream().filter(which).count();
    }

    private static boolean isLate(Open open, Instant now) {
        return open.due().filter(due -> due.isBefore(now)).isPresent();
    }

    private static Line line(Open open, Instant now) {
        String says = open.band().isEmpty()
                ? "Not assessed yet"
                : open.unanswered() == 0
                        ? "Score " + open.soFar()
                        : "Provisional: " + open.soFar() + " so far, " + open.unanswered() + " unanswered";
        return new Line(
                RiskPage.pathOf(open.incident(), open.household()),
                "/incidents/" + open.incident(),
                open.reference(),
                open.band().map(Band::words).orElse(""),
                says,
                open.made().map(MOMENT::format).orElse(""),
                open.due().map(MOMENT::format).orElse(""),
                isLate(open, now));
    }
}
