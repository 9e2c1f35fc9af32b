package uk.frith.platform.reports.integrity;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.integrity.FilmRepository.Film;

/** Short films beside the learning texts: played by those who record, put there by the registrar. */
@Controller
class FilmPages {

    private static final String TO_LEARN = "to learn from a short film";
    private static final String TO_WRITE = "to put a short film beside a learning text";
    private static final String SUBJECT = "learning film";
    private static final String FORM = "reports/integrity/film-form";

    private final Desk desk;
    private final Films films;
    private final FilmRepository repository;
    private final Learning learning;

    FilmPages(Desk desk, Films films, FilmRepository repository, Learning learning) {
        this.desk = desk;
        this.films = films;
        this.repository = repository;
        this.learning = learning;
    }

    /** All films that there are. */
    record FilmsPage(List<FilmPart> films) {}

    /** One film. */
    record FilmPage(FilmPart film) {}

    /** The form that puts a film beside a text; {@code film} is the one that is there. */
    record FormPage(
            String path,
            String text,
            @Nullable FilmPart film,
            String title,
            String transcript,
            List<ErrorLink> errors) {

        @Nullable
        String wrong(String id) {
            return ErrorLink.textAt(id, errors);
        }
    }

    @GetMapping("/learning-films")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_LEARN)
    String all(Model model) {
        List<Film> held = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_LEARN), () -> repository.held(actor().organisation()));
        model.addAttribute(
                RecordingAuditPages.PAGE,
                new FilmsPage(held.stream().map(Film::part).toList()));
        return "reports/integrity/films";
    }

    @GetMapping("/learning-films/{id}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_LEARN)
    String one(@PathVariable UUID id, Model model) {
        Film film = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_LEARN).about(List.of(id.toString())), () -> film(id));
        model.addAttribute(RecordingAuditPages.PAGE, new FilmPage(film.part()));
        return "reports/integrity/film-page";
    }

    @GetMapping("/learning-films/{id}/captions")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_LEARN)
    ResponseEntity<byte[]> captions(@PathVariable UUID id) {
        String captions = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_LEARN)
                        .about(List.of(id.toString()))
                        .showing(List.of("captions")),
                () -> repository.captions(id).orElseThrow(RecordingAuditPages::notThere));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "vtt", StandardCharsets.UTF_8))
                .body(captions.getBytes(StandardCharsets.UTF_8));
    }

    /** The film itself. Whoever plays it from its beginning has read its text; what a player fetches after that shows no more. */
    @GetMapping("/learning-films/{id}/film")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_LEARN)
    void content(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.RANGE, defaultValue = "") String range,
            HttpServletResponse response)
            throws IOException {
        Film film = desk.unaudited("a film's size shows nothing of anybody", () -> film(id));
        long first = 0;
        long last = film.bytes() - 1;
        switch (FilmRules.asked(range, film.bytes())) {
            case FilmRules.Asked.Whole() -> response.setStatus(HttpStatus.OK.value());
            case FilmRules.Asked.Part(long from, long to) -> {
                first = from;
                last = to;
                response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + film.bytes());
            }
            case FilmRules.Asked.Nowhere() -> {
                response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + film.bytes());
                return;
            }
        }
        response.setContentType(film.mediaType());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setContentLengthLong(last - first + 1);
        if (first == 0) {
            desk.audited(
                    Entry.of(Act.CONSULTATION, SUBJECT, TO_LEARN)
                            .about(List.of(id.toString()))
                            .showing(List.of("film")),
                    () -> learning.played(actor(), film.code()));
        }
        write(id, first, last, response.getOutputStream());
    }

    /** Writes the bytes from one to another, both included; while they are on their way no work is open. */
    private void write(UUID id, long first, long last, OutputStream out) throws IOException {
        for (long at = first; at <= last; ) {
            int number = Math.toIntExact(at / FilmRepository.PART_BYTES);
            byte[] part = desk.unaudited(
                    "the content of the film whose playing was entered", () -> repository.part(id, number));
            int from = Math.toIntExact(at % FilmRepository.PART_BYTES);
            int length = Math.toIntExact(Math.min(part.length - from, last - at + 1));
            out.write(part, from, length);
            at += length;
        }
    }

    private Film film(UUID id) {
        return repository.find(id).orElseThrow(RecordingAuditPages::notThere);
    }

    @GetMapping("/recording-learning/texts/{code:[A-Za-z_]{3,40}}/film")
    @Allows(value = Permission.WRITE_LEARNING, purpose = TO_WRITE)
    String form(@PathVariable String code, Model model) {
        FormPage page = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_WRITE).with("code", code), () -> form(code, "", "", List.of()));
        model.addAttribute(RecordingAuditPages.PAGE, page);
        return FORM;
    }

    private FormPage form(String code, String title, String transcript, List<ErrorLink> errors) {
        return new FormPage(
                "/recording-learning/texts/" + code + "/film",
                learning.title(code).orElseThrow(RecordingAuditPages::notThere),
                films.of(actor(), code).orElse(null),
                title,
                transcript,
                errors);
    }

    @PostMapping("/recording-learning/texts/{code:[A-Za-z_]{3,40}}/film")
    @Allows(value = Permission.WRITE_LEARNING, purpose = TO_WRITE)
    String keep(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable MultipartFile film,
            @RequestParam(required = false) @Nullable MultipartFile captions,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String transcript,
            Model model,
            HttpServletResponse response) {
        FormPage page = desk.audited(
                () -> {
                    form(code, "", "", List.of());
                    List<ErrorLink> errors =
                            films.keep(actor(), code, new Films.Sent(film, captions, title, transcript));
                    return form(code, title, transcript, errors);
                },
                done -> Entry.of(Act.ALTERATION, SUBJECT, TO_WRITE)
                        .with("code", code)
                        .showing(done.errors().isEmpty() ? List.of("film", "captions", "transcript") : List.of()));
        if (page.errors().isEmpty()) {
            return "redirect:" + page.path();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(RecordingAuditPages.PAGE, page);
        return FORM;
    }

    @PostMapping("/recording-learning/texts/{code:[A-Za-z_]{3,40}}/film/remove")
    @Allows(value = Permission.WRITE_LEARNING, purpose = TO_WRITE)
    String remove(@PathVariable String code) {
        boolean was = desk.audited(
                Entry.of(Act.ERASURE, SUBJECT, TO_WRITE).with("code", code), () -> films.remove(actor(), code));
        if (!was) {
            throw RecordingAuditPages.notThere();
        }
        return "redirect:/recording-learning/texts/" + code + "/film";
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
