package uk.frith.narrative;

import java.util.Arrays;

/** The concepts that a name in a condition stands for, by number. */
final class Concepts {

    private final int[] numbers;

    Concepts(int... numbers) {
        this.numbers = Arrays.stream(numbers).distinct().sorted().toArray();
    }

    int count() {
        return numbers.length;
    }

    int number(int place) {
        return numbers[place];
    }

    int[] numbers() {
        return numbers.clone();
    }
}
