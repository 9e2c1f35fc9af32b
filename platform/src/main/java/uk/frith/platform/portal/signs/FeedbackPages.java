package uk.frith.platform.portal.signs;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import uk.frith.platform.foundation.pages.Months;
import uk.frith.platform.portal.signs.DigestRepository.Partner;
import uk.frith.platform.portal.signs.DigestRepository.Sent;
import uk.frith.platform.portal.signs.DigestRules.Answered;
import uk.frith.platform.portal.signs.DigestRules.Wrote;

/** What people said at codes, told to partner organisations by month: looked at first, and sent as it was looked at. */
@Controller
@RequestMapping("/oversight/feedback")
class FeedbackPages {

    static final String SUBJECT = "digest";
    static final int SHOWN = 200;

    static final String TO_SHARE = "to tell partners what people said at codes";
    private static final String PAGE = "page";
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(HERE);
    /** More than anybody reads before they send it; the page says when there are more. */
    private static final int MOST_WORDS = 500;

    private final Desk desk;
    private final DigestRepository digests;
    private final InstantSource clock;

    FeedbackPages(Desk desk, DigestRepository digests, InstantSource clock) {
        this.desk = desk;
        this.digests = digests;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem feedback() {
            return new OversightItem(
                    "Feedback to partners",
                    "What people said at codes, told to councils, landlords and others by month.",
                    "/oversight/feedback",
                    Permission.SHARE_FEEDBACK,
                    47);
        }
    }

    /** A digest that was sent. */
    record Line(String path, String month, String recipient, String sent, String state) {}

    /** What was sent, and the form for another. */
    record FeedbackPage(List<Choice> partners, List<Choice> months, List<Line> lines, List<ErrorLink> errors) {
        FeedbackPage {
            partners = List.copyOf(partners);
            months = List.copyOf(months);
            lines = List.copyOf(lines);
            errors = List.copyOf(errors);
        }

        /** What is wrong with a field; null when nothing is. */
        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }
    }

    /** A digest as it would be sent. */
    record LookPage(
            String to,
            String recipient,
            String month,
            String monthInWords,
            List<Choice> places,
            List<DigestPart.CountLine> counts,
            List<Choice> words,
            String hide,
            String more,
            List<ErrorLink> errors) {
        LookPage {
            places = List.copyOf(places);
            counts = List.copyOf(counts);
            words = List.copyOf(words);
            errors = List.copyOf(errors);
        }

        @Override
        public String toString() {
            return "LookPage";
        }
    }

    /** One that was sent. */
    record SentPage(String path, String title, String sent, boolean stands, DigestPart part) {
        @Override
        public String toString() {
            return "SentPage";
        }
    }

    @GetMapping
    @Allows(value = Permission.SHARE_FEEDBACK, purpose = TO_SHARE)
    String list(Model model) {
        return desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_SHARE).showing(List.of("partner", "month", "sender")),
                () -> list("", "", List.of(), model));
    }

    private String list(String to, String month, List<ErrorLink> errors, Model model) {
        List<Choice> partners = digests.partners().stream()
                .map(partner -> Choice.of(partner.id().toString(), partner.name())
                        .withSelected(partner.id().toString().equals(to)))
                .toList();
        List<Choice> months = DigestRules.months(today()).stream()
                .map(each -> Choice.of(each.toString(), Months.inWords(each))
                        .withSelected(each.toString().equals(month)))
                .toList();
        model.addAttribute(
                PAGE,
                new FeedbackPage(
                        partners,
                        months,
                        digests.all(SHOWN).stream().map(FeedbackPages::line).toList(),
                        errors));
        return "portal/signs/feedback";
    }

    private static Line line(Sent sent) {
        return new Line(
                "/oversight/feedback/" + sent.id(),
                Months.inWords(sent.month()),
                sent.recipient(),
                MOMENT.format(sent.at()) + ", " + sent.sentBy(),
                sent.withdrawn().map(at -> "Taken back " + MOMENT.format(at)).orElse("Stands"));
    }

    /** What is chosen in the form: whom to tell, of when, and what of it. */
    private record Chosen(Partner partner, YearMonth month, Set<UUID> places, List<String> hidden) {}

    /** What was said in the month. */
    private record Said(List<Answered> answered, List<Wrote> wrote) {

        Set<UUID> places() {
            return java.util.stream.Stream.concat(
                            answered.stream().map(Answered::sign),
                            wrote.stream().map(Wrote::sign))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private Said said(YearMonth month) {
        UUID force = actor().organisation();
        return new Said(digests.answered(force, month), digests.wrote(force, month, MOST_WORDS));
    }

    @GetMapping("/look")
    @Allows(value = Permission.SHARE_FEEDBACK, purpose = TO_SHARE)
    String look(
            @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String month, Model model) {
        return desk.audited(Entry.of(Act.CONSULTATION, SUBJECT, TO_SHARE).showing(List.of("answers", "words")), () -> {
            Optional<Partner> partner = partner(to);
            Optional<YearMonth> when = DigestRules.month(month, today());
            List<ErrorLink> errors = faults(partner, when);
            if (partner.isEmpty() || when.isEmpty() || !errors.isEmpty()) {
                return list(to, month, errors, model);
            }
            Said said = said(when.get());
            Chosen all = new Chosen(partner.get(), when.get(), said.places(), List.of());
            return look(all, said, Optional.empty(), "", List.of(), model);
        });
    }

    private Optional<Partner> partner(String to) {
        return digests.partners().stream()
                .filter(partner -> partner.id().toString().equals(to))
                .findFirst();
    }

    private List<ErrorLink> faults(Optional<Partner> partner, Optional<YearMonth> month) {
        if (partner.isEmpty()) {
            return List.of(ErrorLink.at("to", "Choose whom to tell"));
        }
        if (month.isEmpty()) {
            return List.of(ErrorLink.at("month", "Choose a month that is over"));
        }
        return digests.standing(actor().organisation(), partner.get().id(), month.get())
                .map(sent -> List.of(ErrorLink.at(
                        "month",
                        partner.get().name() + " was told of this month already. Take that back to send another")))
                .orElse(List.of());
    }

    /** @param kept the words that stay ticked; all of them when it is empty */
    private String look(
            Chosen chosen, Said said, Optional<Set<String>> kept, String hide, List<ErrorLink> errors, Model model) {
        model.addAttribute(
                PAGE,
                new LookPage(
                        chosen.partner().id().toString(),
                        chosen.partner().name(),
                        chosen.month().toString(),
                        Months.inWords(chosen.month()),
                        places(said, chosen.places()),
                        DigestPart.lines(DigestRules.counts(said.answered(), chosen.places())),
                        DigestRules.words(said.wrote(), chosen.places(), chosen.hidden()).stream()
                                .map(words -> Choice.of(words.id().toString(), words.words())
                                        .withHint(words.place())
                                        .withSelected(kept.map(ids ->
                                                        ids.contains(words.id().toString()))
                                                .orElse(true)))
                                .toList(),
                        hide,
                        said.wrote().size() == MOST_WORDS
                                ? "More was written than the first " + MOST_WORDS + " texts, which are here."
                                : "",
                        errors));
        return "portal/signs/feedback-look";
    }

    private static List<Choice> places(Said said, Set<UUID> chosen) {
        return java.util.stream.Stream.concat(
                        said.answered().stream().map(each -> java.util.Map.entry(each.sign(), each.place())),
                        said.wrote().stream().map(each -> java.util.Map.entry(each.sign(), each.place())))
                .distinct()
                .map(each -> Choice.of(each.getKey().toString(), each.getValue())
                        .withSelected(chosen.contains(each.getKey())))
                .toList();
    }

    /** Looks again at what was chosen, or sends it as it was looked at: the month is over, so nothing has come since. */
    @PostMapping("/look")
    @Allows(value = Permission.SHARE_FEEDBACK, purpose = TO_SHARE)
    String chosen(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") List<String> place,
            @RequestParam(defaultValue = "") List<String> keep,
            @RequestParam(defaultValue = "") String hide,
            @RequestParam(defaultValue = "look") String then,
            Model model,
            HttpServletResponse response) {
        Outcome outcome = desk.audited(
                () -> {
                    Optional<Partner> partner = partner(to);
                    Optional<YearMonth> when = DigestRules.month(month, today());
                    List<ErrorLink> errors = faults(partner, when);
                    if (partner.isEmpty() || when.isEmpty() || !errors.isEmpty()) {
                        return new Outcome(list(to, month, errors, model), Optional.empty(), true);
                    }
                    Said said = said(when.get());
                    Set<UUID> places = said.places().stream()
                            .filter(each -> place.contains(each.toString()))
                            .collect(Collectors.toUnmodifiableSet());
                    Chosen chosen = new Chosen(partner.get(), when.get(), places, DigestRules.hidden(hide));
                    return then.equals("send")
                            ? send(chosen, said, Set.copyOf(keep), hide, model)
                            : new Outcome(
                                    look(chosen, said, Optional.of(Set.copyOf(keep)), hide, List.of(), model),
                                    Optional.empty(),
                                    false);
                },
                done -> done.sent()
                        .map(id -> Entry.of(Act.DISCLOSURE, SUBJECT, TO_SHARE)
                                .about(List.of(id.toString(), to))
                                .showing(List.of("answers", "words"))
                                .with("month", month))
                        .orElseGet(() ->
                                Entry.of(Act.CONSULTATION, SUBJECT, TO_SHARE).showing(List.of("answers", "words"))));
        if (outcome.wrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return outcome.view();
    }

    private record Outcome(String view, Optional<UUID> sent, boolean wrong) {}

    private Outcome send(Chosen chosen, Said said, Set<String> keep, String hide, Model model) {
        List<DigestRules.Count> counts = DigestRules.counts(said.answered(), chosen.places());
        List<DigestRules.Words> words = DigestRules.words(said.wrote(), chosen.places(), chosen.hidden()).stream()
                .filter(each -> keep.contains(each.id().toString()))
                .toList();
        if (counts.isEmpty() && words.isEmpty()) {
            return new Outcome(
                    look(
                            chosen,
                            said,
                            Optional.of(keep),
                            hide,
                            List.of(ErrorLink.at("place", "There is nothing to tell. Choose a place with answers")),
                            model),
                    Optional.empty(),
                    true);
        }
        Actor actor = actor();
        return digests.send(
                        actor.organisation(),
                        actor.organisationName(),
                        chosen.partner(),
                        chosen.month(),
                        actor.account(),
                        counts,
                        words)
                .map(id -> new Outcome("redirect:/oversight/feedback/" + id, Optional.of(id), false))
                .orElseGet(() -> new Outcome(
                        list(
                                chosen.partner().id().toString(),
                                chosen.month().toString(),
                                faults(Optional.of(chosen.partner()), Optional.of(chosen.month())),
                                model),
                        Optional.empty(),
                        true));
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.SHARE_FEEDBACK, purpose = TO_SHARE)
    String one(@PathVariable UUID id, Model model) {
        desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_SHARE)
                        .about(List.of(id.toString()))
                        .showing(List.of("answers", "words")),
                () -> {
                    Sent sent = digests.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                    model.addAttribute(
                            PAGE,
                            new SentPage(
                                    "/oversight/feedback/" + id,
                                    Months.inWords(sent.month()) + " to " + sent.recipient(),
                                    "Sent " + MOMENT.format(sent.at()) + " by " + sent.sentBy() + ". "
                                            + sent.withdrawn()
                                                    .map(at -> "Taken back " + MOMENT.format(at) + ".")
                                                    .orElse("It stands."),
                                    sent.withdrawn().isEmpty(),
                                    DigestPart.of(digests.counts(id), digests.words(id))));
                    return id;
                });
        return "portal/signs/feedback-sent";
    }

    /** The partner's people see it no longer; what they took away they have. */
    @PostMapping("/{id}/take-back")
    @Allows(value = Permission.SHARE_FEEDBACK, purpose = TO_SHARE)
    String takeBack(@PathVariable UUID id) {
        desk.audited(
                () -> digests.takeBack(id, actor().account(), clock.instant()),
                done -> Entry.of(Act.ALTERATION, SUBJECT, TO_SHARE)
                        .about(List.of(id.toString()))
                        .with("outcome", done ? "taken back" : "nothing to take back"));
        return "redirect:/oversight/feedback/" + id;
    }

    private LocalDate today() {
        return clock.instant().atZone(HERE).toLocalDate();
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
