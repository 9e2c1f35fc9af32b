package uk.frith.platform.foundation.pages;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the codes in a chapter's tables mean to a reader; the chapter that owns the tables publishes it, as a bean. */
@FunctionalInterface
public interface CodeBook {
    List<Meaning> meanings();

    /**
     * The codes of one column and their words.
     *
     * @param relation the table, as {@code recording.incident}
     */
    record Meaning(String relation, String column, Map<String, String> words) {
        public Meaning {
            words = Map.copyOf(words);
        }

        public static <E extends Enum<E>> Meaning of(
                String relation, String column, E[] values, Function<E, String> words) {
            return new Meaning(relation, column, Stream.of(values).collect(Collectors.toMap(Enum::name, words)));
        }
    }
}
