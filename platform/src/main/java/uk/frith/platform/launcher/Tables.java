package uk.frith.platform.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What tables there are, in an order in which they can be filled: whatever a table points to comes before it. */
final class Tables {

    // language=postgresql
    private static final String TABLES_AND_COLUMNS = """
            select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relkind = 'r' and n.nspname = any (?) and c.relname <> 'migration' and c.relpersistence = 'p'
            group by 1 order by 1
            """;

    // language=postgresql
    private static final String REFERENCES = """
            select n.nspname || '.' || c.relname as from_table, rn.nspname || '.' || rc.relname as to_table
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_class rc on rc.oid = k.confrelid join pg_namespace rn on rn.oid = rc.relnamespace
            where k.contype = 'f' and k.conrelid <> k.confrelid
            """;

    private Tables() {}

    /** Each table's columns, by its full name. */
    static Map<String, List<String>> inOrder(Connection connection) throws SQLException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        try (var statement = connection.prepareStatement(TABLES_AND_COLUMNS)) {
            statement.setArray(1, connection.createArrayOf("text", Migrations.CHAPTERS.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), List.of((String[])
                            rows.getArray(2).getArray()));
                }
            }
        }
        return sorted(found, references(connection));
    }

    private static Map<String, Set<String>> references(Connection connection) throws SQLException {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(REFERENCES)) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), table -> new HashSet<>())
                        .add(rows.getString(2));
            }
        }
        return references;
    }

    private static Map<String, List<String>> sorted(
            Map<String, List<String>> tables, Map<String, Set<String>> references) {
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        List<String> waiting = new ArrayList<>(tables.keySet());
        while (!waiting.isEmpty()) {
            List<String> ready = waiting.stream()
                    .filter(table -> references.getOrDefault(table, Set.of()).stream()
                            .allMatch(to -> sorted.containsKey(to) || !tables.containsKey(to)))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("Tables point at each other in a circle: " + waiting);
            }
            ready.forEach(table -> sorted.put(table, tables.getOrDefault(table, List.of())));
            waiting.removeAll(ready);
        }
        return sorted;
    }

    /** The version that each chapter's schema has reached. */
    static Map<String, String> migrations(Connection connection) throws SQLException {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String chapter : Migrations.CHAPTERS) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select version from " + quoted(chapter + ".migration")
                            + " where success and version is not null order by installed_rank desc limit 1")) {
                versions.put(chapter, rows.next() ? rows.getString(1) : "0");
            }
        }
        return versions;
    }

    static String quoted(String fullName) {
        return List.of(fullName.split("\\.", 2)).stream()
                .map(part -> "\"" + part.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining("."));
    }

    static String columns(List<String> names) {
        return names.stream().map(Tables::quoted).collect(Collectors.joining(", "));
    }
}
