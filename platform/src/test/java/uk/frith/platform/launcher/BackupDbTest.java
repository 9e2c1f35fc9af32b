package uk.frith.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.frith.platform.foundation.commands.CommandFailed;

class BackupDbTest {

    @TempDir
    Path folder;

    @Test
    void a_restored_database_holds_the_same_rows_in_every_table() throws Exception {
        TestDatabase original = used();
        Map<String, String> before = contents(original);
        Backup.write(original.database(), folder.resolve("copy.zip"));

        TestDatabase restored = TestDatabase.fresh();
        Restore.read(restored.database(), folder.resolve("copy.zip"));

        Map<String, String> after = contents(restored);
        // A restore begins an era and is itself entered in the audit; all else is the same.
        before.remove("audit.era");
        after.remove("audit.era");
        before.remove("audit.entry");
        after.remove("audit.entry");
        assertThat(after).isEqualTo(before);
        assertThat(restored.asOwner()
                        .sql("select max(number) from audit.era")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(restored.asOwner()
                        .sql("select count(*) from audit.entry where era = 1 and subject = 'backup-test'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ids_go_on_where_the_backup_ended() throws Exception {
        TestDatabase original = used();
        Backup.write(original.database(), folder.resolve("copy.zip"));
        TestDatabase restored = TestDatabase.fresh();
        Restore.read(restored.database(), folder.resolve("copy.zip"));
        assertThat(restored.asOwner()
                        .sql("select count(*) = count(distinct id) from audit.entry")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_database_in_use_is_not_overwritten() throws Exception {
        TestDatabase original = used();
        Backup.write(original.database(), folder.resolve("copy.zip"));
        TestDatabase other = used();
        assertThatThrownBy(() -> Restore.read(other.database(), folder.resolve("copy.zip")))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("used already");
    }

    @Test
    void a_damaged_backup_is_refused_and_nothing_is_half_there() throws Exception {
        TestDatabase original = used();
        Backup.write(original.database(), folder.resolve("whole.zip"));
        Path copy = folder.resolve("copy.zip");
        damage(folder.resolve("whole.zip"), copy, "tables/audit.entry.copy");
        TestDatabase restored = TestDatabase.fresh();
        assertThatThrownBy(() -> Restore.read(restored.database(), copy)).isInstanceOf(CommandFailed.class);
        assertThat(restored.asOwner()
                        .sql("select count(*) from audit.entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_existing_file_is_not_overwritten() throws IOException {
        Path copy = Files.writeString(folder.resolve("copy.zip"), "mine");
        assertThatThrownBy(() -> Backup.write(TestDatabase.fresh().database(), copy))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("is there already");
        assertThat(copy).hasContent("mine");
    }

    private static void damage(Path from, Path to, String victim) throws IOException {
        try (ZipFile whole = new ZipFile(from.toFile());
                ZipOutputStream damaged = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : Collections.list(whole.entries())) {
                byte[] bytes = whole.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(victim)) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replace("backup-test", "backup-tost")
                            .getBytes(StandardCharsets.UTF_8);
                }
                damaged.putNextEntry(new ZipEntry(entry.getName()));
                damaged.write(bytes);
            }
        }
    }

    private static TestDatabase used() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        try (Connection connection = Owner.connect(database.database())) {
            Owner.enter(connection, "ADMINISTRATION", "backup-test", "having something to keep: tab\there, \\ and é");
        }
        return database;
    }

    private static Map<String, String> contents(TestDatabase database) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        try (Connection connection = Owner.connect(database.database())) {
            for (String table : Tables.inOrder(connection).keySet()) {
                contents.put(
                        table,
                        database.asOwner()
                                .sql("select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from "
                                        + Tables.quoted(table) + " t")
                                .query(String.class)
                                .single());
            }
        }
        return contents;
    }
}
