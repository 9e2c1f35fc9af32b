package uk.frith.platform.portal.dialogue;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.dialogue.ReportPage.Answer;
import uk.frith.platform.portal.evidence.EvidenceFile;
import uk.frith.platform.portal.evidence.Evidences;
import uk.frith.platform.portal.report.Catalogue;
import uk.frith.platform.portal.report.Masking;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.report.SentReport;
import uk.frith.platform.reports.recording.Grade;
import uk.frith.platform.reports.wording.Wording;

/** What the force sees of a report: its files, the words back and forth, what is thought of it; and all of them in a list. */
@Controller
@RequestMapping("/online-reports")
class ReportPages {

    private static final String TO_DEAL = "to deal with what was told online";
    private static final String TO_REVIEW = "to review how online reports are graded";
    private static final int SHOWN = 200;
    private static final Duration REVIEWED = Duration.ofDays(90);
    private static final int LONGEST_TEXT = 5_000;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_WHO = 200;
    private static final int LONGEST_GLIMPSE = 100;
    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Desk desk;
    private final PublicReports reports;
    private final DialogueRepository repository;
    private final InvitationRepository invitations;
    private final Dialogue dialogue;
    private final Evidences evidences;
    private final Wording wording;
    private final InstantSource clock;

    ReportPages(
            Desk desk,
            PublicReports reports,
            DialogueRepository repository,
            InvitationRepository invitations,
            Dialogue dialogue,
            Evidences evidences,
            Wording wording,
            InstantSource clock) {
        this.desk = desk;
        this.reports = reports;
        this.repository = repository;
        this.invitations = invitations;
        this.dialogue = dialogue;
        this.evidences = evidences;
        this.wording = wording;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem onlineReports() {
            return new OversightItem(
                    "Online reports",
                    "What the public told online, how it was graded beside calls, and what waits to be opened.",
                    "/online-reports",
                    Permission.RECORD_INCIDENTS,
                    45);
        }
    }

    /** What somebody may think of a report; the same values as the database's list. */
    enum Mark {
        SUSPECTED("It may be malicious"),
        MALICIOUS("It is malicious"),
        GENUINE("It is genuine");

        private final String words;

        Mark(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private record Whole(
            SentReport report,
            List<EvidenceFile> files,
            List<DialogueRepository.Message> messages,
            List<DialogueRepository.Marking> markings,
            List<DialogueRepository.Reply> replies,
            List<Invitation> invitations) {}

    @GetMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_REVIEW)
    String list(Model model) {
        UUID organisation = desk.actor().map(Actor::organisation).orElseThrow();
        Instant now = clock.instant();
        ReportPage.ListPage page = desk.audited(
                () -> {
                    List<SentReport> queue = reports.queue(SHOWN);
                    return new ReportPage.ListPage(
                            queue.stream().map(report -> line(report, now)).toList(),
                            repository.grades(organisation, now.minus(REVIEWED)).stream()
                                    .map(ReportPages::share)
                                    .toList());
                },
                shown -> Entry.of(Act.CONSULTATION, "online reports", TO_REVIEW)
                        .about(shown.lines().stream().map(ReportPage.Line::id).toList())
                        .showing(List.of("account", "grade", "verification")));
        model.addAttribute("page", page);
        return "portal/dialogue/staff-list";
    }

    private ReportPage.Line line(SentReport report, Instant now) {
        List<EvidenceFile> files = evidences.of(report.id());
        String glimpse = report.account().replace('\n', ' ');
        return new ReportPage.Line(
                report.id().toString(),
                MOMENT.format(report.sent()),
                report.reference().orElse("Not recorded yet"),
                report.grade().orElse("–"),
                ReportPage.Line.waits(report, now),
                glimpse.length() <= LONGEST_GLIMPSE ? glimpse : glimpse.substring(0, LONGEST_GLIMPSE) + "…",
                report.verification().words(),
                repository.markings(report.id()).stream()
                        .findFirst()
                        .map(marking -> Mark.valueOf(marking.kind()).words())
                        .orElse(""),
                unopened(files, now));
    }

    private static String unopened(List<EvidenceFile> files, Instant now) {
        long late = files.stream().filter(file -> file.isLate(now)).count();
        long unopened = files.stream().filter(file -> file.opened().isEmpty()).count();
        return late > 0 ? late + " late" : unopened > 0 ? unopened + " to open" : files.isEmpty() ? "" : "all opened";
    }

    private static ReportPage.Share share(DialogueRepository.Graded graded) {
        return new ReportPage.Share(Grade.valueOf(graded.grade()).words(), graded.online(), graded.call());
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String one(@PathVariable UUID id, Model model) {
        Whole whole = desk.audited(
                () -> {
                    Whole found = whole(id);
                    dialogue.read(found.report(), found.messages(), found.replies());
                    return found;
                },
                found -> entry(Act.CONSULTATION, id));
        model.addAttribute("page", page(whole, Answer.NONE, List.of()));
        return "portal/dialogue/staff-report";
    }

    private static Entry entry(Act act, UUID id) {
        return Entry.of(act, "online report", TO_DEAL)
                .about(List.of(id.toString()))
                .showing(List.of("account", "files", "messages", "markings", "replies", "invitations"));
    }

    private Whole whole(UUID id) {
        SentReport report = reports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Whole(
                report,
                evidences.of(id),
                repository.messages(id),
                repository.markings(id),
                repository.replies(id),
                invitations.of(id));
    }

    private ReportPage page(Whole whole, Answer answer, List<ErrorLink> errors) {
        SentReport report = whole.report();
        Instant now = clock.instant();
        return new ReportPage(
                "/online-reports/" + report.id(),
                report.reference().orElse("not recorded yet"),
                report.incident().map(incident -> "/incidents/" + incident).orElse(""),
                MOMENT.format(report.sent()),
                report.refused(),
                report.verification().words(),
                Catalogue.nameForStaff(report.language()),
                report.account(),
                Masking.plain(Masking.mask(report.account(), report.hidden())),
                whole.files().stream().map(file -> FileLine.of(file, now)).toList(),
                whole.messages().stream()
                        .map(message -> new ReportPage.Said(
                                message.fromStaff() ? message.writer() : "The reporter",
                                MOMENT.format(message.written()),
                                message.text(),
                                message.read().map(MOMENT::format).orElse("")))
                        .toList(),
                whole.markings().stream()
                        .map(mark -> new ReportPage.Said(
                                mark.who(),
                                MOMENT.format(mark.at()),
                                Mark.valueOf(mark.kind()).words() + ": " + mark.reason(),
                                ""))
                        .toList(),
                whole.replies().stream()
                        .map(reply -> new ReportPage.Said(
                                reply.noted()
                                        .map(noted -> reply.who() + ", as " + noted + " took it down")
                                        .orElse(reply.who() + ", in their own words by a code"),
                                MOMENT.format(reply.at()),
                                reply.text(),
                                ""))
                        .toList(),
                whole.invitations().stream()
                        .map(each -> asked(report.id(), each, now))
                        .toList(),
                Choice.of(SentReport.Verification.values(), SentReport.Verification::words).stream()
                        .map(choice ->
                                choice.withSelected(report.verification().name().equals(choice.value())))
                        .toList(),
                Choice.of(Mark.values(), Mark::words),
                answer,
                errors);
    }

    private static ReportPage.Asked asked(UUID report, Invitation invitation, Instant now) {
        boolean open = invitation.isOpen(now);
        String state = open
                ? "can answer until "
                        + InvitationPages.LAST_DAY.format(invitation.ends().minusSeconds(1))
                : invitation
                        .closed()
                        .map(at -> "code used or closed on " + InvitationPages.LAST_DAY.format(at))
                        .orElse("code has run out");
        return new ReportPage.Asked(
                invitation.who(),
                invitation.put(),
                state,
                open ? "/online-reports/" + report + "/invitations/" + invitation.id() + "/close" : "");
    }

    /** Asks or tells the reporter something. */
    @PostMapping("/{id}/message")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String keep,
            Model model,
            HttpServletResponse response) {
        String said = text.strip();
        Consumer<Whole> work = whole -> repository.write(id, Optional.of(me()), plain(said), false);
        if (said.isEmpty() || said.length() > LONGEST_TEXT) {
            ErrorLink wrong = ErrorLink.at("text", "Write what you ask or tell, in at most 5,000 characters");
            return change(id, new Answer(text, false), () -> Optional.of(wrong), model, response, work);
        }
        Supplier<Optional<ErrorLink>> small =
                () -> wording.question(Wording.Text.ANSWER, "/online-reports/" + id, plain(said), !keep.isEmpty())
                        .map(question -> ErrorLink.at("text", question));
        return change(id, new Answer(text, true), small, model, response, work);
    }

    @PostMapping("/{id}/verification")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String verify(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String verification,
            Model model,
            HttpServletResponse response) {
        Optional<SentReport.Verification> chosen = Choice.sent(SentReport.Verification.values(), verification);
        Optional<ErrorLink> wrong = chosen.isEmpty()
                ? Optional.of(ErrorLink.at("verification", "Choose how far you know who told it"))
                : Optional.empty();
        return change(id, wrong, model, response, whole -> reports.verified(id, chosen.orElseThrow()));
    }

    @PostMapping("/{id}/marking")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String mark(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Optional<Mark> chosen = Choice.sent(Mark.values(), kind);
        String why = plain(reason.strip());
        Optional<ErrorLink> wrong = chosen.isEmpty()
                ? Optional.of(ErrorLink.at("kind", "Choose what you think of it"))
                : why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON
                        ? Optional.of(ErrorLink.at("reason", "Say why, in 10 to 2,000 characters"))
                        : Optional.empty();
        return change(
                id,
                wrong,
                model,
                response,
                whole -> repository.mark(
                        id, whole.report().organisation(), chosen.orElseThrow().name(), why, me()));
    }

    /** Takes down what somebody who was reported says to it. */
    @PostMapping("/{id}/reply")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_DEAL)
    String reply(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String said,
            Model model,
            HttpServletResponse response) {
        String name = plain(who.strip());
        String text = plain(said.strip());
        Optional<ErrorLink> wrong = name.isEmpty() || name.length() > LONGEST_WHO
                ? Optional.of(ErrorLink.at("who", "Say who replies, in at most 200 characters"))
                : text.isEmpty() || text.length() > LONGEST_TEXT
                        ? Optional.of(ErrorLink.at("said", "Write what they say, in at most 5,000 characters"))
                        : Optional.empty();
        return change(
                id,
                wrong,
                model,
                response,
                whole -> repository.noteReply(id, whole.report().organisation(), name, text, me()));
    }

    private UUID me() {
        return desk.actor().map(Actor::account).orElseThrow();
    }

    static String plain(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cs}\\uFFFE\\uFFFF]", " ");
    }

    private String change(
            UUID id, Optional<ErrorLink> wrong, Model model, HttpServletResponse response, Consumer<Whole> work) {
        return change(id, Answer.NONE, () -> wrong, model, response, work);
    }

    /** What is there, and what is wrong with what was sent. */
    private record Tried(Whole whole, Optional<ErrorLink> wrong) {}

    private String change(
            UUID id,
            Answer answer,
            Supplier<Optional<ErrorLink>> fault,
            Model model,
            HttpServletResponse response,
            Consumer<Whole> work) {
        Tried tried = desk.audited(
                () -> {
                    Whole found = whole(id);
                    Optional<ErrorLink> wrong = fault.get();
                    if (wrong.isEmpty()) {
                        work.accept(found);
                    }
                    return new Tried(found, wrong);
                },
                done -> entry(Act.ALTERATION, id));
        if (tried.wrong().isEmpty()) {
            return "redirect:/online-reports/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "page", page(tried.whole(), answer, tried.wrong().stream().toList()));
        return "portal/dialogue/staff-report";
    }
}
