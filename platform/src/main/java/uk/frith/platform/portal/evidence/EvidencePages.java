package uk.frith.platform.portal.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;

/** Opens a file: that somebody did is noted and the promise kept before its first byte leaves. */
@Controller
class EvidencePages {

    static final String TO_OPEN = "to see the evidence that was sent";

    private final Desk desk;
    private final EvidenceRepository repository;
    private final Evidences evidences;

    EvidencePages(Desk desk, EvidenceRepository repository, Evidences evidences) {
        this.desk = desk;
        this.repository = repository;
        this.evidences = evidences;
    }

    @GetMapping("/online-reports/files/{id}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_OPEN)
    void open(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        UUID reader = desk.actor().map(Actor::account).orElseThrow();
        EvidenceFile file = desk.audited(
                () -> {
                    Optional<EvidenceFile> found = repository.find(id);
                    EvidenceFile there = found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                    if (there.scan() != EvidenceFile.Scan.FOUND) {
                        evidences.opened(there, reader);
                    }
                    return there;
                },
                found -> Entry.of(Act.CONSULTATION, "evidence", TO_OPEN)
                        .about(List.of(id.toString()))
                        .showing(List.of("content")));
        if (file.scan() == EvidenceFile.Scan.FOUND) {
            // What holds a virus stays where it is; the page that led here says so.
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        response.setContentType(file.mediaType());
        response.setContentLengthLong(file.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        // Should a browser show it after all, nothing in it can run or reach anything.
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        OutputStream out = response.getOutputStream();
        desk.unaudited("the content of the file whose opening was entered just now", () -> {
            try {
                repository.write(id, out);
                return id;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
