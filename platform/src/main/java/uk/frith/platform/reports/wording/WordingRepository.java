package uk.frith.platform.reports.wording;

import java.sql.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.foundation.identity.Actor;

/** The SQL of wording. */
@Repository
class WordingRepository {

    // language=postgresql
    private static final String ADD = """
            insert into wording.asked (organisation_id, team_id, account_id, text, path, words, kept, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** A text that was kept was asked about before, so only the asking counts as one. */
    // language=postgresql
    private static final String BY_TEAM = """
            select coalesce(t.name, 'Without a team') as team,
                   count(*) filter (where not a.kept and a.asked_at >= :middle) as now,
                   count(*) filter (where not a.kept and a.asked_at < :middle) as before,
                   count(*) filter (where a.kept and a.asked_at >= :middle) as kept
            from wording.asked a left join identity.team t on t.id = a.team_id
            where a.organisation_id = :organisation and a.asked_at >= :begin
            group by t.id, t.name order by 1
            """;

    // language=postgresql
    private static final String COUNTED_SINCE =
            "select exists (select 1 from wording.asked where organisation_id = ? and asked_at <= ?)";

    // language=postgresql
    private static final String KEPT = """
            select text, path, words, asked_at from wording.asked
            where organisation_id = ? and kept and asked_at >= ? order by asked_at desc, id limit ?
            """;

    private final JdbcClient jdbc;

    WordingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Actor actor, Wording.Text text, String path, List<String> words, boolean kept, Instant now) {
        jdbc.sql(ADD)
                .param(actor.organisation())
                .param(actor.team().orElse(null))
                .param(actor.account())
                .param(text.name())
                .param(path)
                .param(words.toArray(String[]::new))
                .param(kept)
                .param(at(now))
                .update();
    }

    /** How often a team was asked, in the time until now and in as long a time before. */
    record OfTeam(String team, int now, int before, int kept) {}

    List<OfTeam> byTeam(UUID organisation, Instant begin, Instant middle) {
        return jdbc.sql(BY_TEAM)
                .param("organisation", organisation)
                .param("begin", at(begin))
                .param("middle", at(middle))
                .query((row, n) ->
                        new OfTeam(row.getString("team"), row.getInt("now"), row.getInt("before"), row.getInt("kept")))
                .list();
    }

    /** Whether anybody was asked at that moment or before it. */
    boolean countedSince(UUID organisation, Instant moment) {
        return jdbc.sql(COUNTED_SINCE)
                .param(organisation)
                .param(at(moment))
                .query(Boolean.class)
                .single();
    }

    /** Words that were kept, and where. */
    record Kept(Wording.Text text, String path, List<String> words, Instant when) {
        @Override
        public String toString() {
            return "Kept[" + path + "]";
        }
    }

    List<Kept> kept(UUID organisation, Instant since, int most) {
        return jdbc.sql(KEPT)
                .param(organisation)
                .param(at(since))
                .param(most)
                .query((row, n) -> {
                    Array words = row.getArray("words");
                    return new Kept(
                            Wording.Text.valueOf(row.getString("text")),
                            row.getString("path"),
                            List.of((String[]) words.getArray()),
                            row.getObject("asked_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
