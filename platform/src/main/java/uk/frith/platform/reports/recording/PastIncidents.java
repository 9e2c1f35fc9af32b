package uk.frith.platform.reports.recording;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.narrative.Findings;
import uk.frith.platform.reports.rulebook.PastAccounts;

/** Gives the rule book the accounts of past incidents, each with what the same caller had told before. */
@Component
class PastIncidents implements PastAccounts {

    private final PastRepository repository;

    PastIncidents(PastRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<UUID> sample(Wanted wanted) {
        return repository.sample(wanted);
    }

    @Override
    public List<PastAccount> accounts(UUID organisation, List<UUID> ids) {
        return repository.accounts(organisation, ids, Recorder.MOST_EARLIER);
    }

    @Override
    public String grade(Findings findings) {
        return GradeRules.grade(findings).grade().words();
    }
}
