package uk.frith.platform.foundation.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sign-in's SQL, all of it as sign-in's own role. */
@Repository
class SignInRepository {

    // language=postgresql
    private static final String MAKE_SURE_TRIES_ARE_COUNTED = """
            insert into identity.sign_in_try (address_digest, failures, last_failed_at) values (?, 0, ?)
            on conflict do nothing
            """;

    // language=postgresql
    private static final String HOLD_THE_TRIES = """
            select failures, last_failed_at, locked_until from identity.sign_in_try where address_digest = ? for update
            """;

    // language=postgresql
    private static final String KEEP_THE_TRIES = """
            update identity.sign_in_try set failures = ?, last_failed_at = ?, locked_until = ? where address_digest = ?
            """;

    // language=postgresql
    private static final String FORGET_THE_TRIES = "delete from identity.sign_in_try where address_digest = ?";

    // language=postgresql
    private static final String WHO_HAS_THIS_ADDRESS = """
            select a.id, a.email, c.password_hash, c.totp_confirmed_at is not null as has_factor,
                   exists (select 1 from identity.account_role r
                           left join identity.role_setting s
                                on s.role = r.role and s.organisation_id = a.organisation_id
                           where r.account_id = a.id and coalesce(s.second_factor_required, true)) as must_have_factor
            from identity.account a join identity.credential c on c.account_id = a.id
            where a.email = ? and a.state = 'ACTIVE' and c.password_hash is not null
            """;

    // language=postgresql
    private static final String LEAVE_PENDING = """
            insert into identity.pending_sign_in (token_digest, account_id, address_digest, new_secret, expires_at)
            values (?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?))
            """;

    // language=postgresql
    private static final String WHO_IS_PENDING = """
            select p.account_id, a.email, p.address_digest, p.new_secret, c.totp_secret,
                   coalesce(c.totp_last_step, -1) as last_step
            from identity.pending_sign_in p
            join identity.account a on a.id = p.account_id
            join identity.credential c on c.account_id = a.id
            where p.token_digest = ? and p.expires_at > clock_timestamp() and a.state = 'ACTIVE'
            """;

    // language=postgresql
    private static final String NO_LONGER_PENDING = """
            delete from identity.pending_sign_in where token_digest = ? or expires_at < clock_timestamp()
            """;

    // language=postgresql
    private static final String USE_UP_A_STEP = """
            update identity.credential set totp_last_step = ?
            where account_id = ? and totp_secret = ? and coalesce(totp_last_step, -1) < ?
            """;

    // language=postgresql
    private static final String KEEP_A_NEW_FACTOR = """
            update identity.credential set totp_secret = ?, totp_confirmed_at = clock_timestamp(), totp_last_step = ?
            where account_id = ?
            """;

    // language=postgresql
    private static final String DROP_THE_FACTOR = """
            update identity.credential set totp_secret = null, totp_confirmed_at = null, totp_last_step = null
            where account_id = ?
            """;

    // language=postgresql
    private static final String KEEP_A_PASSWORD = """
            insert into identity.credential (account_id, password_hash, password_changed_at)
            values (?, ?, clock_timestamp())
            on conflict (account_id) do update
            set password_hash = excluded.password_hash, password_changed_at = excluded.password_changed_at
            """;

    // language=postgresql
    private static final String END_OTHER_SESSIONS = """
            update identity.session set ended_at = clock_timestamp()
            where account_id = ? and ended_at is null and token_digest <> ?
            """;

    private final JdbcClient signIn;

    SignInRepository(SignInDatabase signIn) {
        this.signIn = signIn.jdbc();
    }

    /** Somebody who could sign in: their hash, and whether a second factor exists or must. */
    record Candidate(UUID account, String email, String hash, boolean hasFactor, boolean mustHaveFactor) {
        @Override
        public String toString() {
            return "account=" + account;
        }
    }

    /** Somebody half-way: with a new secret to be confirmed, or with the one that they have. */
    record Pending(
            UUID account,
            String email,
            Opaque addressDigest,
            Optional<Opaque> newSecret,
            Optional<Opaque> secret,
            long lastStep) {
        @Override
        public String toString() {
            return "account=" + account;
        }
    }

    /** How the tries stand; held until the transaction ends, so that those who come at once wait for each other. */
    SignInRules.Tries holdTries(byte[] digest, Instant now) {
        signIn.sql(MAKE_SURE_TRIES_ARE_COUNTED)
                .param(digest)
                .param(Timestamp.from(now))
                .update();
        return signIn.sql(HOLD_THE_TRIES)
                .param(digest)
                .query((row, n) -> new SignInRules.Tries(
                        row.getInt("failures"),
                        row.getTimestamp("last_failed_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("locked_until")).map(Timestamp::toInstant)))
                .optional()
                .orElseGet(() -> SignInRules.Tries.none(now));
    }

    void keepTries(byte[] digest, SignInRules.Tries tries) {
        signIn.sql(KEEP_THE_TRIES)
                .param(tries.failures())
                .param(Timestamp.from(tries.lastFailed()))
                .param(tries.lockedUntil().map(Timestamp::from).orElse(null))
                .param(digest)
                .update();
    }

    void forgetTries(byte[] digest) {
        signIn.sql(FORGET_THE_TRIES).param(digest).update();
    }

    Optional<Candidate> candidate(String address) {
        return signIn.sql(WHO_HAS_THIS_ADDRESS)
                .param(address)
                .query((row, n) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("password_hash"),
                        row.getBoolean("has_factor"),
                        row.getBoolean("must_have_factor")))
                .optional();
    }

    void leavePending(String token, UUID account, byte[] addressDigest, byte @Nullable [] newSecret, Duration valid) {
        signIn.sql(LEAVE_PENDING)
                .param(Tokens.digest(token))
                .param(account)
                .param(addressDigest)
                .param(newSecret)
                .param(valid.toSeconds())
                .update();
    }

    Optional<Pending> pending(String token) {
        return signIn.sql(WHO_IS_PENDING)
                .param(Tokens.digest(token))
                .query((row, n) -> pending(row))
                .optional();
    }

    void noLongerPending(String token) {
        signIn.sql(NO_LONGER_PENDING).param(Tokens.digest(token)).update();
    }

    /** Uses up a code's step; false when another request has used it already. */
    boolean useUpStep(UUID account, byte[] secret, long step) {
        return signIn.sql(USE_UP_A_STEP)
                        .param(step)
                        .param(account)
                        .param(secret)
                        .param(step)
                        .update()
                == 1;
    }

    void keepFactor(UUID account, byte[] secret, long step) {
        signIn.sql(KEEP_A_NEW_FACTOR).param(secret).param(step).param(account).update();
    }

    void dropFactor(UUID account) {
        signIn.sql(DROP_THE_FACTOR).param(account).update();
    }

    void keepPassword(UUID account, String hash) {
        signIn.sql(KEEP_A_PASSWORD).param(account).param(hash).update();
    }

    /**
     * Ends an account's sessions.
     *
     * @param kept the token of the one that goes on; empty for none
     */
    void endOtherSessions(UUID account, String kept) {
        signIn.sql(END_OTHER_SESSIONS).param(account).param(Tokens.digest(kept)).update();
    }

    private static Pending pending(ResultSet row) throws SQLException {
        return new Pending(
                row.getObject("account_id", UUID.class),
                row.getString("email"),
                new Opaque(row.getBytes("address_digest")),
                Optional.ofNullable(row.getBytes("new_secret")).map(Opaque::new),
                Optional.ofNullable(row.getBytes("totp_secret")).map(Opaque::new),
                row.getLong("last_step"));
    }
}
