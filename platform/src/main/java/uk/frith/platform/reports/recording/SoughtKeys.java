package uk.frith.platform.reports.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The keys under which a caller or a place may stand in the database: digits of a number, letters of a name, letters and digits
 * of a place, in each of the ways in which people write the same thing. They are compared exactly; whoever is only alike is
 * another matter.
 */
final class SoughtKeys {

    /** No key has such a sign, so nothing is found by it. */
    private static final String NOTHING = "-";

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern FROM_ABROAD = Pattern.compile("^(?:0044|44|0)");
    private static final Pattern POSTCODE = Pattern.compile("(?i)\\b[a-z]{1,2}[0-9][a-z0-9]?\\s*[0-9][a-z]{2}\\b");
    private static final Pattern HOUSE = Pattern.compile("[0-9]{1,4}[a-z]?");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr");

    /** How people shorten what a street is called. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("rd", "road"),
            Map.entry("st", "street"),
            Map.entry("ave", "avenue"),
            Map.entry("av", "avenue"),
            Map.entry("cl", "close"),
            Map.entry("ln", "lane"),
            Map.entry("dr", "drive"),
            Map.entry("ct", "court"),
            Map.entry("sq", "square"),
            Map.entry("pl", "place"),
            Map.entry("gdns", "gardens"),
            Map.entry("cres", "crescent"),
            Map.entry("ter", "terrace"));

    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("road", "rd"),
            Map.entry("street", "st"),
            Map.entry("avenue", "ave"),
            Map.entry("close", "cl"),
            Map.entry("lane", "ln"),
            Map.entry("drive", "dr"),
            Map.entry("court", "ct"),
            Map.entry("square", "sq"),
            Map.entry("place", "pl"),
            Map.entry("gardens", "gdns"),
            Map.entry("crescent", "cres"),
            Map.entry("terrace", "ter"));

    private SoughtKeys() {}

    /** A number without the country and without its nought, and with a nought that somebody wrote after the country. */
    static List<String> phones(String phone) {
        String digits =
                FROM_ABROAD.matcher(NO_DIGIT.matcher(phone).replaceAll("")).replaceFirst("");
        String bare = digits.startsWith("0") ? digits.substring(1) : digits;
        return bare.isEmpty() ? List.of(NOTHING) : List.of(bare, "0" + bare);
    }

    /** A name as it is, without its title, with each title, and turned round where a comma says that the last name is first. */
    static List<String> names(String name) {
        Set<String> keys = new LinkedHashSet<>();
        for (String order : orders(name)) {
            List<String> words = new ArrayList<>(words(NO_LETTER, order));
            if (!words.isEmpty() && TITLES.contains(words.getFirst())) {
                words.removeFirst();
            }
            if (!words.isEmpty()) {
                String bare = String.join(" ", words);
                keys.add(bare);
                TITLES.forEach(title -> keys.add(title + " " + bare));
            }
        }
        return keys.isEmpty() ? List.of(NOTHING) : List.copyOf(keys);
    }

    private static List<String> orders(String name) {
        int comma = name.indexOf(',');
        return comma < 0 ? List.of(name) : List.of(name, name.substring(comma + 1) + " " + name.substring(0, comma));
    }

    /** A place with its postcode and without, and with its street in full and shortened. */
    static List<String> places(String place) {
        Set<String> keys = new LinkedHashSet<>();
        for (String way : List.of(place, POSTCODE.matcher(place).replaceAll(" "))) {
            List<String> words = words(NO_WORD, way);
            keys.add(joined(words, word -> word));
            keys.add(joined(words, word -> SHORT.getOrDefault(word, word)));
            keys.add(joined(words, word -> LONG.getOrDefault(word, word)));
        }
        keys.remove("");
        return keys.isEmpty() ? List.of(NOTHING) : List.copyOf(keys);
    }

    /** The street of a place that begins with a house; nothing for a place without a house number. */
    static List<String> streets(String place) {
        List<String> words = words(NO_WORD, place);
        int house = IntStream.range(0, words.size())
                .filter(at -> HOUSE.matcher(words.get(at)).matches())
                .reduce((one, other) -> other)
                .orElse(-1);
        return house < 0 || house == words.size() - 1
                ? List.of(NOTHING)
                : places(String.join(" ", words.subList(house + 1, words.size())));
    }

    private static List<String> words(Pattern between, String text) {
        return Arrays.stream(between.split(text.toLowerCase(Locale.UK), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String joined(List<String> words, UnaryOperator<String> way) {
        return words.stream().map(way).collect(Collectors.joining());
    }
}
