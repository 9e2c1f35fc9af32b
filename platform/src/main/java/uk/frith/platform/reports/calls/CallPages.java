package uk.frith.platform.reports.calls;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.NavigationItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Chrome;
import uk.frith.platform.foundation.pages.ChromeSource;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.calls.CallPage.Notice;
import uk.frith.platform.reports.calls.CallPageMaker.Screen;
import uk.frith.platform.reports.calls.CallWork.Answer;
import uk.frith.platform.reports.calls.CallWork.Pressed;
import uk.frith.platform.reports.calls.CallWork.Waiting;
import uk.frith.platform.reports.calls.DraftRepository.Draft;
import uk.frith.platform.reports.recording.Taken;

/** The call handler's screen and their drafts. */
@Controller
@RequestMapping("/calls")
class CallPages {

    private static final String SCREEN = "reports/calls/call";
    private static final String TO_TAKE = CallWork.TO_TAKE;
    private static final int LONGEST_GLIMPSE = 80;

    private final CallWork work;
    private final ChromeSource chrome;
    private final TemplateEngine templates;

    CallPages(CallWork work, ChromeSource chrome, TemplateEngine templates) {
        this.work = work;
        this.chrome = chrome;
        this.templates = templates;
    }

    @Configuration(proxyBeanMethods = false)
    static class Words {
        @Bean
        NavigationItem recordWord() {
            return new NavigationItem(
                    "Record",
                    "Take a call down, and go on with your drafts.",
                    "/calls",
                    Permission.RECORD_INCIDENTS,
                    20);
        }
    }

    /** A draft in the list. */
    record Line(String path, String began, String saved, String glimpse) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    /**
     * One's own drafts.
     *
     * @param follows what the next call will belong to; empty for a call of its own
     * @param urgent what else must be responded to now
     */
    record ListPage(List<Line> drafts, String follows, List<Content> urgent) {}

    /** The drafts, and the button for the next call, which may be a follow-up of an incident. */
    @GetMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_TAKE)
    String list(@RequestParam Optional<UUID> follows, Model model) {
        Waiting waiting = work.waiting();
        model.addAttribute(
                "page",
                new ListPage(
                        waiting.drafts().stream().map(CallPages::line).toList(),
                        follows.map(incident -> CallRules.FOLLOW_UP + incident).orElse(""),
                        waiting.urgent().stream()
                                .map(panel -> panel.content(templates))
                                .toList()));
        return "reports/calls/calls";
    }

    @PostMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_TAKE)
    String begin(@RequestParam(defaultValue = "") String follows) {
        return "redirect:/calls/" + work.begin(follows);
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_TAKE)
    String one(@PathVariable UUID id, Model model) {
        Screen screen = work.look(id);
        if (!screen.draft().open()) {
            return where(screen.draft());
        }
        model.addAttribute("page", CallPageMaker.page(screen, List.of(), null));
        return SCREEN;
    }

    /** What proves that a form is ours, and whose session it belongs to. */
    record Proof(String proof, String whose) {
        @Override
        public String toString() {
            return "Proof";
        }
    }

    /** The proof of the session that there is now, for a form that outlived the last one; nothing of the call is shown. */
    @GetMapping("/proof")
    @ResponseBody
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_TAKE)
    Proof proof(HttpServletRequest request) {
        Chrome now = chrome.chromeFor(request);
        return new Proof(
                Objects.requireNonNull(now.csrf()).token(),
                Objects.requireNonNull(now.signedIn()).mark());
    }

    private static String where(Draft draft) {
        return draft.incident()
                .map(incident -> "redirect:/incidents/" + incident)
                .orElse("redirect:/calls");
    }

    /** Keeps what is typed and answers with what it means, or with why it can't be kept. */
    @PostMapping("/{id}/draft")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_TAKE)
    String keep(
            @PathVariable UUID id, @RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
        Typed typed = Typed.of(sent);
        Mark mark = Mark.of(sent);
        Answer answer = work.keepAndRead(id, typed, mark);
        Notice notice = notice(answer.keeping(), typed, mark);
        if (notice != null) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        model.addAttribute("page", CallPageMaker.beside(answer.screen(), notice));
        return "reports/calls/kept";
    }

    private static @Nullable Notice notice(Keeping keeping, Typed typed, Mark mark) {
        return switch (keeping) {
            case Keeping.Kept kept -> null;
            case Keeping.Elsewhere elsewhere -> CallPageMaker.elsewhere(elsewhere.draft(), typed, mark);
            case Keeping.Over over -> CallPageMaker.over(over.draft(), mark);
        };
    }

    /** What was told before, when the caller or the place has been typed: other people's words, so it is entered. */
    @PostMapping("/{id}/before")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_TAKE)
    String before(@PathVariable UUID id, @RequestParam Map<String, String> sent, Model model) {
        Mark mark = Mark.of(sent);
        Keeping keeping = work.keep(id, Typed.of(sent), mark);
        Screen screen = work.look(id);
        int seen = keeping instanceof Keeping.Kept ? screen.draft().version() : mark.seen();
        model.addAttribute("page", CallPageMaker.before(screen, seen));
        return "reports/calls/before";
    }

    /** The whole screen's buttons, with scripts and without: read, keep over another window's, confirm, paste, record or discard. */
    @PostMapping("/{id}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_TAKE)
    String act(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "read") String act,
            @RequestParam(defaultValue = "") String log,
            Model model,
            HttpServletResponse response) {
        Typed typed = Typed.of(sent);
        Mark mark = Mark.of(sent);
        return switch (act) {
            case "record" -> record(id, typed, mark, model, response);
            case "discard" -> {
                work.discard(id);
                yield "redirect:/calls";
            }
            case "keep" -> again(id, typed, mark.havingSeen(sent.getOrDefault("now", "")), model, response);
            case "confirm" -> confirm(id, typed, mark, model, response);
            case "paste" -> again(id, LogReader.read(typed, log), mark, model, response);
            default -> again(id, typed, mark, model, response);
        };
    }

    /** Takes over what is suggested for the questions of first contact, and goes on where they stand. */
    private String confirm(UUID id, Typed typed, Mark mark, Model model, HttpServletResponse response) {
        String where = again(id, work.confirmed(id, typed), mark, model, response);
        return where.startsWith("redirect:") ? where + "#first-contact" : where;
    }

    private String again(UUID id, Typed typed, Mark mark, Model model, HttpServletResponse response) {
        Keeping keeping = work.keep(id, typed, mark);
        return keeping instanceof Keeping.Kept
                ? "redirect:/calls/" + id
                : notKept(typed, mark, keeping, model, response);
    }

    private String record(UUID id, Typed typed, Mark mark, Model model, HttpServletResponse response) {
        Pressed pressed = work.record(id, typed, mark);
        if (pressed.taken().isEmpty()) {
            return notKept(typed, mark, pressed.keeping(), model, response);
        }
        return switch (pressed.taken().get()) {
            case Taken.Recorded recorded -> "redirect:/incidents/" + recorded.incident();
            case Taken.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                List<ErrorLink> errors = refused.faults().stream()
                        .map(fault -> ErrorLink.at(field(fault.field()), fault.sentence()))
                        .toList();
                model.addAttribute("page", CallPageMaker.page(work.look(id), errors, null));
                yield SCREEN;
            }
        };
    }

    /** A call that was recorded leads to its incident; what another window changed is shown beside what stands here. */
    private String notKept(Typed typed, Mark mark, Keeping keeping, Model model, HttpServletResponse response) {
        if (keeping instanceof Keeping.Over(Draft draft) && draft.incident().isPresent()) {
            return where(draft);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        Screen here = work.look(keeping.draft().id()).typing(typed);
        model.addAttribute("page", CallPageMaker.page(here, List.of(), notice(keeping, typed, mark)));
        return SCREEN;
    }

    /** The screen's field for a field of the report. */
    private static String field(String reported) {
        if (reported.startsWith("people[")) {
            return reported.startsWith("people[0]") && reported.endsWith("phone") ? "phone" : "affected";
        }
        if (reported.startsWith("evidence[")) {
            return reported.endsWith("heldBy") ? "heldBy" : "evidence";
        }
        return reported;
    }

    private static Line line(Draft draft) {
        String told = draft.typed().account().isBlank()
                ? draft.typed().location()
                : draft.typed().account();
        String glimpse = told.strip().replaceAll("\\s+", " ");
        return new Line(
                "/calls/" + draft.id(),
                CallPageMaker.moment(draft.began()),
                CallPageMaker.moment(draft.saved()),
                glimpse.isEmpty()
                        ? "Nothing typed yet"
                        : glimpse.length() > LONGEST_GLIMPSE ? glimpse.substring(0, LONGEST_GLIMPSE) + "…" : glimpse);
    }
}
