package uk.frith.platform.understanding.prevalence;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;

/** Where an analyst says what changed in what is counted. */
@Controller
class AnnotationPages {

    private static final String PATH = "/patterns/annotations";
    private static final String SUBJECT = "prevalence annotation";
    private static final String TO_REMARK = "to say what changed in what is counted";

    private final Desk desk;
    private final Prevalence prevalence;

    AnnotationPages(Desk desk, Prevalence prevalence) {
        this.desk = desk;
        this.prevalence = prevalence;
    }

    @GetMapping(PATH)
    @Allows(value = Permission.IMPORT_DATA, purpose = TO_REMARK)
    ModelAndView list() {
        return view("", "", "", Map.of(), HttpStatus.OK);
    }

    @PostMapping(PATH)
    @Allows(value = Permission.IMPORT_DATA, purpose = TO_REMARK)
    ModelAndView add(
            @RequestParam(name = "month", defaultValue = "") String month,
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "source", defaultValue = "") String source) {
        Map<String, String> wrong = wrong(month.strip(), text.strip(), source.strip());
        if (!wrong.isEmpty()) {
            return view(month, text, source, wrong, HttpStatus.BAD_REQUEST);
        }
        desk.audited(Entry.of(Act.ALTERATION, SUBJECT, TO_REMARK).with("month", month.strip()), () -> {
            prevalence.annotate(YearMonth.parse(month.strip()), text.strip(), source.strip());
            return month;
        });
        return new ModelAndView("redirect:" + PATH);
    }

    @PostMapping(PATH + "/{id}/remove")
    @Allows(value = Permission.IMPORT_DATA, purpose = TO_REMARK)
    ModelAndView remove(@PathVariable("id") UUID id) {
        desk.audited(
                Entry.of(Act.ERASURE, SUBJECT, TO_REMARK).about(List.of(id.toString())), () -> prevalence.remove(id));
        return new ModelAndView("redirect:" + PATH);
    }

    private ModelAndView view(String month, String text, String source, Map<String, String> wrong, HttpStatus status) {
        AnnotationsPage page = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_REMARK),
                () -> new AnnotationsPage(
                        prevalence.annotations().stream()
                                .map(each -> new AnnotationsPage.Line(
                                        Period.words(each.month()),
                                        each.text(),
                                        each.source(),
                                        PATH + "/" + each.id() + "/remove"))
                                .toList(),
                        month,
                        text,
                        source,
                        wrong));
        return new ModelAndView("understanding/prevalence/annotations", Map.of("page", page), status);
    }

    /** What is wrong with a remark, by field. */
    static Map<String, String> wrong(String month, String text, String source) {
        Map<String, String> wrong = new LinkedHashMap<>();
        try {
            if (YearMonth.parse(month).getYear() < 2000
                    || YearMonth.parse(month).getYear() > 2100) {
                wrong.put("month", "Enter a month from the year 2000 on, as 2020-03.");
            }
        } catch (DateTimeException e) {
            wrong.put("month", "Enter a month, as 2020-03.");
        }
        if (text.isEmpty() || text.length() > Annotation.LONGEST_TEXT) {
            wrong.put("text", "Say what changed in 1 to " + Annotation.LONGEST_TEXT + " characters.");
        }
        if (source.isEmpty() || source.length() > Annotation.LONGEST_SOURCE) {
            wrong.put("source", "Say who says so in 1 to " + Annotation.LONGEST_SOURCE + " characters.");
        }
        return wrong;
    }
}
