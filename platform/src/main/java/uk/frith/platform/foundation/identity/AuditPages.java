package uk.frith.platform.foundation.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.AuditQuery;
import uk.frith.platform.foundation.audit.AuditTrail;
import uk.frith.platform.foundation.audit.AuditedEntry;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.audit.FormerVersion;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.CodeBook;
import uk.frith.platform.foundation.pages.CodeWords;

/** The auditor's view of what everybody of their organisation did; looking at it is entered too. */
@Controller
@RequestMapping("/oversight/audit")
class AuditPages {

    private static final String TO_AUDIT = "to audit what was done";
    private static final String PAGE = "page";
    private static final int PAGE_SIZE = 100;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.UK).withZone(LONDON);
    private static final Pattern RELATION = Pattern.compile("[a-z_]+\\.[a-z_]+");

    /** Choosing from more names than this is no choice; then an account's own page leads here. */
    private static final int MOST_NAMES = 500;

    private final Desk desk;
    private final AuditTrail audit;
    private final AccountRepository accounts;
    private final CodeWords codes;

    AuditPages(Desk desk, AuditTrail audit, AccountRepository accounts, CodeWords codes) {
        this.desk = desk;
        this.audit = audit;
        this.accounts = accounts;
        this.codes = codes;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        CodeBook identityCodes() {
            return () -> List.of(
                    CodeBook.Meaning.of("identity.account", "state", AccountState.values(), AccountState::title),
                    CodeBook.Meaning.of("identity.account_role", "role", Role.values(), Role::title),
                    CodeBook.Meaning.of("identity.role_setting", "role", Role.values(), Role::title));
        }

        @Bean
        OversightItem auditLine() {
            return new OversightItem(
                    "Audit",
                    "Who looked at what and changed what, when and why.",
                    "/oversight/audit",
                    Permission.READ_AUDIT,
                    50);
        }
    }

    /** A line of the table. */
    record Line(String when, String who, String act, String subject, String ids, String purpose, String detail) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    /**
     * The entries.
     *
     * @param day as typed, so that it can be put right
     * @param older where the next page is; null on the last
     */
    record EntriesPage(
            List<Line> lines,
            List<Choice> acts,
            List<Choice> subjects,
            List<Choice> people,
            String day,
            @Nullable String wrongDay,
            @Nullable String older) {
        @Override
        public String toString() {
            return "EntriesPage";
        }
    }

    /** How a record stood before, newest first. */
    record HistoryPage(String relation, String record, List<Version> versions) {
        @Override
        public String toString() {
            return "HistoryPage";
        }
    }

    /** One former version: until when, who changed it then, and its columns. */
    record Version(String until, String changedBy, Map<String, String> columns) {
        @Override
        public String toString() {
            return "Version";
        }
    }

    @GetMapping
    @Allows(value = Permission.READ_AUDIT, purpose = TO_AUDIT)
    String entries(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "0") long before,
            Model model) {
        Optional<LocalDate> date = date(day);
        Optional<UUID> person = id(account);
        AuditQuery query = new AuditQuery(
                Arrays.stream(Act.values())
                        .filter(one -> one.name().equals(act))
                        .findFirst(),
                subject.isBlank() ? Optional.empty() : Optional.of(subject),
                person,
                date.map(from -> from.atStartOfDay(LONDON).toInstant()),
                date.map(from -> from.plusDays(1).atStartOfDay(LONDON).toInstant()),
                before > 0 ? Optional.of(before) : Optional.empty());
        Entry entry = Entry.of(Act.CONSULTATION, "audit", TO_AUDIT)
                .about(person.map(id -> List.of(id.toString())).orElse(List.of()))
                .with("act", query.act().map(Act::name).orElse("any"))
                .with("subject", query.subject().orElse("any"))
                .with("day", date.map(LocalDate::toString).orElse("any"));
        String wrongDay = !day.isBlank() && date.isEmpty() ? "Enter a day like 2026-11-22" : null;
        model.addAttribute(PAGE, desk.audited(entry, () -> page(query, day, wrongDay)));
        return "foundation/identity/audit";
    }

    @GetMapping("/history")
    @Allows(value = Permission.READ_AUDIT, purpose = TO_AUDIT)
    String history(
            @RequestParam(defaultValue = "identity.account") String relation,
            @RequestParam(defaultValue = "") String record,
            Model model) {
        String known = RELATION.matcher(relation).matches() ? relation : "identity.account";
        Entry entry = Entry.of(Act.CONSULTATION, "history", TO_AUDIT)
                .about(record.isBlank() ? List.of() : List.of(record))
                .with("relation", known);
        model.addAttribute(PAGE, desk.audited(entry, () -> new HistoryPage(known, record, versions(known, record))));
        return "foundation/identity/history";
    }

    private EntriesPage page(AuditQuery query, String day, @Nullable String wrongDay) {
        List<AuditedEntry> found = audit.entries(query, PAGE_SIZE);
        Set<UUID> ids = new LinkedHashSet<>();
        found.forEach(one -> ids.add(one.actor()));
        Map<UUID, String> names = accounts.names(ids);
        List<Line> lines = found.stream().map(one -> line(one, names)).toList();
        return new EntriesPage(
                lines,
                choices(
                        Arrays.stream(Act.values())
                                .map(one -> Choice.of(one.name(), words(one)))
                                .toList(),
                        query.act().map(Act::name)),
                choices(
                        audit.subjects().stream()
                                .map(one -> Choice.of(one, one))
                                .toList(),
                        query.subject()),
                choices(people(), query.account().map(UUID::toString)),
                day,
                wrongDay,
                found.size() < PAGE_SIZE
                        ? null
                        : older(query, day, found.getLast().id()));
    }

    private List<Choice> people() {
        AccountRepository.Sought all =
                new AccountRepository.Sought(Optional.empty(), Optional.empty(), Optional.empty());
        return accounts.find(all, MOST_NAMES, 0).stream()
                .map(account -> Choice.of(account.id().toString(), account.name()))
                .toList();
    }

    private List<Version> versions(String relation, String record) {
        if (record.isBlank()) {
            return List.of();
        }
        List<FormerVersion> found = audit.history(relation, record);
        Set<UUID> ids = new LinkedHashSet<>();
        found.forEach(one -> one.changedBy().ifPresent(ids::add));
        Map<UUID, String> names = accounts.names(ids);
        return found.stream()
                .map(one -> new Version(
                        MOMENT.format(one.until()),
                        one.changedBy().map(id -> who(id, names)).orElse("the owner of the database"),
                        shown(relation, one.former())))
                .toList();
    }

    private Map<String, String> shown(String relation, Map<String, String> columns) {
        Map<String, String> shown = new LinkedHashMap<>();
        columns.forEach((column, value) -> shown.put(column, codes.shown(relation, column, value)));
        return shown;
    }

    private static Line line(AuditedEntry one, Map<UUID, String> names) {
        Entry entry = one.entry();
        String detail = entry.detail().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(java.util.stream.Collectors.joining("; "));
        List<String> ids = entry.ids();
        return new Line(
                MOMENT.format(one.at()),
                who(one.actor(), names),
                words(entry.act()),
                entry.subject(),
                ids.size() > 1 ? ids.size() + " records" : String.join("", ids),
                entry.purpose(),
                detail);
    }

    static String who(UUID account, Map<UUID, String> names) {
        return Optional.ofNullable(account.equals(PublicDesk.ACCOUNT) ? "The public" : names.get(account))
                .or(() -> ServiceActor.of(account).map(ServiceActor::title))
                .orElse("an account of another organisation");
    }

    private static String words(Act act) {
        String small = act.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
    }

    private static List<Choice> choices(List<Choice> some, Optional<String> chosen) {
        List<Choice> all = new ArrayList<>(List.of(Choice.of("", "Any")));
        some.forEach(one -> all.add(one.withSelected(
                chosen.filter(String.valueOf(one.value())::equals).isPresent())));
        return all;
    }

    private static String older(AuditQuery query, String day, long before) {
        return "/oversight/audit?act=" + query.act().map(Act::name).orElse("") + "&subject="
                + java.net.URLEncoder.encode(query.subject().orElse(""), java.nio.charset.StandardCharsets.UTF_8)
                + "&account=" + query.account().map(UUID::toString).orElse("") + "&day="
                + java.net.URLEncoder.encode(day, java.nio.charset.StandardCharsets.UTF_8) + "&before=" + before;
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A moment as people read it, in the time of the United Kingdom. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }
}
