package uk.frith.platform.reports.rulebook;

import static uk.frith.platform.reports.rulebook.EditionRepository.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.narrative.Account;

/** The cases that a force keeps. */
@Repository
class KeptCaseRepository {

    // language=postgresql
    private static final String CASES = """
            select c.id, c.title, c.account, c.asb, c.category, c.crimes, a.name as kept_by
            from rulebook.kept_case c join identity.account a on a.id = c.kept_by
            """;

    // language=postgresql
    private static final String IN_USE =
            CASES + "where c.organisation_id = ? and c.retired_at is null order by c.kept_at desc, c.id limit ?";

    // language=postgresql
    private static final String ONE = CASES + "where c.id = ? and c.organisation_id = ? and c.retired_at is null";

    // language=postgresql
    private static final String EARLIER = """
            select case_id, text, crimes from rulebook.kept_case_earlier where case_id = any (?) order by case_id, number
            """;

    // language=postgresql
    private static final String COUNT =
            "select count(*) from rulebook.kept_case where organisation_id = ? and retired_at is null";

    // language=postgresql
    private static final String ADD = """
            insert into rulebook.kept_case (organisation_id, title, account, asb, category, crimes, incident_id, kept_by, kept_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String ADD_EARLIER = """
            insert into rulebook.kept_case_earlier (case_id, organisation_id, number, text, crimes) values (?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String CHANGE = """
            update rulebook.kept_case set title = ?, account = ?, asb = ?, category = ?, crimes = ?
            where id = ? and organisation_id = ? and retired_at is null
            """;

    // language=postgresql
    private static final String RETIRE = """
            update rulebook.kept_case set retired_at = ? where id = ? and organisation_id = ? and retired_at is null
            """;

    private final JdbcClient jdbc;

    KeptCaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is expected, as it is written down. */
    record Written(String title, String account, boolean asb, Optional<String> category, SortedSet<String> crimes) {
        @Override
        public String toString() {
            return "Written";
        }
    }

    List<KeptCase> inUse(UUID organisation, int most) {
        List<KeptCase> cases = jdbc.sql(IN_USE)
                .param(organisation)
                .param(most)
                .query((row, n) -> kept(row, List.of()))
                .list();
        Map<UUID, List<Account.Earlier>> earlier =
                earlier(cases.stream().map(KeptCase::id).toList());
        return cases.stream()
                .map(each -> withEarlier(each, earlier.getOrDefault(each.id(), List.of())))
                .toList();
    }

    Optional<KeptCase> find(UUID id, UUID organisation) {
        return jdbc.sql(ONE)
                .param(id)
                .param(organisation)
                .query((row, n) -> kept(row, List.of()))
                .optional()
                .map(each -> withEarlier(each, earlier(List.of(id)).getOrDefault(id, List.of())));
    }

    private static KeptCase withEarlier(KeptCase each, List<Account.Earlier> earlier) {
        return new KeptCase(
                each.id(),
                each.title(),
                new Account(each.account().text(), earlier),
                each.asb(),
                each.category(),
                each.crimes(),
                each.keptBy());
    }

    private Map<UUID, List<Account.Earlier>> earlier(List<UUID> ids) {
        Map<UUID, List<Account.Earlier>> earlier = new LinkedHashMap<>();
        jdbc.sql(EARLIER).param(ids.toArray(UUID[]::new)).query(row -> {
            earlier.computeIfAbsent(row.getObject("case_id", UUID.class), none -> new ArrayList<>())
                    .add(new Account.Earlier(row.getString("text"), Set.of((String[])
                            row.getArray("crimes").getArray())));
        });
        return earlier;
    }

    int count(UUID organisation) {
        return jdbc.sql(COUNT).param(organisation).query(Integer.class).single();
    }

    UUID add(
            UUID organisation,
            Written written,
            List<Account.Earlier> earlier,
            @Nullable UUID incident,
            UUID by,
            Instant now) {
        UUID id = jdbc.sql(ADD)
                .param(organisation)
                .param(written.title())
                .param(written.account())
                .param(written.asb())
                .param(written.category().orElse(null))
                .param(written.crimes().toArray(String[]::new))
                .param(incident)
                .param(by)
                .param(at(now))
                .query(UUID.class)
                .single();
        int number = 0;
        for (Account.Earlier before : earlier) {
            jdbc.sql(ADD_EARLIER)
                    .param(id)
                    .param(organisation)
                    .param(number++)
                    .param(before.text())
                    .param(before.crimes().toArray(String[]::new))
                    .update();
        }
        return id;
    }

    boolean change(UUID id, UUID organisation, Written written) {
        return jdbc.sql(CHANGE)
                        .param(written.title())
                        .param(written.account())
                        .param(written.asb())
                        .param(written.category().orElse(null))
                        .param(written.crimes().toArray(String[]::new))
                        .param(id)
                        .param(organisation)
                        .update()
                == 1;
    }

    void retire(UUID id, UUID organisation, Instant now) {
        jdbc.sql(RETIRE).param(at(now)).param(id).param(organisation).update();
    }

    private static KeptCase kept(ResultSet row, List<Account.Earlier> earlier) throws SQLException {
        return new KeptCase(
                row.getObject("id", UUID.class),
                row.getString("title"),
                new Account(row.getString("account"), earlier),
                row.getBoolean("asb"),
                Optional.ofNullable(row.getString("category")),
                new TreeSet<>(List.of((String[]) row.getArray("crimes").getArray())),
                row.getString("kept_by"));
    }
}
