package uk.frith.platform.reports.integrity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.reports.integrity.ReadingRepository.Item;
import uk.frith.platform.reports.integrity.ReadingRepository.Mine;
import uk.frith.platform.reports.integrity.ReadingRepository.Queued;
import uk.frith.platform.reports.integrity.ReadingRepository.Reader;
import uk.frith.platform.reports.integrity.ReadingRepository.Said;
import uk.frith.platform.reports.integrity.ReadingRepository.Standing;

/** Draws samples, hands accounts to readers and works out what a closed sample shows. Within the caller's work at the desk. */
@Component
class Samples {

    /** Below this an interval of a share spans some forty points in a hundred: it would inform nobody. */
    static final long MINIMUM = 20;

    /** The kind of duty whose time says what the first time is. */
    private static final String RECORD_CRIME = "RECORD_CRIME";

    private final SampleRepository samples;
    private final ReadingRepository readings;
    private final ResultRepository results;
    private final Findings findings;
    private final Deadlines deadlines;
    private final InstantSource clock;

    Samples(
            SampleRepository samples,
            ReadingRepository readings,
            ResultRepository results,
            Findings findings,
            Deadlines deadlines,
            InstantSource clock) {
        this.samples = samples;
        this.readings = readings;
        this.results = results;
        this.findings = findings;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.LONDON);
    }

    /** What came of drawing: a sample or what is wrong with the question. */
    sealed interface Drawn {}

    record Made(UUID sample) implements Drawn {}

    record Refused(String field, String sentence) implements Drawn {}

    Drawn draw(Actor actor, Sample.Question question) {
        List<Candidate> frame = samples.frame(actor.organisation(), question, samples.weights(today()));
        if (frame.isEmpty()) {
            return new Refused(
                    "from",
                    "No incident was dealt with that matches: choose other days, another team, category or way in");
        }
        if (frame.size() > SampleRepository.LARGEST_FRAME) {
            return new Refused(
                    "from", "More than " + Words.count(SampleRepository.LARGEST_FRAME) + " match: choose fewer days");
        }
        SampleRepository.Added added =
                samples.add(actor.organisation(), question, frame, clock.instant(), actor.account());
        samples.addDraw(
                actor.organisation(), added.id(), frame, SampleRules.draw(frame, question.wanted(), added.seed()));
        return new Made(added.id());
    }

    /** Whether the kept frame gives the kept sample again; of a closed sample. */
    boolean comesAgain(Sample sample) {
        List<Candidate> frame = samples.keptFrame(sample.id());
        List<UUID> again = SampleRules.draw(frame, sample.wanted(), sample.seed()).drawn().stream()
                .map(i -> frame.get(i).incident())
                .toList();
        return again.equals(samples.keptItems(sample.id()));
    }

    /**
     * The next item to read after a number: the one in hand, then unread ones; when all are read, those that somebody else read, for a
     * second opinion.
     */
    Optional<Queued> next(UUID sample, int after) {
        List<Queued> queue = readings.queue(sample);
        for (Standing standing : List.of(Standing.MINE, Standing.FREE, Standing.READ)) {
            Optional<Queued> found = queue.stream()
                    .filter(each -> each.standing() == standing && each.number() > after)
                    .findFirst()
                    .or(() -> queue.stream()
                            .filter(each -> each.standing() == standing)
                            .findFirst());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Keeps what is said for later and puts the account back. */
    void putBack(Actor actor, UUID sample, Mine mine, Said said) {
        readings.keep(new Reader(actor.account(), actor.organisation(), sample), mine.id(), said, "PUT_BACK", null);
    }

    /** Saves a reading for good, and raises what it finds wrong with the record as it stands now. */
    void save(Actor actor, UUID sample, Item item, Mine mine, Said said) {
        Reader reader = new Reader(actor.account(), actor.organisation(), sample);
        if (!readings.keep(reader, mine.id(), said, "SAVED", clock.instant())) {
            return;
        }
        Optional<ReadingRepository.Stands> stands = readings.stands(item.incident());
        Optional<CompareRules.Comparison> shows = readings.mine(item.id()).flatMap(saved -> comparison(item, saved));
        if (stands.isPresent() && shows.isPresent()) {
            FindingRepository.Source source =
                    new FindingRepository.Source(actor.organisation(), sample, item.id(), mine.id(), item.incident());
            findings.raise(source, shows.get(), stands.get(), actor.account());
        }
    }

    /** What the asker's saved reading of an item shows, against what stands now. */
    Optional<CompareRules.Comparison> comparison(Item item, Mine mine) {
        return readings.stands(item.incident())
                .flatMap(stands -> mine.category()
                        .map(category -> CompareRules.compare(
                                category,
                                readings.expected(mine.id()),
                                stands.category(),
                                readings.recorded(item.incident(), clock.instant()))));
    }

    Figures figures(Actor actor, Sample sample) {
        Duration allowed = deadlines
                .allowed(RECORD_CRIME, actor.organisation(), sample.last())
                .orElseThrow(() -> new IllegalStateException("Nothing says how long a crime may take to record."));
        return FigureRules.figures(
                results.items(sample.id()),
                new FigureRules.Frame(sample.drawn(), allowed, sample.kind() == SampleKind.RANDOM, MINIMUM));
    }

    boolean close(Actor actor, UUID sample) {
        Instant now = clock.instant();
        return samples.close(sample, now, actor.account());
    }
}
