package uk.frith.platform.portal.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Action;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.foundation.pages.SummaryRow;

/** The samples of this chapter's pages; the public's can be had in any language. */
public final class PortalSamples implements SamplePages {

    private static final Instant NOW = Instant.parse("2026-03-01T20:10:00Z");
    private static final Map<String, String> AREAS = Map.of("E05000001|1: 2", "1: 2");
    private static final Map<String, String> FORCES = Map.of("1", "1");

    @Override
    public Stream<Sample> samples() {
        return of(PublicWords.english());
    }

    /** Every page of the public in a language; whatever isn't the language's is digits. */
    static Stream<Sample> of(Words w) {
        List<Sample> samples = new ArrayList<>();
        samples.add(page("first", "start", new TellPage.Start(frame(w, null))));
        samples.add(page(
                "noise",
                "elsewhere",
                new TellPage.Elsewhere(
                        frame(w, "/tell/why"),
                        w.of("elsewhere.NOISE.title"),
                        List.of(w.of("elsewhere.NOISE.text")),
                        "NOISE")));
        samples.add(
                page("line", "wait", new TellPage.Wait(frame(w, null), "ASB", "", "", "1", 12, w.of("wait.some", 2))));
        samples.add(page(
                "full", "wait", new TellPage.Wait(frame(w, null), "ASB", "", "", "", 5000, w.of("wait.some", 400))));
        samples.add(page("new", "keep", keep(w, Optional.of("0000-0000-0000-0000"), false)));
        samples.add(page("later", "keep", keep(w, Optional.empty(), true)));
        for (Step step : Step.values()) {
            samples.add(page(step.word(), "question", question(w, step, Answers.NONE)));
            List<StepRules.Fault> faults = StepRules.faults(step, Answers.NONE, NOW);
            if (!faults.isEmpty()) {
                samples.add(page(
                        step.word() + "-wrong",
                        "question",
                        new QuestionMaker(w, Answers.NONE, AREAS, FORCES, true)
                                .page(frame(w, "/tell"), step, faults, Map.of("from", "check"))));
            }
        }
        samples.add(page("whole", "map", map(w, "", "")));
        samples.add(page("picked", "map", map(w, "458700,304300", "1, 2")));
        samples.add(page("nowhere", "map", map(w, "1,1", "")));
        samples.add(page("whole", "check", check(w, List.of())));
        samples.add(page("nobody", "check", check(w, List.of(new ErrorLink(w.of("check.force"), null)))));
        samples.add(page("asked", "discard", new TellPage.Discard(frame(w, "/tell/check"))));
        for (String kind : List.of("missing", "sign", "old", "large", "many", "unread", "broken")) {
            samples.add(page(
                    kind,
                    "failed",
                    new TellPage.Failed(frame(w, null), kind, kind.equals("large") ? "/tell/files" : "", "2222-2222")));
        }
        samples.add(page("going-on", "question", question(w, Step.WHERE, Answers.NONE.with(Map.of("when", "NOW")))));
        samples.add(page("sent", "done", done(w, "", Optional.of("0000-0000-0000-0000"))));
        samples.add(page("taken", "done", done(w, "26-000000001", Optional.empty())));
        return samples.stream();
    }

    static Frame frame(Words w, @Nullable String back) {
        return PublicWords.frame(w, back);
    }

    private static Sample page(String name, String template, Object page) {
        return Sample.of(name, "portal/report/" + template, Map.of("page", page, "chrome", SamplePages.stranger()));
    }

    private static TellPage.Question question(Words w, Step step, Answers answers) {
        return new QuestionMaker(w, answers, AREAS, FORCES, true).page(frame(w, "/tell"), step, List.of(), Map.of());
    }

    private static MapPages.MapPage map(Words w, String point, String around) {
        return new MapPages.MapPage(
                frame(w, "/tell"),
                "data:image/svg+xml;base64,PHN2Zy8+",
                MapRules.SMALL,
                1,
                458_700,
                304_300,
                point,
                around,
                true,
                "check");
    }

    private static TellPage.Keep keep(Words w, Optional<String> secret, boolean later) {
        return new TellPage.Keep(frame(w, null), "0000-0000", secret, "/tell/check", later);
    }

    private static TellPage.Check check(Words w, List<ErrorLink> errors) {
        return new TellPage.Check(
                frame(w, "/tell"),
                errors.isEmpty(),
                List.of(SummaryRow.of(
                        w.of("what.title"),
                        "1",
                        Action.of(w.of("check.change"), "/tell/questions/what?from=check", w.of("what.title")))),
                errors);
    }

    private static TellPage.Done done(Words w, String reference, Optional<String> secret) {
        return new TellPage.Done(
                frame(w, null), reference.isEmpty(), reference.isEmpty(), reference, "0000-0000", secret, "1");
    }
}
