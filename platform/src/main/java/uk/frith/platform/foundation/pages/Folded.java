package uk.frith.platform.foundation.pages;

import java.util.List;

/**
 * A list that is too long to stand open.
 *
 * @param first what stands open
 * @param rest what is folded below it
 */
public record Folded<T>(List<T> first, List<T> rest) {

    public Folded {
        first = List.copyOf(first);
        rest = List.copyOf(rest);
    }

    /** The first ones open, as many as are said, and whatever there is beyond them folded. */
    public static <T> Folded<T> after(int open, List<T> all) {
        return new Folded<>(
                all.stream().limit(open).toList(), all.stream().skip(open).toList());
    }
}
