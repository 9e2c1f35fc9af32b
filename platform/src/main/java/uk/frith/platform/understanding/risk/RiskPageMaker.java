package uk.frith.platform.understanding.risk;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Difference;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.InRun;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.understanding.risk.Matrix.Question;
import uk.frith.platform.understanding.risk.Matrix.Section;
import uk.frith.platform.understanding.risk.RiskRepository.Review;

/** From assessments to the page's records. */
@Component
class RiskPageMaker {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Incidents incidents;
    private final MatrixRepository matrices;
    private final RiskRepository repository;
    private final Assessor assessor;

    RiskPageMaker(Incidents incidents, MatrixRepository matrices, RiskRepository repository, Assessor assessor) {
        this.incidents = incidents;
        this.matrices = matrices;
        this.repository = repository;
        this.assessor = assessor;
    }

    /**
     * What a form that was refused held, and why.
     *
     * @param given null when it was another form of the page
     */
    record Again(@Nullable Given given, List<Difference> differences, List<ErrorLink> errors, String review) {
        static final Again NOTHING = new Again(null, List.of(), List.of(), "");

        @Override
        public String toString() {
            return "Again" + errors.size();
        }
    }

    /** Somebody who looks at the risk to a household. */
    record Look(InRun incident, int household, Optional<Trigger> trigger, boolean supervisor) {}

    RiskPage make(Look look, Again again) {
        UUID incident = look.incident().incident();
        Matrix matrix = assessor.matrix();
        List<Assessment> history = repository.history(incident, look.household());
        Optional<Assessment> latest = history.stream().findFirst();
        Optional<Assessment> before = assessor.before(incident, look.household());
        boolean open = incidents.isOpen(incident);
        return new RiskPage(
                RiskPage.pathOf(incident, look.household()),
                "/incidents/" + incident,
                look.incident().reference(),
                look.household(),
                latest.map(each -> each.id().toString()).orElse(""),
                open,
                latest.map(each -> each.says() + ". " + MOMENT.format(each.made()) + ", " + each.maker() + ".")
                        .orElse("Not assessed yet."),
                latest.map(each -> each.band().words()).orElse(""),
                latest.filter(each -> !each.isComplete())
                        .map(each -> unanswered(matrices.matrix(each.matrix()), each))
                        .orElse(""),
                began(look, before),
                form(matrix, look, before, again),
                past(history, repository.reviews(incident, look.household())),
                open && look.supervisor() && latest.isPresent(),
                again.review(),
                note(matrix),
                again.differences(),
                again.errors());
    }

    static RiskPage.MatrixNote note(Matrix matrix) {
        return new RiskPage.MatrixNote(
                matrix.title(),
                matrix.source(),
                matrix.verified(),
                "Standard from 0, medium from " + matrix.bands().medium() + ", high from "
                        + matrix.bands().high() + " of at most " + matrix.most());
    }

    private static String unanswered(Matrix matrix, Assessment latest) {
        return matrix.questions().stream()
                .filter(question -> !latest.given().answers().containsKey(question.number()))
                .map(Question::words)
                .collect(Collectors.joining(" "));
    }

    private static String began(Look look, Optional<Assessment> before) {
        return before.map(each -> each.incident().equals(look.incident().incident())
                        ? "The form holds the answers of " + MOMENT.format(each.made()) + ". Change what has changed."
                        : "The form holds what was answered on " + MOMENT.format(each.made())
                                + " about the incident that this follows up. Change what has changed.")
                .orElse("");
    }

    private RiskPage.Form form(Matrix matrix, Look look, Optional<Assessment> before, Again again) {
        Given given = again.given() != null ? again.given() : begin(matrix, look, before);
        List<Incidents.Seen> seen = incidents.remarks(look.incident().incident());
        Map<Sign, String> signs = RiskRules.noticed(seen, look.incident().category());
        return new RiskPage.Form(
                Stream.of(Trigger.values())
                        .map(each -> Choice.of(each.name(), each.words()).withSelected(each == given.trigger()))
                        .toList(),
                people(look.incident().incident(), given),
                parts(matrix, given, signs),
                matrix.overrides().stream()
                        .map(each -> Choice.of(each.code(), each.words())
                                .withHint(each.sign()
                                        .map(signs::get)
                                        .map(words -> "Noticed: " + words)
                                        .orElse(null))
                                .withSelected(given.overrides().contains(each.code())))
                        .toList(),
                given.overrideReason(),
                Stream.concat(
                                Stream.of(Choice.of("", "I agree with what score and signs say")
                                        .withSelected(given.judged().isEmpty())),
                                Stream.of(Band.values())
                                        .map(each -> Choice.of(each.name(), each.words())
                                                .withSelected(given.judged()
                                                        .filter(judged -> judged == each)
                                                        .isPresent())))
                        .toList(),
                given.judgement());
    }

    /** Whoever finishes an assessment makes it for what it was begun for. */
    private static Trigger trigger(Optional<Assessment> before) {
        return before.map(each ->
                        each.isComplete() ? Trigger.PERIODIC : each.given().trigger())
                .orElse(Trigger.INITIAL);
    }

    /** What the form holds when nobody has typed anything: the last answers; a judgement is made anew each time. */
    private Given begin(Matrix matrix, Look look, Optional<Assessment> before) {
        Trigger trigger = look.trigger().orElseGet(() -> trigger(before));
        Optional<UUID> victim = before.filter(
                        each -> each.incident().equals(look.incident().incident()))
                .flatMap(each -> each.given().person())
                .or(() ->
                        look.household() == 1 ? assessor.victim(look.incident().incident()) : Optional.empty());
        Set<String> overrides =
                before.map(each -> matrix.known(each.given().overrides())).orElse(Set.of());
        return new Given(
                trigger,
                victim,
                before.map(each -> RiskRules.known(matrix, each.given().answers()))
                        .orElse(Map.of()),
                overrides,
                overrides.isEmpty()
                        ? ""
                        : before.map(each -> each.given().overrideReason()).orElse(""),
                Optional.empty(),
                "");
    }

    private List<Choice> people(UUID incident, Given given) {
        return Stream.concat(
                        Stream.of(Choice.of("", "Nobody is named")),
                        incidents.people(incident).stream()
                                .filter(each -> each.person().part() != Part.NAMED
                                        && each.person().part() != Part.WITNESS)
                                .map(each -> Choice.of(each.id().toString(), each.name())
                                        .withSelected(given.person()
                                                .filter(each.id()::equals)
                                                .isPresent())))
                .toList();
    }

    private static List<RiskPage.Part> parts(Matrix matrix, Given given, Map<Sign, String> signs) {
        Map<Section, List<RiskPage.Asked>> sections = new EnumMap<>(Section.class);
        for (Question question : matrix.questions()) {
            sections.computeIfAbsent(question.section(), none -> new ArrayList<>())
                    .add(asked(question, Optional.ofNullable(given.answers().get(question.number())), signs));
        }
        return sections.entrySet().stream()
                .map(each -> new RiskPage.Part(each.getKey().words(), each.getValue()))
                .toList();
    }

    private static RiskPage.Asked asked(Question question, Optional<Answer> answer, Map<Sign, String> signs) {
        String hint = RiskRules.likely(question, signs.keySet())
                .filter(likely -> answer.filter(given -> given.options().contains(likely.number()))
                        .isEmpty())
                .map(likely -> "Suggested: " + likely.words() + ". Noticed: "
                        + likely.sign().map(signs::get).orElse(""))
                .orElse(null);
        return new RiskPage.Asked(
                question.number(),
                question.number() + ". " + question.words(),
                question.several(),
                question.asksWords(),
                hint,
                question.options().stream()
                        .map(option -> Choice.of(
                                        Integer.toString(option.number()), option.words() + " (" + option.score() + ")")
                                .withSelected(
                                        answer.filter(given -> given.options().contains(option.number()))
                                                .isPresent()))
                        .toList(),
                answer.map(Answer::words).orElse(""));
    }

    private List<RiskPage.Past> past(List<Assessment> history, List<Review> reviews) {
        return history.stream().map(each -> past(each, history, reviews)).toList();
    }

    private RiskPage.Past past(Assessment each, List<Assessment> history, List<Review> reviews) {
        Matrix matrix = matrices.matrix(each.matrix());
        Optional<Assessment> before = each.previous()
                .flatMap(id -> history.stream()
                        .filter(other -> other.id().equals(id))
                        .findFirst()
                        .or(() -> repository.one(id)));
        List<String> reasons = new ArrayList<>();
        if (!each.given().overrides().isEmpty()) {
            reasons.add("High whatever the score: "
                    + each.given().overrides().stream()
                            .sorted()
                            .map(matrix::wordsOf)
                            .collect(Collectors.joining("; "))
                    + ". " + each.given().overrideReason());
        }
        each.given()
                .judged()
                .ifPresent(judged -> reasons.add("Judged " + judged.inSentence() + " instead of "
                        + each.found().band().inSentence() + ": " + each.given().judgement()));
        return new RiskPage.Past(
                MOMENT.format(each.made()),
                each.maker(),
                each.given().trigger().words(),
                each.says(),
                before.map(was -> was.found().soFar() + " → " + each.found().soFar())
                        .orElse(Integer.toString(each.found().soFar())),
                reasons,
                before.map(was -> RiskRules.changes(
                                matrix, was.given().answers(), each.given().answers()))
                        .orElse(List.of()),
                reviews.stream()
                        .filter(review -> review.assessment().equals(each.id()))
                        .map(review -> MOMENT.format(review.at()) + ", " + review.reviewer() + ": " + review.words())
                        .toList(),
                matrix.title() + (matrix.verified() ? "" : " (not verified)"));
    }

    /** On an incident's page. */
    RiskPage.PanelPage panel(InRun incident, boolean personal) {
        List<Assessment> latest = repository.latest(incident.incident());
        Map<UUID, String> names = incidents.people(incident.incident()).stream()
                .collect(Collectors.toMap(Incidents.Involved::id, Incidents.Involved::name));
        return new RiskPage.PanelPage(
                latest.stream()
                        .map(each -> new RiskPage.Household(
                                RiskPage.pathOf(incident.incident(), each.household()),
                                each.given()
                                        .person()
                                        .map(names::get)
                                        .map(name -> "Household of " + name)
                                        .orElse("Household " + each.household()),
                                each.band().words(),
                                each.says(),
                                MOMENT.format(each.made()) + ", " + each.maker(),
                                !each.isComplete()))
                        .toList(),
                latest.isEmpty() && personal,
                RiskPage.pathOf(
                        incident.incident(),
                        1
                                + latest.stream()
                                        .mapToInt(Assessment::household)
                                        .max()
                                        .orElse(0)),
                incidents.isOpen(incident.incident()));
    }
}
