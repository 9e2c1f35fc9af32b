package uk.frith.platform.portal.signs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.NavigationItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Months;
import uk.frith.platform.portal.signs.DigestRepository.Sent;

/** What a force told a partner organisation of what people say: that partner's people read it, and nobody else's. */
@Controller
@RequestMapping("/feedback")
class ReceivedFeedbackPages {

    private static final String TO_READ = "to read what people say at codes";

    private final Desk desk;
    private final DigestRepository digests;

    ReceivedFeedbackPages(Desk desk, DigestRepository digests) {
        this.desk = desk;
        this.digests = digests;
    }

    @Configuration(proxyBeanMethods = false)
    static class Words {
        @Bean
        NavigationItem feedbackWord() {
            return new NavigationItem(
                    "Feedback",
                    "What people say at places, as the police told your organisation.",
                    "/feedback",
                    Permission.READ_FEEDBACK,
                    50);
        }
    }

    /** A digest that came. */
    record Line(String path, String month, String sender) {}

    /** What came. */
    record ReceivedPage(List<Line> lines) {
        ReceivedPage {
            lines = List.copyOf(lines);
        }
    }

    /** One that came. */
    record DigestPage(String path, String title, String sender, DigestPart part) {
        @Override
        public String toString() {
            return "DigestPage";
        }
    }

    @GetMapping
    @Allows(value = Permission.READ_FEEDBACK, purpose = TO_READ)
    String list(Model model) {
        List<Sent> came = desk.audited(
                () -> digests.all(FeedbackPages.SHOWN),
                found -> Entry.of(Act.CONSULTATION, FeedbackPages.SUBJECT, TO_READ)
                        .about(found.stream()
                                .limit(Entry.MOST_IDS)
                                .map(each -> each.id().toString())
                                .toList())
                        .showing(List.of("month", "sender")));
        model.addAttribute(
                "page",
                new ReceivedPage(came.stream()
                        .map(each -> new Line("/feedback/" + each.id(), Months.inWords(each.month()), each.sender()))
                        .toList()));
        return "portal/signs/feedback-received";
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.READ_FEEDBACK, purpose = TO_READ)
    String one(@PathVariable UUID id, Model model) {
        model.addAttribute("page", read(id));
        return "portal/signs/feedback-digest";
    }

    @GetMapping("/{id}/digest.csv")
    @Allows(value = Permission.READ_FEEDBACK, purpose = TO_READ)
    ResponseEntity<byte[]> csv(@PathVariable UUID id) {
        DigestPage page = read(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"feedback.csv\"")
                .body(page.part().csv().getBytes(StandardCharsets.UTF_8));
    }

    private DigestPage read(UUID id) {
        return desk.audited(
                Entry.of(Act.CONSULTATION, FeedbackPages.SUBJECT, TO_READ)
                        .about(List.of(id.toString()))
                        .showing(List.of("answers", "words")),
                () -> {
                    Sent sent = digests.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                    return new DigestPage(
                            "/feedback/" + id,
                            Months.inWords(sent.month()),
                            sent.sender(),
                            DigestPart.of(digests.counts(id), digests.words(id)));
                });
    }
}
