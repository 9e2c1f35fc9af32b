package uk.frith.platform.understanding.prevalence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Keeps what was made last, up to a number of things; what is asked for while it is being made is made once.
 *
 * @param <K> what is asked for
 * @param <V> what comes of it: immutable, and the same for ever for the same key
 */
final class Kept<K, V> {

    private final Map<K, CompletableFuture<V>> made;

    /**
     * An empty store.
     *
     * @param most how many things are kept; above, the one not asked for longest goes
     */
    Kept(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("At least one thing is kept.");
        }
        this.made = new LinkedHashMap<>(most * 2, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** What comes of the key: kept, being made by somebody else, or made now. What fails isn't kept. */
    V of(K key, Supplier<V> making) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> there;
        synchronized (made) {
            there = made.get(key);
            if (there == null) {
                made.put(key, mine);
            }
        }
        if (there != null) {
            return await(there);
        }
        try {
            V value = making.get();
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            synchronized (made) {
                made.remove(key, mine);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static <V> V await(CompletableFuture<V> there) {
        try {
            return there.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
