package uk.frith.platform.portal.signs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.report.Frame;
import uk.frith.platform.portal.report.Masking;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.report.Words;
import uk.frith.platform.portal.signs.SignRepository.Question;
import uk.frith.platform.portal.signs.SignRepository.Seen;
import uk.frith.platform.portal.signs.SignRepository.Written;

/** What somebody sees who reads a code, and what they can say there. Nothing of who they are is kept. */
@Controller
@RequestMapping("/here")
class HerePages {

    private static final String VIEW = "portal/signs/here";
    private static final String TO_SEE = "to see what a code says";
    static final String TO_SAY = "to say how it is at a place";
    private static final int BEST = 5;
    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{8}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cs}\\uFFFE\\uFFFF]");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withZone(ZoneId.of("Europe/London"));

    private final PublicReports reports;
    private final SignRepository repository;
    private final InstantSource clock;

    HerePages(PublicReports reports, SignRepository repository, InstantSource clock) {
        this.reports = reports;
        this.repository = repository;
        this.clock = clock;
    }

    /** A question with its choices. */
    record Asked(String name, String text, List<Choice> choices) {}

    /** Something that was done here. */
    record News(String when, String text) {
        @Override
        public String toString() {
            return "News";
        }
    }

    /**
     * The page of a code.
     *
     * @param scanned the moment at which it was read, which a report that begins here can keep
     * @param thanks what is said after something was sent; empty before
     * @param typed what somebody wrote, to be shown to them again
     */
    record HerePage(
            Frame frame,
            String code,
            String scanned,
            String name,
            String place,
            String by,
            String since,
            List<News> news,
            List<Asked> questions,
            String thanks,
            String typed,
            List<ErrorLink> errors) {
        HerePage {
            news = List.copyOf(news);
            questions = List.copyOf(questions);
            errors = List.copyOf(errors);
        }

        @Nullable
        String wrong() {
            return ErrorLink.textAt("words", errors);
        }

        @Override
        public String toString() {
            return "HerePage[" + code + "]";
        }
    }

    private record Found(Seen seen, List<Question> questions, List<Written> news) {}

    @GetMapping("/{code}")
    String here(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String done,
            Model model,
            HttpServletRequest request) {
        return show(found(code), code, done, Map.of(), List.of(), model, request);
    }

    private Found found(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<Found> found = reports.audited(
                () -> repository
                        .read(code)
                        .map(seen -> new Found(seen, repository.questions(code), repository.newsAt(code))),
                seen -> Entry.of(Act.CONSULTATION, "sign", TO_SEE)
                        .about(seen.map(each -> each.seen().id().toString()).stream()
                                .toList()));
        return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param sent what was chosen and written and isn't kept yet */
    private String show(
            Found found,
            String code,
            String done,
            Map<String, String> sent,
            List<ErrorLink> errors,
            Model model,
            HttpServletRequest request) {
        Frame frame = reports.frame(request, null);
        Words words = frame.w();
        String thanks = switch (done) {
            case "answers" -> words.of("here.thanks");
            case "damaged" -> words.of("here.damagedThanks");
            default -> "";
        };
        model.addAttribute(
                "page",
                new HerePage(
                        frame,
                        code,
                        clock.instant().toString(),
                        found.seen().name(),
                        found.seen().place(),
                        words.of("here.by", found.seen().organisation()),
                        since(words, found.seen().reports()),
                        found.news().stream()
                                .map(news -> new News(
                                        DAY.format(news.at()), Masking.plain(Masking.mask(news.text(), List.of()))))
                                .toList(),
                        found.questions().stream()
                                .map(question -> asked(words, question, sent))
                                .toList(),
                        thanks,
                        sent.getOrDefault("words", ""),
                        errors));
        return VIEW;
    }

    private static String since(Words words, long reports) {
        if (reports == 0) {
            return words.of("here.none");
        }
        return reports < SignRules.SMALLEST_SHOWN ? words.of("here.few") : words.of("here.reports", reports);
    }

    private static Asked asked(Words words, Question question, Map<String, String> sent) {
        String name = "q" + question.number();
        return new Asked(
                name,
                question.text(),
                IntStream.rangeClosed(1, BEST)
                        .mapToObj(score -> Choice.of(String.valueOf(score), words.of("here." + score))
                                .withSelected(sent.getOrDefault(name, "").equals(String.valueOf(score))))
                        .toList());
    }

    /** Answers as many of the questions as somebody likes. */
    @PostMapping("/{code}")
    String answer(
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Found found = found(code);
        if (reports.switched(request, response)) {
            return show(found, code, "", sent, List.of(), model, request);
        }
        Words words = reports.frame(request, null).w();
        String said = CONTROL.matcher(sent.getOrDefault("words", "").replace("\r\n", "\n"))
                .replaceAll(" ")
                .strip();
        List<Question> scored = new ArrayList<>(found.questions());
        scored.removeIf(
                question -> !sent.getOrDefault("q" + question.number(), "").matches("[1-5]"));
        if (said.length() > SignRules.LONGEST_WORDS || (scored.isEmpty() && said.isEmpty())) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            ErrorLink wrong = said.isEmpty()
                    ? new ErrorLink(words.of("here.nothing"), null)
                    : ErrorLink.at("words", words.of("here.long"));
            return show(found, code, "", sent, List.of(wrong), model, request);
        }
        boolean taken = reports.audited(
                () -> {
                    boolean all = true;
                    for (Question question : scored) {
                        all &= repository.tell(
                                code,
                                question.number(),
                                Integer.valueOf(sent.getOrDefault("q" + question.number(), "")),
                                null);
                    }
                    // What somebody adds belongs to the whole sheet; it is kept with its first question.
                    return said.isEmpty() ? all : repository.tell(code, 1, null, said) && all;
                },
                done -> Entry.of(Act.COLLECTION, "sign", TO_SAY)
                        .about(List.of(found.seen().id().toString())));
        if (taken) {
            return "redirect:/here/" + code + "?done=answers";
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        return show(found, code, "", sent, List.of(new ErrorLink(words.of("here.full"), null)), model, request);
    }

    @PostMapping("/{code}/damaged")
    String damaged(@PathVariable String code) {
        Found found = found(code);
        reports.audited(
                () -> repository.isDamaged(code),
                done -> Entry.of(Act.COLLECTION, "sign", "to say that a code is damaged")
                        .about(List.of(found.seen().id().toString())));
        return "redirect:/here/" + code + "?done=damaged";
    }
}
