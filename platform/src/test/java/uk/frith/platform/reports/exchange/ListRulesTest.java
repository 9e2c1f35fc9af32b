package uk.frith.platform.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.frith.platform.foundation.sheets.SheetRow;
import uk.frith.platform.reports.exchange.ListRules.Listed;
import uk.frith.platform.reports.exchange.TallyRules.Cell;
import uk.frith.platform.reports.exchange.TallyRules.Sum;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.AsbType;

/** Lists of partners, and the tally that they are counted in. */
class ListRulesTest {

    private static final UUID COUNCIL = new UUID(0, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    private final ListRules.Reader reader = new ListRules.Reader(Map.of("council", COUNCIL), TODAY);

    private int faulty(String... row) {
        return reader.read(List.of(row)) instanceof SheetRow.Faulty<Listed>(int field, String reason)
                        && !reason.isBlank()
                ? field
                : -1;
    }

    @Test
    void a_sound_row_says_what_was_told_when_and_where() {
        assertThat(reader.read(List.of("Council", "1", "nuisance-noise", "2026-03-15", "E01000001", "yes")))
                .isEqualTo(new SheetRow.Sound<>(
                        new Listed(COUNCIL, "1", AsbType.NUISANCE_NOISE, TODAY, "E01000001", true)));
        assertThat(reader.read(List.of("council", "2", "BEGGING", "1990-01-01", "", "no")))
                .isEqualTo(new SheetRow.Sound<>(
                        new Listed(COUNCIL, "2", AsbType.BEGGING, LocalDate.of(1990, 1, 1), "", false)));
    }

    @Test
    void a_faulty_row_names_its_field() {
        assertThat(faulty("other", "1", "begging", "2026-03-01", "", "no")).isZero();
        assertThat(faulty("council", "", "begging", "2026-03-01", "", "no")).isEqualTo(1);
        assertThat(faulty("council", "x".repeat(201), "begging", "2026-03-01", "", "no"))
                .isEqualTo(1);
        assertThat(faulty("council", "1", "shouting", "2026-03-01", "", "no")).isEqualTo(2);
        assertThat(faulty("council", "1", "begging", "2026-03-16", "", "no")).isEqualTo(3);
        assertThat(faulty("council", "1", "begging", "1989-12-31", "", "no")).isEqualTo(3);
        assertThat(faulty("council", "1", "begging", "1 March", "", "no")).isEqualTo(3);
        assertThat(faulty("council", "1", "begging", "2026-03-01", "e1", "no")).isEqualTo(4);
        assertThat(faulty("council", "1", "begging", "2026-03-01", "", "")).isEqualTo(5);
        assertThat(faulty("council", "1", "begging", "2026-03-01", "", "no")).isEqualTo(-1);
        assertThat(faulty("council", "1", "begging", "2026-03-01", "", "no")).isEqualTo(1);
    }

    @Test
    void cells_are_summed_by_what_they_have_in_common_and_written_as_csv() {
        List<Cell> cells = List.of(
                new Cell(
                        "2026-03",
                        "",
                        "CALL",
                        Optional.of(AsbType.BEGGING),
                        Optional.of(AsbCategory.NUISANCE),
                        "Testham",
                        "E01000001",
                        new Sum(3, 2, 3, 1)),
                new Cell(
                        "2026-02",
                        "=Council",
                        "LIST",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        new Sum(5, 4, 1, 0)));
        assertThat(TallyRules.total(cells)).isEqualTo(new Sum(8, 6, 4, 1));
        assertThat(TallyRules.by(cells, Cell::month))
                .containsExactly(Map.entry("2026-02", new Sum(5, 4, 1, 0)), Map.entry("2026-03", new Sum(3, 2, 3, 1)));
        assertThat(TallyRules.csv(cells, "Testshire Police").lines())
                .containsExactly(
                        "month,told_to,way,type,category,district,area,reports,events,known_to_police,passed_on",
                        "\"2026-03\",\"Testshire Police\",\"By telephone\",\"Begging\",\"Nuisance\",\"Testham\","
                                + "\"E01000001\",3,2,3,1",
                        "\"2026-02\",\"'=Council\",\"Partner's list\",\"Not sorted\",\"\",\"\",\"\",5,4,1,0");
    }
}
