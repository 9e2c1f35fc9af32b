package uk.frith.platform.reports.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.NavigationItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.reports.intake.JobRepository.Job;
import uk.frith.platform.reports.intake.JobRepository.JobFile;

/** Sending a file, and watching what becomes of it. */
@Controller
@RequestMapping("/imports")
class ImportPages {

    static final String TO_IMPORT = "to take in open data";
    private static final int JOBS_SHOWN = 20;
    private static final int FILES_SHOWN = 1_000;
    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Desk desk;
    private final JobRepository repository;
    private final ImportJobs jobs;

    ImportPages(Desk desk, JobRepository repository, ImportJobs jobs) {
        this.desk = desk;
        this.repository = repository;
        this.jobs = jobs;
    }

    @Configuration(proxyBeanMethods = false)
    static class Words {
        @Bean
        NavigationItem importsWord() {
            return new NavigationItem(
                    "Imports", "Take in files, and see what was taken in.", "/imports", Permission.IMPORT_DATA, 70);
        }
    }

    /** A line of the list of jobs. */
    record Line(String path, String name, String when, String state, String rows, String refused) {}

    /** The form and what was sent before; {@code wrong} is null when nothing is. */
    record ListPage(List<Line> jobs, @Nullable String wrong) {}

    /** A file of a job; {@code refusedPath} is null when nothing of it was refused. */
    record FileLine(
            String label,
            String outcome,
            String rows,
            String refused,
            @Nullable String refusedPath) {}

    /**
     * How far a job is: what is shown again and again.
     *
     * @param left how long it will take; empty when nobody can know
     * @param sentence what came of it, or what it waits for; empty while all goes well
     */
    record ProgressPart(
            String path,
            String state,
            boolean over,
            String rows,
            String rate,
            String left,
            String refused,
            String sentence) {}

    /** One job with its files. */
    record JobPage(String name, String when, ProgressPart progress, List<FileLine> files) {}

    private record Found(Job job, List<JobFile> files) {}

    @GetMapping
    @Allows(value = Permission.IMPORT_DATA, purpose = TO_IMPORT)
    String list(Model model) {
        model.addAttribute("page", page(null));
        return "reports/intake/imports";
    }

    private ListPage page(@Nullable String wrong) {
        List<Job> latest =
                desk.audited(Entry.of(Act.CONSULTATION, "imports", TO_IMPORT), () -> repository.latest(JOBS_SHOWN));
        return new ListPage(latest.stream().map(ImportPages::line).toList(), wrong);
    }

    @PostMapping
    @Allows(value = Permission.IMPORT_DATA, purpose = TO_IMPORT)
    String send(@RequestParam("file") List<MultipartFile> files, Model model, HttpServletResponse response) {
        List<MultipartFile> given =
                files.stream().filter(file -> !file.isEmpty()).toList();
        if (given.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page("Choose a file to import"));
            return "reports/intake/imports";
        }
        UUID last = jobs.begin(new FromBrowser(given.getFirst()));
        for (MultipartFile file : given.subList(1, given.size())) {
            last = jobs.begin(new FromBrowser(file));
        }
        return given.size() == 1 ? "redirect:/imports/" + last : "redirect:/imports";
    }

    private record FromBrowser(MultipartFile file) implements ImportJobs.Sent {
        @Override
        public String givenName() {
            String name = file.getOriginalFilename();
            return name == null ? "" : name;
        }

        @Override
        public InputStream content() throws IOException {
            return file.getInputStream();
        }
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.IMPORT_DATA, purpose = TO_IMPORT)
    String job(@PathVariable UUID id, Model model) {
        Found found = desk.audited(
                Entry.of(Act.CONSULTATION, "import", TO_IMPORT).about(List.of(id.toString())),
                () -> new Found(job(id), repository.files(id, FILES_SHOWN)));
        model.addAttribute(
                "page",
                new JobPage(
                        found.job().givenName(),
                        MOMENT.format(found.job().createdAt()),
                        progress(found.job()),
                        found.files().stream().map(ImportPages::fileLine).toList()));
        return "reports/intake/import";
    }

    /** The part of a job's page that goes on while it is looked at; when the job is over the whole page is wanted. */
    @GetMapping("/{id}/progress")
    @Allows(value = Permission.IMPORT_DATA, purpose = TO_IMPORT)
    String progress(@PathVariable UUID id, Model model, HttpServletResponse response) {
        Job job = desk.unaudited("the progress of a job whose page has its entry shows nothing new", () -> job(id));
        if (job.state().isOver()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("page", progress(job));
        return "reports/intake/progress";
    }

    private Job job(UUID id) {
        return repository.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Line line(Job job) {
        return new Line(
                "/imports/" + job.id(),
                job.givenName(),
                MOMENT.format(job.createdAt()),
                job.state().words(),
                number(job.rows()),
                number(job.refused()));
    }

    private static ProgressPart progress(Job job) {
        return new ProgressPart(
                "/imports/" + job.id(),
                job.state().words(),
                job.state().isOver(),
                number(job.rows()),
                number(job.rowsPerSecond()),
                job.left().map(ImportPages::words).orElse(""),
                number(job.refused()),
                job.sentence().orElse(""));
    }

    private static FileLine fileLine(JobFile file) {
        String outcome = switch (file.outcome()) {
            case "STORED" -> "Stored";
            case "UNCHANGED" -> "Already there";
            case "LEFT_ALONE" -> "Left alone: " + file.sentence();
            default -> "Not imported: " + file.sentence();
        };
        return new FileLine(
                file.label(),
                outcome,
                number(file.rows()),
                number(file.refused()),
                file.refused() == 0
                        ? null
                        : file.version()
                                .map(version -> "/imports/files/" + version + "/refused")
                                .orElse(null));
    }

    static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    private static String words(Duration left) {
        long seconds = left.toSeconds();
        return seconds < 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
