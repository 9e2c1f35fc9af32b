package uk.frith.platform.reports.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of keys. */
@Repository
class KeyRepository {

    // language=postgresql
    private static final String ARRIVE = "select * from exchange.arrive(decode(?, 'hex'))";

    // language=postgresql
    private static final String ADD = """
            insert into exchange.api_key (organisation_id, partner_id, name, beginning, digest, scopes, created_at, created_by,
                                          expires_at)
            values (?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String OF_PARTNER = """
            select id, name, beginning, scopes, created_at, expires_at, revoked_at, last_used_at
            from exchange.api_key where partner_id = ? order by created_at desc, id
            """;

    // language=postgresql
    private static final String REVOKE = """
            update exchange.api_key set revoked_at = ?, revoked_by = ?
            where id = ? and partner_id = ? and revoked_at is null
            """;

    // language=postgresql
    private static final String IS_JURISDICTION = "select exchange.is_jurisdiction(?)";

    // language=postgresql
    private static final String IS_JURISDICTION_OF = "select coalesce(exchange.jurisdiction_of(?) = ?, false)";

    private final JdbcClient jdbc;

    KeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a key stands; the same values as the database's. */
    enum Standing {
        GOOD,
        REVOKED,
        EXPIRED,
        ENDED
    }

    /**
     * A key that somebody has shown.
     *
     * @param requests how many were made with it in this minute, this one included
     * @param secondsLeft until the next minute
     */
    record Arrival(Caller caller, Standing standing, int requests, int secondsLeft) {}

    /** A key as its administrators see it. */
    record Key(
            UUID id,
            String name,
            String beginning,
            Set<Scope> scopes,
            Instant created,
            Instant expires,
            Optional<Instant> revoked,
            Optional<Instant> lastUsed) {
        Key {
            scopes = Set.copyOf(scopes);
        }
    }

    /** What is kept of a new key. */
    record NewKey(
            UUID organisation,
            UUID partner,
            String name,
            String beginning,
            String digest,
            Set<Scope> scopes,
            Instant created,
            UUID by,
            Instant expires) {
        NewKey {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public String toString() {
            return "NewKey";
        }
    }

    Optional<Arrival> arrive(String digest) {
        return jdbc.sql(ARRIVE).param(digest).query((row, n) -> arrival(row)).optional();
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                new Caller(
                        row.getObject("key_id", UUID.class),
                        row.getObject("partner_id", UUID.class),
                        row.getString("partner"),
                        row.getString("word"),
                        row.getObject("organisation_id", UUID.class),
                        scopes(row)),
                Standing.valueOf(row.getString("standing")),
                row.getInt("requests"),
                row.getInt("seconds_left"));
    }

    UUID add(NewKey key) {
        return jdbc.sql(ADD)
                .param(key.organisation())
                .param(key.partner())
                .param(key.name())
                .param(key.beginning())
                .param(key.digest())
                .param(key.scopes().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param(at(key.created()))
                .param(key.by())
                .param(at(key.expires()))
                .query(UUID.class)
                .single();
    }

    List<Key> of(UUID partner) {
        return jdbc.sql(OF_PARTNER)
                .param(partner)
                .query((row, n) -> new Key(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("beginning"),
                        scopes(row),
                        moment(row, "created_at").orElseThrow(),
                        moment(row, "expires_at").orElseThrow(),
                        moment(row, "revoked_at"),
                        moment(row, "last_used_at")))
                .list();
    }

    /** False when it isn't there or was revoked before. */
    boolean revoke(UUID key, UUID partner, Instant now, UUID by) {
        return jdbc.sql(REVOKE)
                        .param(at(now))
                        .param(by)
                        .param(key)
                        .param(partner)
                        .update()
                == 1;
    }

    /** Whether any force goes by this word. */
    boolean isJurisdiction(String word) {
        return jdbc.sql(IS_JURISDICTION).param(word).query(Boolean.class).single();
    }

    boolean isJurisdictionOf(UUID organisation, String word) {
        return jdbc.sql(IS_JURISDICTION_OF)
                .param(organisation)
                .param(word)
                .query(Boolean.class)
                .single();
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(Scope::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
