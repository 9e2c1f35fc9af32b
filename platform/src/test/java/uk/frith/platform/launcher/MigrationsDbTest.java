package uk.frith.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.frith.platform.foundation.commands.CommandFailed;

class MigrationsDbTest {

    @Test
    void every_chapter_with_a_folder_is_migrated() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Migrations.CHAPTERS);
        }
    }

    @Test
    void migrating_what_is_migrated_changes_nothing() {
        TestDatabase database = TestDatabase.fresh();
        Migrations.run(database.database());
        database.asOwner().sql("delete from public.frith_migrations").update();
        Migrations.run(database.database());
        assertThat(database.asOwner()
                        .sql("select count(*) from public.frith_migrations")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_database_of_a_newer_frith_is_refused_and_left_alone() {
        TestDatabase database = TestDatabase.fresh();
        database.asOwner()
                .sql(
                        "insert into audit.migration (installed_rank, version, description, type, script, checksum,"
                                + " installed_by, execution_time, success)"
                                + " values (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'owner', 1, true)")
                .update();
        database.asOwner().sql("delete from public.frith_migrations").update();
        assertThatThrownBy(() -> Migrations.run(database.database()))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("newer Frith");
    }
}
