package uk.frith.platform.reports.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.frith.platform.foundation.sheets.SheetRow;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Exported;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Here;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Kind;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Pair;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.There;

class ReconciliationRulesTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID OURS = new UUID(0, 1);
    private static final UUID ANOTHER = new UUID(0, 2);
    private static final Here HERE = new Here(new UUID(0, 3), OURS, "26-1", "8L", AT, false);

    private static There there(@Nullable UUID incident, String reference, String classCode, boolean cancelled) {
        return new There(new UUID(0, 4), Optional.ofNullable(incident), reference, classCode, AT, "Status", cancelled);
    }

    private static Kind kind(@Nullable Here here, @Nullable There there) {
        return new Pair("CR-1", "", here, there).kind();
    }

    @Test
    void each_crime_of_either_side_stands_in_one_group() {
        assertThat(kind(HERE, there(OURS, "26-1", "8L", false))).isEqualTo(Kind.MATCHED);
        assertThat(kind(HERE, there(null, "", "8L", false))).isEqualTo(Kind.MATCHED);
        assertThat(kind(HERE, null)).isEqualTo(Kind.MISSING_THERE);
        assertThat(kind(null, there(OURS, "26-1", "8L", false))).isEqualTo(Kind.MISSING_HERE);
        assertThat(kind(HERE, there(OURS, "26-1", "105A", false))).isEqualTo(Kind.CLASS_DIFFERS);
        assertThat(kind(HERE, there(ANOTHER, "26-2", "8L", false))).isEqualTo(Kind.INCIDENT_DIFFERS);
        assertThat(kind(HERE, there(null, "elsewhere", "8L", false))).isEqualTo(Kind.INCIDENT_DIFFERS);
        assertThat(kind(HERE, there(OURS, "26-1", "105A", true))).isEqualTo(Kind.CANCELLED_THERE);
        Here cancelled = new Here(new UUID(0, 3), OURS, "26-1", "8L", AT, true);
        assertThat(kind(cancelled, there(OURS, "26-1", "8L", false))).isEqualTo(Kind.CANCELLED_HERE);
        assertThat(kind(cancelled, there(OURS, "26-1", "8L", true))).isEqualTo(Kind.MATCHED);
        assertThat(kind(null, there(null, "elsewhere", "8L", false))).isEqualTo(Kind.NOT_OURS);
        assertThat(kind(null, there(OURS, "26-1", "8L", true))).isEqualTo(Kind.NOT_OURS);
    }

    @Test
    void counts_by_team_add_up_to_all() {
        Map<String, Map<Kind, Long>> counts = ReconciliationRules.counts(
                List.of(
                        new Pair("CR-1", "North", HERE, there(OURS, "26-1", "8L", false)),
                        new Pair("CR-2", "North", HERE, null),
                        new Pair("CR-3", "South", HERE, null)),
                Pair::team);
        assertThat(counts)
                .isEqualTo(Map.of(
                        "North", Map.of(Kind.MATCHED, 1L, Kind.MISSING_THERE, 1L),
                        "South", Map.of(Kind.MISSING_THERE, 1L)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-07-01 10:00, 2026-07-01T09:00:00Z",
        "2026-03-01T10:00:30, 2026-03-01T10:00:30Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
    })
    void a_moment_is_read_as_systems_write_it(String typed, String expected) {
        SheetRow<Exported> read = new ReconciliationRules.Reader(Instant.parse("2027-01-01T00:00:00Z"))
                .read(List.of("CR-1", "26-1", "8l", typed, "Crime cancelled"));
        assertThat(read)
                .isEqualTo(new SheetRow.Sound<>(
                        new Exported("CR-1", "26-1", "8L", Instant.parse(expected), "Crime cancelled", true)));
    }

    @Test
    void a_row_says_which_field_is_wrong_and_a_crime_stands_once() {
        ReconciliationRules.Reader reader = new ReconciliationRules.Reader(AT);
        assertThat(field(reader, "", "", "8L", "2026-02-01", "Filed")).isEqualTo(0);
        assertThat(field(reader, "CR-1", "", "harassment", "2026-02-01", "Filed"))
                .isEqualTo(2);
        assertThat(field(reader, "CR-1", "", "8L", "1 March", "Filed")).isEqualTo(3);
        assertThat(field(reader, "CR-1", "", "8L", "2026-04-01", "Filed")).isEqualTo(3);
        assertThat(field(reader, "CR-1", "", "8L", "2026-02-01", "")).isEqualTo(4);
        assertThat(field(reader, "CR-1", "", "8L", "2026-02-01", "Filed")).isEqualTo(-1);
        assertThat(field(reader, "CR-1", "", "8L", "2026-02-01", "Filed")).isEqualTo(0);
        assertThat(ReconciliationRules.Reader.cancelled("No-crimed")).isTrue();
        assertThat(ReconciliationRules.Reader.cancelled("Filed")).isFalse();
    }

    private static int field(ReconciliationRules.Reader reader, String... row) {
        return reader.read(List.of(row)) instanceof SheetRow.Faulty<Exported>(int field, String reason) ? field : -1;
    }
}
