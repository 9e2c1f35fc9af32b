package uk.frith.platform.foundation.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
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
     * @param tally what became of its lines
     * @param refused the first of its refused lines, at most {@value PlacesImport#MOST_TOLD}
     */
    record Taken(Dataset dataset, Tally tally, List<RefusedRow> refused) {}

    /**
     * Takes a file in; gives nothing when it isn't known, and then nothing is done.
     *
     * @throws IOException when it can't be read to its end, and then nothing of it is kept
     */
    Optional<Taken> take(String name, InputStream in) throws IOException {
        SourceFile file;
        try {
            file = SourceFile.open(name, in);
        } catch (ZipException e) {
            throw new BrokenFile("isn't whole gzip");
        }
        if (file.content().dataset().isEmpty()) {
            return Optional.empty();
        }
        Dataset dataset = file.content().dataset().get();
        try {
            return Optional.of(desk.audited(() -> store(file, dataset), taken -> entry(file, taken)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Taken store(SourceFile file, Dataset dataset) {
        try {
            staging.begin();
            staging.stage(file.content());
            byte[] sha256 = file.bytes().finish();
            List<RefusedRow> refused = staging.firstRefused(MOST_TOLD);
            Tally tally = tables.merge(file.name(), sha256, dataset, staging.count());
            return new Taken(dataset, tally, refused);
        } catch (java.io.EOFException | ZipException e) {
            throw new UncheckedIOException(new BrokenFile("is cut off or damaged, so that nothing of it was taken"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(SourceFile file, Taken taken) {
        return Entry.of(Act.COLLECTION, "places", "to keep areas and their open figures up to date")
                .with("file", file.name())
                .with("sha256", HexFormat.of().formatHex(file.bytes().digest()))
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
