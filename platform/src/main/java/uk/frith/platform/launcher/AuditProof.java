package uk.frith.platform.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import uk.frith.platform.foundation.commands.CommandFailed;

/**
 * Proves the audit: computes every seal anew from the entries, follows the chain, and compares it with the anchors that
 * stand outside the database. It does the arithmetic itself, so a function that was changed in the database can't help
 * whoever changed it.
 */
final class AuditProof {

    /**
     * What was found.
     *
     * @param seals how many seals there are
     * @param sealed entries under a seal
     * @param unsealed entries since the last seal, which nothing proves yet
     * @param findings a sentence for each sign of tampering; empty when there is none
     */
    record Result(long seals, long sealed, long unsealed, List<String> findings) {
        Result {
            findings = List.copyOf(findings);
        }
    }

    // language=postgresql
    private static final String SEALS = """
            select number, era, from_xid::text, to_xid::text, entries, previous, digest from audit.seal order by number
            """;

    // language=postgresql
    private static final String ENTRIES_OF_A_SEAL = """
            select jsonb_build_array(e.id, e.era, e.xid::text, (extract(epoch from e.at) * 1000000)::bigint, e.actor,
                e.organisation, e.act, e.subject, to_jsonb(e.ids), to_jsonb(e.fields), e.purpose, e.detail)::text
            from audit.entry e where e.era = ? and e.xid >= ?::xid8 and e.xid < ?::xid8 order by e.id
            """;

    // language=postgresql
    private static final String COUNT_ENTRIES = "select count(*) from audit.entry";

    /** Entries are read in portions of this many rows, so that a long audit needs no long memory. */
    private static final int FETCH = 10_000;

    private final Connection connection;
    private final List<String> findings = new ArrayList<>();

    private AuditProof(Connection connection) {
        this.connection = connection;
    }

    /** Checks everything in one snapshot. */
    static Result check(Database database, Path anchors) {
        try (Connection connection = Owner.connect(database)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Result result = new AuditProof(connection).prove(readAnchors(anchors));
            Owner.enter(connection, "CONSULTATION", "audit", "proving the audit");
            connection.commit();
            return result;
        } catch (SQLException | IOException e) {
            throw new CommandFailed("The audit can't be read: " + e.getMessage(), e);
        }
    }

    private static Map<Long, String> readAnchors(Path file) throws IOException {
        Map<Long, String> anchors = new HashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String[] parts = line.split(" ", 2);
                if (parts.length == 2) {
                    anchors.put(Long.parseLong(parts[0]), parts[1]);
                }
            }
        }
        return anchors;
    }

    private Result prove(Map<Long, String> anchors) throws SQLException {
        byte[] previous = sha256().digest();
        long seals = 0;
        long sealed = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SEALS)) {
            while (rows.next()) {
                seals++;
                long number = rows.getLong("number");
                if (number != seals) {
                    findings.add("Seal " + seals + " is missing.");
                    seals = number;
                }
                if (!Arrays.equals(previous, rows.getBytes("previous"))) {
                    findings.add("Seal " + number + " doesn't follow the one before it.");
                }
                sealed += checkSeal(rows, previous);
                previous = rows.getBytes("digest");
                String anchor = anchors.remove(number);
                if (anchor != null && !anchor.equals(HexFormat.of().formatHex(previous))) {
                    findings.add("Seal " + number + " is not the one that was anchored outside the database.");
                }
            }
        }
        for (Long number : anchors.keySet().stream().sorted().toList()) {
            findings.add("Seal " + number + " was anchored outside the database and is gone from it.");
        }
        return new Result(seals, sealed, countEntries() - sealed, findings);
    }

    private long checkSeal(ResultSet seal, byte[] previous) throws SQLException {
        MessageDigest digest = sha256();
        digest.update(previous);
        long entries = 0;
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES_OF_A_SEAL)) {
            statement.setFetchSize(FETCH);
            statement.setInt(1, seal.getInt("era"));
            statement.setString(2, seal.getString("from_xid"));
            statement.setString(3, seal.getString("to_xid"));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    digest.update(sha256().digest(rows.getString(1).getBytes(StandardCharsets.UTF_8)));
                    entries++;
                }
            }
        }
        long number = seal.getLong("number");
        if (entries != seal.getLong("entries")) {
            findings.add(
                    "Seal " + number + " covers " + seal.getLong("entries") + " entries; " + entries + " are there.");
        } else if (!Arrays.equals(digest.digest(), seal.getBytes("digest"))) {
            findings.add("An entry under seal " + number + " was changed, or the seal was.");
        }
        return entries;
    }

    private long countEntries() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNT_ENTRIES)) {
            rows.next();
            return rows.getLong(1);
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
