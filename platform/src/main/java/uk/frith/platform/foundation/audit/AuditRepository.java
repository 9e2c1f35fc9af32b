package uk.frith.platform.foundation.audit;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All of the audit's SQL that runs as the application. */
@Repository
class AuditRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    // language=postgresql
    private static final String ADD_AN_ENTRY = """
            insert into audit.entry (act, subject, ids, fields, purpose, detail)
            values (?, ?, ?, ?, ?, ?::jsonb)
            """;

    // language=postgresql
    private static final String SEAL_WHAT_CAN_NO_LONGER_GROW = "select number from audit.seal_batch()";

    // language=postgresql
    private static final String SEALS_AFTER =
            "select number, encode(digest, 'hex') as digest from audit.seal where number > ? order by number";

    // language=postgresql
    private static final String WHAT_WAS_DONE = """
            select id, at, actor, act, subject, ids, fields, purpose, detail
            from audit.entry
            where (cast(:act as text) is null or act = :act)
              and (cast(:subject as text) is null or subject = :subject)
              and (cast(:account as uuid) is null or actor = :account or ids && array[cast(:account as text)])
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:to as timestamptz) is null or at < :to)
              and (cast(:before as bigint) is null or id < :before)
            order by id desc limit :most
            """;

    // language=postgresql
    private static final String WHICH_SUBJECTS = """
            select distinct subject from (select subject from audit.entry order by id desc limit 10000) lately
            order by subject
            """;

    // language=postgresql
    private static final String HOW_IT_STOOD = """
            select until, changed_by, former from audit.history
            where relation = ? and record = ? order by until desc, id desc limit ?
            """;

    private final JdbcClient jdbc;

    AuditRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Entry entry) {
        insert(jdbc, entry);
    }

    void insert(JdbcClient connection, Entry entry) {
        connection
                .sql(ADD_AN_ENTRY)
                .param(entry.act().name())
                .param(entry.subject())
                .param(entry.ids().toArray(String[]::new))
                .param(entry.fields().toArray(String[]::new))
                .param(entry.purpose())
                .param(json(entry.detail()))
                .update();
    }

    void sealBatch() {
        jdbc.sql(SEAL_WHAT_CAN_NO_LONGER_GROW).query(Long.class).list();
    }

    List<Seal> sealsAfter(long number) {
        return jdbc.sql(SEALS_AFTER)
                .param(number)
                .query((row, n) -> new Seal(row.getLong("number"), row.getString("digest")))
                .list();
    }

    List<AuditedEntry> entries(AuditQuery query, int most) {
        return jdbc.sql(WHAT_WAS_DONE)
                .param("act", query.act().map(Act::name).orElse(null))
                .param("subject", query.subject().orElse(null))
                .param("account", query.account().orElse(null))
                .param("from", query.from().map(Timestamp::from).orElse(null))
                .param("to", query.to().map(Timestamp::from).orElse(null))
                .param("before", query.before().orElse(null))
                .param("most", most)
                .query((row, n) -> new AuditedEntry(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("actor", UUID.class),
                        new Entry(
                                Act.valueOf(row.getString("act")),
                                row.getString("subject"),
                                List.of((String[]) row.getArray("ids").getArray()),
                                List.of((String[]) row.getArray("fields").getArray()),
                                row.getString("purpose"),
                                texts(row.getString("detail")))))
                .list();
    }

    List<String> subjects() {
        return jdbc.sql(WHICH_SUBJECTS)
                .query((row, n) -> row.getString("subject"))
                .list();
    }

    List<FormerVersion> history(String relation, String record, int most) {
        return jdbc.sql(HOW_IT_STOOD)
                .param(relation)
                .param(record)
                .param(most)
                .query((row, n) -> new FormerVersion(
                        row.getTimestamp("until").toInstant(),
                        Optional.ofNullable(row.getObject("changed_by", UUID.class)),
                        texts(row.getString("former"))))
                .list();
    }

    private static Map<String, String> texts(String json) {
        Map<String, String> texts = new TreeMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asString("")));
        return texts;
    }

    private static String json(Map<String, String> detail) {
        return JSON.writeValueAsString(detail);
    }
}
