package uk.frith.platform.understanding.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.understanding.risk.RiskRules.Scored;

/** The SQL of assessments; they are added and never altered. */
@Repository
class RiskRepository {

    /** More than a household is assessed in years on one incident. */
    private static final int LONGEST_HISTORY = 100;

    private static final String ASSESSMENT =
            "select a.*, m.name as maker from risk.assessment a join identity.account m on m.id = a.made_by ";

    // language=postgresql
    private static final String LATEST = """
            select a.*, m.name as maker
            from (select distinct on (household) * from risk.assessment where incident_id = ?
                  order by household, turn desc) a
            join identity.account m on m.id = a.made_by order by a.household
            """;

    // language=postgresql
    private static final String HISTORY =
            ASSESSMENT + "where a.incident_id = ? and a.household = ? order by a.turn desc limit " + LONGEST_HISTORY;

    // language=postgresql
    private static final String ONE = ASSESSMENT + "where a.id = ?";

    // language=postgresql
    private static final String ANSWERS =
            "select assessment_id, number, options, words from risk.answer where assessment_id = any (?)";

    // language=postgresql
    private static final String FIRST =
            "select id from risk.assessment where incident_id = ? and household = ? and turn = 1";

    // language=postgresql
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('risk/' || ?::text, 0))";

    // language=postgresql
    private static final String ADD = """
            insert into risk.assessment (organisation_id, incident_id, household, turn, person_id, matrix_id, previous_id,
                trigger, score, so_far, unanswered, overrides, override_reason, found_band, judged_band, judgement, made_at,
                made_by)
            values (:organisation, :incident, :household, :turn, :person, :matrix, :previous, :trigger, :score, :so_far,
                :unanswered, :overrides, :override_reason, :found, :judged, :judgement, :made_at, :made_by)
            returning id
            """;

    // language=postgresql
    private static final String ADD_ANSWERS = """
            insert into risk.answer (assessment_id, organisation_id, number, options, words)
            select ?, ?, a.number, a.options::smallint[], a.words
            from unnest(?::smallint[], ?::text[], ?::text[]) as a (number, options, words)
            """;

    // language=postgresql
    private static final String ADD_REVIEW = """
            insert into risk.review (organisation_id, assessment_id, words, reviewed_at, reviewed_by) values (?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String REVIEWS = """
            select r.assessment_id, r.words, r.reviewed_at, m.name from risk.review r
            join risk.assessment a on a.id = r.assessment_id join identity.account m on m.id = r.reviewed_by
            where a.incident_id = ? and a.household = ? order by r.reviewed_at, r.id
            """;

    /** The latest assessment of each household of open incidents, the highest risk first, and those that are owed. */
    // language=postgresql
    private static final String OPEN = """
            with latest as (
                select distinct on (incident_id, household) incident_id, household, band, so_far, unanswered, made_at
                from risk.assessment where organisation_id = :organisation
                order by incident_id, household, turn desc)
            select i.id, i.reference, coalesce(l.household, 1) as household, l.band, l.so_far, l.unanswered, l.made_at,
                   d.due_at
            from recording.handling h join recording.incident i on i.id = h.incident_id
            left join latest l on l.incident_id = i.id
            left join deadlines.deadline d on d.subject = i.id and d.state = 'OPEN'
                and d.kind = case when l.unanswered = 0 then 'REASSESS_' || l.band else 'ASSESS_RISK' end
            where h.organisation_id = :organisation and h.state = 'OPEN'
              and (l.incident_id is not null or i.category = 'PERSONAL')
            order by array_position('{HIGH,MEDIUM,STANDARD}'::text[], l.band) nulls first, d.due_at nulls last, i.id
            limit :most
            """;

    private final JdbcClient jdbc;

    RiskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps others from assessing the same incident until this piece of work is over. */
    void lock(UUID incident) {
        jdbc.sql(LOCK).param(incident.toString()).query((row, n) -> 0).single();
    }

    /** The latest assessment of each household of an incident. */
    List<Assessment> latest(UUID incident) {
        return whole(
                jdbc.sql(LATEST).param(incident).query(RiskRepository::read).list());
    }

    Optional<Assessment> latest(UUID incident, int household) {
        return latest(incident).stream()
                .filter(each -> each.household() == household)
                .findFirst();
    }

    /** All assessments of a household on an incident, latest first. */
    List<Assessment> history(UUID incident, int household) {
        return whole(jdbc.sql(HISTORY)
                .param(incident)
                .param(household)
                .query(RiskRepository::read)
                .list());
    }

    Optional<Assessment> one(UUID id) {
        return whole(jdbc.sql(ONE).param(id).query(RiskRepository::read).list()).stream()
                .findFirst();
    }

    /** The first assessment of a household on an incident, which stands for the household in its clocks. */
    UUID first(UUID incident, int household) {
        return jdbc.sql(FIRST)
                .param(incident)
                .param(household)
                .query(UUID.class)
                .single();
    }

    private List<Assessment> whole(List<Assessment> without) {
        if (without.isEmpty()) {
            return without;
        }
        Map<UUID, Map<Integer, Answer>> answers = jdbc
                .sql(ANSWERS)
                .param(without.stream().map(Assessment::id).toArray(UUID[]::new))
                .query((row, n) -> new Stored(
                        row.getObject("assessment_id", UUID.class),
                        row.getInt("number"),
                        new Answer(
                                Arrays.stream((Short[]) row.getArray("options").getArray())
                                        .map(Short::intValue)
                                        .toList(),
                                row.getString("words"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Stored::of, Collectors.toMap(Stored::number, Stored::answer)));
        return without.stream()
                .map(each -> with(each, answers.getOrDefault(each.id(), Map.of())))
                .toList();
    }

    private record Stored(UUID of, int number, Answer answer) {}

    private static Assessment with(Assessment each, Map<Integer, Answer> answers) {
        Given given = each.given();
        return new Assessment(
                each.id(),
                each.incident(),
                each.household(),
                each.turn(),
                each.matrix(),
                each.previous(),
                new Given(
                        given.trigger(),
                        given.person(),
                        answers,
                        given.overrides(),
                        given.overrideReason(),
                        given.judged(),
                        given.judgement()),
                each.found(),
                each.made(),
                each.maker());
    }

    private static Assessment read(ResultSet row, int n) throws SQLException {
        return new Assessment(
                row.getObject("id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getInt("household"),
                row.getInt("turn"),
                row.getObject("matrix_id", UUID.class),
                Optional.ofNullable(row.getObject("previous_id", UUID.class)),
                new Given(
                        Trigger.valueOf(row.getString("trigger")),
                        Optional.ofNullable(row.getObject("person_id", UUID.class)),
                        Map.of(),
                        Set.of((String[]) row.getArray("overrides").getArray()),
                        row.getString("override_reason"),
                        Optional.ofNullable(row.getString("judged_band")).map(Band::valueOf),
                        row.getString("judgement")),
                new Scored(row.getInt("so_far"), row.getInt("unanswered"), Band.valueOf(row.getString("found_band"))),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("maker"));
    }

    /** A household on an incident of an organisation, assessed by somebody at a moment. */
    record Place(UUID organisation, UUID incident, int household, int turn, Instant at, UUID by) {}

    UUID add(Place place, UUID matrix, Optional<UUID> previous, Given given, Scored found) {
        UUID id = jdbc.sql(ADD)
                .param("organisation", place.organisation())
                .param("incident", place.incident())
                .param("household", place.household())
                .param("turn", place.turn())
                .param("person", given.person().orElse(null))
                .param("matrix", matrix)
                .param("previous", previous.orElse(null))
                .param("trigger", given.trigger().name())
                .param("score", found.isComplete() ? found.soFar() : null)
                .param("so_far", found.soFar())
                .param("unanswered", found.unanswered())
                .param("overrides", given.overrides().stream().sorted().toArray(String[]::new))
                .param("override_reason", given.overrideReason())
                .param("found", found.band().name())
                .param("judged", given.judged().map(Band::name).orElse(null))
                .param("judgement", given.judgement())
                .param("made_at", at(place.at()))
                .param("made_by", place.by())
                .query(UUID.class)
                .single();
        List<Map.Entry<Integer, Answer>> answers =
                given.answers().entrySet().stream().toList();
        if (!answers.isEmpty()) {
            jdbc.sql(ADD_ANSWERS)
                    .param(id)
                    .param(place.organisation())
                    .param(answers.stream()
                            .map(each -> each.getKey().shortValue())
                            .toArray(Short[]::new))
                    .param(texts(answers.stream()
                            .map(each -> each.getValue().options().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(",", "{", "}")))))
                    .param(texts(answers.stream().map(each -> each.getValue().words())))
                    .update();
        }
        return id;
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** What a supervisor said about an assessment. */
    record Review(UUID assessment, String words, Instant at, String reviewer) {
        @Override
        public String toString() {
            return "Review[" + assessment + "]";
        }
    }

    void review(UUID organisation, UUID assessment, String words, Instant now, UUID by) {
        jdbc.sql(ADD_REVIEW)
                .param(organisation)
                .param(assessment)
                .param(words)
                .param(at(now))
                .param(by)
                .update();
    }

    List<Review> reviews(UUID incident, int household) {
        return jdbc.sql(REVIEWS)
                .param(incident)
                .param(household)
                .query((row, n) -> new Review(
                        row.getObject("assessment_id", UUID.class),
                        row.getString("words"),
                        row.getObject("reviewed_at", OffsetDateTime.class).toInstant(),
                        row.getString("name")))
                .list();
    }

    /**
     * A household of an open incident.
     *
     * @param band empty when it isn't assessed at all
     * @param due by when it has to be finished or assessed again, if a clock runs
     */
    record Open(
            UUID incident,
            String reference,
            int household,
            Optional<Band> band,
            int soFar,
            int unanswered,
            Optional<Instant> made,
            Optional<Instant> due) {}

    List<Open> open(UUID organisation, int most) {
        return jdbc.sql(OPEN)
                .param("organisation", organisation)
                .param("most", most)
                .query((row, n) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        row.getInt("household"),
                        Optional.ofNullable(row.getString("band")).map(Band::valueOf),
                        row.getInt("so_far"),
                        row.getInt("unanswered"),
                        moment(row, "made_at"),
                        moment(row, "due_at")))
                .list();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
