package uk.frith.platform.portal.chat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.chat.ChatPage.BeginPage;
import uk.frith.platform.portal.chat.ChatPage.TalkPage;
import uk.frith.platform.portal.dialogue.Conversations;
import uk.frith.platform.portal.dialogue.Conversations.Line;
import uk.frith.platform.portal.report.Frame;
import uk.frith.platform.portal.report.OpenReport;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.report.ToldByChat;
import uk.frith.platform.portal.report.ToldByChat.Force;
import uk.frith.platform.portal.report.ToldByChat.Later;
import uk.frith.platform.reports.recording.Incidents;

/** The chat as its reporter sees it: begun while somebody is there, and gone on with in the browser in which it was begun. */
@Controller
@RequestMapping("/tell/chat")
class TalkPages {

    private static final String TO_CHAT = "to write to the force at once";
    private static final String PAGE = "page";
    private static final String TALK = "portal/chat/talk";
    private static final String TO_MINE = "redirect:/tell/mine";
    /** More than anybody types in a talk, and few enough for one page and for one record. */
    private static final int MOST_LINES = 400;

    private static final int LONGEST_TALK = 40_000;

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(ChatPages.LONDON);

    private final PublicReports reports;
    private final ToldByChat told;
    private final ChatRepository repository;
    private final Transcripts transcripts;
    private final Conversations conversations;
    private final Incidents incidents;
    private final ChatSettings settings;
    private final InstantSource clock;

    TalkPages(
            PublicReports reports,
            ToldByChat told,
            ChatRepository repository,
            Transcripts transcripts,
            Conversations conversations,
            Incidents incidents,
            ChatSettings settings,
            InstantSource clock) {
        this.reports = reports;
        this.told = told;
        this.repository = repository;
        this.transcripts = transcripts;
        this.conversations = conversations;
        this.incidents = incidents;
        this.settings = settings;
        this.clock = clock;
    }

    /** The chat that goes on in this browser, or the page that begins one. */
    @GetMapping
    String chat(Model model, HttpServletRequest request) {
        Optional<Talk> talk = looked(request);
        return talk.isPresent() && talk.get().goesOn()
                ? show(talk.get(), "", List.of(), model, request)
                : begin(new Typed("", "", ""), talk.isPresent(), List.of(), model, request);
    }

    /** What was sent to begin a chat. */
    private record Typed(String force, String text, String ticket) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    /** @param before whether an earlier chat, now over, is what is open in this browser */
    private String begin(Typed typed, boolean before, List<ErrorLink> errors, Model model, HttpServletRequest request) {
        Frame frame = reports.frame(request, "/tell");
        List<Force> open =
                reports.unaudited("which forces chat now shows nothing of anybody", () -> told.forces()).stream()
                        .filter(this::answers)
                        .toList();
        Stream<Choice> all = open.stream().map(force -> Choice.of(force.id().toString(), force.name()));
        // Nobody is led to another force than the one they meant: only one that was never chosen from stands by itself.
        boolean alone = open.size() == 1
                && (typed.force().isEmpty() || open.getFirst().id().toString().equals(typed.force()));
        List<Choice> choices = alone || open.isEmpty()
                ? all.toList()
                : Stream.concat(Stream.of(Choice.of("", frame.w().of("chat.choose"))), all)
                        .toList();
        model.addAttribute(
                PAGE,
                new BeginPage(frame, choices, alone, typed.force(), typed.ticket(), typed.text(), before, errors));
        return "portal/chat/begin";
    }

    private boolean answers(Force force) {
        return reports.unaudited(
                "whether somebody answers shows nothing of anybody", () -> repository.somebodyAnswers(force.id()));
    }

    /** Begins a chat with the first words. */
    @PostMapping
    String begin(
            @RequestParam(defaultValue = "") String force,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String ticket,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Typed typed = new Typed(force, text, ticket);
        if (reports.switched(request, response)) {
            return begin(typed, false, List.of(), model, request);
        }
        Frame frame = reports.frame(request, null);
        String said = Conversations.cleaned(text);
        Optional<Force> chosen = reports.unaudited("the names of forces are no secret", () -> told.forces()).stream()
                .filter(each -> each.id().toString().equals(force))
                .filter(this::answers)
                .findFirst();
        Optional<ErrorLink> wrong = wrong(frame, said)
                .or(() -> chosen.isEmpty()
                        ? Optional.of(ErrorLink.at(
                                force.isEmpty() ? "force" : "text",
                                frame.w().of(force.isEmpty() ? "chat.choose" : "chat.nobodyAnyMore")))
                        : Optional.empty());
        if (wrong.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return begin(typed, false, List.of(wrong.get()), model, request);
        }
        Optional<Later> later = told.later(request, ticket);
        if (later.isPresent()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(later.get().seconds()));
            long minutes = Duration.ofSeconds(later.get().seconds() + 59).toMinutes();
            String wait = frame.w().of("chat.wait", Math.max(1, minutes));
            return begin(
                    new Typed(force, text, later.get().ticket()),
                    false,
                    List.of(ErrorLink.at("text", wait)),
                    model,
                    request);
        }
        UUID organisation = chosen.orElseThrow().id();
        told.begin(
                organisation,
                said,
                clock.instant().plus(settings.answeredWithin()),
                request,
                response,
                report -> repository.begin(report, organisation));
        return "redirect:/tell/chat";
    }

    private static Optional<ErrorLink> wrong(Frame frame, String said) {
        if (said.isEmpty()) {
            return Optional.of(ErrorLink.at("text", frame.w().of("chat.empty")));
        }
        return said.length() > ChatPages.LONGEST_LINE
                ? Optional.of(ErrorLink.at("text", frame.w().of("chat.long")))
                : Optional.empty();
    }

    private Optional<Talk> looked(HttpServletRequest request) {
        return reports.opened(request, this::look, Act.CONSULTATION, TO_CHAT, List.of("messages"))
                .flatMap(found -> found);
    }

    private Optional<Talk> look(OpenReport report) {
        Optional<Talk> talk = transcripts.find(report.id());
        talk.ifPresent(found -> {
            conversations.readByReporter(report.id(), found.lines());
            repository.seen(report.id(), clock.instant());
        });
        return talk;
    }

    private String show(Talk talk, String typed, List<ErrorLink> errors, Model model, HttpServletRequest request) {
        model.addAttribute(PAGE, page(talk, Optional.empty(), typed, errors, request));
        return TALK;
    }

    /** @param seen the mark of what the page shows already; empty for the whole page */
    private TalkPage page(
            Talk talk, Optional<String> seen, String typed, List<ErrorLink> errors, HttpServletRequest request) {
        Frame frame = reports.frameAt(request, "/tell/chat", null);
        ChatPage.Said first =
                new ChatPage.Said(frame.w().of("mine.you"), false, HOUR.format(talk.began()), talk.first());
        String force = reports.unaudited("the names of forces are no secret", () -> told.forces()).stream()
                .filter(each -> each.id().equals(talk.organisation()))
                .map(Force::name)
                .findFirst()
                .orElse("");
        return new TalkPage(
                frame,
                force,
                talk.mark(),
                !talk.goesOn(),
                frame.w().of(!talk.goesOn() ? "chat.over" : talk.attended() ? "chat.answered" : "chat.waiting"),
                Stream.concat(
                                seen.isEmpty() ? Stream.of(first) : Stream.empty(),
                                seen.map(talk::since).orElse(talk.lines()).stream()
                                        .map(line -> said(frame, line)))
                        .toList(),
                seen.isEmpty() && talk.told().anyMatch(incidents::isGoingOn),
                typed,
                errors);
    }

    private static ChatPage.Said said(Frame frame, Line line) {
        return new ChatPage.Said(
                frame.w().of(line.byStaff() ? "mine.us" : "mine.you"),
                line.byStaff(),
                HOUR.format(line.at()),
                line.text());
    }

    /** What is new; without content when nothing is. */
    @GetMapping("/lines")
    @Nullable
    String lines(
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean anything = reports.glanced(request, "looks whether anything new was written", report -> {
                    repository.seen(report, clock.instant());
                    return transcripts
                            .find(report)
                            .filter(talk -> !talk.mark().equals(seen))
                            .isPresent();
                })
                .orElse(false);
        Optional<Talk> talk = anything ? looked(request) : Optional.empty();
        if (talk.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        model.addAttribute(PAGE, page(talk.get(), Optional.of(seen), "", List.of(), request));
        return "portal/chat/news";
    }

    /** Writes a line; when the chat is over by then, it goes on where the report is followed. */
    @PostMapping("/say")
    String say(
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (reports.switched(request, response)) {
            return looked(request)
                    .map(talk -> show(talk, text, List.of(), model, request))
                    .orElse(PublicReports.TO_RETURN);
        }
        String said = Conversations.cleaned(text);
        Frame frame = reports.frame(request, null);
        Optional<Written> written = reports.opened(
                        request,
                        report -> write(report, said, wrong(frame, said), frame),
                        Act.COLLECTION,
                        TO_CHAT,
                        List.of("messages"))
                .flatMap(found -> found);
        if (written.isEmpty()) {
            return PublicReports.TO_RETURN;
        }
        Talk talk = written.get().talk();
        if (written.get().wrong().isEmpty()) {
            return talk.goesOn() ? "redirect:/tell/chat" : TO_MINE;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(talk, text, written.get().wrong().stream().toList(), model, request);
    }

    /** The talk as it stands by then, and what is wrong with the line, if anything is. */
    private record Written(Talk talk, Optional<ErrorLink> wrong) {}

    private Optional<Written> write(OpenReport report, String said, Optional<ErrorLink> fault, Frame frame) {
        Optional<ErrorLink> wrong = fault.or(() -> look(report)
                .filter(talk -> talk.lines().size() >= MOST_LINES || talk.length() + said.length() > LONGEST_TALK)
                .map(talk -> ErrorLink.at("text", frame.w().of("chat.full"))));
        if (wrong.isEmpty() && transcripts.find(report.id()).isPresent()) {
            conversations.write(report.id(), Optional.empty(), said);
        }
        return look(report).map(talk -> new Written(talk, wrong));
    }

    /** The reporter has said everything; what nobody has taken down becomes an incident as it was told. */
    @PostMapping("/end")
    String end(HttpServletRequest request) {
        Optional<Talk> talk = reports.opened(
                        request,
                        report -> {
                            repository.end(report.id(), "REPORTER", clock.instant());
                            Optional<Talk> ended = look(report);
                            ended.filter(each -> each.draft().isEmpty())
                                    .ifPresent(each -> told.leaveAlone(each.report(), clock.instant()));
                            return ended;
                        },
                        Act.ALTERATION,
                        TO_CHAT,
                        List.of("ended"))
                .flatMap(found -> found);
        if (talk.isEmpty()) {
            return PublicReports.TO_RETURN;
        }
        if (talk.get().draft().isEmpty()) {
            told.takeNow(talk.get().report());
        }
        return TO_MINE;
    }
}
