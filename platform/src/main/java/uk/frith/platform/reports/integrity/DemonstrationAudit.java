package uk.frith.platform.reports.integrity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import uk.frith.narrative.OffenceClass;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.reports.integrity.ReadingRepository.Item;
import uk.frith.platform.reports.integrity.ReadingRepository.Mine;
import uk.frith.platform.reports.integrity.ReadingRepository.Queued;
import uk.frith.platform.reports.integrity.ReadingRepository.Said;
import uk.frith.platform.reports.integrity.ReadingRepository.Standing;
import uk.frith.platform.reports.recording.Heard;
import uk.frith.platform.reports.recording.Incidents;

/** The recording audit of the demonstration: its supervisor draws it, and its registrar has read some of it. */
@Component
class DemonstrationAudit implements DemonstrationPart {

    private static final int AFTER_THE_INCIDENTS = 40;
    private static final String TITLE = "The last four weeks";
    private static final int DAYS = 28;
    private static final int WANTED = 30;
    private static final int READ = 22;

    /** In each fourth account a course of conduct was overlooked. */
    private static final int MISSED_IN = 4;

    private static final String MISSED = "8L";

    private static final String DISPUTED = "The calls before were about somebody else's visitors; the diary shows it";

    private final DemonstrationDesk people;
    private final Desk desk;
    private final SampleRepository repository;
    private final ReadingRepository readings;
    private final Samples samples;
    private final Findings findings;
    private final FindingRepository found;
    private final Incidents incidents;

    DemonstrationAudit(
            DemonstrationDesk people,
            Desk desk,
            SampleRepository repository,
            ReadingRepository readings,
            Samples samples,
            Findings findings,
            FindingRepository found,
            Incidents incidents) {
        this.people = people;
        this.desk = desk;
        this.repository = repository;
        this.readings = readings;
        this.samples = samples;
        this.findings = findings;
        this.found = found;
        this.incidents = incidents;
    }

    @Override
    public int order() {
        return AFTER_THE_INCIDENTS;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        Optional<UUID> sample = people.as(
                Role.SUPERVISOR,
                () -> desk.audited(
                        this::draw,
                        drawn -> Entry.of(Act.COLLECTION, RecordingAuditPages.SUBJECT, RecordingAuditPages.TO_AUDIT)
                                .about(drawn.map(UUID::toString).stream().toList())));
        sample.ifPresent(id -> people.as(Role.CRIME_REGISTRAR, () -> {
            int read = 0;
            while (read < READ && readOne(id)) {
                read++;
            }
            return read;
        }));
        sample.ifPresent(id -> people.as(
                Role.SUPERVISOR,
                () -> desk.audited(
                        () -> dispute(id),
                        answered -> Entry.of(Act.ALTERATION, "finding", "to answer a finding of an audit")
                                .about(answered.map(UUID::toString).stream().toList())
                                .showing(List.of("answer")))));
    }

    /** Disputes one finding, unless one is disputed already; the registrar has the last word. */
    private Optional<UUID> dispute(UUID sample) {
        List<Finding> standing = found.open(READ).stream()
                .filter(finding -> finding.sample().equals(sample))
                .toList();
        if (standing.stream().anyMatch(finding -> finding.state() != FindingState.OPEN)) {
            return Optional.empty();
        }
        Optional<Finding> first = standing.stream().findFirst();
        first.ifPresent(finding -> findings.take(people.actor(), finding, FindingRules.Step.DISPUTE, DISPUTED));
        return first.map(Finding::id);
    }

    /** The sample that was drawn before, or a new one; empty when there is nothing to draw. */
    private Optional<UUID> draw() {
        Optional<UUID> before = repository.latest(READ).stream()
                .filter(sample -> sample.title().equals(TITLE))
                .map(Sample::id)
                .findFirst();
        if (before.isPresent()) {
            return before;
        }
        Sample.Question question = new Sample.Question(
                TITLE,
                SampleKind.RANDOM,
                Spread.NONE,
                samples.today().minusDays(DAYS),
                samples.today(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WANTED);
        return samples.draw(people.actor(), question) instanceof Samples.Made(UUID id)
                ? Optional.of(id)
                : Optional.empty();
    }

    /** Reads the next account, until so many are read; false when there is none. */
    private boolean readOne(UUID sample) {
        return desk.audited(
                () -> {
                    List<Queued> queue = readings.queue(sample);
                    long read = queue.stream()
                            .filter(each -> each.standing() == Standing.READ_BY_ME)
                            .count();
                    Optional<Queued> next = queue.stream()
                            .filter(each -> each.standing() == Standing.FREE || each.standing() == Standing.MINE)
                            .findFirst();
                    return read < READ
                            && next.filter(each -> readings.takeUp(each.item())).isPresent()
                            && next.flatMap(each -> readings.item(sample, each.number()))
                                    .map(item -> save(sample, item))
                                    .orElse(false);
                },
                done -> Entry.of(Act.ALTERATION, "account to read", "to read a sampled account again")
                        .about(List.of(sample.toString()))
                        .showing(List.of("category", "crimes")));
    }

    /** Reads as the rules read, which alone may be seen while an account is in hand: not what was made of it. */
    private boolean save(UUID sample, Item item) {
        Optional<Mine> mine = readings.mine(item.id());
        Optional<Heard> heard = readings.inHand().map(account -> incidents.hear(account.account(), List.of()));
        if (mine.isEmpty() || heard.isEmpty()) {
            return false;
        }
        Map<String, Crime> crimes = new TreeMap<>();
        heard.get().findings().crimes().forEach(crime -> {
            OffenceClass offence = crime.offence();
            crimes.put(
                    offence.code(),
                    new Crime(offence.code(), offence.name(), Math.max(1, crime.victims()), crime.span()));
        });
        if (item.number() % MISSED_IN == 0) {
            incidents
                    .offence(MISSED)
                    .ifPresent(offence -> crimes.putIfAbsent(
                            MISSED,
                            new Crime(
                                    offence.code(), offence.name(), 1, "It has happened before, by the same people")));
        }
        Sorting category = Optional.ofNullable(heard.get().findings().category())
                .map(found -> Sorting.valueOf(found.name()))
                .orElse(Sorting.NOT_ASB);
        samples.save(
                people.actor(),
                sample,
                item,
                mine.get(),
                new Said(Optional.of(category), List.copyOf(crimes.values()), ""));
        return true;
    }
}
