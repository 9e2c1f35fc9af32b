package uk.frith.platform.understanding.prevalence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the map's colours stand for. */
enum MapColours {
    CLASS("Hot and cold areas"),
    RATE("Rate per 1,000 residents");

    /** Light to dark in one hue, so that it can be read without seeing colour. */
    private static final List<String> FIFTHS = List.of("#e6eef5", "#b5d0e6", "#7eb0d5", "#3f86bd", "#0b4a80");

    static final int CLASSES = 5;

    private final String words;

    MapColours(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MapColours> of(String slug) {
        return Stream.of(values()).filter(each -> each.slug().equals(slug)).findFirst();
    }

    static String fifth(int number) {
        return FIFTHS.get(number);
    }

    /** The upper ends of the lower four fifths of these rates; areas with the same rate stay together. */
    static double[] ends(double[] rates) {
        double[] rising = rates.clone();
        Arrays.sort(rising);
        double[] ends = new double[CLASSES - 1];
        for (int k = 0; k < ends.length; k++) {
            ends[k] = rising.length == 0
                    ? 0
                    : rising[Math.max(0, (int) Math.ceil((k + 1.0) / CLASSES * rising.length) - 1)];
        }
        return ends;
    }

    /** In which fifth a rate lies, from 0. */
    static int fifthOf(double rate, double[] ends) {
        int fifth = 0;
        while (fifth < ends.length && rate > ends[fifth]) {
            fifth++;
        }
        return fifth;
    }
}
