package uk.frith.platform.understanding.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.DemonstrationStep;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.InRun;

/** What the demonstration's people find when they assess the risk of a personal incident; what goes on is unfinished. */
@Component
class DemonstrationRisk implements DemonstrationStep {

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
            assess(personal.get(), Trigger.INITIAL, turn, closes);
        }
        if (closes && latest.stream().noneMatch(Assessment::isForClosing)) {
            assess(personal.get(), Trigger.CLOSURE, 0, true);
        }
    }

    private void assess(InRun incident, Trigger trigger, int turn, boolean whole) {
        Matrix matrix = assessor.matrix();
        Map<Integer, Answer> answers = new HashMap<>();
        for (Matrix.Question question : whole ? matrix.questions() : matrix.firstContact()) {
            int chosen = (turn + turn / question.number()) % question.options().size();
            answers.put(
                    question.number(),
                    new Answer(List.of(question.options().get(chosen).number()), ""));
        }
        assessor.assess(
                incident,
                1,
                new Given(trigger, assessor.victim(incident.incident()), answers, Set.of(), "", Optional.empty(), ""));
    }
}
