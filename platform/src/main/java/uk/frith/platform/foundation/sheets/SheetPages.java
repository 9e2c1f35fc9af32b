package uk.frith.platform.foundation.sheets;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.sheets.SheetRepository.Kept;
import uk.frith.platform.foundation.sheets.SheetRepository.Refused;

/** What became of a sheet, and the rows of it that were refused. */
@Controller
@RequestMapping("/sheets/{id}")
class SheetPages {

    private static final String TO_SEE = "to see what became of a sheet that was brought in";
    private static final int ROWS_SHOWN = 200;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private final Desk desk;
    private final SheetRepository repository;

    SheetPages(Desk desk, SheetRepository repository) {
        this.desk = desk;
        this.repository = repository;
    }

    /** The page of one sheet. */
    record SheetPage(
            String title,
            String backPath,
            String name,
            String source,
            String dated,
            String taken,
            String sentence,
            boolean all,
            String csvPath,
            List<Refused> refused) {}

    private record Found(Kept sheet, List<Refused> refused) {}

    @GetMapping
    @Allows(value = Permission.BRING_SHEETS, purpose = TO_SEE)
    String sheet(@PathVariable UUID id, Model model) {
        Found found = found(id, ROWS_SHOWN);
        Kept sheet = found.sheet();
        model.addAttribute(
                "page",
                new SheetPage(
                        sheet.title(),
                        sheet.path(),
                        sheet.name(),
                        sheet.source(),
                        DAY.format(sheet.dated()),
                        MOMENT.format(sheet.takenAt()),
                        sentence(sheet),
                        sheet.refused() <= ROWS_SHOWN,
                        "/sheets/" + id + "/refused.csv",
                        found.refused()));
        return "foundation/sheets/sheet";
    }

    static String sentence(Kept sheet) {
        String taken =
                String.format(Locale.UK, "%,d %s taken in", sheet.rows(), sheet.rows() == 1 ? "row was" : "rows were");
        return sheet.refused() == 0
                ? taken + ", none refused."
                : taken + String.format(Locale.UK, ", %,d refused. Mend them and send them again.", sheet.refused());
    }

    @GetMapping("/refused.csv")
    @Allows(value = Permission.BRING_SHEETS, purpose = TO_SEE)
    ResponseEntity<byte[]> refused(@PathVariable UUID id) {
        Found found = found(id, Sheets.MOST_REFUSED);
        StringBuilder csv = new StringBuilder("line,field,value,reason\r\n");
        found.refused()
                .forEach(row -> csv.append(row.line())
                        .append(',')
                        .append(Sheets.quoted(row.field()))
                        .append(',')
                        .append(Sheets.quoted(row.value()))
                        .append(',')
                        .append(Sheets.quoted(row.reason()))
                        .append("\r\n"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("refused-rows-" + id + "-OFFICIAL-SENSITIVE.csv")
                                .build()
                                .toString())
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Found found(UUID id, int most) {
        return desk.audited(
                Entry.of(Act.CONSULTATION, "sheet", TO_SEE).about(List.of(id.toString())),
                () -> new Found(
                        repository.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                        repository.refused(id, most)));
    }
}
