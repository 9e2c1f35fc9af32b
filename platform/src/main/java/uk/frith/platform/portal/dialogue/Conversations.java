package uk.frith.platform.portal.dialogue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What the force and a reporter write to each other, for the chapters behind. Called within the caller's piece of work. */
@Service
public class Conversations {

    private final DialogueRepository repository;
    private final InstantSource clock;
    private final Dialogue dialogue;

    Conversations(DialogueRepository repository, InstantSource clock, Dialogue dialogue) {
        this.repository = repository;
        this.clock = clock;
        this.dialogue = dialogue;
    }

    /**
     * Something that was written.
     *
     * @param byStaff whether the force wrote it
     * @param writer who of the force; empty where the asker may not know
     */
    public record Line(UUID id, boolean byStaff, String writer, Instant at, String text, boolean read) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    /** Everything that was written, in its order. */
    public List<Line> lines(UUID report) {
        return repository.messages(report).stream()
                .map(message -> new Line(
                        message.id(),
                        message.fromStaff(),
                        message.writer(),
                        message.written(),
                        message.text(),
                        message.read().isPresent()))
                .toList();
    }

    /**
     * Writes a line of a talk.
     *
     * @param staff who of the force writes it; empty for the reporter
     * @param text 1 to 5,000 characters
     */
    public void write(UUID report, Optional<UUID> staff, String text) {
        repository.write(report, staff, text, true);
    }

    /** Somebody of the force was shown these. */
    public void readByStaff(UUID report, List<Line> shown) {
        repository.readByStaff(report, shown.stream().map(Line::id).toList(), clock.instant());
    }

    /** The reporter was shown these. */
    public void readByReporter(UUID report, List<Line> shown) {
        repository.readByReporter(report, shown.stream().map(Line::id).toList(), clock.instant());
    }

    /** Starts the clocks by which what reporters wrote is read, which would start within half a minute; called by itself. */
    public void promise() {
        dialogue.promise();
    }

    /** Without signs that can't be shown, and without blanks around it. */
    public static String cleaned(String text) {
        return MinePages.clean(text);
    }
}
