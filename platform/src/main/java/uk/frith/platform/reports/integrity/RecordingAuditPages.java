package uk.frith.platform.reports.integrity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.integrity.ReadingRepository.Queued;
import uk.frith.platform.reports.integrity.ReadingRepository.Standing;
import uk.frith.platform.reports.recording.Channel;

/** The list of recording audits, a new one, and how far one is. */
@Controller
@RequestMapping("/recording-audits")
class RecordingAuditPages {

    static final String SUBJECT = "recording audit";
    static final String TO_AUDIT = "to audit how incidents are recorded";
    static final String PAGE = "page";

    private static final String NEW_VIEW = "reports/integrity/new";
    private static final int MOST_SHOWN = 100;

    private final Desk desk;
    private final SampleRepository repository;
    private final ReadingRepository readings;
    private final Samples samples;

    RecordingAuditPages(Desk desk, SampleRepository repository, ReadingRepository readings, Samples samples) {
        this.desk = desk;
        this.repository = repository;
        this.readings = readings;
        this.samples = samples;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem recordingAuditLine() {
            return new OversightItem(
                    "Recording audit",
                    "Draw samples of incidents, read them again blind, and see which crimes were missed.",
                    "/recording-audits",
                    Permission.READ_SAMPLES,
                    50);
        }
    }

    /** An audit in the list. */
    record Line(String path, String title, String covers, String kind, String drawn, String progress, boolean closed) {}

    /** The list. */
    record ListPage(List<Line> audits, boolean more) {}

    /** The question page; what was typed is kept. */
    record NewPage(
            AuditForm.Typed typed,
            List<Choice> kinds,
            List<Choice> spreads,
            List<Choice> teams,
            List<Choice> categories,
            List<Choice> channels,
            List<ErrorLink> errors) {

        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }
    }

    /** An item of the queue. */
    record QueueLine(int number, String path, String standing, boolean open) {}

    /** How far an audit is. */
    record OnePage(
            String title,
            String path,
            String covers,
            String kind,
            String drawn,
            String frame,
            String progress,
            boolean closed,
            boolean anyLeft,
            String beginWords,
            List<QueueLine> queue) {}

    @GetMapping
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_AUDIT)
    String list(Model model) {
        List<Line> lines = desk.audited(
                () -> {
                    Map<UUID, SampleRepository.Progress> progress = repository.progress();
                    return repository.latest(MOST_SHOWN + 1).stream()
                            .map(sample -> line(sample, progress.get(sample.id())))
                            .toList();
                },
                found -> Entry.of(Act.CONSULTATION, SUBJECT, TO_AUDIT));
        boolean more = lines.size() > MOST_SHOWN;
        model.addAttribute(PAGE, new ListPage(more ? lines.subList(0, MOST_SHOWN) : lines, more));
        return "reports/integrity/audits";
    }

    private static Line line(Sample sample, SampleRepository.@Nullable Progress progress) {
        return new Line(
                sample.path(),
                sample.title(),
                sample.covers(),
                sample.kind().words(),
                Words.moment(sample.drawn()),
                progressWords(progress),
                sample.closed());
    }

    private static String progressWords(SampleRepository.@Nullable Progress progress) {
        return progress == null ? "nothing drawn" : progress.read() + " of " + progress.items() + " read";
    }

    @GetMapping("/new")
    @Allows(value = Permission.SAMPLE_RECORDING, purpose = TO_AUDIT)
    String ask(Model model) {
        NewPage page = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_AUDIT),
                () -> page(AuditForm.Typed.suggested(samples.today()), List.of()));
        model.addAttribute(PAGE, page);
        return NEW_VIEW;
    }

    private NewPage page(AuditForm.Typed typed, List<ErrorLink> errors) {
        List<Choice> teams = Stream.concat(
                        Stream.of(Choice.of("", "All teams")),
                        repository.teams(actor().organisation()).stream()
                                .map(team -> Choice.of(team.id().toString(), team.name())
                                        .withSelected(team.id().toString().equals(typed.team()))))
                .toList();
        List<Choice> kinds = Stream.of(SampleKind.values())
                .map(kind -> Choice.of(kind.name(), kind.words())
                        .withHint(kind.meaning())
                        .withSelected(kind.name().equals(typed.kind())))
                .toList();
        return new NewPage(
                typed,
                kinds,
                Choice.of(Spread.values(), Spread::words).stream()
                        .map(choice -> choice.withSelected(choice.isSelectedBy(typed.spread())))
                        .toList(),
                teams,
                Stream.concat(
                                Stream.of(Choice.of("", "All categories")),
                                Choice.of(Sorting.values(), Sorting::words).stream()
                                        .map(choice -> choice.withSelected(choice.isSelectedBy(typed.category()))))
                        .toList(),
                Stream.concat(
                                Stream.of(Choice.of("", "All ways in")),
                                Choice.of(Channel.values(), Channel::words).stream()
                                        .map(choice -> choice.withSelected(choice.isSelectedBy(typed.channel()))))
                        .toList(),
                errors);
    }

    @PostMapping
    @Allows(value = Permission.SAMPLE_RECORDING, purpose = TO_AUDIT)
    String draw(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
        AuditForm.Typed typed = AuditForm.Typed.of(sent);
        AuditForm.Read read = AuditForm.read(typed, samples.today());
        Samples.Drawn drawn = switch (read) {
            case AuditForm.Sound(Sample.Question question) ->
                desk.audited(
                        () -> samples.draw(actor(), question),
                        made -> Entry.of(Act.COLLECTION, SUBJECT, TO_AUDIT)
                                .about(made instanceof Samples.Made(UUID id) ? List.of(id.toString()) : List.of())
                                .with("kind", question.kind().name())
                                .with("from", question.first().toString())
                                .with("to", question.last().toString())
                                .with("wanted", Integer.toString(question.wanted())));
            case AuditForm.Wrong(String field, String sentence) -> new Samples.Refused(field, sentence);
        };
        return switch (drawn) {
            case Samples.Made(UUID id) -> "redirect:/recording-audits/" + id;
            case Samples.Refused(String field, String sentence) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                NewPage page = desk.audited(
                        Entry.of(Act.CONSULTATION, SUBJECT, TO_AUDIT),
                        () -> page(typed, List.of(ErrorLink.at(field, sentence))));
                model.addAttribute(PAGE, page);
                yield NEW_VIEW;
            }
        };
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_AUDIT)
    String one(@PathVariable UUID id, Model model) {
        OnePage page =
                desk.audited(Entry.of(Act.CONSULTATION, SUBJECT, TO_AUDIT).about(List.of(id.toString())), () -> {
                    Sample sample = repository.find(id).orElseThrow(RecordingAuditPages::notThere);
                    return page(
                            sample, readings.queue(id), repository.progress().get(id));
                });
        model.addAttribute(PAGE, page);
        return "reports/integrity/audit";
    }

    private static OnePage page(Sample sample, List<Queued> queue, SampleRepository.@Nullable Progress progress) {
        boolean held = queue.stream().anyMatch(each -> each.standing() == Standing.MINE);
        boolean unread = queue.stream().anyMatch(each -> each.standing() == Standing.FREE);
        boolean second = queue.stream().anyMatch(each -> each.standing() == Standing.READ);
        return new OnePage(
                sample.title(),
                sample.path(),
                sample.covers(),
                sample.kind().words(),
                Words.moment(sample.drawn()) + (sample.drawnBy().isEmpty() ? "" : " by " + sample.drawnBy()),
                Words.count(queue.size()) + " drawn of " + Words.count(sample.frameSize()) + " that could be",
                progressWords(progress),
                sample.closed(),
                held || unread || second,
                held ? "Go on reading" : unread ? "Read the next account" : "Read one a second time",
                queue.stream().map(each -> line(sample, each)).toList());
    }

    private static QueueLine line(Sample sample, Queued each) {
        boolean open = each.standing() == Standing.MINE || each.standing() == Standing.READ_BY_ME;
        return new QueueLine(
                each.number(),
                sample.path() + "/items/" + each.number(),
                each.standing().words(),
                open);
    }

    @PostMapping("/{id}/close")
    @Allows(value = Permission.SAMPLE_RECORDING, purpose = TO_AUDIT)
    String close(@PathVariable UUID id) {
        desk.audited(
                Entry.of(Act.ALTERATION, SUBJECT, TO_AUDIT)
                        .about(List.of(id.toString()))
                        .showing(List.of("state")),
                () -> {
                    Sample sample = repository.find(id).orElseThrow(RecordingAuditPages::notThere);
                    return samples.close(actor(), sample.id());
                });
        return "redirect:/recording-audits/" + id + "/results";
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
