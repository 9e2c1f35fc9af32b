package uk.frith.platform.foundation.identity;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.frith.platform.launcher.TestDatabase;

/** Arranges organisations, people and sessions for a test, as the tables' owner. */
public final class Scene {

    /** A password that the rules take; every account of a scene has it. */
    public static final String PASSWORD = "three blue kettles";

    /** Its hash, made once: hashing for each account would make the tests slow. */
    private static final String HASH = new Passwords().hash(PASSWORD);

    private final JdbcClient owner;
    private final Tokens tokens = new Tokens();

    public Scene(TestDatabase database) {
        this.owner = database.asOwner();
    }

    /** A police organisation without required second factors. */
    public UUID organisation(String name) {
        UUID id = owner.sql("insert into identity.organisation (name, kind) values (?, 'POLICE') returning id")
                .param(name)
                .query(UUID.class)
                .single();
        for (Role role : Role.values()) {
            owner.sql("insert into identity.role_setting values (?, ?, false)")
                    .param(id)
                    .param(role.name())
                    .update();
        }
        return id;
    }

    public void requireSecondFactor(UUID organisation, Role role) {
        owner.sql(
                        "update identity.role_setting set second_factor_required = true where organisation_id = ? and role = ?")
                .param(organisation)
                .param(role.name())
                .update();
    }

    /** An active account that can sign in with {@link #PASSWORD}. */
    public UUID account(UUID organisation, String email, Role... roles) {
        UUID id = owner.sql("""
                        insert into identity.account (organisation_id, name, email, state)
                        values (?, ?, ?, 'ACTIVE') returning id
                        """)
                .param(organisation)
                .param("Name of " + email)
                .param(email)
                .query(UUID.class)
                .single();
        owner.sql("""
                        insert into identity.credential (account_id, password_hash, password_changed_at)
                        values (?, ?, now())
                        """).param(id).param(HASH).update();
        for (Role role : Set.of(roles)) {
            owner.sql("insert into identity.account_role values (?, ?)")
                    .param(id)
                    .param(role.name())
                    .update();
        }
        return id;
    }

    /** An open session of an account, as sign-in would have opened it; gives its token. */
    public String session(UUID account) {
        String token = tokens.make();
        owner.sql("""
                        insert into identity.session (token_digest, account_id, idle_seconds, expires_at)
                        values (?, ?, 1800, now() + interval '12 hours')
                        """).param(Tokens.digest(token)).param(account).update();
        return token;
    }

    /** A session of the service that works for partners' systems, confined to an organisation; gives its token. */
    public String sessionOfExchange(UUID organisation) {
        String token = tokens.make();
        owner.sql("""
                        insert into identity.session (token_digest, account_id, idle_seconds, expires_at, confined_to)
                        values (?, ?, 1800, now() + interval '12 hours', ?)
                        """)
                .param(Tokens.digest(token))
                .param(ServiceActor.EXCHANGE.account())
                .param(organisation)
                .update();
        return token;
    }

    /** Audit entries under somebody's name, oldest first, as act and subject. */
    public java.util.List<String> entriesOf(UUID account) {
        return owner.sql("select act || ' ' || subject from audit.entry where actor = ? order by id")
                .param(account)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
