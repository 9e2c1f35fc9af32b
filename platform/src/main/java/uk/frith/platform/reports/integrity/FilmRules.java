package uk.frith.platform.reports.integrity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a learning film is, by its first bytes and not by its name; whether captions are WebVTT; and which part of a film a
 * player asks for. Sources: ISO/IEC 14496-12 (ftyp), RFC 8794 (EBML), W3C WebVTT, RFC 9110 section 14 (ranges).
 */
final class FilmRules {

    /** Two minutes of a talking film; a longer one isn't short. */
    static final long LARGEST_BYTES = 50L * 1024 * 1024;

    static final int HEAD_BYTES = 64;
    static final int LONGEST_CAPTIONS = 200_000;
    static final int SHORTEST_TRANSCRIPT = 20;
    static final int LONGEST_TRANSCRIPT = 20_000;

    private static final Pattern SOUND_OR_STILL = Pattern.compile("(M4[ABP]|F4A|hei|hev|mif|msf|avi|qt).*");
    private static final Pattern CUE = Pattern.compile(
            "^(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})[ \\t]+-->[ \\t]+(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})\\b.*");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    private FilmRules() {}

    /** The media type that the head of a file says; empty when it is no film that browsers play. */
    static Optional<String> mediaType(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.length() >= 12 && text.startsWith("ftyp", 4)) {
            return SOUND_OR_STILL.matcher(text.substring(8, 12)).matches()
                    ? Optional.empty()
                    : Optional.of("video/mp4");
        }
        return text.startsWith("\u001aE\u00df\u00a3") && text.contains("webm")
                ? Optional.of("video/webm")
                : Optional.empty();
    }

    /** What is wrong with captions; empty when nothing is. */
    static Optional<String> faultOfCaptions(String captions) {
        if (captions.length() > LONGEST_CAPTIONS) {
            return Optional.of("The captions are longer than a short film needs");
        }
        if (!captions.matches("(?s)WEBVTT([ \\t\\n].*)?")) {
            return Optional.of("Captions are a WebVTT file: its first line is WEBVTT");
        }
        long cues = 0;
        for (String line : captions.split("\n", -1)) {
            if (line.contains("-->")) {
                Matcher cue = CUE.matcher(line);
                if (!cue.matches() || millis(cue, 1) >= millis(cue, 5)) {
                    return Optional.of(
                            "A caption's time isn't right. It looks like 00:01.000 --> 00:04.000, and the end comes later");
                }
                cues++;
            }
        }
        return cues == 0 ? Optional.of("The captions hold no words with a time") : Optional.empty();
    }

    private static long millis(Matcher cue, int group) {
        long hours = cue.group(group) == null ? 0 : Long.parseLong(cue.group(group));
        return ((hours * 60 + Long.parseLong(cue.group(group + 1))) * 60 + Long.parseLong(cue.group(group + 2))) * 1000
                + Long.parseLong(cue.group(group + 3));
    }

    /** As it is kept: line ends alike, and no mark of the order of bytes. */
    static String captions(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\0", "");
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Which bytes to send. */
    sealed interface Asked {
        /** All of it. */
        record Whole() implements Asked {}

        /** From one byte to another, both included. */
        record Part(long first, long last) implements Asked {}

        /** Bytes that aren't there. */
        record Nowhere() implements Asked {}
    }

    /** What a Range header asks for; one that isn't understood asks for all, as the standard says. */
    static Asked asked(String range, long bytes) {
        Matcher found = RANGE.matcher(range.strip());
        if (!found.matches() || Stream.of(found.group(1), found.group(2)).allMatch(String::isEmpty)) {
            return new Asked.Whole();
        }
        if (found.group(1).isEmpty()) {
            long suffix = Long.parseLong(found.group(2));
            return suffix == 0 ? new Asked.Nowhere() : new Asked.Part(Math.max(0, bytes - suffix), bytes - 1);
        }
        long first = Long.parseLong(found.group(1));
        long last = found.group(2).isEmpty() ? bytes - 1 : Long.parseLong(found.group(2));
        if (!found.group(2).isEmpty() && last < first) {
            return new Asked.Whole();
        }
        return first >= bytes ? new Asked.Nowhere() : new Asked.Part(first, Math.min(last, bytes - 1));
    }
}
