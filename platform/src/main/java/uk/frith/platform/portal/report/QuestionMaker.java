package uk.frith.platform.portal.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.DatePart;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.report.StepRules.Fault;
import uk.frith.platform.portal.report.TellPage.Field;
import uk.frith.platform.portal.report.TellPage.Kind;

/** From a step and what was answered to its page. */
final class QuestionMaker {

    private static final Map<String, String> AUTOCOMPLETE =
            Map.of("name", "name", "phone", "tel", "email", "email", "postcode", "postal-code");
    private static final Map<String, String> TYPES = Map.of("phone", "tel", "email", "email");
    private static final List<String> TEXTS = List.of("what", "harm", "wishes", "place");

    private final Words words;
    private final Answers answers;
    private final Map<String, String> areas;
    private final Map<String, String> forces;
    private final boolean map;

    /**
     * @param areas what an area is sent as, and its name
     * @param forces what a force is sent as, and its name
     * @param map whether a place can be picked on a map
     */
    QuestionMaker(Words words, Answers answers, Map<String, String> areas, Map<String, String> forces, boolean map) {
        this.words = words;
        this.answers = answers;
        this.areas = areas;
        this.forces = forces;
        this.map = map;
    }

    /** The page of a step. */
    TellPage.Question page(Frame frame, Step step, List<Fault> faults, Map<String, String> hidden) {
        List<ErrorLink> errors = faults.stream()
                .map(fault -> ErrorLink.at(
                        fault.field().equals("day") ? "day-day" : fault.field(),
                        words.of(fault.key(), fault.gaps().toArray())))
                .toList();
        boolean alone = step.fields().size() == 1;
        List<Field> fields = new ArrayList<>();
        for (String name : step.fields()) {
            if (!name.equals("month") && !name.equals("year")) {
                fields.add(field(step, name, alone, wrong(faults, name)));
            }
        }
        String title = words.of(step.word() + ".title");
        return new TellPage.Question(
                frame,
                title,
                alone ? null : title,
                words.has(step.word() + ".lead") ? List.of(words.of(step.word() + ".lead")) : List.of(),
                step.path(),
                fields,
                hidden,
                words.of("button.continue"),
                true,
                StepRules.isAfterNow(step, answers),
                errors);
    }

    private @Nullable String wrong(List<Fault> faults, String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(fault -> words.of(fault.key(), fault.gaps().toArray()))
                .findFirst()
                .orElse(null);
    }

    private Field field(Step step, String name, boolean alone, @Nullable String wrong) {
        Kind kind = kind(name);
        String label = alone ? words.of(step.word() + ".title") : words.of(name + ".label");
        String hint = words.has(name + ".hint") ? words.of(name + ".hint") : null;
        return new Field(
                kind,
                name,
                label,
                hint,
                wrong,
                alone,
                answers.of(name),
                choices(name),
                kind == Kind.DATE ? dates(wrong != null) : List.of(),
                AUTOCOMPLETE.get(name),
                TYPES.get(name));
    }

    private static Kind kind(String name) {
        if (name.equals("day")) {
            return Kind.DATE;
        }
        if (name.equals("ward") || name.equals("force")) {
            return Kind.SELECT;
        }
        if (StepRules.CHOICES.containsKey(name)) {
            return Kind.RADIOS;
        }
        return TEXTS.contains(name) ? Kind.TEXT : Kind.LINE;
    }

    private List<Choice> choices(String name) {
        if (name.equals("ward")) {
            return selected(name, areas);
        }
        if (name.equals("force")) {
            return selected(name, forces);
        }
        return StepRules.CHOICES.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.equals("LIST") || !areas.isEmpty())
                .filter(value -> !value.equals("MAP") || map)
                .map(value -> Choice.of(value, words.of(name + "." + value))
                        .withHint(
                                words.has(name + "." + value + ".hint") ? words.of(name + "." + value + ".hint") : null)
                        .withSelected(answers.is(name, value)))
                .toList();
    }

    private List<Choice> selected(String name, Map<String, String> known) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("", words.of("select.choose"));
        all.putAll(known);
        return all.entrySet().stream()
                .map(each -> Choice.of(each.getKey(), each.getValue()).withSelected(answers.is(name, each.getKey())))
                .toList();
    }

    private List<DatePart> dates(boolean wrong) {
        String error = wrong ? " govuk-input--error" : "";
        return List.of(
                new DatePart("day", words.of("date.day"), "govuk-input--width-2" + error, answers.of("day"), null),
                new DatePart(
                        "month", words.of("date.month"), "govuk-input--width-2" + error, answers.of("month"), null),
                new DatePart("year", words.of("date.year"), "govuk-input--width-4" + error, answers.of("year"), null));
    }
}
