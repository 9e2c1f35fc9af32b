package uk.frith.platform.portal.dialogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.dialogue.DialogueRepository.Message;
import uk.frith.platform.portal.dialogue.DialogueRepository.Progress;
import uk.frith.platform.portal.evidence.EvidenceFile;
import uk.frith.platform.portal.evidence.Evidences;
import uk.frith.platform.portal.report.Frame;
import uk.frith.platform.portal.report.Masking;
import uk.frith.platform.portal.report.OpenReport;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.report.SaidInATalk;
import uk.frith.platform.portal.report.Words;

/** The reporter's own page: how far it is, what we ask, what they answer, and what others will see. */
@Controller
@RequestMapping("/tell")
class MinePages {

    private static final String TO_FOLLOW = "to see how far it is";
    private static final String TO_HIDE = "to see it as others will";
    private static final int LONGEST_MESSAGE = 5_000;
    private static final int MOST_MESSAGES_A_DAY = 50;
    private static final int MOST_HIDDEN = 100;
    private static final int LONGEST_HIDDEN = 200;
    /** So much of a line tells which it is. */
    private static final int GLIMPSE = 30;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cs}\\uFFFE\\uFFFF]");
    /** Figures alone, which every language reads. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d/M/uuuu, HH:mm").withZone(ZoneId.of("Europe/London"));

    private final PublicReports reports;
    private final DialogueRepository repository;
    private final Dialogue dialogue;
    private final Evidences evidences;
    private final List<SaidInATalk> talks;
    private final InstantSource clock;

    MinePages(
            PublicReports reports,
            DialogueRepository repository,
            Dialogue dialogue,
            Evidences evidences,
            ObjectProvider<SaidInATalk> talks,
            InstantSource clock) {
        this.reports = reports;
        this.repository = repository;
        this.dialogue = dialogue;
        this.evidences = evidences;
        this.talks = talks.stream().toList();
        this.clock = clock;
    }

    /** Something that was said. */
    record Said(boolean byUs, String when, String text) {
        @Override
        public String toString() {
            return "Said";
        }
    }

    /** A file and whether somebody has opened it. */
    record Sent(String name, String state, boolean late) {
        @Override
        public String toString() {
            return "Sent";
        }
    }

    /**
     * The reporter's own page.
     *
     * @param talking whether there is a chat to go back to
     * @param told what the reporter told at first
     */
    record MinePage(
            Frame frame,
            String reference,
            String state,
            boolean talking,
            String told,
            List<Sent> files,
            List<Said> said,
            String typed,
            List<ErrorLink> errors) {
        MinePage {
            files = List.copyOf(files);
            said = List.copyOf(said);
            errors = List.copyOf(errors);
        }

        @Override
        public String toString() {
            return "MinePage";
        }
    }

    /** A stretch of text as others see it; {@code masked} says what stands there instead. */
    record Piece(String text, boolean masked) {
        @Override
        public String toString() {
            return "Piece";
        }
    }

    /** The text as others will see it, and the words that the reporter hides. */
    record ViewPage(Frame frame, List<Piece> pieces, String hidden, String next, List<ErrorLink> errors) {
        ViewPage {
            pieces = List.copyOf(pieces);
            errors = List.copyOf(errors);
        }

        @Nullable
        String wrong() {
            return ErrorLink.textAt("hidden", errors);
        }

        @Override
        public String toString() {
            return "ViewPage";
        }
    }

    private record Found(
            OpenReport report,
            List<Message> messages,
            List<EvidenceFile> files,
            Optional<Progress> progress,
            boolean talking) {}

    @GetMapping("/mine")
    String mine(Model model, HttpServletRequest request) {
        Optional<Found> found = reports.opened(request, this::look, Act.CONSULTATION, TO_FOLLOW, List.of("messages"));
        return found.map(each ->
                        each.report().sent() ? show(each, "", List.of(), model, request) : "redirect:/tell/check")
                .orElse(PublicReports.TO_RETURN);
    }

    private Found look(OpenReport report) {
        List<Message> messages = repository.messages(report.id());
        repository.readByReporter(
                report.id(), messages.stream().map(Message::id).toList(), clock.instant());
        boolean talking = talks.stream().anyMatch(talk -> talk.goesOn(report.id()));
        return new Found(report, messages, evidences.of(report.id()), repository.myIncident(), talking);
    }

    private String show(Found found, String typed, List<ErrorLink> errors, Model model, HttpServletRequest request) {
        Frame frame = reports.frame(request, null);
        Words words = frame.w();
        Instant now = clock.instant();
        model.addAttribute(
                "page",
                new MinePage(
                        frame,
                        found.report().reference().orElse(""),
                        state(words, found.progress()),
                        found.talking(),
                        found.report().account(),
                        found.files().stream()
                                .map(file -> new Sent(file.name(), state(words, file, now), file.isLate(now)))
                                .toList(),
                        found.messages().stream()
                                .map(message ->
                                        new Said(message.fromStaff(), MOMENT.format(message.written()), message.text()))
                                .toList(),
                        typed,
                        errors));
        return "portal/dialogue/mine";
    }

    private static String state(Words words, Optional<Progress> progress) {
        return progress.map(each -> each.closed()
                        ? words.of(
                                "mine.closed",
                                each.closedAt().map(MOMENT::format).orElse(""))
                        : words.of("mine.open"))
                .orElse(words.of("mine.soon"));
    }

    private static String state(Words words, EvidenceFile file, Instant now) {
        if (file.opened().isPresent()) {
            return words.of("mine.opened", MOMENT.format(file.opened().get()));
        }
        String due = file.due().map(MOMENT::format).orElse("");
        return file.isLate(now)
                ? words.of("mine.late", due)
                : due.isEmpty() ? words.of("mine.waiting") : words.of("mine.due", due);
    }

    /** The reporter answers, or adds something. */
    @PostMapping("/mine")
    String write(
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String said = clean(text);
        Optional<String> wrong = said.isEmpty()
                ? Optional.of("mine.empty")
                : said.length() > LONGEST_MESSAGE ? Optional.of("mine.long") : Optional.empty();
        if (reports.switched(request, response)) {
            return reports.opened(request, this::look, Act.CONSULTATION, TO_FOLLOW, List.of("messages"))
                    .map(found -> show(found, text, List.of(), model, request))
                    .orElse(PublicReports.TO_RETURN);
        }
        Optional<Written> written = reports.opened(
                request, report -> write(report, said, wrong), Act.COLLECTION, TO_FOLLOW, List.of("messages"));
        if (written.isEmpty()) {
            return PublicReports.TO_RETURN;
        }
        if (written.get().wrong().isEmpty()) {
            dialogue.promise();
            return "redirect:/tell/mine";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String sentence =
                reports.frame(request, null).w().of(written.get().wrong().get());
        return show(written.get().found(), said, List.of(ErrorLink.at("text", sentence)), model, request);
    }

    private record Written(Found found, Optional<String> wrong) {}

    private Written write(OpenReport report, String said, Optional<String> wrong) {
        boolean much =
                repository.writtenSince(report.id(), clock.instant().minus(Duration.ofDays(1))) >= MOST_MESSAGES_A_DAY;
        Optional<String> still = wrong.isEmpty() && (much || !report.sent()) ? Optional.of("mine.much") : wrong;
        if (still.isEmpty()) {
            repository.write(report.id(), Optional.empty(), said, false);
        }
        return new Written(look(report), still);
    }

    @GetMapping("/view")
    String view(Model model, HttpServletRequest request) {
        return reports.opened(request, report -> report, Act.CONSULTATION, TO_HIDE, List.of("account"))
                .map(report -> view(report, String.join("\n", report.hidden()), List.of(), model, request))
                .orElse(PublicReports.TO_RETURN);
    }

    private String view(
            OpenReport report, String typed, List<ErrorLink> errors, Model model, HttpServletRequest request) {
        Frame frame = reports.frame(request, report.sent() ? "/tell/mine" : "/tell/files");
        model.addAttribute(
                "page",
                new ViewPage(
                        frame,
                        Masking.mask(report.account(), report.hidden()).stream()
                                .map(piece -> piece(frame.w(), piece))
                                .toList(),
                        typed,
                        report.sent() ? "/tell/mine" : "/tell/check",
                        errors));
        return "portal/dialogue/view";
    }

    private static Piece piece(Words words, Masking.Piece piece) {
        return switch (piece) {
            case Masking.Piece.Shown(String text) -> new Piece(text, false);
            case Masking.Piece.Masked(Masking.What what) -> new Piece(words.of("mask." + what), true);
        };
    }

    /** Keeps the words that the reporter hides, a line each: all of them, or none and why. */
    @PostMapping("/view")
    String hide(
            @RequestParam(defaultValue = "") String hidden,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<String> lines = Arrays.stream(clean(hidden).split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        boolean switched = reports.switched(request, response);
        Words words = reports.frame(request, null).w();
        Optional<String> wrong = switched ? Optional.empty() : wrong(words, lines);
        boolean kept = !switched && wrong.isEmpty();
        Optional<OpenReport> report = reports.opened(
                request,
                open -> {
                    if (kept) {
                        reports.hide(lines);
                    }
                    return open;
                },
                kept ? Act.ALTERATION : Act.CONSULTATION,
                TO_HIDE,
                List.of("hidden"));
        if (report.isEmpty()) {
            return PublicReports.TO_RETURN;
        }
        if (kept) {
            return "redirect:/tell/view";
        }
        if (!switched) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        List<ErrorLink> errors =
                wrong.map(sentence -> ErrorLink.at("hidden", sentence)).stream().toList();
        return view(report.get(), hidden, errors, model, request);
    }

    private static Optional<String> wrong(Words words, List<String> lines) {
        if (lines.size() > MOST_HIDDEN) {
            return Optional.of(words.of("view.many", MOST_HIDDEN));
        }
        return lines.stream()
                .filter(line -> line.length() > LONGEST_HIDDEN)
                .findFirst()
                .map(line -> words.of("view.long", LONGEST_HIDDEN, line.substring(0, GLIMPSE)));
    }

    static String clean(String text) {
        return CONTROL.matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll(" ")
                .strip();
    }
}
