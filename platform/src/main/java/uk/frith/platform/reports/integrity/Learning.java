package uk.frith.platform.reports.integrity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.identity.TodayPanel;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.FormFields;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.foundation.training.Training;
import uk.frith.platform.reports.integrity.LearningPages.OverviewPage;
import uk.frith.platform.reports.integrity.LearningPages.OwnPage;
import uk.frith.platform.reports.integrity.LearningPages.PatternPart;
import uk.frith.platform.reports.integrity.LearningPages.PersonLine;
import uk.frith.platform.reports.integrity.LearningPages.SlipLine;
import uk.frith.platform.reports.integrity.LearningPages.TextLine;
import uk.frith.platform.reports.integrity.LearningPages.TextPage;
import uk.frith.platform.reports.integrity.LearningPages.TextPart;
import uk.frith.platform.reports.integrity.LearningRepository.ReadAt;
import uk.frith.platform.reports.integrity.LearningRules.Pattern;

/** What people learn from their slips: their own first, on their first page. Within the caller's work at the desk. */
@Component
class Learning implements TodayPanel {

    private static final int AFTER_THE_METER = 30;
    private static final int MOST_PEOPLE = 500;
    private static final int LONGEST_BODY = 4_000;
    private static final int SHORTEST_BODY = 20;
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_SOURCE = 300;
    private static final int TEN_YEARS = 3_650;

    private final LearningRepository repository;
    private final Films films;
    private final Training training;
    private final InstantSource clock;

    Learning(LearningRepository repository, Films films, Training training, InstantSource clock) {
        this.repository = repository;
        this.films = films;
        this.training = training;
        this.clock = clock;
    }

    /** What stands on one's first page. */
    record TodayPage(
            String sentence,
            @org.jspecify.annotations.Nullable String title) {}

    @Override
    public int order() {
        return AFTER_THE_METER;
    }

    /** Shown to whoever has slips of the last year or a text to read before all others. */
    @Override
    public Optional<Panel> of(Actor reader) {
        if (!reader.may(Permission.RECORD_INCIDENTS)) {
            return Optional.empty();
        }
        List<Pattern> patterns = patterns(reader);
        if (patterns.isEmpty()) {
            return Optional.empty();
        }
        int slips =
                patterns.stream().mapToInt(pattern -> pattern.slips().size()).sum();
        String urgent = urgent(reader, patterns)
                .flatMap(Pattern::text)
                .map(LearningText::title)
                .orElse(null);
        return Optional.of(new Panel(
                "reports/integrity/own-today",
                new TodayPage(
                        "Audits of the last twelve months found " + Words.count(slips, "slip") + " of yours.",
                        urgent)));
    }

    /** The repeated slip of somebody whose text they should read now. */
    Optional<Pattern> urgent(Actor actor, List<Pattern> patterns) {
        return LearningRules.mostUrgent(patterns, repository.readBy(actor.account()), clock.instant());
    }

    List<Pattern> patterns(Actor actor) {
        return LearningRules.patterns(
                repository.slips(actor.account(), clock.instant().minus(LearningRules.LOOKING_BACK)),
                repository.texts(today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.LONDON);
    }

    OwnPage own(Actor actor, boolean done) {
        List<Pattern> patterns = patterns(actor);
        List<ReadAt> read = repository.readBy(actor.account());
        List<UUID> shown = patterns.stream()
                .flatMap(pattern -> pattern.text().stream())
                .map(LearningText::id)
                .toList();
        List<LearningText> others = repository.texts(today()).stream()
                .filter(text -> !shown.contains(text.id()))
                .toList();
        Map<String, FilmPart> beside = films.of(
                actor,
                Stream.concat(patterns.stream().flatMap(pattern -> pattern.text().stream()), others.stream())
                        .map(LearningText::code)
                        .collect(Collectors.toSet()));
        List<PatternPart> parts = new ArrayList<>();
        Set<UUID> placed = new HashSet<>();
        for (Pattern pattern : patterns) {
            boolean first = pattern.text().filter(text -> placed.add(text.id())).isPresent();
            parts.add(part(parts.size() + 1, pattern, read, beside, first));
        }
        return new OwnPage(
                List.copyOf(parts),
                others.stream().map(text -> part(text, read, beside)).toList(),
                training.own(actor),
                done);
    }

    private PatternPart part(
            int number, Pattern pattern, List<ReadAt> read, Map<String, FilmPart> beside, boolean withText) {
        return new PatternPart(
                "pattern-" + number,
                pattern.kind().words() + (pattern.classCode().isEmpty() ? "" : ": " + pattern.classCode()),
                Words.count(pattern.slips().size(), "time"),
                pattern.repeats(),
                pattern.slips().stream()
                        .map(slip -> new SlipLine(
                                "/recording-findings/" + slip.finding(),
                                slip.expected(),
                                Words.moment(slip.found()),
                                slip.state().words()))
                        .toList(),
                withText ? pattern.text().map(text -> part(text, read, beside)).orElse(null) : null);
    }

    private TextPart part(LearningText text, List<ReadAt> read, Map<String, FilmPart> beside) {
        Optional<Instant> at = LearningRules.readInTime(text, read, clock.instant());
        return new TextPart(
                text.id().toString(),
                text.title(),
                text.field().words(),
                text.body(),
                text.source(),
                at.map(moment -> "You read it on " + Words.moment(moment)).orElse("Not read yet"),
                at.isEmpty(),
                "/my-recording/texts/" + text.id(),
                beside.get(text.code()));
    }

    /** Whoever plays the film of a text has read the text, once a day at most. */
    boolean played(Actor actor, String code) {
        Instant now = clock.instant();
        Optional<LearningText> text = current(code);
        boolean fresh = text.isPresent()
                && repository.readBy(actor.account()).stream()
                        .noneMatch(each -> each.text().equals(text.get().id())
                                && each.at().isAfter(now.minus(Duration.ofDays(1))));
        if (fresh) {
            repository.read(text.get().id(), actor.account(), actor.organisation(), now);
        }
        return fresh;
    }

    /** The title of the text of a code. */
    Optional<String> title(String code) {
        return current(code).map(LearningText::title);
    }

    /** False when there is no such text today. */
    boolean read(Actor actor, UUID text) {
        boolean known =
                repository.texts(today()).stream().anyMatch(each -> each.id().equals(text));
        if (known) {
            repository.read(text, actor.account(), actor.organisation(), clock.instant());
        }
        return known;
    }

    OverviewPage overview(Actor actor) {
        Instant now = clock.instant();
        List<LearningRepository.Person> people = repository.people(
                actor.organisation(),
                today(),
                now,
                now.minus(LearningRules.LOOKING_BACK),
                LearningRules.REPEATED,
                MOST_PEOPLE + 1);
        long current =
                people.stream().filter(each -> each.read() == each.texts()).count();
        boolean writes = actor.may(Permission.WRITE_LEARNING);
        return new OverviewPage(
                Words.count(current) + " of " + Words.count(people.size())
                        + " people who record have read every text in time.",
                people.stream().limit(MOST_PEOPLE).map(Learning::line).toList(),
                repository.texts(today()).stream()
                        .map(text -> new TextLine(
                                text.title(),
                                text.field().words() + (text.classCode().isEmpty() ? "" : ", " + text.classCode()),
                                Words.day(text.validFrom()),
                                text.shipped() ? "Came with Frith" : "Your own",
                                writes ? "/recording-learning/texts/" + text.code() : null,
                                writes ? "/recording-learning/texts/" + text.code() + "/film" : null))
                        .toList(),
                people.size() > MOST_PEOPLE);
    }

    private static PersonLine line(LearningRepository.Person person) {
        return new PersonLine(
                person.name(),
                person.team(),
                Words.count(person.slips()),
                Words.count(person.repeated()),
                person.read() + " of " + person.texts(),
                person.last().map(Words::moment).orElse("Never"),
                person.read() == person.texts());
    }

    Optional<TextPage> text(String code) {
        return current(code)
                .map(text -> new TextPage(
                        "/recording-learning/texts/" + code,
                        text.field().words(),
                        text.classCode(),
                        text.title(),
                        text.body(),
                        text.source(),
                        Integer.toString(text.goodForDays()),
                        today().toString(),
                        List.of()));
    }

    private Optional<LearningText> current(String code) {
        return repository.texts(today()).stream()
                .filter(text -> text.code().equals(code))
                .findFirst();
    }

    /** Writes a new version; empty when it stands, the form with what is wrong when it doesn't. */
    Optional<TextPage> write(Actor actor, String code, Map<String, String> sent) {
        LearningText former = current(code).orElseThrow(RecordingAuditPages::notThere);
        String title = field(sent, "title");
        String body = field(sent, "body");
        String source = field(sent, "source");
        Optional<Integer> days = days(field(sent, "goodForDays"));
        Optional<LocalDate> from = FormFields.day(field(sent, "from")).filter(day -> !day.isBefore(today()));
        List<ErrorLink> errors = Stream.of(
                        wrong(
                                "title",
                                title.length() < 3 || title.length() > LONGEST_LINE,
                                "Give a title of 3 to 100 characters"),
                        wrong(
                                "body",
                                body.length() < SHORTEST_BODY || body.length() > LONGEST_BODY,
                                "Write 20 to 4,000 characters"),
                        wrong(
                                "source",
                                source.isEmpty() || source.length() > LONGEST_SOURCE,
                                "Say where it comes from, in up to 300 characters"),
                        wrong("goodForDays", days.isEmpty(), "Give a number of days from 1 to 3,650"),
                        wrong("from", from.isEmpty(), "Give a day from today on, as 2026-03-01"))
                .flatMap(Optional::stream)
                .toList();
        if (errors.isEmpty()) {
            LearningText text = new LearningText(
                    former.id(),
                    code,
                    former.field(),
                    former.classCode(),
                    title,
                    body,
                    source,
                    days.orElseThrow(),
                    from.orElseThrow(),
                    false);
            if (repository.write(actor.organisation(), text, actor.account())) {
                return Optional.empty();
            }
            errors = List.of(ErrorLink.at("from", "A version of that day stands already: choose another day"));
        }
        return Optional.of(new TextPage(
                "/recording-learning/texts/" + code,
                former.field().words(),
                former.classCode(),
                title,
                body,
                source,
                field(sent, "goodForDays"),
                field(sent, "from"),
                errors));
    }

    private static Optional<ErrorLink> wrong(String field, boolean is, String sentence) {
        return is ? Optional.of(ErrorLink.at(field, sentence)) : Optional.empty();
    }

    private static String field(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").replace("\0", "").strip();
    }

    private static Optional<Integer> days(String typed) {
        try {
            int days = Integer.parseInt(typed);
            return days >= 1 && days <= TEN_YEARS ? Optional.of(days) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
