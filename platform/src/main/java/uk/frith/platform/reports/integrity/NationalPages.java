package uk.frith.platform.reports.integrity;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.integrity.MixRepository.Written;
import uk.frith.platform.reports.integrity.NationalRules.Read;
import uk.frith.platform.reports.integrity.NationalRules.Typed;

/** The national mix of categories: what holds, what held, and a new one from a day on. */
@Controller
@RequestMapping("/oversight/national-mix")
class NationalPages {

    private static final String TO_SET = "to say what the national mix of categories is";
    private static final String SUBJECT = "national mix";
    private static final String VIEW = "reports/integrity/national";

    private final Desk desk;
    private final MixRepository repository;
    private final InstantSource clock;

    NationalPages(Desk desk, MixRepository repository, InstantSource clock) {
        this.desk = desk;
        this.repository = repository;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem nationalMixLine() {
            return new OversightItem(
                    "National mix of categories",
                    "The shares that your own use of categories is held against, with their source.",
                    "/oversight/national-mix",
                    Permission.SET_NATIONAL_MIX,
                    54);
        }
    }

    /** One mix that was written. */
    record Line(String from, List<String> shares, String source, String whose, String written, boolean holds) {}

    /** The page. */
    record NationalPage(List<Line> lines, Typed typed, List<ErrorLink> errors) {

        @Nullable
        String wrong(String id) {
            return ErrorLink.textAt(id, errors);
        }
    }

    @GetMapping
    @Allows(value = Permission.SET_NATIONAL_MIX, purpose = TO_SET)
    String national(Model model) {
        List<Written> written = desk.audited(Entry.of(Act.CONSULTATION, SUBJECT, TO_SET), () -> repository.written());
        model.addAttribute(
                RecordingAuditPages.PAGE,
                page(written, today(), new Typed("", "", "", today().toString(), ""), List.of()));
        return VIEW;
    }

    private record Done(Read read, List<Written> written) {}

    @PostMapping
    @Allows(value = Permission.SET_NATIONAL_MIX, purpose = TO_SET)
    String set(
            @RequestParam(defaultValue = "") String personal,
            @RequestParam(defaultValue = "") String nuisance,
            @RequestParam(defaultValue = "") String environmental,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String source,
            Model model,
            HttpServletResponse response) {
        Typed typed = new Typed(personal, nuisance, environmental, from, source);
        Done done = desk.audited(
                () -> {
                    Read read = NationalRules.read(typed, today());
                    NationalMix mix = read.mix();
                    if (mix != null) {
                        repository.write(actor().organisation(), mix, actor().account());
                    }
                    return new Done(read, repository.written());
                },
                result -> Entry.of(Act.ADMINISTRATION, SUBJECT, TO_SET)
                        .with("kept", Boolean.toString(result.read().errors().isEmpty())));
        if (done.read().errors().isEmpty()) {
            return "redirect:/oversight/national-mix";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                RecordingAuditPages.PAGE,
                page(done.written(), today(), typed, done.read().errors()));
        return VIEW;
    }

    static NationalPage page(List<Written> written, LocalDate today, Typed typed, List<ErrorLink> errors) {
        Written holds = written.stream()
                .filter(each -> !each.mix().validFrom().isAfter(today))
                .findFirst()
                .orElse(null);
        return new NationalPage(
                written.stream()
                        .map(each -> new Line(
                                Words.day(each.mix().validFrom()),
                                each.mix().shares().stream()
                                        .map(NationalPages::percent)
                                        .toList(),
                                each.mix().source(),
                                each.shipped() ? "Came with Frith" : "Your own",
                                each.shipped() ? "–" : Words.moment(each.writtenAt()),
                                each.equals(holds)))
                        .toList(),
                typed,
                errors);
    }

    /** With one decimal where there is one. */
    static String percent(double share) {
        long tenths = Math.round(share * 1000);
        return (tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10) + " %";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.LONDON);
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
