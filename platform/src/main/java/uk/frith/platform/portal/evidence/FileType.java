package uk.frith.platform.portal.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;

/** The kinds of file that are taken, each with the endings of names that go with it. */
enum FileType {
    JPEG(EvidenceKind.PHOTO, "image/jpeg", Set.of("jpg", "jpeg", "jpe", "jfif")),
    PNG(EvidenceKind.PHOTO, "image/png", Set.of("png")),
    GIF(EvidenceKind.PHOTO, "image/gif", Set.of("gif")),
    WEBP(EvidenceKind.PHOTO, "image/webp", Set.of("webp")),
    HEIC(EvidenceKind.PHOTO, "image/heic", Set.of("heic", "heif", "hif", "avif")),
    MP4(EvidenceKind.VIDEO, "video/mp4", Set.of("mp4", "m4v", "mov", "qt", "3gp", "3g2", "m4a", "m4b")),
    MATROSKA(EvidenceKind.VIDEO, "video/webm", Set.of("webm", "mkv", "weba")),
    AVI(EvidenceKind.VIDEO, "video/x-msvideo", Set.of("avi")),
    MPEG(EvidenceKind.VIDEO, "video/mpeg", Set.of("mpg", "mpeg", "vob")),
    MP3(EvidenceKind.AUDIO, "audio/mpeg", Set.of("mp3", "mpga")),
    M4A(EvidenceKind.AUDIO, "audio/mp4", Set.of("m4a", "m4b", "mp4", "3gp", "aac")),
    AAC(EvidenceKind.AUDIO, "audio/aac", Set.of("aac")),
    WAV(EvidenceKind.AUDIO, "audio/wav", Set.of("wav", "wave")),
    OGG(EvidenceKind.AUDIO, "audio/ogg", Set.of("ogg", "oga", "opus", "ogv", "ogx")),
    FLAC(EvidenceKind.AUDIO, "audio/flac", Set.of("flac")),
    AMR(EvidenceKind.AUDIO, "audio/amr", Set.of("amr"));

    private final EvidenceKind kind;
    private final String mediaType;

    /** Never changed: made by {@code Set.of}. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> endings;

    FileType(EvidenceKind kind, String mediaType, Set<String> endings) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.endings = endings;
    }

    EvidenceKind kind() {
        return kind;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a name may end so; a name without an ending says nothing and so doesn't lie. */
    boolean fits(String ending) {
        return ending.isEmpty() || endings.contains(ending.toLowerCase(Locale.ROOT));
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }
}
