package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilmRulesTest {

    static final String CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.500\nWhat happened before?\n";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_film_is_what_its_first_bytes_say_and_not_what_its_name_says() {
        assertThat(FilmRules.mediaType(bytes("\0\0\0\u0018ftypisom\0\0\2\0isommp42")))
                .hasValue("video/mp4");
        assertThat(FilmRules.mediaType(bytes("\u001aE\u00df\u00a3\u009fB\u0082\u0084webm")))
                .hasValue("video/webm");
        assertThat(FilmRules.mediaType(bytes("\u001aE\u00df\u00a3\u009fB\u0082\u0088matroska")))
                .isEmpty();
        assertThat(FilmRules.mediaType(bytes("\0\0\0\u0018ftypM4A \0\0\2\0"))).isEmpty();
        assertThat(FilmRules.mediaType(bytes("\0\0\0\u0018ftypheic\0\0\2\0"))).isEmpty();
        assertThat(FilmRules.mediaType(bytes("<html><script>alert(1)</script>")))
                .isEmpty();
        assertThat(FilmRules.mediaType(new byte[0])).isEmpty();
    }

    @Test
    void captions_are_kept_with_plain_line_ends_and_without_a_byte_order_mark() {
        assertThat(FilmRules.captions(("\ufeff" + CAPTIONS.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(CAPTIONS);
        assertThat(FilmRules.faultOfCaptions(CAPTIONS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WEBVTT\n\nno time\n",
                "1\n00:00:00,000 --> 00:00:01,000\nSubRip\n",
                "WEBVTTX\n\n00:00.000 --> 00:01.000\nx\n",
                "WEBVTT\n\n00:02.000 --> 00:01.000\nbackwards\n",
                "WEBVTT\n\n00:61.000 --> 01:70.000\nno such second\n",
                "WEBVTT\n\n00:01.000 --> 99999999999999999999:00:02.000\nno such hour\n"
            })
    void captions_without_words_at_a_time_are_refused(String captions) {
        assertThat(FilmRules.faultOfCaptions(captions)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'', whole",
        "bytes=0-, 0-99",
        "bytes=0-0, 0-0",
        "bytes=10-19, 10-19",
        "bytes=90-500, 90-99",
        "bytes=-10, 90-99",
        "bytes=-500, 0-99",
        "bytes=-0, nowhere",
        "bytes=100-, nowhere",
        "bytes=9-5, whole",
        "bytes=-, whole",
        "'bytes=0-1,5-6', whole",
        "lines=0-1, whole",
    })
    void a_range_is_read_as_the_standard_says(String range, String expected) {
        String asked = switch (FilmRules.asked(range, 100)) {
            case FilmRules.Asked.Whole() -> "whole";
            case FilmRules.Asked.Nowhere() -> "nowhere";
            case FilmRules.Asked.Part(long first, long last) -> first + "-" + last;
        };
        assertThat(asked).isEqualTo(expected);
    }
}
