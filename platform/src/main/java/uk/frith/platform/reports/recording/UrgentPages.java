package uk.frith.platform.reports.recording;

import jakarta.servlet.http.HttpServletResponse;
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

    private final Desk desk;
    private final UrgentIncidents incidents;

    UrgentPages(Desk desk, UrgentIncidents incidents) {
        this.desk = desk;
        this.incidents = incidents;
    }

    /** The list as it stands now; without content when nothing of it has changed. */
    @GetMapping("/incidents/urgent")
    @Allows(value = Permission.SEE_URGENT, purpose = TO_SEND)
    @Nullable
    String urgent(@RequestParam(defaultValue = "") String seen, Model model, HttpServletResponse response) {
        Actor reader =
                desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
        boolean changed = desk.unaudited(
                "says whether anything has changed, and nothing of what",
                () -> !incidents.page(reader).mark().equals(seen));
        if (!changed) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        UrgentPage page = desk.audited(
                () -> incidents.page(reader),
                shown -> Entry.of(Act.CONSULTATION, "urgent incidents", TO_SEND)
                        .about(shown.lines().stream().map(UrgentPage.Line::id).toList())
                        .showing(UrgentIncidents.SHOWN));
        model.addAttribute("page", page);
        model.addAttribute("told", !seen.startsWith(page.which() + "-"));
        return "reports/recording/urgent-list";
    }
}
