package uk.frith.platform.reports.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Logs as other systems of command and control show them; every person, number and place in them is invented. */
class LogReaderTest {

    private static final Typed NOTHING = Typed.of(Map.of());

    @Test
    void reads_entries_with_a_day_an_hour_an_operator_in_brackets_and_labels() {
        Typed read = LogReader.read(NOTHING, """
                26/11/2026 21:40:07 [4471] INF: ADA EXAMPLE
                26/11/2026 21:40:19 [4471] TEL: 0113 496 0123
                26/11/2026 21:40:41 [4471] LOC: 12 LONG ROW, TESTHAM
                26/11/2026 21:41:30 [4471] YOUTHS THROWING STONES AT HER WINDOWS, SECOND NIGHT RUNNING
                26/11/2026 21:46:02 [CH207] CALLER SAYS ONE WINDOW IS NOW BROKEN
                """);

        assertThat(read.name()).isEqualTo("ADA EXAMPLE");
        assertThat(read.phone()).isEqualTo("0113 496 0123");
        assertThat(read.location()).isEqualTo("12 LONG ROW, TESTHAM");
        assertThat(read.reported()).isEqualTo("2026-11-26 21:40");
        assertThat(read.account()).isEqualTo("""
                21:41:30 YOUTHS THROWING STONES AT HER WINDOWS, SECOND NIGHT RUNNING
                21:46:02 CALLER SAYS ONE WINDOW IS NOW BROKEN
                Log of another system: taken by 4471, CH207.""");
    }

    @Test
    void reads_a_sheet_of_labels_with_dots_and_a_text_below() {
        Typed read = LogReader.read(NOTHING, """
                ==============================
                INCIDENT NO......: 553 OF 26/11/2026
                CREATED..........: 26/11/2026 0915hrs
                CALLER NAME......: Ben Example
                CALLER TEL.......: 07700 900 123 (call after six)
                LOCATION.........: Flat 3, Mill House, Testham
                POSTCODE.........: TS1 2AB
                DETAILS..........: Somebody dumps rubbish in the stairwell every week.
                It smells and there are rats now.
                ==============================
                """);

        assertThat(read.name()).isEqualTo("Ben Example");
        assertThat(read.phone()).isEqualTo("07700 900 123");
        assertThat(read.location()).isEqualTo("Flat 3, Mill House, Testham, TS1 2AB");
        assertThat(read.reported()).isEqualTo("2026-11-26 09:15");
        assertThat(read.account()).isEqualTo("""
                call after six
                Somebody dumps rubbish in the stairwell every week.
                It smells and there are rats now.
                Log of another system: reference 553 OF 26/11/2026.""");
    }

    @Test
    void reads_columns_between_bars() {
        Typed read = LogReader.read(NOTHING, """
                2026-11-26 21:40 | 7781 | INF | Cara Example
                2026-11-26 21:40 | 7781 | CLI | 01134960199
                2026-11-26 21:41 | 7781 | LOC | The green behind Station Road
                2026-11-26 21:42 | 7781 | RMK | Off-road bikes up and down, nearly hit a child
                """);

        assertThat(read.name()).isEqualTo("Cara Example");
        assertThat(read.phone()).isEqualTo("01134960199");
        assertThat(read.location()).isEqualTo("The green behind Station Road");
        assertThat(read.account())
                .isEqualTo("21:42 Off-road bikes up and down, nearly hit a child\n"
                        + "Log of another system: taken by 7781.");
    }

    @Test
    void reads_several_labels_in_one_line_and_labels_without_a_colon() {
        Typed read = LogReader.read(NOTHING, """
                LOC: 4 High Street, Testham; TEL: +44 113 496 0123; INF: Dan Example
                Man begging outside the bank shouts at people who give nothing.
                """);
        Typed bare = LogReader.read(NOTHING, "TEL 0113 496 0123\nLOC 4 HIGH STREET\nMUSIC SINCE NINE");

        assertThat(read.location()).isEqualTo("4 High Street, Testham");
        assertThat(read.phone()).isEqualTo("+44 113 496 0123");
        assertThat(read.name()).isEqualTo("Dan Example");
        assertThat(read.account()).isEqualTo("Man begging outside the bank shouts at people who give nothing.");
        assertThat(bare.phone()).isEqualTo("0113 496 0123");
        assertThat(bare.location()).isEqualTo("4 HIGH STREET");
        assertThat(bare.account()).isEqualTo("MUSIC SINCE NINE");
    }

    @Test
    void an_informant_who_says_something_is_no_name_and_a_number_that_is_withheld_no_number() {
        Typed read = LogReader.read(NOTHING, """
                INF: STATES NEIGHBOUR HAS BEEN BANGING ON WALL
                TEL: WITHHELD
                LOC: 9 Long Row
                """);

        assertThat(read.name()).isEmpty();
        assertThat(read.phone()).isEmpty();
        assertThat(read.account()).isEqualTo("INF: STATES NEIGHBOUR HAS BEEN BANGING ON WALL\nTEL: WITHHELD");
    }

    @Test
    void what_was_typed_before_stays_and_what_contradicts_it_is_kept_in_the_account() {
        Typed typed =
                Typed.of(Map.of("phone", "0113 496 0123", "name", "Ada Example", "account", "She called before."));

        Typed read = LogReader.read(
                typed, "CALLER: Ben Example\nTEL: +44 (0)113 4960123\nTEL: 0113 496 0999\nDETAILS: Shouting");

        assertThat(read.name()).isEqualTo("Ada Example");
        assertThat(read.phone()).isEqualTo("0113 496 0123");
        assertThat(read.account()).isEqualTo("She called before.\nCALLER: Ben Example\nTEL: 0113 496 0999\nShouting");
    }

    @Test
    void every_word_that_is_not_understood_stays() {
        String strange = "XQ7//44-B ## öäü 😀\n12 Long Row has had this before: twice\n23:99 no such hour\nGRADE: 2";

        Typed read = LogReader.read(NOTHING, strange);

        assertThat(read.account().lines())
                .containsExactlyElementsOf(strange.lines().toList());
    }

    @Test
    void entries_of_several_days_keep_their_days() {
        Typed read = LogReader.read(NOTHING, """
                20/11/2026 22:10 youths kicked her door
                20/11/2026 22:40 they left
                27/11/2026 23:05 same youths smashed her window
                """);
        assertThat(read.reported()).isEqualTo("2026-11-20 22:10");
        assertThat(read.account()).isEqualTo("""
                22:10 youths kicked her door
                22:40 they left
                27/11/2026 23:05 same youths smashed her window""");
    }

    @Test
    void the_same_log_twice_fills_the_same_fields() {
        String log =
                "INF: Ada Example\nTEL: 0113 496 0123\nLOC: 12 Long Row\nALSO AFFECTED: Ben Example, 07700 900 123";

        Typed once = LogReader.read(NOTHING, log);

        assertThat(once.affected()).isEqualTo("Ben Example, 07700 900 123");
        assertThat(LogReader.read(once, "INF: Ada Example\nTEL: 0113 496 0123\nLOC: 12 Long Row"))
                .isEqualTo(once);
    }
}
