package uk.frith.platform.portal.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.stereotype.Component;

/**
 * The words of the public's pages by language. A language is offered when somebody has translated every entry: a page half in
 * one language and half in another says less than a page in one. The pretend language, which a setting shows, has an accent on
 * every letter; whatever stands on a page without one was not taken from here.
 */
@Component
public class Catalogue {

    public static final String ENGLISH = "en";
    static final String PRETEND = "en-XA";

    private static final Map<String, String> NAMES = Map.of(ENGLISH, "English", "cy", "Cymraeg");
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTED = "áƀćđéƒǧĥíĵķĺḿńóṕɋŕśťúṽŵẋýžÁƁĆĐÉƑǦĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼŴẊÝŽ";

    private final Words english;
    private final Map<String, Words> offered = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    Catalogue(PortalSettings settings) {
        Map<String, String> entries = read(ENGLISH);
        english = new Words(ENGLISH, "English", entries);
        offer(english);
        Map<String, String> welsh = read("cy");
        if (welsh.keySet().containsAll(entries.keySet())) {
            offer(new Words("cy", Objects.requireNonNull(NAMES.get("cy")), welsh));
        }
        if (settings.pretendLanguage()) {
            offer(pretend(entries));
        }
    }

    private void offer(Words words) {
        offered.put(words.language(), words);
        order.add(words.language());
    }

    /** The words of a language; English when it isn't offered. */
    public Words in(String language) {
        return Objects.requireNonNullElse(offered.get(language), english);
    }

    /** A language's name in English, for staff. */
    public static String nameForStaff(String language) {
        return switch (language) {
            case ENGLISH -> "English";
            case "cy" -> "Welsh";
            default -> language;
        };
    }

    /** The languages that can be chosen, English first. */
    List<Words> offered() {
        return order.stream().map(this::in).toList();
    }

    static Map<String, String> read(String language) {
        Properties read = new Properties();
        try (InputStream in = Catalogue.class.getResourceAsStream("/portal/" + language + ".properties")) {
            read.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> entries = new HashMap<>();
        read.forEach((key, value) -> entries.put(key.toString(), value.toString()));
        return entries;
    }

    /** Every letter with an accent, every gap as it was. */
    static Words pretend(Map<String, String> entries) {
        Map<String, String> accented = new HashMap<>();
        entries.forEach((key, value) -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < value.length(); i++) {
                char sign = value.charAt(i);
                int letter = PLAIN.indexOf(sign);
                text.append(letter < 0 ? sign : ACCENTED.charAt(letter));
            }
            accented.put(key, text.toString());
        });
        return new Words(PRETEND, "Pretend language", accented);
    }
}
