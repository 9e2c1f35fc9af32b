package uk.frith.platform.reports.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import uk.frith.platform.reports.recording.Heard;
import uk.frith.platform.reports.recording.Incidents;

/** Whether every way in is as good as a call. */
@Controller
@RequestMapping("/oversight")
class ChannelPages {

    private static final String TO_COMPARE = "to see whether every way in is as good as a call";
    private static final String PAGE = "page";
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final int LONGEST_TRIED = 20_000;

    private final Desk desk;
    private final ChannelRepository channels;
    private final Incidents incidents;
    private final InstantSource clock;

    ChannelPages(Desk desk, ChannelRepository channels, Incidents incidents, InstantSource clock) {
        this.desk = desk;
        this.channels = channels;
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

    private UUID organisation() {
        return desk.actor()
                .orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."))
                .organisation();
    }
}
