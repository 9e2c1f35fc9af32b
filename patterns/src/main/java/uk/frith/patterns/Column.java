package uk.frith.patterns;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in a fixed order that nobody can change: one for each area, cell, place or month that was asked about.
 *
 * <p>Two columns are equal when they hold the same numbers in the same order.
 */
public final class Column {
    private final double[] numbers;

    private Column(double[] numbers) {
        this.numbers = numbers;
    }

    /**
     * Copies the numbers.
     *
     * @param numbers any, also none
     * @return a column that later changes of the array don't reach
     */
    public static Column of(double... numbers) {
        return new Column(numbers.clone());
    }

    /** Takes over an array that its maker gives away and never touches again. */
    static Column owning(double[] numbers) {
        return new Column(numbers);
    }

    /** How many numbers there are. */
    public int size() {
        return numbers.length;
    }

    /**
     * The number at a position.
     *
     * @param index from 0
     * @return the number
     * @throws IndexOutOfBoundsException when there is no such position
     */
    public double at(int index) {
        return numbers[index];
    }

    /** A copy of the numbers. */
    public double[] toArray() {
        return numbers.clone();
    }

    /** The numbers in their order. */
    public DoubleStream stream() {
        return Arrays.stream(numbers);
    }

    /** The array itself, for the loops of this package, which only read it. */
    double[] shared() {
        return numbers;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Column that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    /** The first few numbers and how many there are in all. */
    @Override
    public String toString() {
        int shown = Math.min(numbers.length, 10);
        String more = numbers.length > shown ? ", … " + numbers.length + " in all" : "";
        String start = Arrays.toString(Arrays.copyOf(numbers, shown));
        return start.substring(0, start.length() - 1) + more + "]";
    }
}
