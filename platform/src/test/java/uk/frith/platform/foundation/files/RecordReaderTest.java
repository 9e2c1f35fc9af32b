package uk.frith.platform.foundation.files;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static List<String> read(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes));
    }

    /** Each record as {@code line:field|field}, each refusal as {@code line!reason}. */
    private static List<String> read(InputStream in) throws IOException {
        List<String> read = new ArrayList<>();
        try (RecordReader reader = new RecordReader(in)) {
            for (RecordReader.Found found = reader.next(); found != RecordReader.Found.END; found = reader.next()) {
                read.add(
                        found == RecordReader.Found.RECORD
                                ? reader.line() + ":" + String.join("|", reader.texts())
                                : reader.line() + "!" + reader.refusal().reason());
            }
        }
        return read;
    }

    private static List<String> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void reads_fields_quotes_and_both_line_ends() throws IOException {
        assertThat(read("a,b\r\n\"c,d\",\"e \"\"f\"\"\"\n\n,\n\"two\nlines\",x\nl\"it\"eral,y"))
                .containsExactly("1:a|b", "2:c,d|e \"f\"", "4:|", "5:two\nlines|x", "7:l\"it\"eral|y");
    }

    @Test
    void passes_over_a_byte_order_mark_and_says_so() throws IOException {
        byte[] bytes = "\uFEFFa,b\r\n".getBytes(StandardCharsets.UTF_8);
        try (RecordReader reader = new RecordReader(new ByteArrayInputStream(bytes))) {
            assertThat(reader.byteOrderMark()).isTrue();
            assertThat(reader.next()).isEqualTo(RecordReader.Found.RECORD);
            assertThat(reader.texts()).containsExactly("a", "b");
            assertThat(reader.carriageReturns()).isTrue();
        }
    }

    @Test
    void sees_that_a_file_is_utf_16() throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            try (RecordReader reader = new RecordReader(new ByteArrayInputStream("Crime ID".getBytes(charset)))) {
                assertThat(reader.sixteenBits()).as(charset.name()).isTrue();
            }
        }
    }

    @Test
    void a_quote_that_never_closes_costs_its_first_line_only() throws IOException {
        String tail = "c,d\n".repeat(40_000);
        List<String> read = read("a,b\nx,\"open\n" + tail);
        assertThat(read).hasSize(40_002);
        assertThat(read.subList(0, 3)).containsExactly("1:a|b", "2!the quotation mark is never closed", "3:c|d");
        assertThat(read("x,\"open\nc,d\n")).containsExactly("1!the quotation mark is never closed", "2:c|d");
    }

    @Test
    void text_behind_a_closing_quote_costs_its_line_only() throws IOException {
        assertThat(read("\"a\"b,c\nd,e\n"))
                .containsExactly("1!there is text behind the closing quotation mark", "2:d|e");
        assertThat(read("\"a\nb\"c\nd,e\n"))
                .containsExactly("1!there is text behind the closing quotation mark", "2:b\"c", "3:d|e");
    }

    @Test
    void text_that_is_not_utf_8_and_a_zero_byte_cost_their_record() throws IOException {
        assertThat(read(new byte[] {'a', '\n', 'b', (byte) 0xC3, (byte) 0x28, '\n', 'c', 0, '\n', 'd', '\n'}))
                .containsExactly("1:a", "2!the text isn't UTF-8", "3!the text holds a zero byte", "4:d");
        assertThat(read("caf\u00e9,\uD83D\uDE00\n")).containsExactly("1:caf\u00e9|\uD83D\uDE00");
    }

    @Test
    void a_line_of_two_gigabytes_costs_one_refusal_and_no_memory() throws IOException {
        long length = 2L * 1024 * 1024 * 1024;
        assertThat(read(new InputStream() {
                    private long at;

                    @Override
                    public int read() {
                        byte[] one = new byte[1];
                        return read(one, 0, 1) < 0 ? -1 : one[0];
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int wanted) {
                        if (at > length + 3) {
                            return -1;
                        }
                        int n = (int) Math.min(wanted, Math.max(1, length - at));
                        java.util.Arrays.fill(bytes, offset, offset + n, (byte) 'x');
                        if (at >= length) {
                            bytes[offset] = (byte) "\na,b".charAt((int) (at - length));
                        }
                        at += n;
                        return n;
                    }
                }))
                .containsExactly("1!the record is longer than 65536 bytes", "2:a|b");
    }

    @Test
    void a_record_of_the_longest_length_is_read_and_one_byte_more_is_not() throws IOException {
        String longest = "x".repeat(RecordReader.LONGEST_RECORD);
        assertThat(read(longest + "\na\n")).containsExactly("1:" + longest, "2:a");
        assertThat(read(longest + "x\na\n")).containsExactly("1!the record is longer than 65536 bytes", "2:a");
        assertThat(read("\"" + longest + "\"\na\n")).containsExactly("1!the quotation mark is never closed", "2:a");
    }

    @Test
    void agrees_with_another_reader_on_random_sound_files_read_in_random_pieces() throws IOException {
        long seed = Long.getLong("trials.seed", 20260322);
        for (int trial = 0; trial < 200; trial++) {
            SplittableRandom random = new SplittableRandom(seed + trial);
            String csv = soundCsv(random);
            List<String> expected = new ArrayList<>();
            for (CsvRecord record : CsvReader.builder().ofCsvRecord(csv)) {
                expected.add(record.getStartingLineNumber() + ":" + String.join("|", record.getFields()));
            }
            assertThat(read(inPieces(csv.getBytes(StandardCharsets.UTF_8), random)))
                    .as("seed %d, trial %d", seed, trial)
                    .isEqualTo(expected);
        }
    }

    @Test
    void random_damage_never_loses_the_last_line_nor_stops_the_reader() throws IOException {
        long seed = Long.getLong("trials.seed", 20260322);
        for (int trial = 0; trial < 500; trial++) {
            SplittableRandom random = new SplittableRandom(seed + trial);
            byte[] bytes = new byte[random.nextInt(1, 400)];
            byte[] alphabet = "ab,,\"\"\"\n\n\r\u00e9".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = alphabet[random.nextInt(alphabet.length)];
            }
            byte[] end = "\nlast,line\n".getBytes(StandardCharsets.UTF_8);
            byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + end.length);
            System.arraycopy(end, 0, all, bytes.length, end.length);
            List<String> read = read(inPieces(all, random));
            assertThat(read.getLast()).as("seed %d, trial %d", seed, trial).contains("last");
        }
    }

    private static String soundCsv(SplittableRandom random) {
        StringBuilder csv = new StringBuilder();
        int fields = random.nextInt(1, 6);
        for (int row = random.nextInt(1, 20); row > 0; row--) {
            for (int field = fields; field > 0; field--) {
                StringBuilder value = new StringBuilder("v");
                for (int i = random.nextInt(0, 8); i > 0; i--) {
                    value.append("a\u00e9,\"\n x".charAt(random.nextInt(7)));
                }
                csv.append('"').append(value.toString().replace("\"", "\"\"")).append('"');
                csv.append(field > 1 ? "," : "");
            }
            csv.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return csv.toString();
    }

    private static InputStream inPieces(byte[] bytes, SplittableRandom random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, random.nextInt(1, 7)));
            }
        };
    }
}
