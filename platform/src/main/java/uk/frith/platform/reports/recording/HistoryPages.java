package uk.frith.platform.reports.recording;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.CodeWords;
import uk.frith.platform.reports.recording.HistoryRepository.Change;
import uk.frith.platform.reports.recording.HistoryRepository.Stood;

/** How an incident came to stand as it does: each change, and the whole record at any minute. */
@Controller
class HistoryPages {

    private static final String TO_LOOK_BACK = "to see how an incident stood before";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** More changes than one incident sees in a year. */
    private static final int MOST_CHANGES = 500;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** One id, or a list of them. */
    private static final Pattern IDS = Pattern.compile(ID + "|\\[\"" + ID + "\"(, \"" + ID + "\")*]");

    /** Columns that tell a reader nothing. */
    private static final Set<String> TECHNICAL = Set.of(
            "id",
            "incident_id",
            "organisation_id",
            "file_id",
            "number",
            "place_key",
            "name_key",
            "phone_key",
            "address_key",
            "version",
            "rules_version",
            "crime_id");

    private final Desk desk;
    private final RecordForms forms;
    private final HistoryRepository repository;
    private final CodeWords codes;
    private final InstantSource clock;

    HistoryPages(Desk desk, RecordForms forms, HistoryRepository repository, CodeWords codes, InstantSource clock) {
        this.desk = desk;
        this.forms = forms;
        this.repository = repository;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * The history.
     *
     * @param stood the record at the minute that was asked for; null when none was
     */
    record HistoryPage(
            String path,
            String reference,
            String day,
            String time,
            @Nullable String wrong,
            @Nullable String stoodAt,
            List<Part> stood,
            List<Line> changes) {
        @Override
        public String toString() {
            return "HistoryPage[" + path + "]";
        }
    }

    /** A part of the record as it stood. */
    record Part(String title, List<RecordPage.Part> fields) {
        @Override
        public String toString() {
            return "Part[" + title + "]";
        }
    }

    /** A change of one field. */
    record Line(String when, String who, String what, String old, String now) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    @GetMapping("/incidents/{id}/history")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_LOOK_BACK)
    String history(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            Model model,
            HttpServletResponse response) {
        boolean asked = !day.isBlank() || !time.isBlank();
        Optional<Instant> at = asked ? minute(day, time) : Optional.empty();
        if (asked && at.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        Entry entry = Entry.of(Act.CONSULTATION, "incident", TO_LOOK_BACK)
                .about(List.of(id.toString()))
                .showing(List.of("history"))
                .with("at", at.map(Instant::toString).orElse(""));
        model.addAttribute("page", desk.audited(entry, () -> page(id, asked, at, day, time)));
        return "reports/recording/history";
    }

    private HistoryPage page(UUID id, boolean asked, Optional<Instant> at, String day, String time) {
        String reference = forms.whole(id).incident().reference();
        Map<String, String> names = repository.names(forms.actor().organisation(), id);
        ZonedDateTime now = clock.instant().atZone(LONDON);
        return new HistoryPage(
                "/incidents/" + id,
                reference,
                asked ? day : now.toLocalDate().toString(),
                asked ? time : now.toLocalTime().format(DateTimeFormatter.ofPattern("HH:mm", Locale.UK)),
                asked && at.isEmpty() ? "Give a day as 2026-03-01 and a time as 20:10" : null,
                at.map(RecordPageMaker.MOMENT::format).orElse(null),
                at.map(moment -> repository.asOf(id, moment).stream()
                                .map(each -> part(each, names))
                                .toList())
                        .orElse(List.of()),
                repository.changes(id, MOST_CHANGES).stream()
                        .filter(change -> !TECHNICAL.contains(change.field()))
                        .map(change -> line(change, names))
                        .toList());
    }

    /** The end of the minute, so that what was done within it is seen. */
    private static Optional<Instant> minute(String day, String time) {
        try {
            return Optional.of(ZonedDateTime.of(LocalDate.parse(day.strip()), LocalTime.parse(time.strip()), LONDON)
                    .toInstant()
                    .plusSeconds(59)
                    .plusMillis(999));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Part part(Stood stood, Map<String, String> names) {
        return new Part(
                title(stood.relation()),
                stood.fields().entrySet().stream()
                        .filter(field -> !TECHNICAL.contains(field.getKey()))
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> new RecordPage.Part(
                                words(field.getKey()),
                                value(stood.relation(), field.getKey(), field.getValue(), names)))
                        .toList());
    }

    private Line line(Change change, Map<String, String> names) {
        return new Line(
                RecordPageMaker.MOMENT.format(change.when()),
                change.who(),
                title(change.relation()) + ": " + words(change.field()).toLowerCase(Locale.UK),
                changed(change, change.old(), names),
                changed(change, change.now(), names));
    }

    private static String title(String relation) {
        return switch (relation) {
            case "recording.incident" -> "What happened";
            case "recording.handling" -> "What is done with it";
            case "recording.person" -> "Somebody concerned";
            case "recording.crime" -> "Crime";
            case "recording.suggestion" -> "Suggested crime";
            case "recording.evidence" -> "Evidence";
            default -> "Note";
        };
    }

    private static String words(String column) {
        String words = column.replaceAll("_(id|at)$", "").replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    private String changed(Change change, String value, Map<String, String> names) {
        return value.isEmpty() ? "Nothing" : value(change.relation(), change.field(), value, names);
    }

    private String value(String relation, String column, String value, Map<String, String> names) {
        return IDS.matcher(value).matches()
                ? ID.matcher(value)
                        .results()
                        .map(id -> names.getOrDefault(id.group(), id.group()))
                        .collect(Collectors.joining(", "))
                : codes.shown(relation, column, value);
    }
}
