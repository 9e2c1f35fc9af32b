package uk.frith.platform.reports.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.frith.narrative.RuleBook;

/**
 * The texts of a rule book.
 *
 * @param texts each file's text by its name, in the order of the index, which stands first
 */
record BookFiles(Map<String, String> texts) {

    static final String INDEX = "rulebook.txt";
    private static final BookFiles SHIPPED = new BookFiles(RuleBook.shippedFiles());

    BookFiles {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** The book that ships with this version of Frith. */
    static BookFiles shipped() {
        return SHIPPED;
    }

    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** The same book with another text of a file. */
    BookFiles with(String name, String text) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(name, text);
        return new BookFiles(changed);
    }

    /** What a file holds, as the index says: {@code words}, {@code lexicon}, {@code rules}, …; the index itself: index. */
    String kindOf(String name) {
        return name.equals(INDEX) ? "index" : kinds().getOrDefault(name, "unused");
    }

    /** The files of a kind, in the order of the index. */
    List<String> named(String kind) {
        return kinds().entrySet().stream()
                .filter(entry -> entry.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .filter(texts::containsKey)
                .toList();
    }

    private Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        text(INDEX).lines().map(String::strip).forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            if (parts.length == 2 && !line.startsWith("//") && !parts[0].equals("version")) {
                kinds.put(parts[1], parts[0]);
            }
        });
        return kinds;
    }

    /** The version that the index names; empty when it names none. */
    String namedVersion() {
        return text(INDEX)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("version "))
                .map(line -> line.substring("version ".length()).strip())
                .findFirst()
                .orElse("");
    }

    /** SHA-256 over names and texts: two books with the same digest are the same book. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((name, text) -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update((name + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The name that a reading keeps: what the book is called, and the beginning of its digest. */
    String label(String called) {
        return called + "-" + digest().substring(0, 8);
    }

    /** All parts of all files, file by file. */
    List<Part> parts() {
        List<Part> all = new ArrayList<>();
        texts.keySet().forEach(name -> all.addAll(parts(name)));
        return all;
    }

    List<Part> parts(String name) {
        return Part.of(name, kindOf(name), text(name));
    }

    /** Without the texts, which are long. */
    @Override
    public String toString() {
        return "BookFiles[" + texts.size() + "]";
    }
}
