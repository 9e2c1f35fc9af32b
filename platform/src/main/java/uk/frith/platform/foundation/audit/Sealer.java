package uk.frith.platform.foundation.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Seals what can no longer grow and anchors the seals outside the database.
 *
 * <p>Safe to call from several nodes at once: the database lets one seal at a time, and the anchor file is locked while it
 * is written. A node that dies between the two leaves a seal without an anchor, which the next call anchors.
 */
@Service
public class Sealer {

    private final AuditRepository repository;
    private final Path anchors;

    Sealer(AuditRepository repository, AuditSettings settings) {
        this.repository = repository;
        this.anchors = settings.anchors();
    }

    /** Seals and anchors; gives the number of seals that were anchored now. */
    public int seal() {
        repository.sealBatch();
        try (FileChannel file = FileChannel.open(
                        anchors, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock ignored = file.lock()) {
            List<Seal> missing = repository.sealsAfter(lastAnchored());
            for (Seal seal : missing) {
                file.write(ByteBuffer.wrap((seal.anchor() + "\n").getBytes(StandardCharsets.US_ASCII)), file.size());
            }
            file.force(true);
            return missing.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long lastAnchored() throws IOException {
        List<String> lines = Files.readAllLines(anchors, StandardCharsets.US_ASCII);
        return lines.isEmpty() ? 0 : Long.parseLong(lines.getLast().split(" ", 2)[0]);
    }
}
