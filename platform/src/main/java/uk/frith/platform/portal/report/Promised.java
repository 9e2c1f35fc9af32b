package uk.frith.platform.portal.report;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.reports.recording.AsOthersSee;

/** Whoever reported online was shown what others will see, and hid words: that, and nothing else, goes to others. */
@Component
class Promised implements AsOthersSee {

    private final ReportRepository reports;

    Promised(ReportRepository reports) {
        this.reports = reports;
    }

    @Override
    public Optional<String> words(UUID incident, String account) {
        return reports.sentOfIncident(incident).map(report -> Masking.plain(Masking.mask(account, report.hidden())));
    }
}
