package uk.frith.platform.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.commands.CommandFailed;

/** The embedded server's programs, unpacked once a version into the user's cache. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder whose {@code bin} holds {@code initdb}, {@code pg_ctl} and {@code postgres}. */
    static Path unpacked() {
        String archive = archiveName();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (in == null) {
                throw new CommandFailed("There is no embedded PostgreSQL for this machine (" + archive
                        + " is missing). Give a server of your own with --db.");
            }
            byte[] packed = in.readAllBytes();
            Path home = cache().resolve("postgres-" + Long.toHexString(checksum(packed)));
            if (!Files.exists(home.resolve("bin/postgres"))) {
                unpack(packed, home);
            }
            return home;
        } catch (IOException e) {
            throw new CommandFailed("The embedded PostgreSQL can't be unpacked: " + e.getMessage(), e);
        }
    }

    private static String archiveName() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "postgres-linux-" + (machine.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
    }

    private static Path cache() {
        Optional<String> chosen = Optional.ofNullable(System.getenv("FRITH_CACHE"));
        return chosen.map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "frith"))
                .toAbsolutePath();
    }

    private static long checksum(byte[] bytes) {
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }

    private static void unpack(byte[] packed, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path draft = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(new java.io.ByteArrayInputStream(packed))))) {
            @Nullable TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                place(tar, entry, draft);
                entry = tar.getNextEntry();
            }
        }
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(home.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry of the archive points outside it");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0) {
                Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(target));
                rights.add(PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(target, rights);
            }
        }
    }
}
