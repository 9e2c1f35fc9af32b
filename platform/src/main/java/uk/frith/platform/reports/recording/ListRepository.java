package uk.frith.platform.reports.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of lists of incidents: narrowed, sorted, counted. */
@Repository
class ListRepository {

    private static final String MATCHING = """
            from recording.incident i left join recording.handling h on h.incident_id = i.id
            where i.organisation_id = :organisation
              and (:category = '' or i.category = :category) and (:type = '' or i.type = :type)
              and (:code = '' or coalesce(i.lsoa_code, i.area_code) in (
                    select a.code from places.area a
                    where :code in (a.code, a.ward, a.district, a.partnership, a.force)))
              and i.occurred_from >= (:from::date)::timestamp at time zone 'Europe/London'
              and i.occurred_from < (:after::date)::timestamp at time zone 'Europe/London'
              and (:grade = '' or h.grade = :grade)
              and case :state when '' then true when 'TAKEN' then h.state is null else h.state = :state end
              and case :owner
                    when '' then true
                    when 'ME' then h.owner_id = :me::uuid
                    when 'TEAM' then h.team_id = :team::uuid
                    when 'AREA' then coalesce(i.lsoa_code, i.area_code) in (
                        select a.code from places.area a join recording.allocation l
                            on l.area_code in (a.code, a.ward, a.district, a.partnership, a.force)
                        where l.team_id = :team::uuid)
                    else h.owner_id is null and h.team_id is null and h.state = 'OPEN' end
            """;

    private static final String HAS_REMARK =
            " and exists (select 1 from recording.remark r where r.incident_id = i.id and r.organisation_id = :organisation and r.kind = ";

    /** Crimes that were recorded or are suggested, of the public order classes of the offence list. */
    private static final String PUBLIC_ORDER_CLASSES = "('9A', '9B', '62A', '64', '65', '66')";

    /** A suggestion that was refused is no longer a crime, and one that was recorded stands or falls with its crime. */
    private static final String CRIME_OF = """
             and (exists (select 1 from recording.recorded_crime c where c.incident_id = i.id%s)
                  or exists (select 1 from recording.suggestion s
                             where s.incident_id = i.id and s.state = 'OPEN'%s))
            """;

    /** Of what waits in one grade what is due first, as on worklists. */
    private static final String FIRST_DUE = "(select d.due_at from deadlines.deadline d where d.subject = i.id"
            + " and d.state = 'OPEN' and d.kind = 'RESPOND_' || h.grade), ";

    private final JdbcClient jdbc;

    ListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a force's systems flag; each is one condition. */
    enum Flag {
        ASB("Antisocial behaviour"),
        NUISANCE("Nuisance"),
        SAFETY("Concern for safety"),
        PUBLIC_ORDER("Public order"),
        HATE("Hate"),
        CRIME("Antisocial behaviour with crime"),
        NEIGHBOURS("Neighbour dispute"),
        VULNERABLE("Somebody vulnerable"),
        REPEAT("Happened before"),
        UNDECIDED("Crimes still to decide"),
        WAITING("Waiting for a response");

        private final String words;

        Flag(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** How a list can be sorted. */
    enum Order {
        OCCURRED,
        REPORTED,
        REFERENCE,
        PLACE,
        CATEGORY,
        GRADE
    }

    /** What a list is narrowed to and how it is sorted; empty text for anything. */
    record Filter(
            String category,
            String type,
            String area,
            YearMonth from,
            YearMonth to,
            String state,
            String owner,
            Optional<Flag> flag,
            String grade,
            Order order,
            boolean ascending) {}

    /** Whose list it is: what is theirs and their team's depends on it. */
    record Reader(UUID organisation, UUID account, @Nullable UUID team) {}

    /** An incident as it stands in a list. */
    record Listed(
            UUID id,
            String reference,
            Interval occurred,
            String location,
            Optional<String> lsoaCode,
            Optional<AsbCategory> category,
            Optional<AsbType> type,
            Channel channel,
            Optional<Grade> grade,
            String state,
            String owner) {
        @Override
        public String toString() {
            return "id=" + id;
        }
    }

    List<Listed> list(Reader reader, Filter filter, int limit, long offset) {
        String sql = """
                select i.id, i.reference, i.occurred_from, i.occurred_to, i.location, i.lsoa_code, i.category, i.type,
                       i.channel, h.grade, h.state,
                       coalesce((select a.name from identity.account a where a.id = h.owner_id),
                                (select t.name from identity.team t where t.id = h.team_id)) as owner
                """ + MATCHING + flagged(filter) + ordered(filter) + " limit :limit offset :offset";
        return asked(sql, reader, filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> listed(row))
                .list();
    }

    long count(Reader reader, Filter filter) {
        return asked("select count(*) " + MATCHING + flagged(filter), reader, filter)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, Reader reader, Filter filter) {
        return jdbc.sql(sql)
                .param("organisation", reader.organisation())
                .param("category", filter.category())
                .param("type", filter.type())
                .param("code", filter.area())
                .param("from", filter.from().atDay(1))
                .param("after", filter.to().plusMonths(1).atDay(1))
                .param("grade", filter.grade())
                .param("state", filter.state())
                .param("owner", filter.owner())
                .param("me", reader.account().toString())
                .param("team", reader.team() == null ? null : reader.team().toString());
    }

    /** Each is a constant of this class: nothing that somebody typed becomes part of a statement. */
    private static String flagged(Filter filter) {
        return filter.flag()
                .map(flag -> switch (flag) {
                    case ASB -> " and i.category is not null";
                    case NUISANCE -> " and i.category = 'NUISANCE'";
                    case SAFETY -> " and (h.immediate_danger or h.opening_label = 'PSW - Concern for Safety')";
                    case PUBLIC_ORDER ->
                        CRIME_OF.formatted(
                                " and c.class_code in " + PUBLIC_ORDER_CLASSES,
                                " and s.class_code in " + PUBLIC_ORDER_CLASSES);
                    case HATE -> HAS_REMARK + "'hate')";
                    case CRIME -> " and i.category is not null" + CRIME_OF.formatted("", "");
                    case NEIGHBOURS ->
                        " and (i.type = 'ROWDY_OR_NUISANCE_NEIGHBOURS' or h.opening_label = 'PSW - Civil Disputes'"
                                + " or i.text ~* 'neighbou?r'"
                                + " or 'NEIGHBOURS' = any (h.behaviours))";
                    case VULNERABLE -> HAS_REMARK + "'vulnerability' and not starts_with(r.what, 'suspect: '))";
                    case REPEAT -> " and h.repeat";
                    case UNDECIDED ->
                        " and exists (select 1 from recording.suggestion s where s.incident_id = i.id and s.state = 'OPEN')";
                    case WAITING ->
                        " and exists (select 1 from deadlines.deadline d where d.subject = i.id and d.state = 'OPEN'"
                                + " and d.kind = 'RESPOND_' || h.grade)";
                })
                .orElse("");
    }

    private static String ordered(Filter filter) {
        String column = switch (filter.order()) {
            case OCCURRED -> "i.occurred_from";
            case REPORTED -> "i.reported_at";
            case REFERENCE -> "i.reference";
            case PLACE -> "i.location";
            case CATEGORY -> "i.category";
            case GRADE -> "(select g.step from recording.grade g where g.code = h.grade)";
        };
        return " order by " + column + (filter.ascending() ? " asc" : " desc") + " nulls last, "
                + (filter.flag().filter(Flag.WAITING::equals).isPresent() ? FIRST_DUE : "")
                + "i.reported_at desc, i.id";
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                new Interval(Rows.moment(row, "occurred_from"), Rows.moment(row, "occurred_to")),
                row.getString("location"),
                Optional.ofNullable(row.getString("lsoa_code")),
                Optional.ofNullable(row.getString("category")).map(AsbCategory::valueOf),
                Optional.ofNullable(row.getString("type")).map(AsbType::valueOf),
                Channel.valueOf(row.getString("channel")),
                Optional.ofNullable(row.getString("grade")).map(Grade::valueOf),
                Rows.text(row, "state"),
                Rows.text(row, "owner"));
    }
}
