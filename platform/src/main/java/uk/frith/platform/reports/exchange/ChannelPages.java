package uk.frith.platform.reports.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.reports.recording.AsbType;
import uk.frith.platform.reports.recording.Heard;
import uk.frith.platform.reports.recording.Incidents;

/** Whether every way in is as good as a call; and what was told to partners and not to the police. */
@Controller
@RequestMapping("/oversight")
class ChannelPages {

    private static final String TO_COMPARE = "to see whether every way in is as good as a call";
    private static final String TO_COUNT = "to see what was told to partners and not to the police";
    private static final String PAGE = "page";
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final int LONGEST_TRIED = 20_000;
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Desk desk;
    private final ChannelRepository channels;
    private final ProblemRepository problems;
    private final Incidents incidents;
    private final InstantSource clock;

    ChannelPages(
            Desk desk,
            ChannelRepository channels,
            ProblemRepository problems,
            Incidents incidents,
            InstantSource clock) {
        this.desk = desk;
        this.channels = channels;
        this.problems = problems;
        this.incidents = incidents;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem channelsLine() {
            return new OversightItem(
                    "Ways in compared",
                    "Whether a chat, a form and a partner's report are graded as a call is.",
                    "/oversight/channels",
                    Permission.SEE_CHANNELS,
                    60);
        }

        @Bean
        OversightItem toldElsewhereLine() {
            return new OversightItem(
                    "Told to partners",
                    "Problems told to councils, landlords and others, beside your own incidents.",
                    "/oversight/told-elsewhere",
                    Permission.SEE_CHANNELS,
                    61);
        }
    }

    /** What was read of an account as one way brings it. */
    record Reading(String way, String grade, String category, String crimes, boolean same) {}

    /** An account and what was read of it by each way. */
    record Tried(String account, List<Reading> readings, boolean same) {
        @Override
        public String toString() {
            return "Tried";
        }
    }

    /** A way's line in the table of grades. */
    record MixLine(String way, String all, String urgent, String share, String adjusted, String covered) {}

    /** The page of the ways in. */
    record ParityPage(String sentence, List<Tried> tried, List<MixLine> mix, String account, String wrong) {
        @Override
        public String toString() {
            return "ParityPage";
        }
    }

    @GetMapping("/channels")
    @Allows(value = Permission.SEE_CHANNELS, purpose = TO_COMPARE)
    String channels(Model model) {
        return compared(ParityRules.standardAccounts(), "", "", model);
    }

    /** Tries an account of the reader's own; it is read and not kept. */
    @PostMapping("/channels")
    @Allows(value = Permission.SEE_CHANNELS, purpose = TO_COMPARE)
    String tried(@RequestParam(defaultValue = "") String account, Model model) {
        String words = SubmissionRules.storable(account).strip();
        if (words.isEmpty() || words.length() > LONGEST_TRIED) {
            return compared(
                    ParityRules.standardAccounts(),
                    words.substring(0, Math.min(words.length(), LONGEST_TRIED)),
                    "Enter an account of at most 20,000 characters",
                    model);
        }
        return compared(List.of(words), words, "", model);
    }

    private String compared(List<String> accounts, String account, String wrong, Model model) {
        Instant now = clock.instant();
        List<ParityRules.Cell> cells = desk.audited(
                Entry.of(Act.CONSULTATION, "channels", TO_COMPARE).showing(List.of("grade", "category", "channel")),
                () -> channels.graded(organisation(), now.minus(A_YEAR), now));
        List<Tried> tried = accounts.stream().map(this::read).toList();
        long same = tried.stream().filter(Tried::same).count();
        model.addAttribute(
                PAGE,
                new ParityPage(
                        same == tried.size()
                                ? "The same words get the same grade, category and crimes by every way in."
                                : "Of " + tried.size() + " accounts, " + (tried.size() - same)
                                        + " are read differently by one of the ways in. Tell the crime registrar.",
                        tried,
                        ParityRules.compare(cells).stream()
                                .map(ChannelPages::mixLine)
                                .toList(),
                        account,
                        wrong));
        return "reports/exchange/channels";
    }

    private Tried read(String account) {
        Optional<Reading> first = Optional.empty();
        List<Reading> readings = new ArrayList<>();
        for (Map.Entry<String, String> way :
                ParityRules.asEachWayBringsThem(account).entrySet()) {
            Reading reading = reading(way.getKey(), incidents.hear(way.getValue(), List.of()), first);
            first = first.or(() -> Optional.of(reading));
            readings.add(reading);
        }
        return new Tried(account, readings, readings.stream().allMatch(Reading::same));
    }

    private static Reading reading(String way, Heard heard, Optional<Reading> call) {
        String category = heard.findings().category() == null
                ? "None"
                : String.valueOf(heard.findings().category()).toLowerCase(Locale.UK);
        String crimes = heard.findings().crimes().stream()
                .map(crime -> crime.offence().code())
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
        String grade = heard.grade().words();
        boolean same = call.map(one -> one.grade().equals(grade)
                        && one.category().equals(category)
                        && one.crimes().equals(crimes.isEmpty() ? "None" : crimes))
                .orElse(true);
        return new Reading(way, grade, category, crimes.isEmpty() ? "None" : crimes, same);
    }

    private static MixLine mixLine(ParityRules.Line line) {
        String few = "Too few to say (fewer than " + ParityRules.FEWEST + ")";
        return new MixLine(
                line.way().words(),
                String.format(Locale.UK, "%,d", line.all()),
                String.format(Locale.UK, "%,d", line.urgent()),
                line.plain().map(ChannelPages::percent).orElse(few),
                line.adjusted().map(ChannelPages::percent).orElse(few),
                String.format(Locale.UK, "%.0f %%", 100 * line.covered()));
    }

    private static String percent(ParityRules.Share share) {
        return String.format(
                Locale.UK, "%.0f %% (%.0f to %.0f)", 100 * share.value(), 100 * share.lower(), 100 * share.upper());
    }

    /** A kind of behaviour and how often each source has it. */
    record TallyLine(String type, List<String> counts) {}

    /** The page of what was told elsewhere. */
    record TallyPage(
            String sentence,
            String from,
            String to,
            String wrong,
            List<String> sources,
            List<TallyLine> lines,
            TallyLine totals) {}

    @GetMapping("/told-elsewhere")
    @Allows(value = Permission.SEE_CHANNELS, purpose = TO_COUNT)
    String toldElsewhere(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Model model) {
        LocalDate today = clock.instant().atZone(HERE).toLocalDate();
        Optional<LocalDate> first =
                from.isBlank() ? Optional.of(today.minusYears(1).plusDays(1)) : day(from);
        Optional<LocalDate> last = to.isBlank() ? Optional.of(today) : day(to);
        boolean wrong = first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get());
        LocalDate begins = wrong ? today.minusYears(1).plusDays(1) : first.orElse(today);
        LocalDate ends = wrong ? today : last.orElse(today);
        List<ProblemRepository.Count> counts = desk.audited(
                Entry.of(Act.CONSULTATION, "problem", TO_COUNT)
                        .showing(List.of("type", "source", "count"))
                        .with("from", begins.toString())
                        .with("to", ends.toString()),
                () -> problems.tally(organisation(), begins, ends));
        model.addAttribute(
                PAGE,
                tally(
                        counts,
                        begins,
                        ends,
                        wrong ? "A day looks like 2026-03-01, and the last isn't before the first" : ""));
        return "reports/exchange/told-elsewhere";
    }

    private static TallyPage tally(List<ProblemRepository.Count> counts, LocalDate from, LocalDate to, String wrong) {
        Map<String, Map<AsbType, Long>> bySource = new TreeMap<>();
        Map<AsbType, Long> own = new TreeMap<>();
        long both = 0;
        long untold = 0;
        for (ProblemRepository.Count count : counts) {
            if (count.partner().isEmpty()) {
                own.merge(count.type(), count.count(), Long::sum);
            } else if (count.toldPolice()) {
                both += count.count();
            } else {
                untold += count.count();
                bySource.computeIfAbsent(count.partner(), each -> new TreeMap<>())
                        .merge(count.type(), count.count(), Long::sum);
            }
        }
        TreeSet<AsbType> types = new TreeSet<>(own.keySet());
        bySource.values().forEach(each -> types.addAll(each.keySet()));
        List<String> sources = new ArrayList<>(List.of("Your own incidents"));
        bySource.keySet().forEach(name -> sources.add(name + ", not told to the police"));
        List<TallyLine> lines = types.stream()
                .map(type -> new TallyLine(type.words(), row(own, bySource, type)))
                .toList();
        List<String> totals = new ArrayList<>(List.of(sum(own)));
        bySource.values().forEach(each -> totals.add(sum(each)));
        String sentence = String.format(
                Locale.UK,
                "%,d problems were told to partners and not to the police. %,d more were told to both, and are counted"
                        + " among your own incidents alone.",
                untold,
                both);
        return new TallyPage(
                sentence, from.toString(), to.toString(), wrong, sources, lines, new TallyLine("All", totals));
    }

    private static List<String> row(Map<AsbType, Long> own, Map<String, Map<AsbType, Long>> bySource, AsbType type) {
        List<String> row = new ArrayList<>(List.of(number(own.getOrDefault(type, 0L))));
        bySource.values().forEach(each -> row.add(number(each.getOrDefault(type, 0L))));
        return row;
    }

    private static String sum(Map<AsbType, Long> counts) {
        return number(counts.values().stream().mapToLong(Long::longValue).sum());
    }

    private static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            return day.getYear() < 1990 || day.getYear() > 2099 ? Optional.empty() : Optional.of(day);
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private UUID organisation() {
        return desk.actor()
                .orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."))
                .organisation();
    }
}
