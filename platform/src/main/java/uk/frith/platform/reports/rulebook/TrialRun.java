package uk.frith.platform.reports.rulebook;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.frith.narrative.AccountReader;
import uk.frith.narrative.Findings;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.reports.rulebook.PastAccounts.PastAccount;
import uk.frith.platform.reports.rulebook.PastAccounts.Wanted;
import uk.frith.platform.reports.rulebook.TrialRepository.Changed;

/** Reads past accounts with the rules that hold and with a draft, side by side, chunk by chunk. */
@Component
class TrialRun {

    private static final String TO_TRY = "to try a change of the rules on past accounts";

    /** So many accounts are in memory at once. */
    private static final int CHUNK = 500;

    /** More changed accounts than these nobody looks through; the counts cover all. */
    static final int MOST_KEPT = 5_000;

    /** A page or a trial reads all kept cases at one go. */
    static final int MOST_CASES = 2_000;

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final TrialRepository trials;
    private final BookDraftRepository drafts;
    private final KeptCaseRepository cases;
    private final RuleBooks books;
    private final Shelf shelf;
    private final Optional<PastAccounts> past;
    private final Desk desk;
    private final InstantSource clock;

    TrialRun(
            TrialRepository trials,
            BookDraftRepository drafts,
            KeptCaseRepository cases,
            RuleBooks books,
            Shelf shelf,
            ObjectProvider<PastAccounts> past,
            Desk desk,
            InstantSource clock) {
        this.trials = trials;
        this.drafts = drafts;
        this.cases = cases;
        this.books = books;
        this.shelf = shelf;
        this.past = past.stream().findFirst();
        this.desk = desk;
        this.clock = clock;
    }

    /** What a trial needs at hand. */
    private record Bench(
            Trial trial, LiveBook live, Optional<AccountReader> draft, List<UUID> ids, List<KeptCase> cases) {}

    /** What has been seen so far. */
    private static final class Tally {
        private final Map<Difference.Change, Integer> counts = new HashMap<>();
        private int done;
        private int changed;
        private int kept;
    }

    void run(UUID id) {
        Optional<Bench> bench = desk.audited(
                () -> trials.begin(id).map(this::setOut),
                set -> Entry.of(Act.CONSULTATION, "past accounts", TO_TRY)
                        .about(List.of(id.toString()))
                        .with(
                                "accounts",
                                Integer.toString(
                                        set.map(found -> found.ids().size()).orElse(0))));
        if (bench.isEmpty()) {
            return;
        }
        Bench set = bench.get();
        if (set.draft().isEmpty()) {
            end(
                    set,
                    Trial.State.FAILED,
                    "The draft has faults, so nothing can be read with it. Mend them and try again.",
                    0);
            return;
        }
        AccountReader draft = set.draft().get();
        Function<Findings, String> grade =
                past.<Function<Findings, String>>map(each -> each::grade).orElse(findings -> "");
        Tally tally = new Tally();
        long began = System.nanoTime();
        for (int at = 0; at < set.ids().size(); at += CHUNK) {
            List<UUID> chunk = set.ids().subList(at, Math.min(set.ids().size(), at + CHUNK));
            int read = at + chunk.size();
            desk.unaudited("the trial has its entry, with how many accounts it reads", () -> {
                take(set, draft, grade, chunk, tally);
                tally.done = read;
                trials.tell(id, read, tally.changed, rate(read, began));
                return read;
            });
        }
        finish(set, draft, tally);
    }

    private Bench setOut(Trial trial) {
        BookFiles files = drafts.files(trial.draft());
        LiveBook live = books.current(trial.organisation());
        List<UUID> ids = past.map(each -> each.sample(new Wanted(
                        trial.organisation(),
                        start(trial.from()),
                        start(trial.to().plusDays(1)),
                        trial.most(),
                        trial.seed())))
                .orElse(List.of());
        trials.setOut(trial.id(), live.version(), files.digest(), ids.size());
        return new Bench(
                trial,
                live,
                shelf.check(files).book().map(AccountReader::new),
                ids,
                cases.inUse(trial.organisation(), MOST_CASES));
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(PublishRules.HERE).toInstant();
    }

    private static int rate(int read, long began) {
        return (int) Math.min(Integer.MAX_VALUE, read * SECOND_NANOS / Math.max(1, System.nanoTime() - began));
    }

    private void take(
            Bench bench, AccountReader draft, Function<Findings, String> grade, List<UUID> chunk, Tally tally) {
        List<PastAccount> accounts = past.map(
                        each -> each.accounts(bench.trial().organisation(), chunk))
                .orElse(List.of());
        List<Changed> changes = new ArrayList<>();
        for (PastAccount account : accounts) {
            Difference difference = Difference.between(
                    bench.live().reader().read(account.account()), draft.read(account.account()), grade);
            if (difference.isNone()) {
                continue;
            }
            tally.changed++;
            difference.changes().forEach(change -> tally.counts.merge(change, 1, Integer::sum));
            if (tally.kept + changes.size() < MOST_KEPT) {
                changes.add(new Changed(
                        false,
                        account.id(),
                        account.reference(),
                        account.path(),
                        difference.changes().stream()
                                .map(Difference.Change::key)
                                .toList(),
                        difference.words()));
            }
        }
        trials.addChanges(bench.trial(), tally.kept, changes);
        tally.kept += changes.size();
    }

    private void finish(Bench bench, AccountReader draft, Tally tally) {
        List<Changed> broken = new ArrayList<>();
        for (KeptCase kept : bench.cases()) {
            List<String> departures = kept.departures(draft.read(kept.account()));
            if (!departures.isEmpty()) {
                broken.add(
                        new Changed(true, kept.id(), kept.title(), "/rules/cases/" + kept.id(), departures, List.of()));
            }
        }
        desk.unaudited("the trial has its entry", () -> {
            trials.addChanges(bench.trial(), tally.kept, broken);
            trials.addCounts(bench.trial(), tally.counts);
            return bench.trial().id();
        });
        end(bench, Trial.State.DONE, sentence(bench, tally, broken.size()), broken.size());
    }

    private void end(Bench bench, Trial.State state, String sentence, int broken) {
        desk.unaudited("the trial has its entry", () -> {
            trials.end(bench.trial().id(), state, sentence, bench.cases().size(), broken, clock.instant());
            return bench.trial().id();
        });
    }

    /** What the trial says, in sentences. */
    private static String sentence(Bench bench, Tally tally, int broken) {
        StringBuilder sentence = new StringBuilder();
        if (bench.ids().isEmpty()) {
            sentence.append("There is no account in these days.");
        } else if (tally.changed == 0) {
            sentence.append(count(bench.ids().size(), "account")).append(" would be read exactly as now.");
        } else {
            sentence.append(String.format(
                    Locale.UK,
                    "Of %s, %,d (%.1f %%) would be read otherwise: %s gained, %s lost, %s changed, %s changed, %s changed.",
                    count(bench.ids().size(), "account"),
                    tally.changed,
                    100.0 * tally.changed / bench.ids().size(),
                    count(sum(tally, Difference.Kind.GAINED), "crime"),
                    count(sum(tally, Difference.Kind.LOST), "crime"),
                    count(sum(tally, Difference.Kind.CATEGORY), "category"),
                    count(sum(tally, Difference.Kind.GRADE), "grade"),
                    count(
                            sum(tally, Difference.Kind.ASKED) + sum(tally, Difference.Kind.NO_LONGER_ASKED),
                            "question")));
        }
        tally.counts.entrySet().stream()
                .filter(each -> each.getKey().kind() == Difference.Kind.GAINED)
                .filter(each -> 2 * each.getValue() > bench.ids().size())
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .ifPresent(each -> sentence.append(" Crime ")
                        .append(each.getKey().what())
                        .append(" would be found in more than half of all accounts: is a condition too wide?"));
        if (!bench.cases().isEmpty()) {
            sentence.append(' ')
                    .append(
                            broken == 0
                                    ? "Every kept case is read as it should be ("
                                            + count(bench.cases().size(), "case") + ")."
                                    : "Of " + count(bench.cases().size(), "kept case") + ", " + broken
                                            + " would be read otherwise than it should.");
        }
        return sentence.toString();
    }

    private static int sum(Tally tally, Difference.Kind kind) {
        return tally.counts.entrySet().stream()
                .filter(each -> each.getKey().kind() == kind)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static String count(int number, String thing) {
        String things = thing.equals("category") ? "categories" : thing + "s";
        return String.format(Locale.UK, "%,d %s", number, number == 1 ? thing : things);
    }
}
