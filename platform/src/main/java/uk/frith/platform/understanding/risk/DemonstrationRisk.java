package uk.frith.platform.understanding.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.DemonstrationStep;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.InRun;

/** What the demonstration's people find when they assess the risk of a personal incident; what goes on is unfinished. */
@Component
class DemonstrationRisk implements DemonstrationStep {

    private static final int KINDS = 3;
    private static final int GRAVE = 0;
    private static final int UNFINISHED = 1;

    private final Incidents incidents;
    private final RiskRepository repository;
    private final Assessor assessor;

    DemonstrationRisk(Incidents incidents, RiskRepository repository, Assessor assessor) {
        this.incidents = incidents;
        this.repository = repository;
        this.assessor = assessor;
    }

    @Override
    public void on(UUID incident, boolean closes, int turn) {
        Optional<InRun> personal = incidents
                .incident(incident)
                .filter(found -> found.category()
                        .filter(category -> category == AsbCategory.PERSONAL)
                        .isPresent());
        if (personal.isEmpty()) {
            return;
        }
        List<Assessment> latest = repository.latest(incident);
        if (latest.isEmpty()) {
            boolean whole = closes || turn % KINDS != UNFINISHED;
            assess(personal.get(), Trigger.INITIAL, whole, question -> chosen(turn, question));
        }
        if (closes && latest.stream().noneMatch(Assessment::isForClosing)) {
            assess(personal.get(), Trigger.CLOSURE, true, question -> 0);
        }
    }

    /** Of three, one is grave, one middling, and one that nobody has finished. */
    private static int chosen(int turn, Matrix.Question question) {
        int options = question.options().size();
        return switch (turn % KINDS) {
            case GRAVE -> options / 2;
            case UNFINISHED -> (turn + turn / question.number()) % options;
            default -> question.number() % 2 == 0 ? options / 2 : options / KINDS;
        };
    }

    private void assess(InRun incident, Trigger trigger, boolean whole, ToIntFunction<Matrix.Question> chosen) {
        Matrix matrix = assessor.matrix();
        Map<Integer, Answer> answers = new HashMap<>();
        for (Matrix.Question question : whole ? matrix.questions() : matrix.firstContact()) {
            answers.put(
                    question.number(),
                    new Answer(
                            List.of(question.options()
                                    .get(chosen.applyAsInt(question))
                                    .number()),
                            ""));
        }
        assessor.assess(
                incident,
                1,
                new Given(trigger, assessor.victim(incident.incident()), answers, Set.of(), "", Optional.empty(), ""));
    }
}
