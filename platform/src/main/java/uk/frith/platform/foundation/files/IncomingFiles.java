package uk.frith.platform.foundation.files;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files behind some paths: folders are walked, entries of ZIP archives are files, gzip is undone. Which it is, the
 * first bytes tell, not the name.
 */
public final class IncomingFiles implements Closeable {

    private static final int COPY_BUFFER = 64 * 1024;

    /** More than fifty times the entries of the largest download of police data. */
    private static final int MOST_ENTRIES = 250_000;

    private final List<IncomingFile> files = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<ZipFile> archives = new ArrayList<>();

    private IncomingFiles() {}

    /** Looks behind the paths; sorted by path, so that the same paths give the same order everywhere. */
    public static IncomingFiles behind(List<Path> paths) {
        IncomingFiles found = new IncomingFiles();
        for (Path given : paths) {
            Path path = given.toAbsolutePath().normalize();
            Path above = path.getParent() == null ? path : path.getParent();
            if (!Files.exists(path)) {
                found.fail(given.toString(), "there is no such file or folder");
            } else if (Files.isDirectory(path)) {
                found.walk(path, above);
            } else if (Files.isRegularFile(path)) {
                found.add(path, label(above, path), true);
            } else {
                found.fail(given.toString(), "it is neither a file nor a folder");
            }
        }
        found.files.sort(Comparator.comparing(IncomingFile::label));
        return found;
    }

    /**
     * One file under another name than its own: one that was sent, whose given name is only a name.
     *
     * @param name what it was called by whoever sent it; its directories are cut off
     */
    public static IncomingFiles sent(Path path, String name) {
        IncomingFiles found = new IncomingFiles();
        found.add(path, name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), true);
        return found;
    }

    /** What can be read. */
    public List<IncomingFile> files() {
        return Collections.unmodifiableList(files);
    }

    /** What can't, or shouldn't. */
    public List<Trouble> troubles() {
        return Collections.unmodifiableList(troubles);
    }

    @Override
    public void close() throws IOException {
        for (ZipFile archive : archives) {
            archive.close();
        }
    }

    private void fail(String label, String sentence) {
        troubles.add(new Trouble(label, sentence, true));
    }

    private void pass(String label, String sentence) {
        troubles.add(new Trouble(label, sentence, false));
    }

    private static String label(Path above, Path file) {
        return above.relativize(file).toString().replace('\\', '/');
    }

    private void walk(Path folder, Path above) {
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (attributes.isRegularFile()) {
                                add(file, label(above, file), false);
                            } else {
                                pass(label(above, file), "it is neither a file nor a folder");
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            if (e instanceof FileSystemLoopException) {
                                pass(label(above, file), "the link leads back to a folder above it");
                            } else {
                                fail(label(above, file), "it can't be read (" + reason(e) + ")");
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            fail(label(above, folder), "it can't be walked (" + reason(e) + ")");
        }
    }

    private void add(Path path, String label, boolean named) {
        try {
            long size = Files.size(path);
            byte[] first;
            try (InputStream in = Files.newInputStream(path)) {
                first = in.readNBytes(4);
            }
            if (isZip(first)) {
                addEntries(path, label);
            } else {
                boolean packed = isGzip(first);
                files.add(new IncomingFile(label, named, size, taken -> {
                    InputStream raw = Files.newInputStream(path);
                    return packed ? unpacked(raw, 0, taken) : new Counted(raw, taken);
                }));
            }
        } catch (IOException e) {
            fail(label, "it can't be read (" + reason(e) + ")");
        }
    }

    private void addEntries(Path path, String label) throws IOException {
        ZipFile archive = new ZipFile(path.toFile());
        archives.add(archive);
        if (archive.size() > MOST_ENTRIES) {
            fail(label, "the archive has more than " + MOST_ENTRIES + " entries");
            return;
        }
        ArchiveTotal total = new ArchiveTotal();
        archive.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            String name = label + "/" + entry.getName();
            if (leaves(entry.getName())) {
                fail(
                        label,
                        "the archive has an entry whose name leads out of it: \"" + printable(entry.getName()) + "\"");
            } else if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                pass(name, "it is an archive within an archive, which isn't opened; unpack the outer one first");
            } else {
                files.add(new IncomingFile(
                        name,
                        false,
                        Math.max(0, entry.getCompressedSize()),
                        taken -> open(archive, entry, total, taken)));
            }
        });
    }

    /** What one archive has given so far: its entries share one limit. */
    private static final class ArchiveTotal {
        private final Map<String, Long> unpackedByEntry = new HashMap<>();
        private long sum;

        synchronized long besides(String entry) {
            return sum - unpackedByEntry.getOrDefault(entry, 0L);
        }

        synchronized void closed(String entry, long unpacked) {
            long before = unpackedByEntry.getOrDefault(entry, 0L);
            if (unpacked > before) {
                unpackedByEntry.put(entry, unpacked);
                sum += unpacked - before;
            }
        }
    }

    private static InputStream open(ZipFile archive, ZipEntry entry, ArchiveTotal total, LongConsumer taken)
            throws IOException {
        InputStream raw = archive.getInputStream(entry);
        if (raw == null) {
            throw new IOException("the archive has lost the entry");
        }
        long size = Math.max(1, entry.getCompressedSize());
        BoundedStream bounded = new BoundedStream(raw, total.besides(entry.getName()), () -> size, taken) {
            @Override
            public void close() throws IOException {
                total.closed(entry.getName(), unpacked());
                super.close();
            }
        };
        BufferedInputStream peek = new BufferedInputStream(bounded, COPY_BUFFER);
        peek.mark(4);
        boolean packed = isGzip(peek.readNBytes(4));
        peek.reset();
        return packed ? unpacked(peek, 0, count -> {}) : peek;
    }

    private static InputStream unpacked(InputStream raw, long before, LongConsumer taken) throws IOException {
        Counted counted = new Counted(raw, count -> {});
        try {
            return new BoundedStream(new GZIPInputStream(counted, COPY_BUFFER), before, counted::count, taken);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** Counts the bytes that are read. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer taken;
        private long count;

        Counted(InputStream in, LongConsumer taken) {
            super(in);
            this.taken = taken;
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                taken.accept(++count);
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) {
                count += read;
                taken.accept(count);
            }
            return read;
        }
    }

    private static boolean isGzip(byte[] first) {
        return first.length >= 2 && first[0] == (byte) 0x1F && first[1] == (byte) 0x8B;
    }

    private static boolean isZip(byte[] first) {
        return first.length >= 4 && first[0] == 'P' && first[1] == 'K' && first[2] <= 8 && first[3] <= 8;
    }

    private static boolean leaves(String entry) {
        String name = entry.replace('\\', '/');
        return name.startsWith("/")
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/", -1)).contains("..");
    }

    private static String printable(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= 200 ? clean : clean.substring(0, 200);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }
}
