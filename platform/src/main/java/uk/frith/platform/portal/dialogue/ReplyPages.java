package uk.frith.platform.portal.dialogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.dialogue.InvitationRepository.Invited;
import uk.frith.platform.portal.report.Codes;
import uk.frith.platform.portal.report.Frame;
import uk.frith.platform.portal.report.PublicReports;

/**
 * Where somebody who was reported answers, by a code that staff gave them. The code stands in the form alone, so that nothing
 * of it stays in a browser that others use.
 */
@Controller
@RequestMapping("/tell/reply")
class ReplyPages {

    private static final String SUBJECT = "online report";
    private static final String TO_ANSWER = "to answer what was put to somebody";
    private static final String VIEW = "portal/dialogue/reply";
    private static final int LONGEST_ANSWER = 5_000;
    /** Figures alone, which every language reads. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withZone(ZoneId.of("Europe/London"));

    private final PublicReports reports;
    private final InvitationRepository repository;
    private final Dialogue dialogue;

    ReplyPages(PublicReports reports, InvitationRepository repository, Dialogue dialogue) {
        this.reports = reports;
        this.repository = repository;
        this.dialogue = dialogue;
    }

    /** How far somebody is with their answer. */
    enum Stage {
        CODE,
        WRITE,
        THANKS
    }

    /**
     * The page of whoever answers.
     *
     * @param code as it was typed, or as it opened something
     * @param put what was put to them; empty until a code opened it
     * @param by who asks, and until when the code holds
     * @param more whether the code takes more than one answer
     */
    record ReplyPage(
            Frame frame,
            Stage stage,
            String code,
            String put,
            String by,
            boolean more,
            String typed,
            List<ErrorLink> errors) {
        ReplyPage {
            errors = List.copyOf(errors);
        }

        @Override
        public String toString() {
            return "ReplyPage";
        }
    }

    @GetMapping
    String code(Model model, HttpServletRequest request) {
        return show(page(request, Stage.CODE, "", List.of()), model);
    }

    private static String show(ReplyPage page, Model model) {
        model.addAttribute("page", page);
        return VIEW;
    }

    private ReplyPage page(HttpServletRequest request, Stage stage, String code, List<ErrorLink> errors) {
        Frame frame = reports.frameAt(request, "/tell/reply", stage == Stage.WRITE ? "/tell/reply" : "/tell");
        return new ReplyPage(frame, stage, code, "", "", false, "", errors);
    }

    /** Opens what was put to somebody. */
    @PostMapping
    String open(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (reports.switched(request, response)) {
            return show(page(request, Stage.CODE, code, List.of()), model);
        }
        Optional<Invited> invited = invited(code);
        return invited.map(found -> write(code, found, "", List.of(), model, request))
                .orElseGet(() -> nothing(code, "", model, request, response));
    }

    private Optional<Invited> invited(String typed) {
        return reports.audited(
                () -> Codes.typedSecret(typed).flatMap(repository::invited),
                found -> Entry.of(found.isPresent() ? Act.CONSULTATION : Act.REFUSAL, SUBJECT, TO_ANSWER)
                        .about(found.map(each -> each.report().toString()).stream()
                                .toList())
                        .showing(List.of("put")));
    }

    /** The same page for every code that opens nothing, whatever the reason. */
    private String nothing(
            String code, String said, Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String wrong = reports.frame(request, null).w().of("reply.wrong");
        String typed = Codes.typedSecret(code).map(Codes::inFours).orElse(code);
        ReplyPage around = page(request, Stage.CODE, typed, List.of(ErrorLink.at("code", wrong)));
        return show(new ReplyPage(around.frame(), Stage.CODE, typed, "", "", false, said, around.errors()), model);
    }

    private String write(
            String code,
            Invited invited,
            String typed,
            List<ErrorLink> errors,
            Model model,
            HttpServletRequest request) {
        ReplyPage around = page(request, Stage.WRITE, Codes.typedSecret(code).orElseThrow(), errors);
        String day = DAY.format(invited.ends().minusSeconds(1));
        return show(
                new ReplyPage(
                        around.frame(),
                        Stage.WRITE,
                        around.code(),
                        invited.put(),
                        around.frame().w().of("reply.by", invited.organisation(), day),
                        !invited.once(),
                        typed,
                        errors),
                model);
    }

    /** Keeps the answer. */
    @PostMapping("/send")
    String send(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (reports.switched(request, response)) {
            return invited(code)
                    .map(found -> write(code, found, text, List.of(), model, request))
                    .orElseGet(() -> nothing(code, text, model, request, response));
        }
        String said = MinePages.clean(text);
        Optional<String> wrong = said.isEmpty()
                ? Optional.of("reply.empty")
                : said.length() > LONGEST_ANSWER ? Optional.of("reply.long") : Optional.empty();
        Sent sent = reports.audited(
                () -> {
                    Optional<Invited> invited = Codes.typedSecret(code).flatMap(repository::invited);
                    boolean kept = invited.isPresent()
                            && wrong.isEmpty()
                            && repository.answer(Codes.typedSecret(code).orElseThrow(), said);
                    return new Sent(invited, kept);
                },
                done -> Entry.of(done.kept() ? Act.COLLECTION : Act.REFUSAL, SUBJECT, TO_ANSWER)
                        .about(done.invited().map(each -> each.report().toString()).stream()
                                .toList())
                        .showing(List.of("reply")));
        if (sent.kept()) {
            dialogue.promise();
            return "redirect:/tell/reply/thanks";
        }
        if (sent.invited().isEmpty()) {
            return nothing(code, said, model, request, response);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String sentence = reports.frame(request, null).w().of(wrong.orElse("reply.much"));
        return write(code, sent.invited().get(), said, List.of(ErrorLink.at("text", sentence)), model, request);
    }

    private record Sent(Optional<Invited> invited, boolean kept) {}

    @GetMapping("/thanks")
    String thanks(Model model, HttpServletRequest request) {
        return show(page(request, Stage.THANKS, "", List.of()), model);
    }
}
