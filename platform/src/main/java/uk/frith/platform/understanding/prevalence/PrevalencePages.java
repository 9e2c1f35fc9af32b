package uk.frith.platform.understanding.prevalence;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Crumb;
import uk.frith.platform.foundation.pages.WrittenPart;
import uk.frith.platform.reports.intake.SeriesCoverage;

/** The pages of prevalence and the files that can be taken from them. */
@Controller
class PrevalencePages {

    private static final String SUBJECT = "prevalence";
    private static final String TO_SEE = "to see how much there is, where and when";
    private static final String TO_TAKE = "to use the figures elsewhere";

    private final Desk desk;
    private final Prevalence prevalence;

    PrevalencePages(Desk desk, Prevalence prevalence) {
        this.desk = desk;
        this.prevalence = prevalence;
    }

    @GetMapping("/patterns")
    @Allows(value = Permission.SEE_PREVALENCE, purpose = TO_SEE)
    ModelAndView landing(@RequestParam(name = "find", defaultValue = "") String find) {
        LandingPage page = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_SEE),
                () -> new LandingPage(
                        prevalence.series().stream()
                                .filter(series -> Prevalence.name(series)
                                        .toLowerCase(Locale.UK)
                                        .contains(find.strip().toLowerCase(Locale.UK)))
                                .sorted(Comparator.comparing(Prevalence::name))
                                .map(PrevalencePages::line)
                                .toList(),
                        find,
                        prevalence.latestDataVersion()));
        return new ModelAndView("understanding/prevalence/landing", Map.of("page", page));
    }

    @GetMapping(PageMaker.PATH)
    @Allows(value = Permission.SEE_PREVALENCE, purpose = TO_SEE)
    ModelAndView figures(@RequestParam Map<String, String> given) {
        Map<String, String> chosen = new LinkedHashMap<>(given);
        desk.actor().flatMap(Actor::forceSlug).ifPresent(own -> chosen.putIfAbsent("force", own));
        Asked asked = AddressRules.read(chosen);
        ShownPage page = desk.audited(
                () -> shown(prevalence.find(asked)),
                done -> entry(Act.CONSULTATION, TO_SEE, asked).with("address", done.latest()));
        return new ModelAndView("understanding/prevalence/prevalence", Map.of("page", page));
    }

    @GetMapping(PageMaker.PATH + "/{file}")
    @Allows(value = Permission.SEE_PREVALENCE, purpose = TO_TAKE)
    ResponseEntity<byte[]> download(@PathVariable("file") String file, @RequestParam Map<String, String> given) {
        Asked asked = AddressRules.read(given);
        Saved saved = desk.audited(
                () -> saved(file, prevalence.find(asked)),
                done -> entry(Act.DISCLOSURE, TO_TAKE, asked).with("file", done.name()));
        return ResponseEntity.ok()
                .contentType(saved.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(saved.name())
                                .build()
                                .toString())
                .body(saved.text().getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler(AddressRules.Unreadable.class)
    ModelAndView unreadable(AddressRules.Unreadable refusal) {
        return refused("That can’t be read", refusal.getMessage(), HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(Material.Unknown.class)
    ModelAndView unknown(Material.Unknown refusal) {
        return refused("That isn’t here", refusal.getMessage(), HttpStatus.NOT_FOUND);
    }

    private static ModelAndView refused(
            String title, @org.jspecify.annotations.Nullable String sentence, HttpStatus status) {
        return new ModelAndView(
                "understanding/prevalence/refused",
                Map.of(
                        "page",
                        new RefusedPage(title, Optional.ofNullable(sentence).orElse(""))),
                status);
    }

    private ShownPage shown(Prevalence.Found found) {
        WrittenPart body = prevalence.body(found);
        Answer answer = found.answer();
        String newer = null;
        if (found.newerData()) {
            newer = "These are figures of data version " + answer.question().dataVersion()
                    + ", as the link asked for. Newer data have been imported since.";
        } else if (found.newerPlaces()) {
            newer = "Areas or residents have been imported anew since this link was made: counts are the same, "
                    + "rates may differ.";
        }
        return new ShownPage(
                answer.title(),
                List.of(
                        Crumb.to("Patterns", "/patterns"),
                        answer.question().within().isPresent()
                                ? Crumb.to(
                                        answer.forceName(),
                                        found.asked().within(Optional.empty()).address(PageMaker.PATH))
                                : Crumb.here(answer.areaName()),
                        Crumb.here(
                                answer.question().within().isPresent()
                                        ? answer.areaName() + ", "
                                                + answer.question().period().words()
                                        : answer.question().period().words())),
                body,
                newer,
                found.asked().ofTheLatest().address(PageMaker.PATH),
                desk.actor().filter(actor -> actor.may(Permission.IMPORT_DATA)).isPresent());
    }

    /** A file to be sent. */
    private record Saved(String name, MediaType type, String text) {}

    private static Saved saved(String file, Prevalence.Found found) {
        Answer answer = found.answer();
        List<String> foot = answer.coverage().foot(answer.question().category());
        MediaType csv = new MediaType("text", "csv", StandardCharsets.UTF_8);
        MediaType svg = MediaType.valueOf("image/svg+xml");
        Function<String, Saved> picture =
                text -> new Saved(answer.fileName(file.replace(".svg", "")) + ".svg", svg, text);
        return switch (file) {
            case "areas.csv" ->
                new Saved(answer.fileName(answer.question().unit().slug()) + ".csv", csv, Downloads.areas(answer));
            case "months.csv" -> new Saved(answer.fileName("months") + ".csv", csv, Downloads.months(answer));
            case "areas.geojson" ->
                new Saved(
                        answer.fileName(answer.question().unit().slug()) + ".geojson",
                        MediaType.valueOf("application/geo+json"),
                        Downloads.geoJson(answer));
            case "map.svg" ->
                picture.apply(PageMaker.map(answer, found.asked(), foot).orElseThrow(PrevalencePages::noPicture));
            case "months.svg" -> picture.apply(PageMaker.months(answer, found.annotations(), foot));
            case "funnel.svg" ->
                picture.apply(FunnelDrawing.svg(
                                answer.figures(),
                                PageMaker.limits(found.asked(), answer.figures()),
                                "Funnel plot: " + answer.title(),
                                foot)
                        .orElseThrow(PrevalencePages::noPicture));
            case "deprivation.svg" ->
                picture.apply(DecilesDrawing.svg(answer.figures(), "By deprivation: " + answer.title(), foot));
            default -> throw new Material.Unknown("There is no file \"" + file + "\" of these figures.");
        };
    }

    private static Material.Unknown noPicture() {
        return new Material.Unknown("There is nothing to draw for these figures.");
    }

    private static Entry entry(Act act, String purpose, Asked asked) {
        Entry entry = Entry.of(act, SUBJECT, purpose);
        for (Map.Entry<String, String> parameter : asked.parameters().entrySet()) {
            entry = entry.with(parameter.getKey(), parameter.getValue());
        }
        return entry;
    }

    private static LandingPage.Line line(SeriesCoverage series) {
        return new LandingPage.Line(
                Prevalence.name(series),
                PageMaker.PATH + "?force=" + series.series(),
                series.months().size(),
                Period.words(series.firstMonth()),
                Period.words(series.lastMonth()),
                Words.count(series.rows()),
                Words.count(series.noLsoa()),
                Words.count(series.refused()));
    }
}
