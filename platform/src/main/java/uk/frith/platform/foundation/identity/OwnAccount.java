package uk.frith.platform.foundation.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;

/** What somebody changes of their own sign-in. The current password is asked again, and guesses at it are counted. */
@Service
class OwnAccount {

    private static final String WRONG_PASSWORD = "Your current password is not right";

    private final SignInRepository repository;
    private final SignInDesk desk;
    private final SignIn signIn;
    private final Passwords passwords;
    private final Tokens tokens;
    private final CurrentSession current;
    private final InstantSource clock;

    OwnAccount(
            SignInRepository repository,
            SignInDesk desk,
            SignIn signIn,
            Passwords passwords,
            Tokens tokens,
            CurrentSession current,
            InstantSource clock) {
        this.repository = repository;
        this.desk = desk;
        this.signIn = signIn;
        this.passwords = passwords;
        this.tokens = tokens;
        this.current = current;
        this.clock = clock;
    }

    /** What is wrong: which field, and a sentence. */
    record Problem(String field, String sentence) {}

    /** Changes the password and ends this person's other sessions; gives what is wrong, if anything. */
    Optional<Problem> changePassword(String email, String old, String wanted) {
        Optional<Problem> refused = prove(email, old);
        if (refused.isPresent()) {
            return refused;
        }
        Optional<String> problem = PasswordRules.problem(wanted, email);
        if (problem.isPresent()) {
            return Optional.of(new Problem("wanted", problem.get()));
        }
        CurrentSession.Holder me = me();
        UUID account = me.actor().account();
        String hash = passwords.hash(wanted);
        desk.asHolder(
                me.token(),
                () -> {
                    repository.keepPassword(account, hash);
                    repository.endOtherSessions(account, me.token());
                    return account;
                },
                done -> entry(account, "password changed"));
        return Optional.empty();
    }

    /** A new secret to be confirmed; gives its token, or what is wrong. */
    Started startFactor(String email, String password) {
        Optional<Problem> refused = prove(email, password);
        if (refused.isPresent()) {
            return new Started.Refused(refused.get());
        }
        String pending = tokens.make();
        UUID account = me().actor().account();
        desk.inTransaction(() -> {
            repository.leavePending(
                    pending, account, Tokens.addressDigest(email), tokens.makeFactorSecret(), SignIn.PENDING);
            return pending;
        });
        return new Started.Begun(pending);
    }

    /** How setting up an app began. */
    sealed interface Started {
        record Begun(String pending) implements Started {
            @Override
            public String toString() {
                return "Begun";
            }
        }

        record Refused(Problem problem) implements Started {}
    }

    /** The secret that this person is setting up, if they are. */
    Optional<SignInRepository.Pending> pending(String pending) {
        UUID me = me().actor().account();
        return repository
                .pending(pending)
                .filter(found -> found.account().equals(me) && found.newSecret().isPresent());
    }

    /** Confirms the new secret by a code of it; false when the code is wrong. */
    boolean confirmFactor(String pending, String code) {
        Optional<SignInRepository.Pending> found = pending(pending);
        if (found.isEmpty()) {
            return false;
        }
        byte[] secret = found.get().newSecret().map(Opaque::bytes).orElseThrow();
        OptionalLong step = TotpRules.accepted(secret, code, clock.instant(), -1);
        if (step.isEmpty()) {
            return false;
        }
        CurrentSession.Holder me = me();
        UUID account = me.actor().account();
        desk.asHolder(
                me.token(),
                () -> {
                    repository.keepFactor(account, secret, step.getAsLong());
                    repository.noLongerPending(pending);
                    return account;
                },
                done -> entry(account, "second factor set up"));
        return true;
    }

    private Optional<Problem> prove(String email, String password) {
        byte[] digest = Tokens.addressDigest(email);
        boolean allowed = signIn.takeTurn(digest).isPresent();
        Optional<SignInRepository.Candidate> candidate = repository.candidate(email);
        boolean right = passwords.matches(
                password, candidate.map(SignInRepository.Candidate::hash).orElse(null));
        if (!allowed || !right) {
            return Optional.of(new Problem("password", WRONG_PASSWORD));
        }
        desk.inTransaction(() -> {
            repository.forgetTries(digest);
            return email;
        });
        return Optional.empty();
    }

    private CurrentSession.Holder me() {
        return current.current()
                .orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }

    private static Entry entry(UUID account, String outcome) {
        return Entry.of(Act.ALTERATION, "account", "to look after one's own sign-in")
                .about(List.of(account.toString()))
                .with("outcome", outcome);
    }
}
