package uk.frith.platform.reports.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a part of a book is put in, changed and taken out. What stands around it stays as it was, line for line. */
final class EditRules {

    private static final Pattern CONCEPT_NAME = Pattern.compile("[a-z][a-z0-9._/-]{0,59}");

    private EditRules() {}

    /** Tells whether a text is still the one that somebody began to change. */
    static String mark(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    static Optional<Part> find(BookFiles files, Part.Kind kind, String name, int number) {
        return files.parts().stream()
                .filter(part -> part.kind() == kind && part.name().equals(name))
                .skip(number)
                .findFirst();
    }

    static BookFiles replaced(BookFiles files, Part part, String text) {
        List<String> lines = new ArrayList<>(lines(files, part.file()));
        List<String> stretch = lines.subList(part.firstLine() - 1, part.lastLine());
        stretch.clear();
        stretch.addAll(List.of(text.split("\n", -1)));
        return files.with(part.file(), String.join("\n", lines));
    }

    /** Without the part and the one blank line that set it apart. */
    static BookFiles removed(BookFiles files, Part part) {
        List<String> lines = new ArrayList<>(lines(files, part.file()));
        int end = part.lastLine();
        boolean blank = end < lines.size() && lines.get(end).isBlank();
        lines.subList(part.firstLine() - 1, blank ? end + 1 : end).clear();
        return files.with(part.file(), String.join("\n", lines));
    }

    /** With a new part after another, or at the end of its file. */
    static BookFiles added(BookFiles files, String file, Optional<Part> after, String text) {
        List<String> lines = new ArrayList<>(lines(files, file));
        List<String> added = new ArrayList<>(List.of(text.split("\n", -1)));
        int at;
        if (after.isPresent()) {
            at = after.get().lastLine();
        } else {
            at = lines.size();
            while (at > 0 && lines.get(at - 1).isBlank()) {
                at--;
            }
        }
        added.addFirst("");
        lines.addAll(at, added);
        return files.with(file, String.join("\n", lines));
    }

    private static List<String> lines(BookFiles files, String file) {
        return List.of(files.text(file).split("\n", -1));
    }

    /** What keeps a concept from being put into a file; empty when nothing does. */
    static Optional<String> unfitName(String name) {
        return CONCEPT_NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("A name is made of small letters, figures, full stops and hyphens, as threat.kill");
    }

    static Optional<String> unfitPhrases(String phrases) {
        if (phrases.length() > BookCheck.LONGEST_FILE / 4) {
            return Optional.of("These are more characters than one concept can have (250,000)");
        }
        return phrases.lines()
                        .map(String::strip)
                        .anyMatch(
                                line -> line.startsWith("= ") || line.startsWith("class ") || line.startsWith("rule "))
                ? Optional.of("A phrase can't begin with =, class or rule")
                : Optional.empty();
    }
}
