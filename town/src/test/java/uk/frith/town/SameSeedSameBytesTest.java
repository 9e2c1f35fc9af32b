package uk.frith.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, since it changes the machine's locale and time zone for a moment. */
@Isolated
class SameSeedSameBytesTest {

    /**
     * What the small town of seed 7 has been since its form was settled. A change to it changes every town: that may be
     * wanted, and must be said.
     */
    private static final String SMALL_TOWN_OF_SEED_7 =
            "95d6edce2feb6033742903075a4a291094dada9aaace4f4e0054ef78ea0f885a";

    @TempDir
    Path folder;

    @Test
    void a_seed_gives_the_same_bytes_under_any_locale_and_time_zone() throws IOException {
        String here = hash("here", 7);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(hash("there", 7)).isEqualTo(here);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(hash("elsewhere", 7)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void a_seed_gives_the_same_bytes_when_many_are_built_at_once() throws Exception {
        String alone = hash("alone", 7);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<String> one = threads.submit(() -> hash("one", 7));
            Future<String> other = threads.submit(() -> hash("other", 8));
            Future<String> two = threads.submit(() -> hash("two", 7));
            assertThat(one.get()).isEqualTo(alone);
            assertThat(two.get()).isEqualTo(alone);
            assertThat(other.get()).isNotEqualTo(alone);
        } catch (ExecutionException problem) {
            throw new AssertionError("a town could not be built on another thread", problem);
        }
    }

    @Test
    void a_seed_gives_the_bytes_that_it_always_gave() throws IOException {
        assertThat(hash("golden", 7)).isEqualTo(SMALL_TOWN_OF_SEED_7);
    }

    @Test
    void another_seed_gives_another_town() {
        assertThat(Geography.layOut(7)).isNotEqualTo(Geography.layOut(8));
        assertThat(Town.build(Standard.small(7)).truth())
                .isNotEqualTo(Town.build(Standard.small(8)).truth());
    }

    private String hash(String name, long seed) throws IOException {
        Path place = folder.resolve(name);
        Town.build(Standard.small(seed)).writeTo(place);
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
        for (Map.Entry<String, byte[]> file : Standard.files(place).entrySet()) {
            digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            digest.update(file.getValue());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
