package uk.frith.platform.reports.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Editions: published books. */
@Repository
class EditionRepository {

    // language=postgresql
    private static final String EDITIONS = """
            select e.id, e.number, e.label, e.digest, e.ships_id, e.valid_from, e.reason, e.broken_reason, e.published_at,
                   coalesce(p.name, '') as published_by, coalesce(a.name, '') as approved_by, e.withdrawn_at
            from rulebook.edition e
            left join identity.account p on p.id = e.published_by and e.organisation_id is not null
            left join identity.account a on a.id = e.approved_by
            """;

    // language=postgresql
    private static final String LIVE = EDITIONS + """
            where e.organisation_id = ? and e.valid_from <= ? and e.withdrawn_at is null
            order by e.valid_from desc, e.number desc limit 1
            """;

    // language=postgresql
    private static final String ALL = EDITIONS + """
            where e.organisation_id = ? or e.organisation_id is null
            order by e.organisation_id is null, e.valid_from desc, e.number desc limit ?
            """;

    // language=postgresql
    private static final String ONE =
            EDITIONS + "where e.id = ? and (e.organisation_id = ? or e.organisation_id is null)";

    // language=postgresql
    private static final String LABELLED =
            EDITIONS + "where e.label = ? and (e.organisation_id = ? or e.organisation_id is null)";

    // language=postgresql
    private static final String SHIPPED = EDITIONS + "where e.digest = ? and e.organisation_id is null";

    // language=postgresql
    private static final String FILES =
            "select name, text from rulebook.edition_file where edition_id = ? order by position";

    // language=postgresql
    private static final String NEXT_NUMBER =
            "select coalesce(max(number), 0) + 1 from rulebook.edition where organisation_id = ?";

    // language=postgresql
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('rulebook.edition ' || ?, 0))";

    // language=postgresql
    private static final String ADD = """
            insert into rulebook.edition (organisation_id, number, label, digest, ships_id, valid_from, reason, broken_reason,
                                          published_at, published_by, approved_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String ADD_FILE =
            "insert into rulebook.edition_file (edition_id, organisation_id, position, name, text) values (?, ?, ?, ?, ?)";

    // language=postgresql
    private static final String ADD_SHIPPED = """
            insert into rulebook.edition (label, digest, valid_from, reason, published_at, published_by)
            values (?, ?, ?, ?, ?, identity.me())
            on conflict do nothing returning id
            """;

    // language=postgresql
    private static final String WITHDRAW = """
            update rulebook.edition set withdrawn_at = ?, withdrawn_by = identity.me()
            where id = ? and organisation_id is not null and withdrawn_at is null and valid_from > ?
            """;

    // language=postgresql
    private static final String SECOND_PERSON = "select second_person from rulebook.setting where organisation_id = ?";

    // language=postgresql
    private static final String SET_SECOND_PERSON = """
            insert into rulebook.setting (organisation_id, second_person) values (?, ?)
            on conflict (organisation_id) do update set second_person = excluded.second_person
            where setting.second_person <> excluded.second_person
            """;

    // language=postgresql
    private static final String WITH_RULES_OF_THEIR_OWN = """
            select o.id, o.name from identity.organisation o
            where exists (select 1 from rulebook.edition e
                          where e.organisation_id = o.id and e.valid_from <= ? and e.withdrawn_at is null)
            order by o.name
            """;

    // language=postgresql
    private static final String ORGANISATION = """
            select id from identity.organisation
            where kind <> 'SYSTEM' and (name = :wanted or force_slug = :wanted
                or trim(both '-' from regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g')) = :wanted)
            """;

    private final JdbcClient jdbc;

    EditionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The edition that holds for an organisation at a moment; empty when it reads with what ships. */
    Optional<Edition> live(UUID organisation, Instant moment) {
        return jdbc.sql(LIVE)
                .param(organisation)
                .param(at(moment))
                .query((row, n) -> edition(row))
                .optional();
    }

    /** An organisation's editions, latest first, and then those that shipped. */
    List<Edition> all(UUID organisation, int most) {
        return jdbc.sql(ALL)
                .param(organisation)
                .param(most)
                .query((row, n) -> edition(row))
                .list();
    }

    Optional<Edition> find(UUID id, UUID organisation) {
        return jdbc.sql(ONE)
                .param(id)
                .param(organisation)
                .query((row, n) -> edition(row))
                .optional();
    }

    Optional<Edition> labelled(String label, UUID organisation) {
        return jdbc.sql(LABELLED)
                .param(label)
                .param(organisation)
                .query((row, n) -> edition(row))
                .optional();
    }

    Optional<Edition> shipped(String digest) {
        return jdbc.sql(SHIPPED).param(digest).query((row, n) -> edition(row)).optional();
    }

    BookFiles files(UUID edition) {
        Map<String, String> texts = new LinkedHashMap<>();
        jdbc.sql(FILES).param(edition).query(row -> {
            texts.put(row.getString("name"), row.getString("text"));
        });
        return new BookFiles(texts);
    }

    /** What a new edition needs beside its texts. */
    record New(
            UUID organisation,
            UUID ships,
            Instant validFrom,
            String reason,
            String brokenReason,
            Instant publishedAt,
            UUID publishedBy,
            @Nullable UUID approvedBy) {}

    /** Adds an organisation's next edition; two at once get two numbers. */
    UUID add(New edition, BookFiles files) {
        jdbc.sql(LOCK)
                .param(edition.organisation().toString())
                .query((row, n) -> 0)
                .single();
        int number = jdbc.sql(NEXT_NUMBER)
                .param(edition.organisation())
                .query(Integer.class)
                .single();
        UUID id = jdbc.sql(ADD)
                .param(edition.organisation())
                .param(number)
                .param(files.label("edition-" + number))
                .param(files.digest())
                .param(edition.ships())
                .param(at(edition.validFrom()))
                .param(edition.reason())
                .param(edition.brokenReason())
                .param(at(edition.publishedAt()))
                .param(edition.publishedBy())
                .param(edition.approvedBy())
                .query(UUID.class)
                .single();
        addFiles(id, edition.organisation(), files);
        return id;
    }

    /** Keeps what ships, unless it is kept already. */
    void addShipped(String label, BookFiles files, Instant now) {
        jdbc.sql(ADD_SHIPPED)
                .param(label)
                .param(files.digest())
                .param(at(now))
                .param("Shipped with Frith.")
                .param(at(now))
                .query(UUID.class)
                .optional()
                .ifPresent(id -> addFiles(id, null, files));
    }

    private void addFiles(UUID edition, @Nullable UUID organisation, BookFiles files) {
        int position = 0;
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            jdbc.sql(ADD_FILE)
                    .param(edition)
                    .param(organisation)
                    .param(position++)
                    .param(file.getKey())
                    .param(file.getValue())
                    .update();
        }
    }

    /** Takes back an edition that hasn't begun; gives whether it did. */
    boolean withdraw(UUID edition, Instant now) {
        return jdbc.sql(WITHDRAW).param(at(now)).param(edition).param(at(now)).update() == 1;
    }

    boolean secondPerson(UUID organisation) {
        return jdbc.sql(SECOND_PERSON)
                .param(organisation)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void setSecondPerson(UUID organisation, boolean wanted) {
        jdbc.sql(SET_SECOND_PERSON).param(organisation).param(wanted).update();
    }

    /** An organisation by id and name. */
    record Owner(UUID id, String name) {}

    List<Owner> withRulesOfTheirOwn(Instant moment) {
        return jdbc.sql(WITH_RULES_OF_THEIR_OWN)
                .param(at(moment))
                .query((row, n) -> new Owner(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /** An organisation by its name or slug. */
    Optional<UUID> organisation(String wanted) {
        return jdbc
                .sql(ORGANISATION)
                .param("wanted", wanted)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .findFirst();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Edition edition(ResultSet row) throws SQLException {
        Integer number = row.getObject("number", Integer.class);
        return new Edition(
                row.getObject("id", UUID.class),
                number == null ? OptionalInt.empty() : OptionalInt.of(number),
                row.getString("label"),
                row.getString("digest"),
                Optional.ofNullable(row.getObject("ships_id", UUID.class)),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("broken_reason"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getString("approved_by"),
                Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
