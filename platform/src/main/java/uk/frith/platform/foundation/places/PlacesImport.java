package uk.frith.platform.foundation.places;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.files.IncomingFile;
import uk.frith.platform.foundation.identity.Desk;

/** Takes files in: each in a transaction of its own, with its entry in the audit. */
@Service
class PlacesImport {

    /** More refused lines than this are kept and counted, not told one by one. */
    static final int MOST_TOLD = 20;

    private final Desk desk;
    private final StagingRepository staging;
    private final MergeRepository tables;
    private final DerivationRepository derivation;

    PlacesImport(Desk desk, StagingRepository staging, MergeRepository tables, DerivationRepository derivation) {
        this.desk = desk;
        this.staging = staging;
        this.tables = tables;
        this.derivation = derivation;
    }

    /**
     * What a file brought.
     *
     * @param dataset what it holds
     * @param sha256 of its content, compression undone, in hexadecimal
     * @param tally what became of its lines
     * @param refused the first of its refused lines, at most {@value PlacesImport#MOST_TOLD}
     */
    record Taken(Dataset dataset, String sha256, Tally tally, List<RefusedRow> refused) {}

    /**
     * Takes a file in; gives nothing when it isn't known, and then nothing is done.
     *
     * @throws IOException when it can't be read to its end, and then nothing of it is kept
     */
    Optional<Taken> take(IncomingFile incoming) throws IOException {
        try (InputStream in = incoming.open(count -> {})) {
            SourceFile file = SourceFile.open(incoming.label(), in);
            Optional<Dataset> dataset = file.content().dataset();
            return dataset.isEmpty()
                    ? Optional.empty()
                    : Optional.of(desk.audited(() -> store(file, dataset.get()), taken -> entry(file, taken)));
        } catch (UncheckedIOException e) {
            throw broken(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static IOException broken(IOException e) {
        return e instanceof EOFException || e instanceof ZipException
                ? new BrokenFile("it is cut off or damaged, so that nothing of it was taken")
                : e;
    }

    private Taken store(SourceFile file, Dataset dataset) {
        try {
            staging.begin();
            staging.stage(file.content());
            byte[] sha256 = file.finish();
            List<RefusedRow> refused = staging.firstRefused(MOST_TOLD);
            Tally tally = tables.merge(file.name(), sha256, dataset, staging.count());
            return new Taken(dataset, HexFormat.of().formatHex(sha256), tally, refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(SourceFile file, Taken taken) {
        return Entry.of(Act.COLLECTION, "places", "to keep areas and their open figures up to date")
                .with("file", file.name())
                .with("sha256", taken.sha256())
                .with("dataset", taken.dataset().name())
                .with("tally", taken.tally().toString());
    }

    /** Works out areas and neighbours from everything that was taken; a killed import is completed by the next. */
    void finish() {
        desk.unaudited("works out what follows from files that have their entries", () -> {
            derivation.bringUpToDate();
            return true;
        });
    }
}
