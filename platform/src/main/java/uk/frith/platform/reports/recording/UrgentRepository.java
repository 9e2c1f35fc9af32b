package uk.frith.platform.reports.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.foundation.deadlines.Deadlines;

/** The SQL of what was graded immediate or priority and to which nobody has responded. */
@Repository
class UrgentRepository {

    // language=postgresql
    private static final String URGENT = """
            select i.id, i.reference, i.reported_at, i.location, i.channel, h.grade, d.due_at,
                   (select coalesce(w.name, a.name) from places.area a
                        left join places.area w on w.kind = 'WARD' and w.code = a.ward
                    where a.code = coalesce(i.lsoa_code, i.area_code) order by a.kind desc limit 1) as area,
                   coalesce((select a.name from identity.account a where a.id = h.owner_id),
                            (select t.name from identity.team t where t.id = h.team_id)) as owner
            from recording.handling h
            join recording.incident i on i.id = h.incident_id
            join deadlines.deadline d on d.subject = h.incident_id and d.kind = 'RESPOND_' || h.grade and d.state = 'OPEN'
            join deadlines.kind k on k.code = d.kind
            where h.organisation_id = :organisation and h.state = 'OPEN' and h.grade in ('IMMEDIATE', 'PRIORITY')
              and (:calls or i.channel <> 'CALL')
            """ + Deadlines.FIRST_THINGS_FIRST + " limit :most";

    private final JdbcClient jdbc;

    UrgentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An incident that waits for a response.
     *
     * @param area the name of the ward or small area; empty when it isn't known
     * @param owner a person's or a team's name; empty when it is nobody's
     */
    record Urgent(
            UUID id,
            String reference,
            Instant reported,
            String location,
            Channel channel,
            Grade grade,
            Instant due,
            String area,
            String owner) {
        @Override
        public String toString() {
            return "id=" + id;
        }
    }

    /** What waits in an organisation, with what was told in calls or without it. */
    List<Urgent> urgent(UUID organisation, boolean calls, int most) {
        return jdbc.sql(URGENT)
                .param("organisation", organisation)
                .param("calls", calls)
                .param("most", most)
                .query((row, n) -> urgent(row))
                .list();
    }

    private static Urgent urgent(ResultSet row) throws SQLException {
        return new Urgent(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                Rows.moment(row, "reported_at"),
                row.getString("location"),
                Channel.valueOf(row.getString("channel")),
                Grade.valueOf(row.getString("grade")),
                Rows.moment(row, "due_at"),
                Rows.text(row, "area"),
                Rows.text(row, "owner"));
    }
}
