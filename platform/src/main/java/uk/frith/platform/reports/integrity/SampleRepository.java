package uk.frith.platform.reports.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.recording.Channel;

/** The SQL of samples: what could be drawn, what was, and how far its reading is. */
@Repository
class SampleRepository {

    /** Beyond this a sample says no more, and the frame that is kept would grow without need. */
    static final int LARGEST_FRAME = 100_000;

    /** What could be drawn, in a fixed order, with what makes a missed crime likelier. A duplicate's crimes stand elsewhere. */
    // language=postgresql
    private static final String FRAME = """
            select d.incident_id, d.category, d.opening_category, d.team_id, d.reported_at,
                   array_remove(array[
                       case when d.category = 'PERSONAL' and d.crimes = 0 then 'PERSONAL_WITHOUT_CRIME' end,
                       case when d.refused > 0 then 'SUGGESTION_REFUSED' end,
                       case when d.crimes = 0 and d.closed_at < d.opened_at + interval '2 hours' then 'CLOSED_QUICKLY' end,
                       case when d.repeat then 'REPEAT' end,
                       case when d.harmed then 'HARMED' end,
                       case when d.written_off then 'WRITTEN_OFF' end], null) as risks
            from recording.dealt_with d
            where d.organisation_id = :organisation and d.reported_at >= :from and d.reported_at < :to
              and d.closing is distinct from 'DUPLICATE'
              and (:team::uuid is null or d.team_id = :team::uuid)
              and (:category::text is null or d.category = :category::text)
              and (:channel::text is null or :channel::text =
                   (select i.channel from recording.incident i where i.id = d.incident_id))
            order by d.incident_id
            limit :most
            """;

    // language=postgresql
    private static final String WEIGHTS = """
            select distinct on (risk) risk, weight::float8 as weight from integrity.risk_weight
            where valid_from <= ? order by risk, organisation_id nulls last, valid_from desc
            """;

    // language=postgresql
    private static final String TEAMS =
            "select id, name from identity.team where organisation_id = ? order by name, id";

    // language=postgresql
    private static final String ADD = """
            insert into integrity.sample (organisation_id, title, kind, spread, first_day, last_day, team_id, category, channel,
                wanted, method, frame_size, frame_digest, drawn_at, drawn_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id, seed
            """;

    // language=postgresql
    private static final String ADD_FRAME = """
            insert into integrity.frame (sample_id, incident_id, organisation_id, stratum, weight, probability, category,
                opening_category, team_id, reported_at, risks)
            select :sample, f.incident, :organisation, f.stratum, f.weight, f.probability, f.category, f.opening,
                   nullif(f.team, '')::uuid, f.reported, string_to_array(f.risks, ' ')
            from unnest(:incidents::uuid[], :strata::text[], :weights::float8[], :probabilities::float8[],
                        :categories::text[], :openings::text[], :teams::text[], :reported::timestamptz[], :risks::text[])
                 as f(incident, stratum, weight, probability, category, opening, team, reported, risks)
            """;

    // language=postgresql
    private static final String ADD_ITEMS = """
            insert into integrity.item (sample_id, organisation_id, number, incident_id)
            select ?, ?, i.number, i.incident from unnest(?::uuid[]) with ordinality as i(incident, number)
            """;

    private static final String SAMPLE = """
            select s.*, t.name as team, a.name as drawer
            from integrity.sample s
            left join identity.team t on t.id = s.team_id
            left join identity.account a on a.id = s.drawn_by
            """;

    // language=postgresql
    private static final String ONE = SAMPLE + " where s.id = ?";

    // language=postgresql
    private static final String LATEST = SAMPLE + " order by s.drawn_at desc, s.id limit ?";

    // language=postgresql
    private static final String PROGRESS = "select sample_id, items, read from integrity.progress()";

    // language=postgresql
    private static final String CLOSE = """
            update integrity.sample set state = 'CLOSED', closed_at = ?, closed_by = ? where id = ? and state = 'READING'
            """;

    // language=postgresql
    private static final String KEPT_FRAME = """
            select incident_id, stratum, weight, category, opening_category, team_id, reported_at, risks
            from integrity.frame where sample_id = ? order by incident_id
            """;

    // language=postgresql
    private static final String KEPT_ITEMS =
            "select incident_id from integrity.item where sample_id = ? order by number";

    private final JdbcClient jdbc;

    SampleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A team of the organisation. */
    record Team(UUID id, String name) {}

    List<Team> teams(UUID organisation) {
        return jdbc.sql(TEAMS)
                .param(organisation)
                .query((row, n) -> new Team(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    Map<String, Double> weights(LocalDate day) {
        Map<String, Double> weights = new TreeMap<>();
        jdbc.sql(WEIGHTS).param(day).query(row -> {
            weights.put(row.getString("risk"), row.getDouble("weight"));
        });
        return weights;
    }

    /** What could be drawn, one more than the largest frame at most. */
    List<Candidate> frame(UUID organisation, Sample.Question question, Map<String, Double> weights) {
        return jdbc.sql(FRAME)
                .param("organisation", organisation)
                .param("from", startOf(question.first()))
                .param("to", startOf(question.last().plusDays(1)))
                .param("team", question.team().map(UUID::toString).orElse(null))
                .param("category", question.category().map(Enum::name).orElse(null))
                .param("channel", question.channel().map(Enum::name).orElse(null))
                .param("most", LARGEST_FRAME + 1)
                .query((row, n) -> candidate(row, question, weights))
                .list();
    }

    private static Candidate candidate(ResultSet row, Sample.Question question, Map<String, Double> weights)
            throws SQLException {
        List<String> risks = List.of((String[]) row.getArray("risks").getArray());
        Optional<UUID> team = Optional.ofNullable(row.getObject("team_id", UUID.class));
        String category = row.getString("category");
        String stratum = switch (question.spread()) {
            case NONE -> "";
            case TEAM -> team.map(UUID::toString).orElse("none");
            case CATEGORY -> category;
        };
        double weight = switch (question.kind()) {
            case RANDOM -> 1;
            case RISK ->
                1
                        + risks.stream()
                                .mapToDouble(risk -> weights.getOrDefault(risk, 0.0))
                                .sum();
        };
        return new Candidate(
                row.getObject("incident_id", UUID.class),
                stratum,
                weight,
                Sorting.valueOf(category),
                Sorting.valueOf(row.getString("opening_category")),
                team,
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                risks);
    }

    /** A new sample and the seed that the database drew for it. */
    record Added(UUID id, long seed) {}

    Added add(UUID organisation, Sample.Question question, List<Candidate> frame, Instant now, UUID by) {
        return jdbc.sql(ADD)
                .param(organisation)
                .param(question.title())
                .param(question.kind().name())
                .param(question.spread().name())
                .param(question.first())
                .param(question.last())
                .param(question.team().orElse(null))
                .param(question.category().map(Enum::name).orElse(null))
                .param(question.channel().map(Enum::name).orElse(null))
                .param(question.wanted())
                .param(SampleRules.METHOD)
                .param(frame.size())
                .param(SampleRules.digest(frame))
                .param(at(now))
                .param(by)
                .query((row, n) -> new Added(row.getObject("id", UUID.class), row.getLong("seed")))
                .single();
    }

    void addDraw(UUID organisation, UUID sample, List<Candidate> frame, SampleRules.Draw draw) {
        jdbc.sql(ADD_FRAME)
                .param("sample", sample)
                .param("organisation", organisation)
                .param("incidents", frame.stream().map(Candidate::incident).toArray(UUID[]::new))
                .param("strata", frame.stream().map(Candidate::stratum).toArray(String[]::new))
                .param("weights", frame.stream().map(Candidate::weight).toArray(Double[]::new))
                .param("probabilities", draw.probabilities().toArray(Double[]::new))
                .param(
                        "categories",
                        frame.stream().map(each -> each.category().name()).toArray(String[]::new))
                .param(
                        "openings",
                        frame.stream()
                                .map(each -> each.openingCategory().name())
                                .toArray(String[]::new))
                .param(
                        "teams",
                        frame.stream()
                                .map(each -> each.team().map(UUID::toString).orElse(""))
                                .toArray(String[]::new))
                .param(
                        "reported",
                        frame.stream().map(each -> each.reported().toString()).toArray(String[]::new))
                .param(
                        "risks",
                        frame.stream()
                                .map(each -> String.join(" ", each.risks()))
                                .toArray(String[]::new))
                .update();
        jdbc.sql(ADD_ITEMS)
                .param(sample)
                .param(organisation)
                .param(draw.drawn().stream().map(i -> frame.get(i).incident()).toArray(UUID[]::new))
                .update();
    }

    Optional<Sample> find(UUID id) {
        return jdbc.sql(ONE).param(id).query((row, n) -> sample(row)).optional();
    }

    List<Sample> latest(int most) {
        return jdbc.sql(LATEST).param(most).query((row, n) -> sample(row)).list();
    }

    /** How far a sample is. */
    record Progress(long items, long read) {}

    Map<UUID, Progress> progress() {
        Map<UUID, Progress> all = new TreeMap<>();
        jdbc.sql(PROGRESS).query(row -> {
            all.put(row.getObject("sample_id", UUID.class), new Progress(row.getLong("items"), row.getLong("read")));
        });
        return all;
    }

    /** False when it is closed already. */
    boolean close(UUID id, Instant now, UUID by) {
        return jdbc.sql(CLOSE).param(at(now)).param(by).param(id).update() == 1;
    }

    /** The frame that was kept with a sample; empty while it is being read. */
    List<Candidate> keptFrame(UUID sample) {
        return jdbc.sql(KEPT_FRAME)
                .param(sample)
                .query((row, n) -> new Candidate(
                        row.getObject("incident_id", UUID.class),
                        row.getString("stratum"),
                        row.getDouble("weight"),
                        Sorting.valueOf(row.getString("category")),
                        Sorting.valueOf(row.getString("opening_category")),
                        Optional.ofNullable(row.getObject("team_id", UUID.class)),
                        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                        List.of((String[]) row.getArray("risks").getArray())))
                .list();
    }

    /** The incidents that were drawn, in the order of their numbers. */
    List<UUID> keptItems(UUID sample) {
        return jdbc.sql(KEPT_ITEMS)
                .param(sample)
                .query((row, n) -> row.getObject("incident_id", UUID.class))
                .list();
    }

    private static Sample sample(ResultSet row) throws SQLException {
        String team = row.getString("team");
        String drawer = row.getString("drawer");
        return new Sample(
                row.getObject("id", UUID.class),
                row.getString("title"),
                SampleKind.valueOf(row.getString("kind")),
                Spread.valueOf(row.getString("spread")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Optional.ofNullable(row.getObject("team_id", UUID.class)),
                team == null ? "" : team,
                Optional.ofNullable(row.getString("category")).map(Sorting::valueOf),
                Optional.ofNullable(row.getString("channel")).map(Channel::valueOf),
                row.getInt("wanted"),
                row.getLong("seed"),
                row.getString("method"),
                row.getInt("frame_size"),
                HexFormat.of().formatHex(row.getBytes("frame_digest")),
                row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                drawer == null ? "" : drawer,
                row.getString("state").equals("CLOSED"));
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return at(day.atStartOfDay(Words.LONDON).toInstant());
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
