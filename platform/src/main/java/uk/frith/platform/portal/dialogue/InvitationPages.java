package uk.frith.platform.portal.dialogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.report.Codes;
import uk.frith.platform.portal.report.Naming;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.report.SentReport;

/** Staff put something to somebody who was reported, and hand them a code to answer with. */
@Controller
@RequestMapping("/online-reports/{id}/invitations")
class InvitationPages {

    private static final String TO_HEAR = "to hear somebody who was reported";
    private static final String FORM = "portal/dialogue/staff-invite";
    static final DateTimeFormatter LAST_DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Desk desk;
    private final PublicReports reports;
    private final InvitationRepository repository;
    private final Codes codes;
    private final InstantSource clock;

    InvitationPages(
            Desk desk, PublicReports reports, InvitationRepository repository, Codes codes, InstantSource clock) {
        this.desk = desk;
        this.reports = reports;
        this.repository = repository;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * The form, with the account beside it.
     *
     * @param keepable whether what is put can be kept although it holds a part of a name
     */
    record InvitePage(
            String path,
            String reference,
            String account,
            InvitationRules.Typed typed,
            List<Choice> uses,
            List<Choice> terms,
            boolean keepable,
            List<ErrorLink> errors) {
        InvitePage {
            uses = List.copyOf(uses);
            terms = List.copyOf(terms);
            errors = List.copyOf(errors);
        }

        /** What is wrong with a field; null when nothing is. */
        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }

        @Override
        public String toString() {
            return "InvitePage";
        }
    }

    /** The letter to hand over; its code is shown this once. */
    record LetterPage(
            String path,
            String organisation,
            String written,
            String put,
            String address,
            String code,
            String until,
            boolean once) {
        @Override
        public String toString() {
            return "LetterPage";
        }
    }

    @GetMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_HEAR)
    String ask(@PathVariable UUID id, Model model) {
        SentReport report = desk.audited(() -> report(id), found -> entry(Act.CONSULTATION, id));
        InvitationRules.Typed empty = new InvitationRules.Typed(
                "", "", InvitationRules.Use.ONCE.name(), InvitationRules.Term.FOUR_WEEKS.name());
        return show(report, empty, false, List.of(), model);
    }

    private SentReport report(UUID id) {
        return reports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Entry entry(Act act, UUID id) {
        return Entry.of(act, "online report", TO_HEAR)
                .about(List.of(id.toString()))
                .showing(List.of("account", "invitation"));
    }

    private static String show(
            SentReport report, InvitationRules.Typed typed, boolean keepable, List<ErrorLink> errors, Model model) {
        model.addAttribute(
                "page",
                new InvitePage(
                        "/online-reports/" + report.id(),
                        report.reference().orElse("not recorded yet"),
                        report.account(),
                        typed,
                        Choice.of(InvitationRules.Use.values(), InvitationRules.Use::words).stream()
                                .map(choice -> choice.withSelected(typed.use().equals(choice.value())))
                                .toList(),
                        Choice.of(InvitationRules.Term.values(), InvitationRules.Term::words).stream()
                                .map(choice -> choice.withSelected(typed.term().equals(choice.value())))
                                .toList(),
                        keepable,
                        errors));
        return FORM;
    }

    /** Makes a code and shows the letter with it; there is no other way to see the code. */
    @PostMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_HEAR)
    String invite(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String put,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String keep,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        InvitationRules.Typed typed =
                new InvitationRules.Typed(ReportPages.plain(who.strip()), ReportPages.plain(put.strip()), use, term);
        Actor actor = desk.actor().orElseThrow();
        Instant now = clock.instant();
        String code = codes.secret();
        Made made = desk.audited(
                () -> {
                    SentReport report = report(id);
                    Naming naming = reports.naming(id, typed.put());
                    List<ErrorLink> faults = InvitationRules.faults(typed, naming, !keep.isEmpty());
                    if (faults.isEmpty()) {
                        repository.invite(id, report.organisation(), code, typed, end(typed, now), actor.account());
                    }
                    return new Made(report, naming == Naming.POSSIBLE, faults);
                },
                done -> entry(done.faults().isEmpty() ? Act.ALTERATION : Act.CONSULTATION, id));
        if (!made.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(made.report(), typed, made.keepable(), made.faults(), model);
        }
        model.addAttribute(
                "page",
                new LetterPage(
                        "/online-reports/" + id,
                        actor.organisationName(),
                        LAST_DAY.format(now),
                        typed.put(),
                        reports.address(request) + "/tell/reply",
                        Codes.inFours(code),
                        LAST_DAY.format(end(typed, now).minusSeconds(1)),
                        typed.use().equals(InvitationRules.Use.ONCE.name())));
        return "portal/dialogue/staff-letter";
    }

    private record Made(SentReport report, boolean keepable, List<ErrorLink> faults) {}

    private static Instant end(InvitationRules.Typed typed, Instant now) {
        return Choice.sent(InvitationRules.Term.values(), typed.term())
                .orElseThrow()
                .end(now);
    }

    /** The code opens nothing any more. */
    @PostMapping("/{invitation}/close")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_HEAR)
    String close(@PathVariable UUID id, @PathVariable UUID invitation) {
        desk.audited(entry(Act.ALTERATION, id), () -> {
            repository.close(invitation, report(id).id(), clock.instant());
            return id;
        });
        return "redirect:/online-reports/" + id + "#right-of-reply";
    }
}
