package uk.frith.platform.foundation.audit;

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

    private static String json(Map<String, String> detail) {
        return JSON.writeValueAsString(detail);
    }
}
