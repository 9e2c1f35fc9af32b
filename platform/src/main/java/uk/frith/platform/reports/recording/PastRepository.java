package uk.frith.platform.reports.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.narrative.Account;
import uk.frith.platform.reports.rulebook.PastAccounts.PastAccount;
import uk.frith.platform.reports.rulebook.PastAccounts.Wanted;

/** Past incidents as accounts to be read again. */
@Repository
class PastRepository {

    // language=postgresql
    private static final String SAMPLE = """
            select i.id from recording.incident i
            where i.organisation_id = ? and i.reported_at >= ? and i.reported_at < ? and i.text <> ''
            order by hashtextextended(i.id::text, ?), i.id limit ?
            """;

    // language=postgresql
    private static final String ACCOUNTS = """
            select i.id, i.reference, i.text from recording.incident i where i.organisation_id = ? and i.id = any (?)
            """;

    /** As a report is heard when it is recorded: what the first person concerned told in the year before. */
    // language=postgresql
    private static final String EARLIER = """
            select i.id, e.text, e.crimes
            from recording.incident i
            cross join lateral (
                select p.phone_key, p.name_key from recording.person p
                where p.incident_id = i.id and p.part in ('CALLER', 'VICTIM', 'AFFECTED')
                order by p.id limit 1) who
            cross join lateral (
                select b.reported_at, b.id, b.text,
                       array(select c.class_code from recording.recorded_crime c where c.incident_id = b.id) as crimes
                from recording.incident b
                where b.organisation_id = i.organisation_id and b.id <> i.id
                  and b.reported_at <= i.reported_at and b.occurred_from >= i.reported_at - interval '365 days'
                  and b.id in (select p.incident_id from recording.person p
                               where p.organisation_id = i.organisation_id
                                 and (who.phone_key <> '' and p.phone_key = who.phone_key
                                      or who.name_key <> '' and p.name_key = who.name_key))
                order by b.reported_at desc, b.id limit ?) e
            where i.organisation_id = ? and i.id = any (?)
            order by i.id, e.reported_at, e.id
            """;

    private final JdbcClient jdbc;

    PastRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> sample(Wanted wanted) {
        return jdbc.sql(SAMPLE)
                .param(wanted.organisation())
                .param(Rows.at(wanted.from()))
                .param(Rows.at(wanted.to()))
                .param(wanted.seed())
                .param(wanted.most())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    List<PastAccount> accounts(UUID organisation, List<UUID> ids, int mostEarlier) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        Map<UUID, List<Account.Earlier>> earlier = new HashMap<>();
        jdbc.sql(EARLIER).param(mostEarlier).param(organisation).param(wanted).query(row -> {
            earlier.computeIfAbsent(row.getObject("id", UUID.class), none -> new ArrayList<>())
                    .add(new Account.Earlier(row.getString("text"), Set.of((String[])
                            row.getArray("crimes").getArray())));
        });
        return jdbc.sql(ACCOUNTS)
                .param(organisation)
                .param(wanted)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new PastAccount(
                            id,
                            row.getString("reference"),
                            "/incidents/" + id,
                            new Account(row.getString("text"), earlier.getOrDefault(id, List.of())));
                })
                .list();
    }
}
