package uk.frith.platform.reports.integrity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.identity.TodayPanel;
import uk.frith.platform.foundation.pages.Panel;

/** Expected crimes and how many of them are recorded, on the first page of whoever oversees recording; always live. */
@Component
class Meter implements TodayPanel {

    private static final int BELOW_THE_WORKLIST = 20;

    /** Four whole weeks: long enough for most suggestions to be decided, short enough to see a change. */
    private static final int DAYS = 28;

    private static final Duration AUDITS = Duration.ofDays(365);

    private final MeterRepository repository;
    private final InstantSource clock;

    Meter(MeterRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** A row of the table by team. */
    record Row(
            String team,
            String suggested,
            String recorded,
            String refused,
            String waiting,
            String share,
            String audited,
            String auditedShare) {}

    /** The meter. */
    record MeterPage(String sentence, String audits, List<Row> rows) {}

    @Override
    public int order() {
        return BELOW_THE_WORKLIST;
    }

    @Override
    public Optional<Panel> of(Actor reader) {
        return reader.may(Permission.READ_SAMPLES)
                ? Optional.of(new Panel("reports/integrity/meter", page(reader)))
                : Optional.empty();
    }

    private MeterPage page(Actor reader) {
        Instant now = clock.instant();
        List<MeterRules.Line> lines = MeterRules.lines(
                repository.suggested(reader.organisation(), now.minus(Duration.ofDays(DAYS))),
                repository.audited(reader.organisation(), now.minus(AUDITS)),
                Samples.MINIMUM);
        MeterRules.Line all = lines.getLast();
        return new MeterPage(
                MeterRules.sentence(all, DAYS),
                MeterRules.audits(all),
                lines.stream().map(Meter::row).toList());
    }

    private static Row row(MeterRules.Line line) {
        return new Row(
                line.team(),
                Words.count(line.suggested()),
                Words.count(line.recorded()),
                Words.count(line.refused()),
                Words.count(line.waiting()),
                line.share().words(),
                Words.count(line.audited().part()) + " of "
                        + Words.count(line.audited().whole()),
                line.audited().words());
    }
}
