package uk.frith.platform.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.frith.platform.portal.evidence.FileRules.Sniffed;

class FileRulesTest {

    /** The first bytes of a file, written as letters and {@code %xx}. */
    static byte[] head(String written) {
        byte[] bytes = new byte[600];
        int length = 0;
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) == '%') {
                bytes[length++] = (byte) Integer.parseInt(written.substring(i + 1, i + 3), 16);
                i += 2;
            } else {
                bytes[length++] = (byte) written.charAt(i);
            }
        }
        return Arrays.copyOf(bytes, Math.max(length, 64));
    }

    @ParameterizedTest
    @CsvSource({
        "%FF%D8%FF%E0,JPEG,jpg",
        "%89PNG%0D%0A%1A%0A,PNG,png",
        "GIF89a,GIF,gif",
        "RIFF0000WEBPVP8,WEBP,webp",
        "RIFF0000WAVEfmt,WAV,wav",
        "RIFF0000AVI LIST,AVI,avi",
        "0000ftypheic,HEIC,heic",
        "0000ftypisom,MP4,mp4",
        "0000ftypqt%20%20,MP4,mov",
        "0000ftyp3gp4,MP4,3gp",
        "0000ftypM4A%20,M4A,m4a",
        "%1AE%DF%A3....webm,MATROSKA,webm",
        "ID3%03,MP3,mp3",
        "%FF%FB%90%00,MP3,mp3",
        "OggS,OGG,ogg",
        "fLaC,FLAC,flac",
        "#!AMR%0A,AMR,amr",
        "%FF%F1%50%80,AAC,aac"
    })
    void a_type_is_read_from_the_content(String head, FileType type, String ending) {
        assertThat(FileRules.type(head(head))).contains(type);
        assertThat(FileRules.judge("film." + ending, 100, head(head))).isEqualTo(new Sniffed.Good(type));
        assertThat(FileRules.judge("no ending at all", 100, head(head))).isEqualTo(new Sniffed.Good(type));
    }

    @ParameterizedTest
    @CsvSource({
        "MZ%90%00,photo.jpg,files.type",
        "%7FELF,photo.png,files.type",
        "<html><script>,photo.jpg,files.type",
        "%25PDF-1.7,photo.jpg,files.type",
        "PK%03%04,film.mp4,files.type",
        "#!/bin/sh,sound.mp3,files.type",
        "<svg xmlns=,photo.svg,files.type",
        "%89PNG%0D%0A%1A%0A,photo.jpg,files.lies",
        "%FF%D8%FF%E0,film.mp4,files.lies",
        "%FF%D8%FF%E0,run.exe,files.lies",
        "%FF%D8%FF%E0,page.html,files.lies",
        "0000ftypisom,sound.wav,files.lies"
    })
    void a_file_that_lies_about_what_it_is_is_refused_and_told_why(String head, String name, String key) {
        assertThat(FileRules.judge(name, 100, head(head))).isEqualTo(new Sniffed.Refused(key));
    }

    @Test
    void an_empty_file_and_one_that_is_too_large_are_refused() {
        assertThat(FileRules.judge("a.jpg", 0, new byte[0])).isEqualTo(new Sniffed.Refused("files.empty"));
        assertThat(FileRules.judge("a.jpg", FileRules.LARGEST_BYTES + 1, head("%FF%D8%FF")))
                .isEqualTo(new Sniffed.Refused("files.large"));
    }

    @Test
    void any_bytes_at_all_are_judged_without_a_fault() {
        long seed = Long.getLong("trials.seed", 20261127L);
        for (int trial = 0; trial < 20_000; trial++) {
            Random random = new Random(seed + trial);
            byte[] head = new byte[random.nextInt(40)];
            random.nextBytes(head);
            assertThat(FileRules.judge("x", 1, head))
                    .as("-Dtrials.seed=%d", seed + trial)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd,passwd", "C:\\Users\\me\\film.mp4,film.mp4", "a<b>\"c|?.jpg,abc.jpg", "'',file"})
    void a_name_says_nothing_about_where_it_is_kept(String sent, String kept) {
        assertThat(FileRules.name(sent)).isEqualTo(kept);
        assertThat(FileRules.name("x".repeat(500) + ".jpg")).hasSize(200).endsWith(".jpg");
        assertThat(FileRules.name("a\u202egpj.exe")).doesNotContain("\u202e");
    }
}
