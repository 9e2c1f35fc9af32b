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
            insert into identity.session (token_digest, account_id, on_behalf, idle_seconds, expires_at, confined_to)
            values (?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?), ?)
            """;

    // language=postgresql
    private static final String END = """
            update identity.session set ended_at = clock_timestamp() where token_digest = ? and ended_at is null
            """;

    /** An account's latest session stays, since administrators see when somebody was last here. */
    // language=postgresql
    private static final String FORGET_SESSIONS = """
            delete from identity.session s
            where s.token_digest in (
                select o.token_digest from identity.session o
                where coalesce(o.ended_at, o.expires_at) < clock_timestamp() - make_interval(secs => ?)
                  and exists (select 1 from identity.session later
                              where later.account_id = o.account_id and later.opened_at > o.opened_at)
                order by coalesce(o.ended_at, o.expires_at)
                limit ?
                for update skip locked)
            """;

    // language=postgresql
    private static final String FORGET_LINKS = """
            delete from identity.one_time_link
            where coalesce(used_at, expires_at) < clock_timestamp() - make_interval(secs => ?)
            """;

    /** Long enough to look into a complaint about a session with everything at hand. */
    private static final Duration KEPT_AFTER_ITS_END = Duration.ofDays(30);

    /** Nobody who signs in waits for more than this to be cleared away. */
    private static final int MOST_FORGOTTEN = 500;

    // language=postgresql
    private static final String ARRIVE = """
            select a.account_id, a.name, a.organisation_id, a.organisation, a.force_slug, a.team_id, a.state, a.roles,
                   a.idle_seconds
            from (select set_config('frith.token', ?, true) as token) t, lateral (select * from identity.arrive()
                  where t.token is not null) a
            """;

    // language=postgresql
    private static final String GLANCE = ARRIVE.replace("identity.arrive()", "identity.glance()");

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
        open(token, account, onBehalf, idle, longest, null);
    }

    /** As the other, for a service that sees one organisation alone. */
    void open(
            String token,
            UUID account,
            @Nullable String onBehalf,
            Duration idle,
            Duration longest,
            @Nullable UUID confinedTo) {
        signIn.sql(OPEN)
                .param(Tokens.digest(token))
                .param(account)
                .param(onBehalf)
                .param((int) idle.toSeconds())
                .param(longest.toSeconds())
                .param(confinedTo)
                .update();
    }

    void end(String token) {
        signIn.sql(END).param(Tokens.digest(token)).update();
    }

    /** Clears away some of the sessions and links that ended long ago. */
    void forgetOld() {
        signIn.sql(FORGET_SESSIONS)
                .param(KEPT_AFTER_ITS_END.toSeconds())
                .param(MOST_FORGOTTEN)
                .update();
        signIn.sql(FORGET_LINKS).param(KEPT_AFTER_ITS_END.toSeconds()).update();
    }

    /** Ends the session whose token this transaction presents. */
    void leave() {
        app.sql(LEAVE).query((row, n) -> 0).single();
    }

    /** Whose token this is, if it is anybody's; keeps the session alive. */
    Optional<Actor> arrive(String token) {
        return whose(ARRIVE, token);
    }

    /** Whose token this is, if it is anybody's; leaves the session as it is. */
    Optional<Actor> glance(String token) {
        return whose(GLANCE, token);
    }

    private Optional<Actor> whose(String question, String token) {
        Optional<Actor> actor = transaction.execute(status ->
                app.sql(question).param(token).query((row, n) -> actor(row)).optional());
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
