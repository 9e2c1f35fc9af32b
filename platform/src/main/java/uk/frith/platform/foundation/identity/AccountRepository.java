package uk.frith.platform.foundation.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts and teams as the application's role may see and change them: those of the asker's own organisation. */
@Repository
class AccountRepository {

    // language=postgresql
    private static final String ACCOUNTS = """
            select a.id, a.name, a.email, a.team_id, t.name as team, a.state,
                   array(select r.role from identity.account_role r where r.account_id = a.id) as roles,
                   coalesce(f.has_password, false) as has_password, coalesce(f.second_factor, false) as second_factor,
                   f.locked_until, f.last_signed_in
            from identity.account a
            left join identity.team t on t.id = a.team_id
            left join identity.sign_in_facts() f on f.account_id = a.id
            where a.state <> 'SERVICE'
            """;

    // language=postgresql
    private static final String THAT_ARE_SOUGHT = ACCOUNTS + """
              and (cast(:state as text) is null or a.state = :state)
              and (cast(:role as text) is null or exists (
                   select 1 from identity.account_role r where r.account_id = a.id and r.role = :role))
              and (cast(:words as text) is null or strpos(lower(a.name || ' ' || a.email), lower(:words)) > 0)
            order by a.name, a.id limit :most offset :skipped
            """;

    // language=postgresql
    private static final String THAT_IS_NAMED = ACCOUNTS + " and a.id = ?";

    // language=postgresql
    private static final String THAT_ARE_LOCKED =
            ACCOUNTS + " and f.locked_until is not null order by f.locked_until, a.id limit ?";

    // language=postgresql
    private static final String HOW_MANY = """
            select count(*) from identity.account a
            where a.state <> 'SERVICE' and (cast(:state as text) is null or a.state = :state)
              and (cast(:role as text) is null or exists (
                   select 1 from identity.account_role r where r.account_id = a.id and r.role = :role))
              and (cast(:words as text) is null or strpos(lower(a.name || ' ' || a.email), lower(:words)) > 0)
            """;

    // language=postgresql
    private static final String NAMES = "select id, name from identity.account where id = any (?)";

    // language=postgresql
    private static final String INVITE = """
            insert into identity.account (organisation_id, team_id, name, email) values (?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String CHANGE = "update identity.account set name = ?, team_id = ? where id = ?";

    // language=postgresql
    private static final String SET_STATE = "update identity.account set state = ? where id = ?";

    // language=postgresql
    private static final String TAKE_ROLES =
            "delete from identity.account_role where account_id = ? and role <> all (?)";

    // language=postgresql
    private static final String GIVE_A_ROLE =
            "insert into identity.account_role (account_id, role) values (?, ?) on conflict do nothing";

    // language=postgresql
    private static final String END_SESSIONS = "select identity.end_sessions_of(?)";

    // language=postgresql
    private static final String UNLOCK = "select identity.unlock(?)";

    // language=postgresql
    private static final String TEAMS = """
            select t.id, t.name, (select count(*) from identity.account a where a.team_id = t.id) as members
            from identity.team t order by t.name
            """;

    // language=postgresql
    private static final String ADD_A_TEAM =
            "insert into identity.team (organisation_id, name) values (?, ?) returning id";

    // language=postgresql
    private static final String RENAME_A_TEAM = "update identity.team set name = ? where id = ?";

    // language=postgresql
    private static final String WHICH_ROLES_NEED_A_FACTOR =
            "select role, second_factor_required from identity.role_setting where organisation_id = ?";

    // language=postgresql
    private static final String SET_A_ROLE = """
            update identity.role_setting set second_factor_required = ?
            where organisation_id = ? and role = ? and second_factor_required <> ?
            """;

    // language=postgresql
    private static final String IS_THIS_A_FORCE = "select kind = 'POLICE' from identity.organisation where id = ?";

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A team and how many belong to it. */
    record Team(UUID id, String name, int members) {}

    /** What is sought: state, role, and words of the name or address. */
    record Sought(Optional<AccountState> state, Optional<Role> role, Optional<String> words) {
        @Override
        public String toString() {
            return "state=" + state + " role=" + role;
        }
    }

    List<Account> find(Sought sought, int most, int skipped) {
        return bind(jdbc.sql(THAT_ARE_SOUGHT), sought)
                .param("most", most)
                .param("skipped", skipped)
                .query((row, n) -> account(row))
                .list();
    }

    int count(Sought sought) {
        return bind(jdbc.sql(HOW_MANY), sought).query(Integer.class).single();
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql(THAT_IS_NAMED).param(id).query((row, n) -> account(row)).optional();
    }

    List<Account> locked(int most) {
        return jdbc.sql(THAT_ARE_LOCKED)
                .param(most)
                .query((row, n) -> account(row))
                .list();
    }

    /** Names of accounts that the reader may know of. */
    Map<UUID, String> names(Set<UUID> ids) {
        return jdbc
                .sql(NAMES)
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    UUID invite(UUID organisation, @Nullable UUID team, String name, String email) {
        return jdbc.sql(INVITE)
                .param(organisation)
                .param(team)
                .param(name)
                .param(email)
                .query(UUID.class)
                .single();
    }

    void change(UUID id, String name, @Nullable UUID team) {
        jdbc.sql(CHANGE).param(name).param(team).param(id).update();
    }

    void setState(UUID id, AccountState state) {
        jdbc.sql(SET_STATE).param(state.name()).param(id).update();
    }

    void setRoles(UUID id, Set<Role> roles) {
        String[] names = roles.stream().map(Role::name).toArray(String[]::new);
        jdbc.sql(TAKE_ROLES).param(id).param(names).update();
        for (String role : names) {
            jdbc.sql(GIVE_A_ROLE).param(id).param(role).update();
        }
    }

    int endSessions(UUID id) {
        return jdbc.sql(END_SESSIONS).param(id).query(Integer.class).single();
    }

    boolean unlock(UUID id) {
        return jdbc.sql(UNLOCK).param(id).query(Boolean.class).single();
    }

    List<Team> teams() {
        return jdbc.sql(TEAMS)
                .query((row, n) ->
                        new Team(row.getObject("id", UUID.class), row.getString("name"), row.getInt("members")))
                .list();
    }

    UUID addTeam(UUID organisation, String name) {
        return jdbc.sql(ADD_A_TEAM)
                .param(organisation)
                .param(name)
                .query(UUID.class)
                .single();
    }

    boolean renameTeam(UUID id, String name) {
        return jdbc.sql(RENAME_A_TEAM).param(name).param(id).update() == 1;
    }

    /** Which roles must show a second factor; one without a setting must. */
    Map<Role, Boolean> factorRequired(UUID organisation) {
        Map<Role, Boolean> required = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            required.put(role, true);
        }
        jdbc.sql(WHICH_ROLES_NEED_A_FACTOR)
                .param(organisation)
                .query((row, n) ->
                        required.put(Role.valueOf(row.getString("role")), row.getBoolean("second_factor_required")))
                .list();
        return required;
    }

    /** Sets one role; true when that changed anything. */
    boolean requireFactor(UUID organisation, Role role, boolean required) {
        return jdbc.sql(SET_A_ROLE)
                        .param(required)
                        .param(organisation)
                        .param(role.name())
                        .param(required)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Sought sought) {
        return statement
                .param("state", sought.state().map(AccountState::name).orElse(null))
                .param("role", sought.role().map(Role::name).orElse(null))
                .param("words", sought.words().orElse(null));
    }

    private static Account account(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : (String[]) row.getArray("roles").getArray()) {
            roles.add(Role.valueOf(role));
        }
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Optional.ofNullable(row.getObject("team_id", UUID.class)),
                Optional.ofNullable(row.getString("team")).orElse(""),
                AccountState.valueOf(row.getString("state")),
                roles,
                row.getBoolean("has_password"),
                row.getBoolean("second_factor"),
                moment(row, "locked_until"),
                moment(row, "last_signed_in"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /** Whether an organisation of the asker's is a police force. */
    boolean isForce(UUID organisation) {
        return jdbc.sql(IS_THIS_A_FORCE)
                .param(organisation)
                .query(Boolean.class)
                .single();
    }
}
