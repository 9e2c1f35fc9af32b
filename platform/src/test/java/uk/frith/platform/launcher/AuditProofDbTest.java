package uk.frith.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import uk.frith.platform.FrithApplication;
import uk.frith.platform.foundation.audit.Sealer;

class AuditProofDbTest {

    private static final TestDatabase SEALED = TestDatabase.fresh();

    @TempDir
    static Path sealedFolder;

    private final TestDatabase database = SEALED.copy();

    @TempDir
    Path folder;

    private Path anchors = Path.of("unset");

    @BeforeAll
    static void three_seals_over_six_entries() throws SQLException {
        try (var application = new SpringApplicationBuilder(FrithApplication.class)
                .web(WebApplicationType.NONE)
                .properties(SEALED.settings())
                .run("--frith.audit.anchors=" + sealedFolder.resolve("anchors"))) {
            Sealer sealer = application.getBean(Sealer.class);
            for (int i = 0; i < 3; i++) {
                enter("first");
                enter("second");
                assertThat(sealer.seal()).isEqualTo(1);
            }
        }
    }

    @BeforeEach
    void anchors_of_its_own() throws IOException {
        anchors = Files.copy(sealedFolder.resolve("anchors"), folder.resolve("anchors"));
    }

    @Test
    void an_untouched_audit_is_proved() {
        AuditProof.Result result = AuditProof.check(database.database(), anchors);
        assertThat(result.findings()).isEmpty();
        assertThat(result.seals()).isEqualTo(3);
        assertThat(result.sealed()).isEqualTo(6);
    }

    @Test
    void a_changed_entry_is_found() {
        database.asOwner()
                .sql("update audit.entry set purpose = 'another' where id = 3")
                .update();
        assertThat(AuditProof.check(database.database(), anchors).findings())
                .containsExactly("An entry under seal 2 was changed, or the seal was.");
    }

    @Test
    void a_removed_entry_is_found() {
        database.asOwner().sql("delete from audit.entry where id = 4").update();
        assertThat(AuditProof.check(database.database(), anchors).findings())
                .containsExactly("Seal 2 covers 2 entries; 1 are there.");
    }

    @Test
    void an_entry_slipped_in_behind_a_seal_is_found() {
        database.asOwner()
                .sql("insert into audit.entry (actor, act, subject, purpose, xid)"
                        + " select actor, act, subject, purpose, xid from audit.entry where id = 1")
                .update();
        assertThat(AuditProof.check(database.database(), anchors).findings())
                .containsExactly("Seal 1 covers 2 entries; 3 are there.");
    }

    @Test
    void a_chain_that_was_made_anew_is_found_by_its_anchors() {
        database.asOwner().sql("delete from audit.seal").update();
        database.asOwner()
                .sql("update audit.entry set purpose = 'another' where id = 3")
                .update();
        database.asOwner().sql("select * from audit.seal_batch()").query().listOfRows();
        assertThat(AuditProof.check(database.database(), anchors).findings())
                .contains("Seal 1 is not the one that was anchored outside the database.")
                .contains("Seal 3 was anchored outside the database and is gone from it.");
    }

    @Test
    void a_seal_whose_anchor_was_lost_with_a_killed_node_is_anchored_by_the_next() throws IOException {
        Files.writeString(anchors, Files.readAllLines(anchors).getFirst() + "\n");
        try (var application = new SpringApplicationBuilder(FrithApplication.class)
                .web(WebApplicationType.NONE)
                .properties(database.settings())
                .run("--frith.audit.anchors=" + anchors)) {
            assertThat(application.getBean(Sealer.class).seal()).isGreaterThanOrEqualTo(2);
        }
        assertThat(AuditProof.check(database.database(), anchors).findings()).isEmpty();
    }

    private static void enter(String subject) throws SQLException {
        try (Connection connection = Owner.connect(SEALED.database())) {
            Owner.enter(connection, "ADMINISTRATION", subject, "testing the proof");
        }
    }
}
