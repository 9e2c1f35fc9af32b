package uk.frith.platform.foundation.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The session that the running thread works for, bound for exactly as long as the work lasts. */
@Component
class CurrentSession {

    /**
     * A session and whose it is.
     *
     * @param token the unguessable token that the database is shown
     * @param actor whoever it belongs to
     */
    record Holder(String token, Actor actor) {
        @Override
        public String toString() {
            return actor.toString();
        }
    }

    private static final ScopedValue<Holder> CURRENT = ScopedValue.newInstance();

    Optional<Holder> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does work that may fail in its own way, such as the rest of a web request. */
    <T extends @Nullable Object, X extends Throwable> T during(
            Holder holder, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, holder).call(work);
    }

    <T> T working(Holder holder, Supplier<T> work) {
        return ScopedValue.where(CURRENT, holder).call(work::get);
    }
}
