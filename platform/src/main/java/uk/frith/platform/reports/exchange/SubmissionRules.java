package uk.frith.platform.reports.exchange;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.GridPoint;
import uk.frith.platform.foundation.places.NationalGrid;
import uk.frith.platform.reports.recording.AsbType;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;

/** What the two ways in have in common: places, moments, kinds and addresses of evidence. */
final class SubmissionRules {

    static final int LONGEST_ADDRESS = 500;

    /** With the words around it an address of evidence must fit into a description. */
    static final int LONGEST_LINK = 400;

    static final int LONGEST_REFERENCE = 200;
    static final int MOST_MEDIA = 20;

    /** The code of whatever is told without saying what kind it is. */
    static final String ANY_KIND = "antisocial-behaviour";

    /** Degrees as people and programs write them; neither exponents nor signs of infinity. */
    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,20})?");

    private static final Pattern HALF_A_SIGN = Pattern.compile("\\p{Cs}");

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

    /** The British National Grid's own bounds. */
    private static final double MOST_EAST = 700_000;

    private static final double MOST_NORTH = 1_300_000;

    private SubmissionRules() {}

    /** A text without what the database refuses: the sign nought, and halves of signs. */
    static String storable(String text) {
        return HALF_A_SIGN.matcher(text.replace('\0', ' ')).replaceAll("\uFFFD");
    }

    /** The code of a kind of behaviour as systems name it. */
    static String codeOf(AsbType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AsbType> typeOf(String code) {
        return Stream.of(AsbType.values())
                .filter(type -> codeOf(type).equals(code))
                .findFirst();
    }

    static boolean isService(String code) {
        return code.equals(ANY_KIND) || typeOf(code).isPresent();
    }

    /** A point of Great Britain from what was written; empty when it is none. */
    static Optional<GeoPoint> inBritain(String latitude, String longitude) {
        if (!DEGREES.matcher(latitude).matches() || !DEGREES.matcher(longitude).matches()) {
            return Optional.empty();
        }
        double north = Double.parseDouble(latitude);
        double east = Double.parseDouble(longitude);
        // Far from Britain the projection has no meaning, so a wide frame comes first.
        if (north < 49 || north > 61.5 || east < -9 || east > 2.5) {
            return Optional.empty();
        }
        GeoPoint point = new GeoPoint(east, north);
        GridPoint grid = NationalGrid.fromWgs84(point);
        boolean inside = grid.eastingMetres() >= 0
                && grid.eastingMetres() <= MOST_EAST
                && grid.northingMetres() >= 0
                && grid.northingMetres() <= MOST_NORTH;
        return inside ? Optional.of(point) : Optional.empty();
    }

    /** A moment with its offset, as ISO 8601 and the W3C's note have it. */
    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static boolean isLink(String text) {
        return text.length() <= LONGEST_LINK && LINK.matcher(text).matches();
    }

    /** What kind of evidence an address leads to, by its ending. */
    static EvidenceKind kindOf(String link) {
        String path = link.toLowerCase(Locale.ROOT).replaceAll("[?#].*", "");
        if (path.matches(".*\\.(mp4|mov|avi|webm|3gp|m4v)")) {
            return EvidenceKind.VIDEO;
        }
        if (path.matches(".*\\.(mp3|m4a|wav|ogg|aac|amr)")) {
            return EvidenceKind.AUDIO;
        }
        return path.matches(".*\\.(jpe?g|png|gif|webp|heic|bmp)") ? EvidenceKind.PHOTO : EvidenceKind.OTHER;
    }
}
