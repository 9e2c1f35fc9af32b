package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.report.TellPage.Field;
import uk.frith.platform.portal.report.TellPage.Kind;

/** The way in, the way back in and the way out: none of these pages shows anything of anybody. */
@Controller
@RequestMapping("/tell")
class StartPages {

    static final String PAGE = "page";
    static final String SUBJECT = "online report";
    private static final String QUESTION = "portal/report/question";
    private static final List<String> WHYS = List.of("ASB", "CRIME", "NOISE", "STREET", "POLICE", "PAGE", "OTHER");
    /** For these somebody else may be the one to ask; who that is is said first, and then they can tell it all the same. */
    private static final Set<String> ELSEWHERE = Set.of("NOISE", "STREET", "POLICE", "PAGE");

    private static final Pattern SIGN = Pattern.compile("[0-9A-HJKMNP-TV-Z]{8}");
    static final Pattern WITHIN = Pattern.compile("/(tell|here)[A-Za-z0-9/-]*");

    private final ReportDesk desk;
    private final ReportRepository reports;
    private final Visits visits;
    private final Codes codes;
    private final Turns turns;
    private final Framing framing;
    private final PortalSettings settings;
    private final InstantSource clock;
    private final List<SignPlaces> signs;

    StartPages(
            ReportDesk desk,
            ReportRepository reports,
            Visits visits,
            Codes codes,
            Turns turns,
            Framing framing,
            PortalSettings settings,
            InstantSource clock,
            ObjectProvider<SignPlaces> signs) {
        this.desk = desk;
        this.reports = reports;
        this.visits = visits;
        this.codes = codes;
        this.turns = turns;
        this.framing = framing;
        this.settings = settings;
        this.clock = clock;
        this.signs = signs.stream().toList();
    }

    @GetMapping
    String start(Model model, HttpServletRequest request) {
        model.addAttribute(PAGE, new TellPage.Start(framing.frame(request, null)));
        return "portal/report/start";
    }

    @GetMapping("/why")
    String why(Model model, HttpServletRequest request) {
        return why("", List.of(), model, request);
    }

    private String why(String chosen, List<ErrorLink> errors, Model model, HttpServletRequest request) {
        Words words = framing.words(request);
        Field field = new Field(
                Kind.RADIOS,
                "why",
                words.of("why.title"),
                null,
                errors.isEmpty() ? null : errors.getFirst().text(),
                true,
                "",
                WHYS.stream()
                        .map(why -> Choice.of(why, words.of("why." + why))
                                .withSelected(why.equals(chosen))
                                .withHint(words.has("why." + why + ".hint") ? words.of("why." + why + ".hint") : null))
                        .toList(),
                List.of(),
                null,
                null);
        model.addAttribute(
                PAGE,
                new TellPage.Question(
                        framing.frame(words, "/tell/why", "/tell"),
                        words.of("why.title"),
                        null,
                        List.of(),
                        "/tell",
                        List.of(field),
                        Map.of(),
                        words.of("button.continue"),
                        false,
                        false,
                        errors));
        return QUESTION;
    }

    @GetMapping("/elsewhere")
    String elsewhere(@RequestParam(defaultValue = "") String why, Model model, HttpServletRequest request) {
        if (!ELSEWHERE.contains(why)) {
            return "redirect:/tell/why";
        }
        Words words = framing.words(request);
        model.addAttribute(
                PAGE,
                new TellPage.Elsewhere(
                        framing.frame(words, "/tell/why", "/tell/why"),
                        words.of("elsewhere." + why + ".title"),
                        List.of(words.of("elsewhere." + why + ".text"), words.of("elsewhere." + why + ".more")),
                        why));
        return "portal/report/elsewhere";
    }

    /** Begins a report, when it is this address's turn. */
    @PostMapping
    String begin(
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String anyway,
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String sign,
            @RequestParam(defaultValue = "") String scanned,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        // Whoever waits in the line or read who else deals with it has chosen already, and just asks again.
        if (framing.switched(request, response) && anyway.isEmpty()) {
            return why(why, List.of(), model, request);
        }
        if (!WHYS.contains(why)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return why("", List.of(ErrorLink.at("why", framing.words(request).of("why.missing"))), model, request);
        }
        if (ELSEWHERE.contains(why) && anyway.isEmpty()) {
            return "redirect:/tell/elsewhere?why=" + why;
        }
        return switch (turns.take(request.getRemoteAddr(), ticket)) {
            case TurnRules.Turn.Now() -> begun(why, sign, scanned, request, response);
            case TurnRules.Turn.Later later -> wait(later, why, sign, scanned, model, request, response);
        };
    }

    private String begun(
            String why, String sign, String scanned, HttpServletRequest request, HttpServletResponse response) {
        String token = codes.token();
        String secret = codes.secret();
        String language = framing.words(request).language();
        desk.audited(
                token,
                () -> start(secret, token, language, why, sign, scanned),
                report -> Entry.of(Act.COLLECTION, SUBJECT, Drafting.TO_TELL).about(List.of(report.toString())));
        visits.begin(request, response, token, secret);
        return "redirect:/tell/code";
    }

    /** Begins a draft; at a sign it knows its place and moment already, which its writer can still change. */
    private UUID start(String secret, String token, String language, String why, String sign, String scanned) {
        Optional<SignPlaces.Spot> spot = SIGN.matcher(sign).matches()
                ? signs.stream().flatMap(each -> each.spot(sign).stream()).findFirst()
                : Optional.empty();
        UUID report = reports.start(codes.code(), secret, token, language, why, spot.map(SignPlaces.Spot::id));
        spot.ifPresent(there -> reports.keep(Map.of(
                "where",
                "WORDS",
                "place",
                there.place(),
                "scanned",
                StepRules.scanned(scanned, clock.instant()).toString())));
        return report;
    }

    private String wait(
            TurnRules.Turn.Later later,
            String why,
            String sign,
            String scanned,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = framing.words(request);
        long minutes = (later.seconds() + 59) / 60;
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(later.seconds()));
        model.addAttribute(
                PAGE,
                new TellPage.Wait(
                        framing.frame(words, "/tell/why", null),
                        why,
                        SIGN.matcher(sign).matches() ? sign : "",
                        StepRules.scanned(scanned, clock.instant()).toString(),
                        later.ticket(),
                        later.ahead(),
                        minutes == 1 ? words.of("wait.minute") : words.of("wait.some", minutes)));
        return "portal/report/wait";
    }

    @GetMapping("/return")
    String comeBack(@RequestParam(defaultValue = "") String lost, Model model, HttpServletRequest request) {
        return comeBack(lost.isEmpty() ? "return.lead" : "return.lost", "", "", List.of(), model, request);
    }

    private String comeBack(
            String lead, String code, String secret, List<ErrorLink> errors, Model model, HttpServletRequest request) {
        Words words = framing.words(request);
        String wrong = errors.isEmpty() ? null : errors.getFirst().text();
        model.addAttribute(
                PAGE,
                new TellPage.Question(
                        framing.frame(words, "/tell/return", "/tell"),
                        words.of("return.title"),
                        words.of("return.title"),
                        List.of(words.of(lead)),
                        "/tell/return",
                        List.of(line(words, "code", code, wrong), line(words, "secret", secret, null)),
                        Map.of(),
                        words.of("return.button"),
                        false,
                        false,
                        errors));
        return QUESTION;
    }

    private static Field line(Words words, String name, String value, @org.jspecify.annotations.Nullable String wrong) {
        return new Field(
                Kind.LINE,
                name,
                words.of("return." + name),
                words.of("return." + name + ".hint"),
                wrong,
                false,
                value,
                List.of(),
                List.of(),
                "off",
                null);
    }

    /** Opens a report again, in whatever browser: all that it takes is the code and the secret. */
    @PostMapping("/return")
    String comeBack(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String secret,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (framing.switched(request, response)) {
            return comeBack("return.lead", code, secret, List.of(), model, request);
        }
        Optional<String> meantCode = Codes.typedCode(code);
        Optional<String> meantSecret = Codes.typedSecret(secret);
        String token = codes.token();
        Optional<Report> opened = meantCode.isEmpty() || meantSecret.isEmpty()
                ? Optional.empty()
                : desk.audited(
                        token,
                        () -> reports.comeBack(meantCode.get(), meantSecret.get(), token)
                                ? reports.mine()
                                : Optional.<Report>empty(),
                        found -> Entry.of(
                                        found.isPresent() ? Act.CONSULTATION : Act.REFUSAL,
                                        SUBJECT,
                                        "to open a report again")
                                .about(found.map(report -> report.id().toString()).stream()
                                        .toList()));
        if (opened.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String wrong = framing.words(request).of("return.wrong");
            return comeBack(
                    "return.lead",
                    meantCode.map(Codes::inFours).orElse(code),
                    "",
                    List.of(ErrorLink.at("code", wrong)),
                    model,
                    request);
        }
        visits.write(request, response, Visits.Kind.REPORT, token);
        visits.clear(request, response, Visits.Kind.SECRET);
        return opened.get().state() == Report.State.DRAFT ? "redirect:/tell/check" : "redirect:/tell/mine";
    }

    @GetMapping("/language")
    String language(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "/tell") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        framing.choose(to, request, response);
        return "redirect:" + (WITHIN.matcher(back).matches() ? back : "/tell");
    }

    /** Out at once: the report stays as it is and this browser has it open no longer. */
    @GetMapping("/exit")
    String exit(HttpServletRequest request, HttpServletResponse response) {
        String token = visits.token(request);
        if (!token.isEmpty()) {
            desk.unaudited("leaving shows nothing of anybody", token, () -> {
                reports.leave();
                return token;
            });
        }
        visits.forget(request, response);
        return "redirect:" + settings.exitAddress();
    }
}
