package uk.frith.platform.foundation.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Entry;

/**
 * The desk of the public's pages: whoever has no account works here, whatever session their browser may hold. All of them
 * act under one name that has no role and sees no organisation's data; what is theirs they open by a secret of their own,
 * which the chapter concerned shows to the database. One session serves all of them and is opened anew from time to time, so
 * that a crowd at the public's door doesn't stand in the way of sign-in.
 */
@Service
public class PublicDesk {

    /** The account that they act under; the same value as the database's row. */
    static final UUID ACCOUNT = UUID.fromString("00000000-0000-7000-8000-000000000021");

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration RENEWED_AFTER = Duration.ofHours(6);

    private final SessionRepository sessions;
    private final CurrentSession current;
    private final Desk desk;
    private final Tokens tokens;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Opened> opened = new AtomicReference<>();

    PublicDesk(SessionRepository sessions, CurrentSession current, Desk desk, Tokens tokens, InstantSource clock) {
        this.sessions = sessions;
        this.current = current;
        this.desk = desk;
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Opened(CurrentSession.Holder holder, Instant at) {}

    /** Does the work, enters it in the audit and commits both; neither stands without the other. */
    public <T> T audited(Supplier<T> work, Function<? super T, Entry> entry) {
        return as(() -> desk.audited(work, entry));
    }

    /** As {@link Desk#unaudited}: work that shows nobody anything of anybody. */
    public <T> T unaudited(String reason, Supplier<T> work) {
        return as(() -> desk.<T>unaudited(reason, work));
    }

    private <T> T as(Supplier<T> work) {
        CurrentSession.Holder holder = holder();
        try {
            return current.working(holder, work);
        } catch (DataAccessException e) {
            if (sessions.arrive(holder.token()).isEmpty()) {
                opened.set(null);
            }
            throw e;
        }
    }

    private CurrentSession.Holder holder() {
        Instant now = clock.instant();
        Opened held = opened.get();
        if (held != null && held.at().plus(RENEWED_AFTER).isAfter(now)) {
            return held.holder();
        }
        String token = tokens.make();
        sessions.open(token, ACCOUNT, "the public", LONGEST, LONGEST);
        Actor actor = sessions.arrive(token)
                .orElseThrow(() -> new IllegalStateException("The session of the public's pages didn't open."));
        Opened made = new Opened(new CurrentSession.Holder(token, actor), now);
        // Two that come at once open two; both are good, and the later one is used from then on.
        opened.set(made);
        return made.holder();
    }
}
