package uk.frith.town;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.frith.town.Reporting.Report;

/** The folder that a town leaves behind. It is written beside its place and moved there whole. */
final class TownFiles {

    static final String LINE_FEED = "\n";
    private static final int BUFFER = 1 << 16;
    private static final List<String> INCIDENT_COLUMNS = List.of(
            "reference",
            "occurred_from",
            "occurred_to",
            "reported_at",
            "easting",
            "northing",
            "lsoa_code",
            "location",
            "category",
            "type",
            "channel",
            "text");

    /** Writes one file. */
    interface Content {
        void write(Writer writer) throws IOException;
    }

    private TownFiles() {}

    static void write(Path folder, Town town) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        refuseIfTaken(place);
        Path parent = place.getParent();
        if (parent == null) {
            throw new FileAlreadyExistsException(place.toString(), null, "is the root of the file system");
        }
        Files.createDirectories(parent);
        Path part = parent.resolve(
                "." + place.getFileName() + ".part-" + ProcessHandle.current().pid());
        deleteAll(part);
        try {
            Files.createDirectory(part);
            writeAll(part, town);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            deleteAll(part);
        }
    }

    private static void refuseIfTaken(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(place)) {
                if (inside.iterator().hasNext()) {
                    throw new DirectoryNotEmptyException(place.toString());
                }
            }
        } else if (Files.exists(place)) {
            throw new FileAlreadyExistsException(place.toString(), null, "is not a folder");
        }
    }

    private static void writeAll(Path folder, Town town) throws IOException {
        file(folder.resolve("incidents.csv"), writer -> incidents(writer, town));
        ReferenceFiles.write(folder.resolve("reference"), town.areas());
        OpenData.write(folder.resolve("street"), town);
        file(folder.resolve("truth.json"), writer -> writer.write(TruthFile.json(town.truth())));
        file(folder.resolve("accounts.jsonl"), writer -> ToldFile.accounts(writer, town.told()));
        file(folder.resolve("truth_accounts.csv"), writer -> ToldFile.truth(writer, town.told()));
        file(folder.resolve("truth_near_repeats.csv"), writer -> nearRepeats(writer, town));
        file(folder.resolve("truth_unreported.csv"), writer -> unreported(writer, town));
    }

    static void file(Path path, Content content) throws IOException {
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (Writer writer = new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8), BUFFER)) {
            content.write(writer);
        }
    }

    private static void incidents(Writer writer, Town town) throws IOException {
        writer.write(String.join(",", INCIDENT_COLUMNS) + LINE_FEED);
        Row row = new Row(LINE_FEED);
        for (Report report : town.reports()) {
            Incident incident = report.incident();
            row.text(incident.reference()).time(incident.occurredFrom());
            if (incident.occurredTo() == null) {
                row.empty();
            } else {
                row.time(incident.occurredTo());
            }
            row.time(incident.reportedAt());
            if (incident.point() == null) {
                row.empty().empty();
            } else {
                row.number(incident.point().eastingMetres())
                        .number(incident.point().northingMetres());
            }
            row.text(incident.areaCode() == null ? "" : incident.areaCode())
                    .text(incident.location())
                    .text(incident.category().name())
                    .text(incident.type().name())
                    .text(incident.channel().word())
                    .text(incident.text())
                    .writeTo(writer);
        }
    }

    private static void nearRepeats(Writer writer, Town town) throws IOException {
        writer.write("reference,follows" + LINE_FEED);
        Row row = new Row(LINE_FEED);
        for (Map.Entry<String, String> pair : town.nearRepeats().entrySet()) {
            row.text(pair.getKey()).text(pair.getValue()).writeTo(writer);
        }
    }

    private static void unreported(Writer writer, Town town) throws IOException {
        writer.write("occurred_from,easting,northing,lsoa_code,type" + LINE_FEED);
        Reporting clock = new Reporting(town.plan(), town.areas());
        List<History.Occurrence> inOrder = town.unreported().stream()
                .sorted(Comparator.comparing(clock::instant))
                .toList();
        Row row = new Row(LINE_FEED);
        for (History.Occurrence occurrence : inOrder) {
            row.time(clock.instant(occurrence))
                    .number(occurrence.point().eastingMetres())
                    .number(occurrence.point().northingMetres())
                    .text(town.areas().get(occurrence.area()).code())
                    .text(occurrence.type().name())
                    .writeTo(writer);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
