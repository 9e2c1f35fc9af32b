package uk.frith.platform.portal.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.evidence.EvidenceRepository.Coming;
import uk.frith.platform.portal.report.Frame;
import uk.frith.platform.portal.report.OpenReport;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.report.Words;

/** Sending photos, sound and films along, one at a time, before a report is sent and after. */
@Controller
@RequestMapping("/tell/files")
class FilesPages {

    private static final String VIEW = "portal/evidence/files";
    private static final String TO_ADD = "to send evidence along";
    private static final int HASHED_AT_ONCE = 1 << 16;

    private final PublicReports reports;
    private final EvidenceRepository repository;

    FilesPages(PublicReports reports, EvidenceRepository repository) {
        this.reports = reports;
        this.repository = repository;
    }

    /** A file in the list; {@code remove} is empty once it can't be taken back. */
    record Line(String name, String kind, String size, String remove) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    /** The files so far, and the form for another. */
    record FilesPage(Frame frame, List<Line> files, String next, List<ErrorLink> errors) {
        FilesPage {
            files = List.copyOf(files);
            errors = List.copyOf(errors);
        }
    }

    private record Found(OpenReport report, List<EvidenceFile> files, Optional<String> wrong) {}

    @GetMapping
    String files(Model model, HttpServletRequest request) {
        return reports.opened(
                        request,
                        report -> new Found(report, repository.of(report.id()), Optional.empty()),
                        Act.CONSULTATION,
                        TO_ADD,
                        List.of("files"))
                .map(found -> show(found, model, request))
                .orElse(PublicReports.TO_RETURN);
    }

    private String show(Found found, Model model, HttpServletRequest request) {
        Frame frame = reports.frame(request, found.report().sent() ? "/tell/mine" : "/tell/questions/wishes");
        Words words = frame.w();
        model.addAttribute(
                "page",
                new FilesPage(
                        frame,
                        found.files().stream()
                                .map(file -> line(words, file, found.report().sent()))
                                .toList(),
                        found.report().sent() ? "/tell/mine" : "/tell/view",
                        found.wrong().stream()
                                .map(key -> ErrorLink.at("file", words.of(key)))
                                .toList()));
        return VIEW;
    }

    private static Line line(Words words, EvidenceFile file, boolean sent) {
        return new Line(
                file.name(),
                words.of("files." + file.kind()),
                String.format(Locale.UK, "%.1f MB", Math.max(0.1, file.bytes() / 1024.0 / 1024.0)),
                sent ? "" : file.id().toString());
    }

    @PostMapping
    String send(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Found> found =
                reports.opened(request, report -> take(report, file), Act.COLLECTION, TO_ADD, List.of("files"));
        if (found.isEmpty()) {
            return PublicReports.TO_RETURN;
        }
        if (found.get().wrong().isEmpty()) {
            return "redirect:/tell/files";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(found.get(), model, request);
    }

    private Found take(OpenReport report, @Nullable MultipartFile file) {
        try {
            Optional<String> wrong =
                    file == null || file.isEmpty() ? Optional.of("files.none") : keep(report.id(), file);
            return new Found(report, repository.of(report.id()), wrong);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a file of the report that is open; gives the key of what is wrong when it isn't one that is taken. */
    Optional<String> keep(UUID report, MultipartFile file) throws IOException {
        String name = FileRules.name(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        byte[] head;
        try (InputStream in = file.getInputStream()) {
            head = in.readNBytes(FileRules.HEAD_BYTES);
        }
        return switch (FileRules.judge(name, file.getSize(), head)) {
            case FileRules.Sniffed.Refused(String key) -> Optional.of(key);
            case FileRules.Sniffed.Good(FileType type) -> keep(report, file, name, type);
        };
    }

    private Optional<String> keep(UUID report, MultipartFile file, String name, FileType type) throws IOException {
        if (!repository.hasRoom(file.getSize())) {
            return Optional.of("files.many");
        }
        try (InputStream in = file.getInputStream()) {
            Optional<UUID> kept = repository.add(new Coming(report, type, name, file.getSize(), digest(file)), in);
            return kept.isPresent() ? Optional.empty() : Optional.of("files.twice");
        }
    }

    private static String digest(MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] some = new byte[HASHED_AT_ONCE];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                sha256.update(some, 0, read);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Takes a file back, as long as the report wasn't sent. */
    @PostMapping("/remove")
    String remove(@RequestParam(defaultValue = "") String file, HttpServletRequest request) {
        return reports.opened(
                        request,
                        report -> {
                            idOf(file).ifPresent(repository::remove);
                            return report;
                        },
                        Act.ERASURE,
                        TO_ADD,
                        List.of("files"))
                .map(done -> "redirect:/tell/files")
                .orElse(PublicReports.TO_RETURN);
    }

    private static Optional<UUID> idOf(String word) {
        try {
            return Optional.of(UUID.fromString(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
