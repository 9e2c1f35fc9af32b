package uk.frith.platform.reports.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import uk.frith.platform.reports.wording.WordingRepository.Kept;
import uk.frith.platform.reports.wording.WordingRepository.OfTeam;

/** How often texts made it small, by team, and which words were kept. */
@Controller
class WordingPages {

    private static final String TO_OVERSEE = "to see how antisocial behaviour is written about";

    /** Long enough for a team to have written ten such texts, short enough to see what a briefing changed. */
    private static final Duration TWELVE_WEEKS = Duration.ofDays(84);

    private static final int MOST_KEPT = 200;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Desk desk;
    private final WordingRepository repository;
    private final InstantSource clock;

    WordingPages(Desk desk, WordingRepository repository, InstantSource clock) {
        this.desk = desk;
        this.repository = repository;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem wordingLine() {
            return new OversightItem(
                    "Words that make it small",
                    "How often texts were asked about, by team, and what was kept.",
                    "/oversight/wording",
                    Permission.ALLOCATE_INCIDENTS,
                    36);
        }
    }

    /** The page. */
    record Page(String since, List<Team> teams, List<Line> kept) {
        @Override
        public String toString() {
            return "Page";
        }
    }

    /** A team's counts, as far as they can be shown. */
    record Team(String name, String now, String before, String trend, String kept) {}

    /** Words that were kept, and where they stand. */
    record Line(String when, String text, String path, String words) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    @GetMapping("/oversight/wording")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_OVERSEE)
    String wording(Model model) {
        record Shown(List<OfTeam> teams, boolean whole, List<Kept> kept) {}
        Instant middle = clock.instant().minus(TWELVE_WEEKS);
        Instant begin = middle.minus(TWELVE_WEEKS);
        UUID organisation = desk.actor().orElseThrow().organisation();
        Shown shown = desk.audited(
                () -> new Shown(
                        repository.byTeam(organisation, begin, middle),
                        repository.countedSince(organisation, begin),
                        repository.kept(organisation, middle, MOST_KEPT)),
                found -> Entry.of(Act.CONSULTATION, "wording", TO_OVERSEE)
                        .about(found.kept().stream().map(Kept::path).distinct().toList())
                        .showing(List.of("words")));
        model.addAttribute(
                "page",
                new Page(
                        DAY.format(middle),
                        shown.teams().stream()
                                .map(team -> team(team, shown.whole()))
                                .toList(),
                        shown.kept().stream().map(WordingPages::line).toList()));
        return "reports/wording/wording";
    }

    private static Team team(OfTeam team, boolean whole) {
        return new Team(
                team.team(),
                WordingRules.shown(team.now()),
                WordingRules.shown(team.before()),
                WordingRules.trend(team.now(), team.before(), whole),
                WordingRules.shown(team.kept()));
    }

    private static Line line(Kept kept) {
        return new Line(DAY.format(kept.when()), kept.text().words(), kept.path(), String.join(", ", kept.words()));
    }
}
