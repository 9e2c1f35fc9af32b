package uk.frith.platform.portal.signs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.portal.report.Masking;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.signs.SignRepository.Sign;

/** Making codes for places, printing them, and seeing how they fare and what is said there. */
@Controller
@RequestMapping("/signs")
class SignPages {

    static final String TO_KEEP = "to look after codes at places";
    private static final String LIST = "portal/signs/staff-signs";
    static final int SHOWN = 500;
    private static final int WORDS_SHOWN = 200;
    private static final int LONGEST_NEWS = 1_000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Desk desk;
    private final SignRepository repository;
    private final TextRepository texts;
    private final SignCodes codes;
    private final Places places;
    private final PublicReports reports;
    private final InstantSource clock;

    SignPages(
            Desk desk,
            SignRepository repository,
            TextRepository texts,
            SignCodes codes,
            Places places,
            PublicReports reports,
            InstantSource clock) {
        this.desk = desk;
        this.repository = repository;
        this.texts = texts;
        this.codes = codes;
        this.places = places;
        this.reports = reports;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem signs() {
            return new OversightItem(
                    "Codes at places",
                    "QR codes on gates, stiles and shelters: their sheets, answers and health.",
                    "/signs",
                    Permission.RECORD_INCIDENTS,
                    46);
        }
    }

    /** A sign in the list. */
    record Line(String path, String name, String kind, String place, String health, long scans, long reports) {}

    /** All signs, and the form for another. */
    record SignsPage(List<Line> signs, List<Choice> kinds, SignRules.Typed typed, List<ErrorLink> errors) {
        SignsPage {
            signs = List.copyOf(signs);
            kinds = List.copyOf(kinds);
            errors = List.copyOf(errors);
        }

        /** What is wrong with a field; null when nothing is. */
        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }
    }

    /** How a question was answered. */
    record ResultLine(String question, long answers, String mean) {}

    /** Something that was written. */
    record Said(String when, String text) {
        @Override
        public String toString() {
            return "Said";
        }
    }

    /** One sign. */
    record SignPage(
            String path,
            String name,
            String where,
            String address,
            boolean up,
            boolean damaged,
            List<String> health,
            long scans,
            long reports,
            List<ResultLine> results,
            List<Said> words,
            List<Said> news,
            List<ErrorLink> errors) {
        SignPage {
            health = List.copyOf(health);
            results = List.copyOf(results);
            words = List.copyOf(words);
            news = List.copyOf(news);
            errors = List.copyOf(errors);
        }
    }

    private static final SignRules.Typed EMPTY = new SignRules.Typed("", "GATE", "", "", "", "");

    @GetMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_KEEP)
    String list(Model model) {
        return list(EMPTY, List.of(), model);
    }

    private String list(SignRules.Typed typed, List<ErrorLink> errors, Model model) {
        List<Sign> signs = desk.audited(
                Entry.of(Act.CONSULTATION, "signs", TO_KEEP), () -> repository.all(SHOWN, clock.instant()));
        model.addAttribute(
                "page",
                new SignsPage(
                        signs.stream().map(this::line).toList(),
                        Choice.of(SignKind.values(), SignKind::words).stream()
                                .map(choice -> choice.withSelected(typed.kind().equals(choice.value())))
                                .toList(),
                        typed,
                        errors));
        return LIST;
    }

    private Line line(Sign sign) {
        List<String> health = SignRules.health(sign.use(), clock.instant());
        return new Line(
                "/signs/" + sign.id(),
                sign.name(),
                sign.kind().words(),
                sign.place(),
                !sign.up() ? "Taken down" : health.isEmpty() ? "Well" : String.join("; ", health),
                sign.scans(),
                sign.reports());
    }

    @PostMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_KEEP)
    String make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String grid,
            @RequestParam(defaultValue = "") String postcode,
            @RequestParam(defaultValue = "") String questions,
            Model model,
            HttpServletResponse response) {
        SignRules.Typed typed =
                new SignRules.Typed(plain(name), kind, plain(place), grid.strip(), postcode.strip(), plain(questions));
        List<ErrorLink> errors = new java.util.ArrayList<>(SignRules.faults(typed).stream()
                .map(fault -> ErrorLink.at(fault.field(), fault.sentence()))
                .toList());
        Optional<Area> ofPostcode = places.ofPostcode(typed.postcode());
        Optional<String> lsoa =
                ofPostcode.or(() -> places.ofGridReference(typed.grid())).map(Area::code);
        if (!typed.postcode().isEmpty() && ofPostcode.isEmpty()) {
            errors.add(ErrorLink.at("postcode", "The postcode isn't known. Leave it empty if there is none"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(typed, errors, model);
        }
        Actor actor = desk.actor().orElseThrow();
        UUID id = desk.audited(
                () -> repository.add(actor.organisation(), codes.next(), typed, lsoa, actor.account()),
                made -> Entry.of(Act.COLLECTION, "sign", TO_KEEP).about(List.of(made.toString())));
        return "redirect:/signs/" + id;
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cs}\\uFFFE\\uFFFF]", " ")
                .strip();
    }

    private record Whole(
            Sign sign,
            List<SignRepository.Result> results,
            List<SignRepository.Written> words,
            List<SignRepository.Written> news) {}

    private Whole whole(UUID id) {
        Sign sign = repository
                .find(id, clock.instant())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Whole(sign, repository.results(id), repository.words(id, WORDS_SHOWN), repository.news(id));
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_KEEP)
    String one(@PathVariable UUID id, Model model, HttpServletRequest request) {
        Whole whole = desk.audited(
                Entry.of(Act.CONSULTATION, "sign", TO_KEEP).about(List.of(id.toString())), () -> whole(id));
        return show(whole, List.of(), model, request);
    }

    private String show(Whole whole, List<ErrorLink> errors, Model model, HttpServletRequest request) {
        Sign sign = whole.sign();
        model.addAttribute(
                "page",
                new SignPage(
                        "/signs/" + sign.id(),
                        sign.name(),
                        sign.kind().words() + ", " + sign.place() + (sign.grid().isEmpty() ? "" : ", " + sign.grid()),
                        address(sign, request),
                        sign.up(),
                        sign.use().damaged(),
                        SignRules.health(sign.use(), clock.instant()),
                        sign.scans(),
                        sign.reports(),
                        whole.results().stream()
                                .map(result -> new ResultLine(
                                        result.text(),
                                        result.answers(),
                                        result.mean()
                                                .map(mean -> String.format(Locale.UK, "%.1f of 5", mean))
                                                .orElse("–")))
                                .toList(),
                        whole.words().stream()
                                .map(said -> new Said(
                                        MOMENT.format(said.at()), Masking.plain(Masking.mask(said.text(), List.of()))))
                                .toList(),
                        whole.news().stream()
                                .map(said -> new Said(MOMENT.format(said.at()), said.text()))
                                .toList(),
                        errors));
        return "portal/signs/staff-sign";
    }

    /** What the code leads to. */
    private String address(Sign sign, HttpServletRequest request) {
        return reports.address(request) + "/here/" + sign.code();
    }

    private record Printed(Sign sign, Optional<String> number) {}

    @GetMapping("/{id}/sheet.pdf")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_KEEP)
    ResponseEntity<byte[]> sheet(@PathVariable UUID id, HttpServletRequest request) {
        Printed printed = desk.audited(
                Entry.of(Act.CONSULTATION, "sign", TO_KEEP).about(List.of(id.toString())),
                () -> new Printed(
                        whole(id).sign(),
                        texts.number(desk.actor().orElseThrow().organisation())));
        Sign sign = printed.sign();
        byte[] pdf = Sheet.pdf(
                sign.name(),
                sign.place(),
                address(sign, request),
                sign.code().substring(0, 4) + "-" + sign.code().substring(4),
                printed.number());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("sign-" + sign.code() + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    /** Says what was done at the place, to everybody who reads the code. What points to a person is hidden. */
    @PostMapping("/{id}/news")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_KEEP)
    String news(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String said = Masking.plain(Masking.mask(plain(text), List.of()));
        if (said.isEmpty() || said.length() > LONGEST_NEWS) {
            Whole whole = desk.audited(
                    Entry.of(Act.CONSULTATION, "sign", TO_KEEP).about(List.of(id.toString())), () -> whole(id));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(
                    whole,
                    List.of(ErrorLink.at("text", "Write what was done, in at most 1,000 characters")),
                    model,
                    request);
        }
        return change(id, actor -> repository.addNews(id, said, actor.account()));
    }

    @PostMapping("/{id}/mended")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_KEEP)
    String mended(@PathVariable UUID id) {
        return change(id, actor -> repository.mended(id, actor.account(), clock.instant()));
    }

    @PostMapping("/{id}/down")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_KEEP)
    String down(@PathVariable UUID id) {
        return change(id, actor -> repository.takenDown(id));
    }

    private String change(UUID id, Consumer<Actor> work) {
        Actor actor = desk.actor().orElseThrow();
        desk.audited(Entry.of(Act.ALTERATION, "sign", TO_KEEP).about(List.of(id.toString())), () -> {
            whole(id);
            work.accept(actor);
            return id;
        });
        return "redirect:/signs/" + id;
    }
}
