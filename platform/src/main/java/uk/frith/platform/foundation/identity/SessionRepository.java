package uk.frith.platform.foundation.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions: opened and ended as sign-in's own role; recognised, at each request, as the application's. */
@Repository
class SessionRepository {

    // language=postgresql
    private static final String OPEN = """
            insert into identity.session (token_digest, account_id, on_behalf, idle_seconds, expires_at)
            values (?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?))
            """;

    // language=postgresql
    private static final String END = """
            update identity.session set ended_at = clock_timestamp() where token_digest = ? and ended_at is null
            """;

    // language=postgresql
    private static final String ARRIVE = """
            select a.account_id, a.name, a.organisation_id, a.organisation, a.force_slug, a.team_id, a.state, a.roles,
                   a.idle_seconds
            from (select set_config('frith.token', ?, true) as token) t, lateral (select * from identity.arrive()
                  where t.token is not null) a
            """;

    // language=postgresql
    private static final String LEAVE = "select identity.leave()";

    private final JdbcClient signIn;
    private final JdbcClient app;
    private final TransactionTemplate transaction;

    SessionRepository(SignInDatabase signIn, JdbcClient app, PlatformTransactionManager transactions) {
        this.signIn = signIn.jdbc();
        this.app = app;
        this.transaction = new TransactionTemplate(transactions);
    }

    void open(String token, UUID account, @Nullable String onBehalf, Duration idle, Duration longest) {
        signIn.sql(OPEN)
                .param(Tokens.digest(token))
                .param(account)
                .param(onBehalf)
                .param((int) idle.toSeconds())
                .param(longest.toSeconds())
                .update();
    }

    void end(String token) {
        signIn.sql(END).param(Tokens.digest(token)).update();
    }

    /** Ends the session whose token this transaction presents. */
    void leave() {
        app.sql(LEAVE).query((row, n) -> 0).single();
    }

    /** Whose token this is, if it is anybody's; keeps the session alive. */
    Optional<Actor> arrive(String token) {
        Optional<Actor> actor = transaction.execute(status ->
                app.sql(ARRIVE).param(token).query((row, n) -> actor(row)).optional());
        return actor == null ? Optional.empty() : actor;
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getObject("organisation_id", UUID.class),
                row.getString("organisation"),
                Optional.ofNullable(row.getString("force_slug")),
                Optional.ofNullable(row.getObject("team_id", UUID.class)),
                roles(row.getArray("roles")),
                row.getString("state").equals("SERVICE"),
                row.getInt("idle_seconds"));
    }

    private static Set<Role> roles(Array array) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : (String[]) array.getArray()) {
            roles.add(Role.valueOf(role));
        }
        return roles;
    }
}
