package uk.frith.platform.reports.integrity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.integrity.CompareRules.Comparison;
import uk.frith.platform.reports.integrity.ReadingRepository.InHand;
import uk.frith.platform.reports.integrity.ReadingRepository.Item;
import uk.frith.platform.reports.integrity.ReadingRepository.Mine;
import uk.frith.platform.reports.integrity.ReadingRepository.Queued;
import uk.frith.platform.reports.integrity.ReadingRepository.Said;
import uk.frith.platform.reports.recording.Incidents;

/** Reading a sampled account blind, and what the reading shows once it is saved. */
@Controller
@RequestMapping("/recording-audits/{id}")
class ReadingPages {

    private static final String SUBJECT = "account to read";
    private static final String TO_READ = "to read a sampled account again";
    private static final String READ_VIEW = "reports/integrity/reading";

    private final Desk desk;
    private final SampleRepository repository;
    private final ReadingRepository readings;
    private final Samples samples;
    private final Incidents incidents;
    private final List<Choice> offences;

    ReadingPages(
            Desk desk, SampleRepository repository, ReadingRepository readings, Samples samples, Incidents incidents) {
        this.desk = desk;
        this.repository = repository;
        this.readings = readings;
        this.samples = samples;
        this.incidents = incidents;
        this.offences = Stream.concat(
                        Stream.of(Choice.of("", "No crime")),
                        incidents.offences().stream()
                                .map(offence -> Choice.of(offence.code(), offence.code() + " " + offence.name())))
                .toList();
    }

    /** What the same people told before. */
    record Before(String reported, String account) {
        @Override
        public String toString() {
            return "Before";
        }
    }

    /** The account and the form beside it. */
    record ReadPage(
            String audit,
            String auditPath,
            String path,
            int number,
            int of,
            @Nullable String previous,
            String reported,
            String occurred,
            String location,
            String account,
            List<Before> before,
            ReadingForm.Typed typed,
            List<Choice> categories,
            List<Choice> offences,
            boolean canHaveMore,
            List<ErrorLink> errors) {

        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }

        @Override
        public String toString() {
            return "ReadPage";
        }
    }

    /** A line of the comparison. */
    record Compared(String what, String expected, String recorded, boolean right) {}

    /** What a saved reading shows. */
    record ComparedPage(
            String audit,
            String auditPath,
            String path,
            int number,
            int of,
            @Nullable String previous,
            @Nullable String next,
            String incidentPath,
            boolean blind,
            boolean right,
            List<Compared> lines,
            String remark,
            boolean anyLeft) {
        @Override
        public String toString() {
            return "ComparedPage";
        }
    }

    /** Hands the next account out. */
    @PostMapping("/read")
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_READ)
    String next(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after) {
        Optional<Queued> taken = desk.audited(
                () -> {
                    Sample sample = repository.find(id).orElseThrow(RecordingAuditPages::notThere);
                    return take(sample.id(), after);
                },
                found -> Entry.of(Act.CONSULTATION, SUBJECT, TO_READ)
                        .about(found.map(each -> each.item().toString()).stream()
                                .toList()));
        return "redirect:/recording-audits/" + id
                + taken.map(each -> "/items/" + each.number()).orElse("");
    }

    private Optional<Queued> take(UUID sample, int after) {
        return samples.next(sample, after).filter(each -> readings.takeUp(each.item()));
    }

    private record Shown(
            Sample sample,
            Item item,
            Optional<Mine> mine,
            List<Queued> queue,
            @Nullable Object page) {
        Entry entry() {
            return Entry.of(Act.CONSULTATION, SUBJECT, TO_READ)
                    .about(List.of(item.id().toString(), item.incident().toString()))
                    .showing(mine.filter(Mine::saved).isPresent() ? List.of("category", "crimes") : List.of("account"));
        }
    }

    @GetMapping("/items/{number:\\d{1,5}}")
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_READ)
    String one(@PathVariable UUID id, @PathVariable int number, Model model) {
        Shown shown = desk.audited(() -> shown(id, number, null, List.of()), Shown::entry);
        return show(shown, model);
    }

    private static String show(Shown shown, Model model) {
        if (shown.page() == null) {
            return "redirect:" + shown.sample().path();
        }
        model.addAttribute(RecordingAuditPages.PAGE, shown.page());
        return shown.page() instanceof ComparedPage ? "reports/integrity/compared" : READ_VIEW;
    }

    private Shown shown(UUID id, int number, ReadingForm.@Nullable Typed typed, List<ErrorLink> errors) {
        Sample sample = repository.find(id).orElseThrow(RecordingAuditPages::notThere);
        Item item = readings.item(id, number).orElseThrow(RecordingAuditPages::notThere);
        List<Queued> queue = readings.queue(id);
        Optional<Mine> mine = readings.mine(item.id());
        Object page = null;
        if (mine.isPresent() && mine.get().saved()) {
            page = compared(sample, item, mine.get(), queue);
        } else if (mine.isPresent() && mine.get().inHand()) {
            ReadingForm.Typed stands = typed == null ? ReadingForm.Typed.of(said(mine.get())) : typed;
            page = readings.inHand()
                    .filter(account -> account.item().equals(item.id()))
                    .map(account -> page(sample, item, queue, account, stands, errors))
                    .orElse(null);
        }
        return new Shown(sample, item, mine, queue, page);
    }

    private Said said(Mine mine) {
        return new Said(mine.category(), readings.expected(mine.id()), mine.remark());
    }

    private ReadPage page(
            Sample sample,
            Item item,
            List<Queued> queue,
            InHand account,
            ReadingForm.Typed typed,
            List<ErrorLink> errors) {
        String occurred = account.from().equals(account.to())
                ? Words.moment(account.from())
                : Words.moment(account.from()) + " to " + Words.moment(account.to());
        return new ReadPage(
                sample.title(),
                sample.path(),
                sample.path() + "/items/" + item.number(),
                item.number(),
                queue.size(),
                readByMe(sample, queue, item.number(), true),
                Words.moment(account.reported()),
                occurred,
                account.location(),
                account.account(),
                readings.toldBefore().stream()
                        .map(each -> new Before(Words.moment(each.reported()), each.account()))
                        .toList(),
                typed,
                Choice.of(Sorting.values(), Sorting::words).stream()
                        .map(choice -> choice.withSelected(typed.category().equals(choice.value())))
                        .toList(),
                offences,
                typed.rows().size() < ReadingForm.MOST_ROWS,
                errors);
    }

    /** The nearest item before or after that the asker has read; null when there is none. */
    private static @Nullable String readByMe(Sample sample, List<Queued> queue, int number, boolean before) {
        Stream<Integer> read = queue.stream()
                .filter(each -> each.standing() == ReadingRepository.Standing.READ_BY_ME)
                .map(Queued::number);
        Optional<Integer> nearest = before
                ? read.filter(each -> each < number).reduce((one, other) -> other)
                : read.filter(each -> each > number).findFirst();
        return nearest.map(each -> sample.path() + "/items/" + each).orElse(null);
    }

    private ComparedPage compared(Sample sample, Item item, Mine mine, List<Queued> queue) {
        Optional<Comparison> comparison = samples.comparison(item, mine);
        return new ComparedPage(
                sample.title(),
                sample.path(),
                sample.path() + "/items/" + item.number(),
                item.number(),
                queue.size(),
                readByMe(sample, queue, item.number(), true),
                readByMe(sample, queue, item.number(), false),
                "/incidents/" + item.incident(),
                mine.blind(),
                comparison.map(Comparison::right).orElse(false),
                comparison.map(ReadingPages::lines).orElse(List.of()),
                mine.remark(),
                !sample.closed() && samples.next(sample.id(), item.number()).isPresent());
    }

    static List<Compared> lines(Comparison comparison) {
        String nothing = "Nothing";
        return Stream.of(
                        Stream.of(new Compared(
                                "Category",
                                comparison.expectedCategory().words(),
                                comparison.recordedCategory().words(),
                                comparison.categoryRight())),
                        comparison.same().stream()
                                .map(pair -> new Compared(
                                        "Crime",
                                        FindingRules.words(pair.expected()),
                                        FindingRules.words(pair.recorded()),
                                        pair.recorded().victims()
                                                >= pair.expected().victims())),
                        comparison.otherClass().stream()
                                .map(pair -> new Compared(
                                        "Crime of another class",
                                        FindingRules.words(pair.expected()),
                                        FindingRules.words(pair.recorded()),
                                        false)),
                        comparison.missing().stream()
                                .map(crime -> new Compared("Crime missing", FindingRules.words(crime), nothing, false)),
                        comparison.unexpected().stream()
                                .map(crime ->
                                        new Compared("Crime not expected", nothing, FindingRules.words(crime), false)))
                .flatMap(lines -> lines)
                .toList();
    }

    /** Saves, keeps for later, or adds a row to what is being read. */
    @PostMapping("/items/{number:\\d{1,5}}")
    @Allows(value = Permission.READ_SAMPLES, purpose = TO_READ)
    String save(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        ReadingForm.Typed typed = ReadingForm.Typed.of(sent);
        String act = sent.getOrDefault("act", "save");
        if (act.equals("more")) {
            int rows = typed.rows().size() + 1;
            return show(desk.audited(() -> shown(id, number, typed.withRows(rows), List.of()), Shown::entry), model);
        }
        boolean later = act.equals("later");
        ReadingForm.Read read = ReadingForm.read(typed, later, incidents::offence);
        if (!read.errors().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(desk.audited(() -> shown(id, number, typed, read.errors()), Shown::entry), model);
        }
        String next = desk.audited(
                () -> later ? putBack(id, number, read.said()) : saved(id, number, read.said(), act),
                address -> Entry.of(Act.ALTERATION, SUBJECT, TO_READ)
                        .about(List.of(id.toString()))
                        .showing(List.of("category", "crimes"))
                        .with("item", Integer.toString(number)));
        return "redirect:" + next;
    }

    private String putBack(UUID id, int number, Said said) {
        Item item = readings.item(id, number).orElseThrow(RecordingAuditPages::notThere);
        readings.mine(item.id()).filter(Mine::inHand).ifPresent(mine -> samples.putBack(actor(), id, mine, said));
        return "/recording-audits/" + id;
    }

    /** Saves and says where to go: to what it shows, or straight to the next account. */
    private String saved(UUID id, int number, Said said, String act) {
        Item item = readings.item(id, number).orElseThrow(RecordingAuditPages::notThere);
        readings.mine(item.id()).filter(Mine::inHand).ifPresent(mine -> samples.save(actor(), id, item, mine, said));
        String here = "/recording-audits/" + id + "/items/";
        if (act.equals("next")) {
            return take(id, number).map(each -> here + each.number()).orElse("/recording-audits/" + id);
        }
        return here + number;
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
