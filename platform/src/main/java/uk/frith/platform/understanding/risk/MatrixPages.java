package uk.frith.platform.understanding.risk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import uk.frith.platform.foundation.pages.FormFields;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.understanding.risk.Matrix.Bands;
import uk.frith.platform.understanding.risk.MatrixRepository.New;
import uk.frith.platform.understanding.risk.MatrixRepository.Weight;

/** The versions of the matrix, and the form that brings in another. */
@Controller
@RequestMapping("/oversight/risk-matrix")
class MatrixPages {

    private static final String TO_SET = "to set what a risk is assessed with";
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 40;
    private static final int TEN_YEARS = 10;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Desk desk;
    private final MatrixRepository repository;
    private final InstantSource clock;

    MatrixPages(Desk desk, MatrixRepository repository, InstantSource clock) {
        this.desk = desk;
        this.repository = repository;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem matrixLine() {
            return new OversightItem(
                    "The risk matrix",
                    "Questions, scores and bands that the risk to victims is assessed with, from a day on.",
                    "/oversight/risk-matrix",
                    Permission.SET_RISK_MATRIX,
                    62);
        }
    }

    /**
     * The version that holds, all versions, and the form.
     *
     * @param typed what the form holds, by field
     */
    record MatrixPage(
            RiskPage.MatrixNote inForce,
            List<Version> versions,
            List<Line> questions,
            Map<String, String> typed,
            List<ErrorLink> errors) {

        String value(String field) {
            return typed.getOrDefault(field, "");
        }

        /** What is wrong with a field; null when nothing is. */
        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }
    }

    /** A version. */
    record Version(String title, String whose, String from, String reason, String source, boolean verified) {}

    /** A question and its answers, each with a field. */
    record Line(String question, boolean first, List<Weighed> answers) {}

    /** An answer with the field that holds what it weighs. */
    record Weighed(String field, String words) {}

    @GetMapping
    @Allows(value = Permission.SET_RISK_MATRIX, purpose = TO_SET)
    String show(Model model) {
        show(Optional.empty(), List.of(), model);
        return "understanding/risk/matrix";
    }

    private void show(Optional<Map<String, String>> typed, List<ErrorLink> errors, Model model) {
        model.addAttribute("page", desk.audited(Entry.of(Act.CONSULTATION, "risk matrix", TO_SET), () -> {
            Matrix matrix = repository.inForce(actor().organisation(), today());
            return new MatrixPage(
                    RiskPageMaker.note(matrix),
                    repository.versions(actor().organisation()).stream()
                            .map(MatrixPages::version)
                            .toList(),
                    matrix.questions().stream().map(MatrixPages::line).toList(),
                    typed.orElseGet(() -> holding(matrix)),
                    errors);
        }));
    }

    private static Version version(Matrix matrix) {
        return new Version(
                matrix.title(),
                matrix.own() ? "Your organisation" : "As shipped",
                matrix.from().toString(),
                matrix.reason(),
                matrix.source(),
                matrix.verified());
    }

    private static Line line(Matrix.Question question) {
        return new Line(
                question.number() + ". " + question.words(),
                question.firstContact() > 0,
                question.options().stream()
                        .map(option -> new Weighed(field(new Weight(question.number(), option)), option.words()))
                        .toList());
    }

    private static String field(Weight weight) {
        return "s" + weight.question() + "-" + weight.option().number();
    }

    private static Map<String, String> holding(Matrix matrix) {
        Map<String, String> values = new TreeMap<>();
        values.put("name", matrix.name());
        values.put("medium", Integer.toString(matrix.bands().medium()));
        values.put("high", Integer.toString(matrix.bands().high()));
        MatrixRepository.weights(matrix)
                .forEach(weight -> values.put(
                        field(weight), Integer.toString(weight.option().score())));
        return values;
    }

    @PostMapping
    @Allows(value = Permission.SET_RISK_MATRIX, purpose = TO_SET)
    String add(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
        List<ErrorLink> errors = desk.audited(Entry.of(Act.ADMINISTRATION, "risk matrix", TO_SET), () -> added(sent));
        if (errors.isEmpty()) {
            return "redirect:/oversight/risk-matrix";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        show(Optional.of(sent), errors, model);
        return "understanding/risk/matrix";
    }

    private List<ErrorLink> added(Map<String, String> sent) {
        Matrix from = repository.inForce(actor().organisation(), today());
        List<ErrorLink> errors = new ArrayList<>();
        Optional<LocalDate> day = day(sent.getOrDefault("from", ""));
        String name = text(sent, "name", LONGEST_NAME, "Give it a name of 1 to 40 characters", errors);
        String reason = text(sent, "reason", LONGEST_TEXT, "Say why, in 1 to 500 characters", errors);
        String source = text(sent, "source", LONGEST_TEXT, "Say who decided it, in 1 to 500 characters", errors);
        if (day.isEmpty()) {
            errors.add(ErrorLink.at("from", "A day looks like 2026-12-01, and isn't past or more than ten years away"));
        }
        int medium = FormFields.number(sent.getOrDefault("medium", ""));
        int high = FormFields.number(sent.getOrDefault("high", ""));
        int most = 0;
        for (Weight weight : MatrixRepository.weights(from)) {
            int score = FormFields.number(sent.getOrDefault(field(weight), ""));
            most += Math.max(0, score);
            if (score < 0 || score > Matrix.LARGEST_SCORE) {
                errors.add(ErrorLink.at(field(weight), "Give a whole number from 0 to 100"));
            }
        }
        if (medium < 1 || high <= medium || high > most) {
            errors.add(ErrorLink.at(
                    "medium", "Medium begins above 0, high above medium, and high at a score that can be reached"));
        }
        if (!errors.isEmpty()) {
            return errors;
        }
        boolean stands = repository
                .add(
                        from,
                        new New(
                                actor().organisation(),
                                actor().account(),
                                name,
                                day.orElseThrow(),
                                source,
                                reason,
                                new Bands(medium, high),
                                weight -> FormFields.number(sent.getOrDefault(field(weight), ""))))
                .isPresent();
        return stands ? List.of() : List.of(ErrorLink.at("from", "From this day another version holds already"));
    }

    private static String text(
            Map<String, String> sent, String field, int longest, String sentence, List<ErrorLink> errors) {
        String said = Incidents.cleaned(sent.getOrDefault(field, ""));
        if (said.isEmpty() || said.length() > longest) {
            errors.add(ErrorLink.at(field, sentence));
        }
        return said;
    }

    /** A version holds from today on at the earliest, so that no assessment stands beside a version that came after it. */
    private Optional<LocalDate> day(String typed) {
        return FormFields.day(typed)
                .filter(day -> !day.isBefore(today()) && !day.isAfter(today().plusYears(TEN_YEARS)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
