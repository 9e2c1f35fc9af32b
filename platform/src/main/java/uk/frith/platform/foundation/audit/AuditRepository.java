package uk.frith.platform.foundation.audit;

import java.util.List;
import java.util.Map;
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

    private static String json(Map<String, String> detail) {
        return JSON.writeValueAsString(detail);
    }
}
