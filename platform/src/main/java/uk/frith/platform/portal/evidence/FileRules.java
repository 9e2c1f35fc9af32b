package uk.frith.platform.portal.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file is, by its first bytes and by nothing that its name or its sender says of it.
 */
final class FileRules {

    /** As many bytes as are needed to tell. */
    static final int HEAD_BYTES = 512;

    static final long LARGEST_BYTES = 50L * 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    private static final Set<String> STILL_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");
    private static final Set<String> SOUND_BRANDS = Set.of("M4A ", "M4B ", "M4P ", "F4A ");
    private static final Pattern NOT_IN_A_NAME =
            Pattern.compile("[\\p{Cntrl}\\p{Cs}\\\\/:*?\"<>|\\u202a-\\u202e\\u2066-\\u2069]");

    private FileRules() {}

    /** What is to be done with a file that was sent. */
    sealed interface Sniffed {
        /** It is one of ours. */
        record Good(FileType type) implements Sniffed {}

        /**
         * It isn't taken.
         *
         * @param key of the sentence that says why
         */
        record Refused(String key) implements Sniffed {}
    }

    /** Judges a file by its name, its size and its head. */
    static Sniffed judge(String name, long bytes, byte[] head) {
        if (bytes == 0) {
            return new Sniffed.Refused("files.empty");
        }
        if (bytes > LARGEST_BYTES) {
            return new Sniffed.Refused("files.large");
        }
        Optional<FileType> type = type(head);
        if (type.isEmpty()) {
            return new Sniffed.Refused("files.type");
        }
        return type.get().fits(ending(name)) ? new Sniffed.Good(type.get()) : new Sniffed.Refused("files.lies");
    }

    /** What stands after the last dot of a name, if it could be an ending. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String after = dot < 0 ? "" : name.substring(dot + 1).strip();
        return after.matches("[A-Za-z0-9]{1,5}") ? after : "";
    }

    /** A name as it can be shown and used again; what was sent says nothing about where it is kept. */
    static String name(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String plain = NOT_IN_A_NAME.matcher(last).replaceAll("").strip();
        String named = plain.isEmpty() ? "file" : plain;
        return named.length() <= LONGEST_NAME ? named : named.substring(named.length() - LONGEST_NAME);
    }

    /** The type that a file's head says; empty when it is none that is taken. */
    static Optional<FileType> type(byte[] head) {
        if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(FileType.JPEG);
        }
        if (starts(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(FileType.PNG);
        }
        if (word(head, 0, 6).equals("GIF87a") || word(head, 0, 6).equals("GIF89a")) {
            return Optional.of(FileType.GIF);
        }
        if (word(head, 0, 4).equals("RIFF")) {
            return riff(word(head, 8, 4));
        }
        if (word(head, 4, 4).equals("ftyp")) {
            return Optional.of(boxed(word(head, 8, 4)));
        }
        if (starts(head, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
            String text = word(head, 0, head.length);
            return text.contains("webm") || text.contains("matroska")
                    ? Optional.of(FileType.MATROSKA)
                    : Optional.empty();
        }
        if (starts(head, 0, 0, 0, 1, 0xBA) || starts(head, 0, 0, 0, 1, 0xB3)) {
            return Optional.of(FileType.MPEG);
        }
        return sound(head);
    }

    private static Optional<FileType> sound(byte[] head) {
        if (word(head, 0, 3).equals("ID3")) {
            return Optional.of(FileType.MP3);
        }
        if (word(head, 0, 4).equals("OggS")) {
            return Optional.of(FileType.OGG);
        }
        if (word(head, 0, 4).equals("fLaC")) {
            return Optional.of(FileType.FLAC);
        }
        if (word(head, 0, 5).equals("#!AMR")) {
            return Optional.of(FileType.AMR);
        }
        if (head.length < 4 || (head[0] & 0xFF) != 0xFF) {
            return Optional.empty();
        }
        int second = head[1] & 0xFF;
        if ((second & 0xF6) == 0xF0) {
            return Optional.of(FileType.AAC);
        }
        // A frame of layer III: its bit rate and its sampling rate are ones that exist.
        int third = head[2] & 0xFF;
        boolean frame =
                (second & 0xE6) == 0xE2 && (third & 0xF0) != 0xF0 && (third & 0xF0) != 0 && (third & 0x0C) != 0x0C;
        return frame ? Optional.of(FileType.MP3) : Optional.empty();
    }

    private static Optional<FileType> riff(String form) {
        return switch (form) {
            case "WEBP" -> Optional.of(FileType.WEBP);
            case "WAVE" -> Optional.of(FileType.WAV);
            case "AVI " -> Optional.of(FileType.AVI);
            default -> Optional.empty();
        };
    }

    private static FileType boxed(String brand) {
        if (STILL_BRANDS.contains(brand)) {
            return FileType.HEIC;
        }
        return SOUND_BRANDS.contains(brand) ? FileType.M4A : FileType.MP4;
    }

    private static boolean starts(byte[] head, int at, int... bytes) {
        if (head.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String word(byte[] head, int at, int length) {
        return head.length < at + length ? "" : new String(head, at, length, StandardCharsets.ISO_8859_1);
    }
}
