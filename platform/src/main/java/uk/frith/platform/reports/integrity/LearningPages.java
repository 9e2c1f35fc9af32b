package uk.frith.platform.reports.integrity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.training.Training;

/** One's own slips and the texts that belong to them; for those who oversee, who has read what; for the registrar, the texts. */
@Controller
class LearningPages {

    static final String TO_LEARN = "to learn from one's own slips";
    private static final String TO_OVERSEE = "to see who has read the learning texts";
    private static final String TO_WRITE = "to write learning texts";
    private static final String OWN = "own recording";
    static final String TEXT = "learning text";
    private static final String TEXT_VIEW = "reports/integrity/text";

    private final Desk desk;
    private final Learning learning;

    LearningPages(Desk desk, Learning learning) {
        this.desk = desk;
        this.learning = learning;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem recordingLearningLine() {
            return new OversightItem(
                    "Learning about recording",
                    "Who repeats a slip, who has read which short text and when; and the texts.",
                    "/recording-learning",
                    Permission.READ_SAMPLES,
                    52);
        }
    }

    /** A slip in the list. */
    record SlipLine(String path, String expected, String found, String state) {}

    /** The same slip, however often, with its text. */
    record PatternPart(
            String id,
            String kind,
            String times,
            boolean repeats,
            List<SlipLine> slips,
            @Nullable TextPart text) {}

    /** A text as it is read. */
    record TextPart(
            String id,
            String title,
            String field,
            String body,
            String source,
            String read,
            boolean toRead,
            String path,
            @Nullable FilmPart film) {}

    /** One's own page. */
    record OwnPage(List<PatternPart> patterns, List<TextPart> others, List<Training.Own> courses, boolean done) {
        @Override
        public String toString() {
            return "OwnPage";
        }
    }

    /** Somebody in the table of those who record. */
    record PersonLine(
            String name, String team, String slips, String repeated, String read, String last, boolean current) {
        @Override
        public String toString() {
            return "PersonLine";
        }
    }

    /** A text in the list of texts. */
    record TextLine(
            String title,
            String field,
            String from,
            String origin,
            @Nullable String editPath,
            @Nullable String filmPath) {}

    /** Who has read what. */
    record OverviewPage(String sentence, List<PersonLine> people, List<TextLine> texts, boolean more) {
        @Override
        public String toString() {
            return "OverviewPage";
        }
    }

    /** The form of a text. */
    record TextPage(
            String path,
            String field,
            String classCode,
            String title,
            String body,
            String source,
            String goodForDays,
            String from,
            List<ErrorLink> errors) {

        @Nullable
        String wrong(String id) {
            return ErrorLink.textAt(id, errors);
        }
    }

    @GetMapping("/my-recording")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_LEARN)
    String own(@RequestParam(defaultValue = "") String done, Model model) {
        OwnPage page = desk.audited(
                Entry.of(Act.CONSULTATION, OWN, TO_LEARN).showing(List.of("findings", "texts")),
                () -> learning.own(actor(), !done.isEmpty()));
        model.addAttribute(RecordingAuditPages.PAGE, page);
        return "reports/integrity/own";
    }

    /** That one has read a text: it counts from now until it should be read again. */
    @PostMapping("/my-recording/texts/{id}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_LEARN)
    String read(@PathVariable UUID id) {
        boolean known = desk.audited(
                () -> learning.read(actor(), id),
                found -> Entry.of(Act.COLLECTION, TEXT, TO_LEARN).about(List.of(id.toString())));
        if (!known) {
            throw RecordingAuditPages.notThere();
        }
        return "redirect:/my-recording?done=yes";
    }

    @GetMapping("/recording-learning")
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_OVERSEE)
    String overview(Model model) {
        OverviewPage page = desk.audited(
                Entry.of(Act.CONSULTATION, "learning of colleagues", TO_OVERSEE)
                        .showing(List.of("name", "slips", "texts read")),
                () -> learning.overview(actor()));
        model.addAttribute(RecordingAuditPages.PAGE, page);
        return "reports/integrity/learning";
    }

    @GetMapping("/recording-learning/texts/{code:[A-Za-z_]{3,40}}")
    @Allows(value = Permission.WRITE_LEARNING, purpose = TO_WRITE)
    String text(@PathVariable String code, Model model) {
        TextPage page = desk.audited(
                Entry.of(Act.CONSULTATION, TEXT, TO_WRITE).with("code", code),
                () -> learning.text(code).orElseThrow(RecordingAuditPages::notThere));
        model.addAttribute(RecordingAuditPages.PAGE, page);
        return TEXT_VIEW;
    }

    @PostMapping("/recording-learning/texts/{code:[A-Za-z_]{3,40}}")
    @Allows(value = Permission.WRITE_LEARNING, purpose = TO_WRITE)
    String write(
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        Optional<TextPage> refused = desk.audited(
                () -> learning.write(actor(), code, sent),
                result -> Entry.of(Act.ALTERATION, TEXT, TO_WRITE)
                        .with("code", code)
                        .showing(result.isEmpty() ? List.of("title", "body", "source", "from") : List.of()));
        if (refused.isEmpty()) {
            return "redirect:/recording-learning";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(RecordingAuditPages.PAGE, refused.get());
        return TEXT_VIEW;
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
