package uk.frith.platform.reports.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was counted while a file was read; filled by one thread, then read by another. */
final class Tally {

    /** Refused rows that are kept of one file; the count goes on. */
    static final int MOST_REFUSED = 100_000;

    /** A file names one force, or a few; the rest would be damage. */
    private static final int MOST_FORCES = 100;

    final HashSet128 crimeIds = new HashSet128();
    final HashSet128 asbRows = new HashSet128();
    final AreaTypeCounts counts = new AreaTypeCounts();
    private final List<Refused> refusedRows = new ArrayList<>();
    private final Map<String, Long> forces = new LinkedHashMap<>();
    long stored;
    long refused;
    long asb;
    long asbWithCrimeId;
    long asbRepeats;
    long noCoordinates;
    long noLsoa;
    long repeatedCrimeIds;

    @Nullable
    String monthWritten;

    boolean byteOrderMark;
    boolean carriageReturns;
    long bytes;
    byte[] sha256 = new byte[0];

    void refuse(Refused row) {
        refused++;
        if (refusedRows.size() < MOST_REFUSED) {
            refusedRows.add(row);
        }
    }

    void ofForce(String name) {
        if (forces.size() < MOST_FORCES || forces.containsKey(name)) {
            forces.merge(name, 1L, Long::sum);
        }
    }

    long rows() {
        return stored + refused;
    }

    List<Refused> refusedRows() {
        return refusedRows;
    }

    /** The force that most rows name; empty when none does. */
    String force() {
        String most = "";
        long rows = 0;
        for (Map.Entry<String, Long> force : forces.entrySet()) {
            if (force.getValue() > rows) {
                most = force.getKey();
                rows = force.getValue();
            }
        }
        return most;
    }

    /** Whether some counts outgrew their bounds and must be taken from the stored rows. */
    boolean countsOutgrown() {
        return crimeIds.full() || asbRows.full() || counts.full();
    }
}
