package uk.frith.platform.reports.integrity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.integrity.ReadItem.Reading;
import uk.frith.platform.reports.integrity.ReadItem.Recorded;

/** The SQL of what a closed sample shows; of one that is being read it finds nothing. */
@Repository
class ResultRepository {

    // language=postgresql
    private static final String ITEMS = """
            select i.id, i.incident_id, f.stratum, f.probability, f.category, f.opening_category, f.reported_at,
                   coalesce(t.name, '') as team, coalesce(d.category, f.category) as now,
                   coalesce((select a.name from identity.account a
                             where a.id = coalesce(d.closed_by, d.taken_by)), '') as categorised
            from integrity.item i
            join integrity.frame f on f.sample_id = i.sample_id and f.incident_id = i.incident_id
            left join identity.team t on t.id = f.team_id
            left join recording.dealt_with d on d.incident_id = i.incident_id
            where i.sample_id = ? order by i.number
            """;

    // language=postgresql
    private static final String READINGS = """
            select id, item_id, reader_id, category, blind from integrity.reading
            where sample_id = ? and state = 'SAVED' order by saved_at, id
            """;

    // language=postgresql
    private static final String EXPECTED = """
            select e.* from integrity.expected_crime e where e.sample_id = ? order by e.reading_id, e.number
            """;

    // language=postgresql
    private static final String RECORDED = """
            select c.incident_id, c.class_code, c.class_name, c.victims, c.recorded_at
            from recording.recorded_crime c
            where c.incident_id in (select i.incident_id from integrity.item i where i.sample_id = ?)
            order by c.recorded_at, c.id
            """;

    private final JdbcClient jdbc;

    ResultRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ReadItem> items(UUID sample) {
        Map<UUID, List<Crime>> expected = new HashMap<>();
        jdbc.sql(EXPECTED).param(sample).query(row -> {
            expected.computeIfAbsent(row.getObject("reading_id", UUID.class), id -> new ArrayList<>())
                    .add(ReadingRepository.expected(row));
        });
        Map<UUID, List<Reading>> readings = new HashMap<>();
        jdbc.sql(READINGS).param(sample).query(row -> {
            readings.computeIfAbsent(row.getObject("item_id", UUID.class), id -> new ArrayList<>())
                    .add(new Reading(
                            row.getObject("reader_id", UUID.class),
                            Sorting.valueOf(row.getString("category")),
                            row.getBoolean("blind"),
                            expected.getOrDefault(row.getObject("id", UUID.class), List.of())));
        });
        Map<UUID, List<Recorded>> recorded = new HashMap<>();
        jdbc.sql(RECORDED).param(sample).query(row -> {
            Instant at = ReadingRepository.moment(row, "recorded_at");
            recorded.computeIfAbsent(row.getObject("incident_id", UUID.class), id -> new ArrayList<>())
                    .add(new Recorded(
                            new Crime(
                                    row.getString("class_code"),
                                    row.getString("class_name"),
                                    row.getInt("victims"),
                                    ""),
                            at));
        });
        return jdbc.sql(ITEMS)
                .param(sample)
                .query((row, n) -> new ReadItem(
                        row.getObject("incident_id", UUID.class),
                        row.getString("stratum"),
                        row.getDouble("probability"),
                        Sorting.valueOf(row.getString("category")),
                        Sorting.valueOf(row.getString("opening_category")),
                        Sorting.valueOf(row.getString("now")),
                        row.getString("team"),
                        row.getString("categorised"),
                        ReadingRepository.moment(row, "reported_at"),
                        readings.getOrDefault(row.getObject("id", UUID.class), List.of()),
                        recorded.getOrDefault(row.getObject("incident_id", UUID.class), List.of())))
                .list();
    }
}
