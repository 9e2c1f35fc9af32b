package uk.frith.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import uk.frith.platform.foundation.commands.CommandFailed;

/**
 * The folder that holds everything a site owns: the embedded database, its secrets, uploads and the audit's anchors.
 *
 * <pre>
 * DIR/frith-version   the layout's version     DIR/secrets/    readable by the owner only
 * DIR/database/       the embedded server      DIR/locks/      who starts it, who uses it
 * DIR/uploads/        files taken in           DIR/audit-anchors.log
 * </pre>
 *
 * @param root the folder itself
 */
public record DataFolder(Path root) {

    /** The version of this layout; a folder of a later one is refused. */
    static final int VERSION = 1;

    /**
     * Opens the folder, making it when it doesn't exist.
     *
     * @throws CommandFailed when it can't be made or written, or is of a newer version
     */
    public static DataFolder open(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            ownerOnly(absolute);
            for (String part : new String[] {"secrets", "locks", "uploads"}) {
                ownerOnly(Files.createDirectories(absolute.resolve(part)));
            }
            DataFolder folder = new DataFolder(absolute);
            folder.checkVersion();
            return folder;
        } catch (IOException e) {
            throw new CommandFailed(
                    "The data folder " + root + " can't be used (" + reason(e)
                            + "). Choose another with --data, or give yourself the right to write there.",
                    e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private void checkVersion() throws IOException {
        Path file = root.resolve("frith-version");
        if (!Files.exists(file)) {
            Files.writeString(file, VERSION + "\n");
            return;
        }
        String text = Files.readString(file).strip();
        int found;
        try {
            found = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandFailed(
                    "The file frith-version in the data folder should hold a number. Is this a data folder of Frith?",
                    e);
        }
        if (found > VERSION) {
            throw new CommandFailed("The data folder was written by a newer Frith (layout " + found
                    + ", this one knows " + VERSION + "). Use that version, or restore a backup into a new folder.");
        }
    }

    Path database() {
        return root.resolve("database");
    }

    Path lock(String name) {
        return root.resolve("locks").resolve(name);
    }

    /** Where files wait that were sent through the browser. */
    public Path uploads() {
        return root.resolve("uploads");
    }

    /** Where the digests of the audit's seals stand outside the database. */
    public Path anchors() {
        return root.resolve("audit-anchors.log");
    }

    /** A secret of 256 bits, made when it is first asked for, in a file that only the owner reads. */
    String secret(String name) {
        Path file = root.resolve("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                Path draft = Files.createTempFile(file.getParent(), name, ".new");
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
                try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    channel.write(StandardCharsets.US_ASCII.encode(made));
                    channel.force(true);
                }
                Files.move(draft, file);
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path secretFile(String name) {
        secret(name);
        return root.resolve("secrets").resolve(name);
    }

    private static void ownerOnly(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
}
