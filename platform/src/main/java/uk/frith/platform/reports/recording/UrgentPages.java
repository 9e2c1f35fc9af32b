package uk.frith.platform.reports.recording;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;

/** What waits for a response, again and again, for a page that stays open. */
@Controller
class UrgentPages {

    private static final String TO_SEND = "to see what must be responded to now";

    /** A page looks for news so long and no longer, so that nobody stays signed in because of a page that they left. */
    private static final Duration LOOKS_FOR = Duration.ofMinutes(30);

    /** htmx asks no more after this answer. */
    private static final int STOP_ASKING = 286;

    private final Desk desk;
    private final UrgentIncidents incidents;
    private final InstantSource clock;

    UrgentPages(Desk desk, UrgentIncidents incidents, InstantSource clock) {
        this.desk = desk;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** The list as it stands now; without content when nothing of it has changed. */
    @GetMapping("/incidents/urgent")
    @Allows(value = Permission.SEE_URGENT, purpose = TO_SEND)
    @Nullable
    String urgent(
            @RequestParam(defaultValue = "") String seen,
            @RequestParam Optional<Long> since,
            Model model,
            HttpServletResponse response) {
        Actor reader =
                desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
        Instant now = clock.instant();
        Instant opened = Instant.ofEpochSecond(Math.clamp(since.orElse(now.getEpochSecond()), 0, now.getEpochSecond()));
        boolean over = now.isAfter(opened.plus(LOOKS_FOR));
        boolean changed = desk.unaudited(
                "says whether anything has changed, and nothing of what",
                () -> !incidents.page(reader, opened, over).mark().equals(seen));
        if (!changed && !over) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        UrgentPage page = desk.audited(
                () -> incidents.page(reader, opened, over),
                shown -> Entry.of(Act.CONSULTATION, "urgent incidents", TO_SEND)
                        .about(shown.lines().stream().map(UrgentPage.Line::id).toList())
                        .showing(UrgentIncidents.SHOWN));
        if (over) {
            response.setStatus(STOP_ASKING);
        }
        model.addAttribute("page", page);
        model.addAttribute("told", !seen.startsWith(page.which() + "-"));
        return "reports/recording/urgent-list";
    }
}
