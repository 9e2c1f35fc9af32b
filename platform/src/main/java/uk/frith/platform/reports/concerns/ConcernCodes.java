package uk.frith.platform.reports.concerns;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.pages.CodeBook;
import uk.frith.platform.reports.concerns.ConcernRepository.Finding;

/** The words of the codes of what stands behind a report. */
@Component
class ConcernCodes implements CodeBook {

    @Override
    public List<Meaning> meanings() {
        return List.of(
                Meaning.of("concerns.concern", "kind", ConcernKind.values(), ConcernKind::words),
                Meaning.of("concerns.concern", "found", Finding.values(), Finding::words),
                Meaning.of("concerns.threshold", "kind", ConcernKind.values(), ConcernKind::words),
                Meaning.of("concerns.run_rule", "code", RunRules.Code.values(), RunRules.Code::words));
    }
}
