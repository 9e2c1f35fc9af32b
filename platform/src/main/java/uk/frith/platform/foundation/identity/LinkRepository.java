package uk.frith.platform.foundation.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time links, and what they and the demonstration begin: organisations and accounts. As sign-in's own role. */
@Repository
class LinkRepository {

    // language=postgresql
    private static final String ADD = """
            insert into identity.one_time_link (token_digest, account_id, kind, expires_at)
            values (?, ?, ?, clock_timestamp() + make_interval(secs => ?))
            """;

    // language=postgresql
    private static final String WITHDRAW_EARLIER_ONES = """
            update identity.one_time_link set used_at = clock_timestamp()
            where account_id is not distinct from ? and used_at is null
            """;

    // language=postgresql
    private static final String WHOSE = """
            select l.kind, l.account_id, a.email, a.name
            from identity.one_time_link l left join identity.account a on a.id = l.account_id
            where l.token_digest = ? and l.used_at is null and l.expires_at > clock_timestamp()
              and (a.id is null or a.state in ('INVITED', 'ACTIVE'))
            """;

    // language=postgresql
    private static final String USE = """
            update identity.one_time_link set used_at = clock_timestamp()
            where token_digest = ? and used_at is null and expires_at > clock_timestamp()
            """;

    // language=postgresql
    private static final String IS_THERE_AN_ADMINISTRATOR = """
            select exists (select 1 from identity.account a join identity.account_role r on r.account_id = a.id
                           where a.state = 'ACTIVE' and r.role = 'ADMINISTRATOR')
            """;

    // language=postgresql
    private static final String IS_THERE_A_DEMONSTRATION =
            "select exists (select 1 from identity.account where demonstration)";

    // language=postgresql
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('identity.first'))";

    // language=postgresql
    private static final String ADD_AN_ORGANISATION =
            "insert into identity.organisation (name, kind, force_slug) values (?, ?, ?) returning id";

    // language=postgresql
    private static final String ADD_A_SETTING =
            "insert into identity.role_setting (organisation_id, role, second_factor_required) values (?, ?, ?)";

    // language=postgresql
    private static final String ADD_AN_ACCOUNT = """
            insert into identity.account (organisation_id, name, email, state, demonstration)
            values (?, ?, ?, 'INVITED', ?) returning id
            """;

    // language=postgresql
    private static final String ADD_A_ROLE = "insert into identity.account_role (account_id, role) values (?, ?)";

    // language=postgresql
    private static final String ACTIVATE =
            "update identity.account set state = 'ACTIVE' where id = ? and state = 'INVITED'";

    private final JdbcClient signIn;

    LinkRepository(SignInDatabase signIn) {
        this.signIn = signIn.jdbc();
    }

    /** A link that can still be used, and whose it is, if it is somebody's. */
    record Link(LinkKind kind, Optional<UUID> account, String email, String name) {
        @Override
        public String toString() {
            return kind.name();
        }
    }

    void add(String token, LinkKind kind, @Nullable UUID account) {
        signIn.sql(WITHDRAW_EARLIER_ONES).param(account).update();
        signIn.sql(ADD)
                .param(Tokens.digest(token))
                .param(account)
                .param(kind.name())
                .param(kind.valid().toSeconds())
                .update();
    }

    Optional<Link> find(String token) {
        return signIn.sql(WHOSE)
                .param(Tokens.digest(token))
                .query((row, n) -> new Link(
                        LinkKind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getObject("account_id", UUID.class)),
                        Optional.ofNullable(row.getString("email")).orElse(""),
                        Optional.ofNullable(row.getString("name")).orElse("")))
                .optional();
    }

    /** Uses a link up; false when somebody was quicker. */
    boolean use(String token) {
        return signIn.sql(USE).param(Tokens.digest(token)).update() == 1;
    }

    /** Whoever begins the site waits for whoever is beginning it. */
    void oneAtATime() {
        signIn.sql(ONE_AT_A_TIME).query((row, n) -> 0).single();
    }

    boolean administratorExists() {
        return signIn.sql(IS_THERE_AN_ADMINISTRATOR).query(Boolean.class).single();
    }

    boolean demonstrationExists() {
        return signIn.sql(IS_THERE_A_DEMONSTRATION).query(Boolean.class).single();
    }

    /**
     * An organisation and its settings.
     *
     * @param secondFactors whether administrators and auditors must show a second factor from the first day
     */
    UUID addOrganisation(String name, OrganisationKind kind, @Nullable String forceSlug, boolean secondFactors) {
        UUID organisation = signIn.sql(ADD_AN_ORGANISATION)
                .param(name)
                .param(kind.name())
                .param(forceSlug)
                .query(UUID.class)
                .single();
        for (Role role : Role.values()) {
            signIn.sql(ADD_A_SETTING)
                    .param(organisation)
                    .param(role.name())
                    .param(secondFactors && (role == Role.ADMINISTRATOR || role == Role.AUDITOR))
                    .update();
        }
        return organisation;
    }

    UUID addAccount(UUID organisation, String name, String email, Role role, boolean demonstration) {
        UUID account = signIn.sql(ADD_AN_ACCOUNT)
                .param(organisation)
                .param(name)
                .param(email)
                .param(demonstration)
                .query(UUID.class)
                .single();
        signIn.sql(ADD_A_ROLE).param(account).param(role.name()).update();
        return account;
    }

    void activate(UUID account) {
        signIn.sql(ACTIVATE).param(account).update();
    }
}
