package uk.frith.platform.reports.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.files.IncomingFile;
import uk.frith.platform.foundation.files.RecordReader;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.reports.recording.IncidentRepository.Account;
import uk.frith.platform.reports.recording.IncidentRepository.Put;

/** Takes in one incident CSV for one organisation, whole or not at all. */
@Component
class IncidentImport {

    static final String PURPOSE = "to take in the force's own incidents";

    /** Rows that go to the database together. */
    private static final int BATCH = 1_000;

    /** References are remembered, to refuse one that stands twice; this many fit into 200 MiB. */
    static final int MOST_ROWS = 2_000_000;

    /** Refused rows that are kept of one file; the count goes on. */
    static final int MOST_REFUSED = 100_000;

    private final Desk desk;
    private final IncidentRepository repository;

    IncidentImport(Desk desk, IncidentRepository repository) {
        this.desk = desk;
        this.repository = repository;
    }

    /**
     * Takes in a file.
     *
     * @throws CommandFailed when the file can't be read as incidents
     */
    Account take(IncomingFile file, UUID organisation) {
        try {
            return desk.audited(
                            () -> read(file, organisation),
                            done -> Entry.of(Act.COLLECTION, "incidents", PURPOSE)
                                    .about(List.of(done.file().toString()))
                                    .showing(IncidentRules.HEADER)
                                    .with("organisation", organisation.toString())
                                    .with("added", Long.toString(done.account().added()))
                                    .with(
                                            "changed",
                                            Long.toString(done.account().changed()))
                                    .with(
                                            "refused",
                                            Long.toString(done.account().refused())))
                    .account();
        } catch (UncheckedIOException e) {
            throw new CommandFailed(
                    file.label() + " can't be read (" + e.getMessage() + "). Nothing of it is stored.", e);
        }
    }

    private record Done(UUID file, Account account) {}

    private Done read(IncomingFile file, UUID organisation) {
        repository.lock(organisation);
        MessageDigest digest = sha256();
        try (RecordReader reader = new RecordReader(new DigestInputStream(file.open(taken -> {}), digest))) {
            if (reader.sixteenBits()) {
                throw new CommandFailed(file.label() + " isn't UTF-8 but looks like UTF-16. Save it as CSV in UTF-8.");
            }
            if (reader.next() != RecordReader.Found.RECORD || !reader.texts().equals(IncidentRules.HEADER)) {
                throw new CommandFailed(file.label() + " has another header than an incident CSV. Expected is \""
                        + String.join(",", IncidentRules.HEADER) + "\".");
            }
            Reading reading = new Reading(organisation, repository.newFileId(), file.label());
            while (reading.take(reader)) {
                reading.putFullBatch();
            }
            return reading.finish(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One file while it is read. */
    private final class Reading {
        private final UUID organisation;
        private final UUID file;
        private final String label;
        private final Set<String> references = new HashSet<>();
        private final List<Incident> batch = new ArrayList<>();
        private final List<RefusedRow> refusedRows = new ArrayList<>();
        private long sound;
        private long refused;
        private long added;
        private long changed;

        Reading(UUID organisation, UUID file, String label) {
            this.organisation = organisation;
            this.file = file;
            this.label = label;
        }

        boolean take(RecordReader reader) throws IOException {
            switch (reader.next()) {
                case END -> {
                    return false;
                }
                case REFUSED -> {
                    RecordReader.Refusal refusal = reader.refusal();
                    refuse(reader.line(), refusal.field(), refusal.value(), refusal.reason());
                }
                case RECORD -> takeRecord(reader);
            }
            return true;
        }

        private void takeRecord(RecordReader reader) {
            List<String> fields = reader.texts();
            int expected = IncidentRules.HEADER.size();
            if (reader.fields() != expected) {
                refuse(
                        reader.line(),
                        -1,
                        String.join(",", fields),
                        "it has " + reader.fields() + " fields instead of " + expected);
                return;
            }
            switch (IncidentRules.read(fields)) {
                case IncidentRules.Fault fault ->
                    refuse(reader.line(), fault.field(), fields.get(fault.field()), fault.reason());
                case IncidentRules.Sound read -> {
                    if (references.add(read.incident().reference())) {
                        batch.add(read.incident());
                        sound++;
                    } else {
                        refuse(
                                reader.line(),
                                0,
                                read.incident().reference(),
                                "the reference stands further up already");
                    }
                }
            }
            if (references.size() > MOST_ROWS) {
                throw new CommandFailed(label + " has more than " + MOST_ROWS
                        + " incidents. Import it in parts. Nothing of it is stored.");
            }
        }

        private void refuse(long line, int field, String value, String reason) {
            refused++;
            if (refusedRows.size() < MOST_REFUSED) {
                String column =
                        field >= 0 && field < IncidentRules.HEADER.size() ? IncidentRules.HEADER.get(field) : "";
                refusedRows.add(new RefusedRow(
                        line, column, value.substring(0, Math.min(value.length(), RecordReader.EXCERPT)), reason));
            }
        }

        void putFullBatch() {
            if (batch.size() == BATCH) {
                put();
            }
        }

        private void put() {
            if (!batch.isEmpty()) {
                Put put = repository.put(organisation, file, batch);
                added += put.added();
                changed += put.changed();
                batch.clear();
            }
        }

        Done finish(byte[] digest) {
            put();
            Account account = new Account(sound + refused, added, changed, sound - added - changed, refused);
            repository.addFile(file, organisation, digest, account, refusedRows);
            return new Done(file, account);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
