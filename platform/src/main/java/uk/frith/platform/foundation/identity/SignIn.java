package uk.frith.platform.foundation.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;

/**
 * Password, second factor, session. Every refusal is the same: nobody learns whether an address has an account, whether the
 * password was right, or whether sign-in is paused; and the same steps are taken for all of them.
 */
@Service
class SignIn {

    /** Long enough to find a telephone and set up an app. */
    static final Duration PENDING = Duration.ofMinutes(10);

    private static final String PURPOSE = "to sign in";
    private static final String OUTCOME = "outcome";

    private final SignInRepository repository;
    private final SignInDesk desk;
    private final SessionRepository sessions;
    private final Passwords passwords;
    private final Tokens tokens;
    private final IdentitySettings settings;
    private final InstantSource clock;

    SignIn(
            SignInRepository repository,
            SignInDesk desk,
            SessionRepository sessions,
            Passwords passwords,
            Tokens tokens,
            IdentitySettings settings,
            InstantSource clock) {
        this.repository = repository;
        this.desk = desk;
        this.sessions = sessions;
        this.passwords = passwords;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** How a step of sign-in ended. */
    sealed interface Outcome {
        /** A session is open; this is its token. */
        record Arrived(String token) implements Outcome {
            @Override
            public String toString() {
                return "Arrived";
            }
        }

        /** The password was right; a code of the second factor is to come. */
        record CodeNeeded(String pending) implements Outcome {
            @Override
            public String toString() {
                return "CodeNeeded";
            }
        }

        /** The password was right; a second factor must be set up before anything is shown. */
        record FactorNeeded(String pending) implements Outcome {
            @Override
            public String toString() {
                return "FactorNeeded";
            }
        }

        record Refused() implements Outcome {}
    }

    /** The first step. */
    Outcome withPassword(String typedAddress, String password) {
        String address = SignInRules.address(typedAddress);
        byte[] digest = Tokens.addressDigest(address);
        Optional<SignInRules.Tries> turn = takeTurn(digest);
        Optional<SignInRepository.Candidate> candidate = repository.candidate(address);
        boolean right = passwords.matches(
                password, candidate.map(SignInRepository.Candidate::hash).orElse(null));
        if (candidate.isEmpty() || turn.isEmpty() || !right) {
            return refused(candidate.map(SignInRepository.Candidate::account));
        }
        SignInRepository.Candidate person = candidate.get();
        if (person.hasFactor()) {
            String pending = leavePending(person, digest, turn.get(), Optional.empty());
            return new Outcome.CodeNeeded(pending);
        }
        if (person.mustHaveFactor()) {
            String pending = leavePending(person, digest, turn.get(), Optional.of(tokens.makeFactorSecret()));
            return new Outcome.FactorNeeded(pending);
        }
        return arrive(person.account(), () -> repository.forgetTries(digest));
    }

    /** Whoever is half-way, and whether they have a factor to set up first. */
    Optional<SignInRepository.Pending> pending(String pending) {
        return repository.pending(pending);
    }

    /** The second step: a code, of the factor that they have or of the one that they are setting up. */
    Outcome withCode(String pending, String code) {
        Optional<SignInRepository.Pending> found = repository.pending(pending);
        if (found.isEmpty()) {
            return new Outcome.Refused();
        }
        SignInRepository.Pending person = found.get();
        Optional<SignInRules.Tries> turn = takeTurn(person.addressDigest().bytes());
        Optional<byte[]> secret = person.newSecret().or(person::secret).map(Opaque::bytes);
        long lastStep = person.newSecret().isPresent() ? -1 : person.lastStep();
        OptionalLong step = secret.isEmpty()
                ? OptionalLong.empty()
                : TotpRules.accepted(secret.get(), code, clock.instant(), lastStep);
        if (turn.isEmpty() || secret.isEmpty() || step.isEmpty() || !useUp(person, secret.get(), step.getAsLong())) {
            return refused(Optional.of(person.account()));
        }
        return arrive(person.account(), () -> {
            repository.noLongerPending(pending);
            repository.forgetTries(person.addressDigest().bytes());
        });
    }

    /** A try is counted before it is made; empty when the address is locked out. */
    Optional<SignInRules.Tries> takeTurn(byte[] digest) {
        Instant now = clock.instant();
        return desk.inTransaction(() -> switch (SignInRules.take(repository.holdTries(digest, now), now)) {
            case SignInRules.Turn.Allowed(SignInRules.Tries then) -> {
                repository.keepTries(digest, then);
                yield Optional.of(then);
            }
            case SignInRules.Turn.LockedOut() -> Optional.empty();
        });
    }

    private boolean useUp(SignInRepository.Pending person, byte[] secret, long step) {
        if (person.newSecret().isPresent()) {
            return desk.audited(
                    () -> {
                        repository.keepFactor(person.account(), secret, step);
                        return true;
                    },
                    done -> entry(Act.ALTERATION, Optional.of(person.account()), "second factor set up"));
        }
        return repository.useUpStep(person.account(), secret, step);
    }

    private String leavePending(
            SignInRepository.Candidate person, byte[] digest, SignInRules.Tries turn, Optional<byte[]> newSecret) {
        String pending = tokens.make();
        return desk.audited(
                () -> {
                    repository.keepTries(digest, SignInRules.giveBack(turn));
                    repository.leavePending(pending, person.account(), digest, newSecret.orElse(null), PENDING);
                    return pending;
                },
                done -> entry(Act.SIGN_IN, Optional.of(person.account()), "second factor asked for"));
    }

    private Outcome refused(Optional<UUID> account) {
        Outcome outcome = new Outcome.Refused();
        return desk.audited(() -> outcome, done -> entry(Act.SIGN_IN, account, "refused"));
    }

    private Outcome arrive(UUID account, Runnable alongside) {
        String token = tokens.make();
        return desk.asHolder(
                token,
                () -> {
                    alongside.run();
                    sessions.open(token, account, null, settings.idle(), settings.longest());
                    sessions.forgetOld();
                    return new Outcome.Arrived(token);
                },
                arrived -> entry(Act.SIGN_IN, Optional.of(account), "signed in"));
    }

    private static Entry entry(Act act, Optional<UUID> account, String outcome) {
        return Entry.of(act, "account", PURPOSE)
                .about(account.map(id -> List.of(id.toString())).orElse(List.of()))
                .with(OUTCOME, outcome);
    }
}
