package uk.frith.platform.reports.recording;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.narrative.OffenceClass;
import uk.frith.platform.reports.recording.CorrectionRules.Before;
import uk.frith.platform.reports.recording.CorrectionRules.Standing;

/** The SQL of correcting a recorded crime. */
@Repository
class CorrectionRepository {

    // language=postgresql
    private static final String LOCK = """
            select c.*, h.owner_id,
                   (select a.name from identity.account a where a.id = c.corrected_by) as corrector
            from recording.crime c join recording.handling h on h.incident_id = c.incident_id
            where c.incident_id = ? and c.id = ? for update of c
            """;

    // language=postgresql
    private static final String CORRECT = """
            update recording.crime set class_code = ?, class_name = ?, victims = ?, to_whom = ?, cancelled = ?,
                elsewhere = ?, victims_told = ?, correction = ?, corrected_at = ?, corrected_by = ?
            where id = ?
            """;

    private final JdbcClient jdbc;

    CorrectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When, by whom and why a crime was corrected last. */
    record Last(Instant at, String by, String reason) {
        @Override
        public String toString() {
            return "Last[" + at + "]";
        }
    }

    /** A recorded crime with what its correction has to know. */
    record Recorded(UUID id, String reference, Instant recorded, Before before, Optional<Last> last) {
        @Override
        public String toString() {
            return "Recorded[" + id + "]";
        }

        /** Tells a form that was made before somebody else corrected it. */
        String seen() {
            return last.map(each -> each.at().toString()).orElse("");
        }
    }

    /** A crime of an incident, which nobody else corrects until this piece of work is done. */
    Optional<Recorded> lock(UUID incident, UUID crime) {
        return jdbc.sql(LOCK)
                .param(incident)
                .param(crime)
                .query((row, n) -> new Recorded(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        Rows.moment(row, "recorded_at"),
                        new Before(
                                new Standing(
                                        new OffenceClass(row.getString("class_code"), row.getString("class_name")),
                                        row.getInt("victims"),
                                        Set.of((UUID[]) row.getArray("to_whom").getArray()),
                                        Optional.ofNullable(row.getString("cancelled"))
                                                .map(Cancelling::valueOf),
                                        Rows.text(row, "elsewhere"),
                                        row.getBoolean("victims_told")),
                                row.getObject("recorded_by", UUID.class),
                                Optional.ofNullable(row.getObject("owner_id", UUID.class))),
                        row.getString("correction") == null
                                ? Optional.empty()
                                : Optional.of(new Last(
                                        Rows.moment(row, "corrected_at"),
                                        Rows.text(row, "corrector"),
                                        row.getString("correction")))))
                .optional();
    }

    void correct(UUID crime, Standing standing, String reason, Instant now, UUID by) {
        Optional<Cancelling> cancelled = standing.cancelled();
        @Nullable
        String elsewhere = cancelled
                .filter(Cancelling::standsElsewhere)
                .map(each -> standing.elsewhere())
                .orElse(null);
        jdbc.sql(CORRECT)
                .param(standing.offence().code())
                .param(standing.offence().name())
                .param(standing.victims())
                .param(standing.whom().stream().sorted().toArray(UUID[]::new))
                .param(cancelled.map(Enum::name).orElse(null))
                .param(elsewhere)
                .param(cancelled.isPresent() && standing.told())
                .param(reason)
                .param(Rows.at(now))
                .param(by)
                .param(crime)
                .update();
    }
}
