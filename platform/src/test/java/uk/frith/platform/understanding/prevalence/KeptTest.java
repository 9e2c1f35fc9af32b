package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final AtomicInteger made = new AtomicInteger();

    private int make() {
        return made.incrementAndGet();
    }

    @Test
    void the_same_is_made_once() {
        Kept<String, Integer> kept = new Kept<>(2);

        assertThat(kept.of("a", this::make)).isEqualTo(kept.of("a", this::make));
        assertThat(made).hasValue(1);
    }

    @Test
    void what_was_not_asked_for_longest_goes_first() {
        Kept<String, Integer> kept = new Kept<>(2);
        kept.of("a", this::make);
        kept.of("b", this::make);
        kept.of("a", this::make);
        kept.of("c", this::make);

        kept.of("a", this::make);
        assertThat(made).hasValue(3);
        kept.of("b", this::make);
        assertThat(made).hasValue(4);
    }

    @Test
    void what_fails_is_tried_again() {
        Kept<String, Integer> kept = new Kept<>(2);

        assertThatThrownBy(() -> kept.of("a", () -> {
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(kept.of("a", this::make)).isEqualTo(1);
    }

    @Test
    void twenty_who_ask_at_once_wait_for_one_making() throws Exception {
        Kept<String, Integer> kept = new Kept<>(2);
        CountDownLatch go = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> asking = () -> kept.of("a", () -> {
                await(go);
                return make();
            });
            List<Future<Integer>> asked =
                    IntStream.range(0, 20).mapToObj(i -> people.submit(asking)).toList();
            go.countDown();
            for (Future<Integer> each : asked) {
                assertThat(each.get()).isEqualTo(1);
            }
        }
        assertThat(made).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
